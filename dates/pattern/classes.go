package pattern

// classTable finds the number of a class by its name. Whoever looks at tokens
// names classes all the time, too often for a map.
type classTable struct {
	names []string // of the classes, by their numbers
	index []uint16 // by hash: a number and one, or 0; one that is taken goes on at the next
}

// fill makes the table for some names.
func (t *classTable) fill(names []string) {
	size := 256
	for size < 4*len(names) {
		size *= 2
	}
	t.names, t.index = names, make([]uint16, size)
	for c, name := range names {
		at := t.slot(name)
		for t.index[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		t.index[at] = uint16(c + 1)
	}
}

func (t *classTable) slot(name string) int {
	return int(wordKey(name)*mixer>>32) & (len(t.index) - 1)
}

// find returns the number of a class, and false where there is none of that name.
func (t *classTable) find(name string) (int, bool) {
	for at := t.slot(name); t.index[at] != 0; at = (at + 1) & (len(t.index) - 1) {
		if c := int(t.index[at]) - 1; t.names[c] == name {
			return c, true
		}
	}
	return 0, false
}

// edges are the symbols with which the phrases of a class begin and end, so that a
// look at one token shows that none stands there.
type edges struct{ first, last []bool }

// findEdges looks up those of the classes that have phrases.
func (s *Set) findEdges() {
	s.edges = make([]edges, len(s.names))
	for c, phrases := range s.phrases {
		if len(phrases) == 0 {
			continue
		}
		n := len(s.symbols.sets)
		e := edges{make([]bool, n), make([]bool, n)}
		for _, ph := range phrases {
			s.mark(e.first, int(ph.classes[0]))
			s.mark(e.last, int(ph.classes[len(ph.classes)-1]))
		}
		s.edges[c] = e
	}
}
