//go:build unix

package source

import (
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// guestMemory gives a guest memory of the system's, outside of Go's heap: it is
// there once a page is touched, never moves as it grows, and goes back at once.
var guestMemory = experimental.MemoryAllocatorFunc(func(_, most uint64) experimental.LinearMemory {
	const access, kind = syscall.PROT_READ | syscall.PROT_WRITE, syscall.MAP_ANON | syscall.MAP_PRIVATE
	all, err := syscall.Mmap(-1, 0, int(min(most, pdfMemory)), access, kind)
	if err != nil {
		return &heapMemory{}
	}
	return &mappedMemory{all}
})

type mappedMemory struct{ all []byte }

func (m *mappedMemory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size]
}

func (m *mappedMemory) Free() {
	_ = syscall.Munmap(m.all)
	m.all = nil
}
