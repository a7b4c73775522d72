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

// edges are the phrases of a class by the symbols with which they begin and end, so
// that a look at one token shows which of them may stand there, if any.
type edges struct{ first, last phrasesBySymbol }

// phrasesBySymbol holds phrases by the symbol of one of their tokens.
type phrasesBySymbol struct {
	lists [][]*phrase // 0 is empty
	index []uint16    // of lists, by symbol; nil where there are no phrases
}

// with returns the phrases of a symbol.
func (p *phrasesBySymbol) with(sym uint16) []*phrase {
	if p.index == nil {
		return nil
	}
	return p.lists[p.index[sym]]
}

func (p *phrasesBySymbol) add(symbols []uint16, ph *phrase) {
	for _, sym := range symbols {
		if p.index[sym] == 0 {
			p.index[sym] = uint16(len(p.lists))
			p.lists = append(p.lists, nil)
		}
		list := &p.lists[p.index[sym]]
		*list = append(*list, ph)
	}
}

// findEdges looks up those of the classes that have phrases.
func (s *Set) findEdges() {
	s.edges = make([]edges, len(s.names))
	for c := range s.phrases {
		if len(s.phrases[c]) == 0 {
			continue
		}
		e := &s.edges[c]
		for _, p := range []*phrasesBySymbol{&e.first, &e.last} {
			p.lists, p.index = make([][]*phrase, 1), make([]uint16, len(s.symbols.sets))
		}
		for i := range s.phrases[c] {
			ph := &s.phrases[c][i]
			e.first.add(s.symbols.holders[ph.classes[0]], ph)
			e.last.add(s.symbols.holders[ph.classes[len(ph.classes)-1]], ph)
		}
	}
}
