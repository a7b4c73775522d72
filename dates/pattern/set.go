package pattern

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Set is a compiled set of patterns. It does not change once compiled and is
// safe for concurrent use.
type Set struct {
	Rules []*Rule // in the order of the files; an earlier one wins over a later one of equal length

	classes  map[string]int         // name to number; a literal word is the class 'word
	names    []string               // and back
	members  map[string][]member    // words of a class that are one token, by folded word
	phrases  map[int][]phrase       // those that are several tokens
	values   map[int]map[string]int // values of a class's single words
	capitals map[string]bool        // "class word" that counts only with a capital letter

	symbols  symbols
	words    map[string]uint16 // folded word to symbol
	lowered  []uint16          // symbol of the same word without a capital letter
	unknown  uint16            // the symbol of a word that no pattern names
	ascii    [utf8.RuneSelf]uint16
	hanSyms  map[rune]uint16
	puncts   map[rune]uint16
	numbers  numberSymbols
	machine  machine
	firstSym []bool // symbols with which a match can begin
}

type member struct {
	class   int
	capital bool
}

type phrase struct {
	pieces []string
	value  int
}

// Compile parses and compiles data files. The error joins all that is wrong with
// them, each with file and line.
func Compile(sources ...Source) (*Set, error) {
	s := &Set{
		classes: map[string]int{}, members: map[string][]member{}, phrases: map[int][]phrase{},
		values: map[int]map[string]int{}, capitals: map[string]bool{}, words: map[string]uint16{},
		hanSyms: map[rune]uint16{}, puncts: map[rune]uint16{},
	}
	s.builtin()
	p := &parser{set: s}
	for _, wordsOnly := range []bool{true, false} {
		for _, src := range sources {
			p.parse(src, wordsOnly)
		}
	}
	if len(p.errors) > 0 {
		return nil, errors.Join(p.errors...)
	}
	s.assignSymbols()
	s.machine.build(s)
	return s, nil
}

// marks are the built-in classes of punctuation.
var marks = map[string]string{
	"dash":  "-‐‑‒–—−－~～〜",
	"comma": ",，、",
	"dot":   ".．",
	"slash": "/／",
	"apos":  "'’‘`",
	"open":  "([（〔【[",
	"close": ")]）〕】]",
	"colon": ":：",
}

func (s *Set) builtin() {
	for _, name := range numberClasses {
		s.class(name)
	}
	for _, name := range []string{"dash", "comma", "dot", "slash", "apos", "open", "close", "colon"} {
		for _, r := range marks[name] {
			s.members[string(r)] = append(s.members[string(r)], member{class: s.class(name)})
		}
	}
}

func (s *Set) class(name string) int {
	if c, ok := s.classes[name]; ok {
		return c
	}
	c := len(s.names)
	s.classes[name] = c
	s.names = append(s.names, name)
	return c
}

func (s *Set) literalClass(w string) int {
	f := Fold(w)
	name := "'" + f
	_, known := s.classes[name]
	c := s.class(name)
	if !known {
		s.members[f] = append(s.members[f], member{class: c})
	}
	return c
}

// addWord puts a word or phrase into a class.
func (s *Set) addWord(class, w string, value int) {
	c := s.class(class)
	capital := len(w) > 1 && strings.HasSuffix(w, "!")
	w = strings.TrimSuffix(w, "!")
	ps := pieces(w)
	if len(ps) != 1 {
		for _, piece := range ps {
			s.literalClass(piece) // so that Contains knows it where no pattern names it
		}
		s.phrases[c] = append(s.phrases[c], phrase{ps, value})
		return
	}
	f := Fold(ps[0])
	if s.values[c] == nil {
		s.values[c] = map[string]int{}
	}
	if _, twice := s.values[c][f]; !twice {
		s.members[f] = append(s.members[f], member{c, capital})
	}
	s.values[c][f] = value
}

// classNode makes the pattern of a class: one token of it, or one of its phrases.
func (s *Set) classNode(class, field string) *node {
	c, ok := s.classes[class]
	if !ok {
		return nil
	}
	single := &node{op: opClass, class: c, field: field}
	if len(s.phrases[c]) == 0 {
		return single
	}
	alt := &node{op: opAlt, kids: []*node{single}}
	for _, ph := range s.phrases[c] {
		seq := &node{op: opSeq, field: field, value: ph.value}
		for _, w := range ph.pieces {
			seq.kids = append(seq.kids, &node{op: opClass, class: s.literalClass(w)})
		}
		alt.kids = append(alt.kids, seq)
	}
	return alt
}

// assignSymbols gives every word, mark and shape of number the symbol of its set of classes.
func (s *Set) assignSymbols() {
	s.symbols.index = map[string]uint16{}
	other := s.symbols.of(nil)
	for i := range s.ascii {
		s.ascii[i] = other
	}
	s.numbers.assign(s)
	anyWord := member{class: s.classes["any"]}
	s.unknown = s.symbols.of([]int{anyWord.class})
	for _, w := range sortedKeys(s.members) {
		all, lower := classSets(append(s.members[w], anyWord))
		if !isLetter(firstRune(w)) || isHan(firstRune(w)) {
			all, lower = classSets(s.members[w])
		}
		sym := s.symbols.of(all)
		low := s.symbols.of(lower)
		for len(s.lowered) < len(s.symbols.sets) {
			s.lowered = append(s.lowered, uint16(len(s.lowered)))
		}
		r, n := utf8.DecodeRuneInString(w)
		switch {
		case n == len(w) && isHan(r):
			s.hanSyms[r] = sym
		case n == len(w) && r < utf8.RuneSelf && !letterAt(w, 0):
			s.ascii[r] = sym
		case n == len(w) && !isLetter(r):
			s.puncts[r] = sym
		default:
			if low != sym {
				// A word with classes that need a capital letter has a symbol of its own.
				sym = s.symbols.fresh(all)
				s.lowered = append(s.lowered, low)
			}
			s.words[w] = sym
		}
	}
	for len(s.lowered) < len(s.symbols.sets) {
		s.lowered = append(s.lowered, uint16(len(s.lowered)))
	}
}

func classSets(ms []member) (all, lower []int) {
	for _, m := range ms {
		all = append(all, m.class)
		if !m.capital {
			lower = append(lower, m.class)
		}
	}
	return all, lower
}

func (s *Set) word(folded []byte) (uint16, bool) {
	sym, ok := s.words[string(folded)]
	if !ok {
		sym = s.unknown
	}
	return sym, ok
}

func firstRune(w string) rune {
	r, _ := utf8.DecodeRuneInString(w)
	return r
}

func (s *Set) lower(sym uint16) uint16 { return s.lowered[sym] }

func (s *Set) han(r rune) uint16 { return s.hanSyms[r] }

func (s *Set) punct(r rune) uint16 { return s.puncts[r] }

// symbols numbers the distinct sets of classes; 0 is the empty set.
type symbols struct {
	index map[string]uint16
	sets  [][]int
}

func (s *symbols) of(classes []int) uint16 {
	key := setKey(classes)
	if n, ok := s.index[key]; ok {
		return n
	}
	n := s.fresh(classes)
	s.index[key] = n
	return n
}

func (s *symbols) fresh(classes []int) uint16 {
	s.sets = append(s.sets, sortedSet(classes))
	return uint16(len(s.sets) - 1)
}

func setKey(classes []int) string {
	var b strings.Builder
	for _, c := range sortedSet(classes) {
		b.WriteString(strconv.Itoa(c))
		b.WriteByte(' ')
	}
	return b.String()
}
