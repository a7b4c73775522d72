package pattern

import (
	"encoding/binary"
	"unicode/utf8"
)

// symbols numbers the distinct sets of classes; 0 is the empty set.
type symbols struct {
	sets    [][]int
	index   map[string]uint16 // of sets, by setKey
	words   int               // words of 64 bits that a set takes
	holders [][]uint16        // of each class the symbols that hold it
	bits    []uint64          // the sets again, to look a class up
}

// of returns the symbol of a set of classes.
func (s *symbols) of(classes []int) uint16 {
	set := sortedSet(classes)
	key := make([]byte, 0, 64)
	for _, c := range set {
		key = binary.LittleEndian.AppendUint16(key, uint16(c))
	}
	n, known := s.index[string(key)]
	if !known {
		n = uint16(len(s.sets))
		s.index[string(key)] = n
		s.sets = append(s.sets, set)
	}
	return n
}

// seal makes the symbols ready for has. No further one is added.
func (s *symbols) seal(classes int) {
	s.words = (classes + 63) / 64
	s.bits = make([]uint64, s.words*len(s.sets))
	s.holders = make([][]uint16, classes)
	for sym, set := range s.sets {
		for _, c := range set {
			s.holders[c] = append(s.holders[c], uint16(sym))
			s.bits[sym*s.words+c/64] |= 1 << (c % 64)
		}
	}
	s.index = nil
}

// has reports whether a symbol's set holds a class.
func (s *symbols) has(sym, class uint16) bool {
	return s.bits[int(sym)*s.words+int(class/64)]>>(class%64)&1 != 0
}

// assignSymbols gives every word, mark and shape of number the symbol of its set of classes.
func (s *Set) assignSymbols() {
	s.symbols.index = map[string]uint16{}
	s.symbols.of(nil)
	s.numbers.assign(s)
	anyWord := member{class: s.classes["any"]}
	s.words.init(len(s.members), s.symbols.of([]int{anyWord.class}))
	for _, w := range sortedKeys(s.members) {
		members := s.members[w]
		r, n := utf8.DecodeRuneInString(w)
		if n == len(w) && (isHan(r) || !isLetter(r)) {
			all, _ := classSets(members)
			s.runes.set(r, s.symbols.of(all))
			continue
		}
		word := wordEntry{text: w}
		for _, m := range members {
			if v, ok := s.values[m.class][w]; ok {
				word.values = append(word.values, classValue{uint16(m.class), v})
			}
		}
		all, lower := classSets(append(members, anyWord))
		word.sym, word.lower = s.symbols.of(all), s.symbols.of(lower)
		s.words.add(word)
	}
	s.symbols.seal(len(s.names))
}

// classSets returns the classes of a word, and those that it has without a
// capital letter.
func classSets(ms []member) (all, lower []int) {
	for _, m := range ms {
		all = append(all, m.class)
		if !m.capital {
			lower = append(lower, m.class)
		}
	}
	return all, lower
}
