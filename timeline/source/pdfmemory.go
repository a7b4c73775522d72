package source

// heapMemory is a guest's memory on Go's heap, where the system gives none.
type heapMemory struct{ all []byte }

func (m *heapMemory) Reallocate(size uint64) []byte {
	if size > pdfMemory {
		return nil
	}
	if size > uint64(cap(m.all)) {
		grown := make([]byte, size, min(size+size/2, pdfMemory))
		copy(grown, m.all)
		m.all = grown
	}
	m.all = m.all[:size]
	return m.all
}

func (m *heapMemory) Free() { m.all = nil }
