package pattern

import (
	"errors"
	"strings"
)

// Set is a compiled set of patterns. It does not change once compiled and is
// safe for concurrent use.
type Set struct {
	Rules []*Rule // in the order of the files; an earlier one wins over a later one of equal length

	classes map[string]int         // name to number, while it is compiled; a literal word is the class 'word
	names   []string               // and back
	members map[string][]member    // words of a class that are one token, by folded word
	phrases [][]phrase             // those that are several tokens, by class
	values  map[int]map[string]int // values of a class's single words

	table   classTable // the names again, to look a class up
	edges   []edges    // by class
	symbols symbols
	words   wordTable
	runes   runeTable // symbols of Han characters and of marks
	numbers numberSymbols
	program program
	machine machine
	begins  []bool // symbols with which a match can begin
	joins   []bool // symbols that may stand in a gap; nil where no rule has one
}

type member struct {
	class   int
	capital bool
}

type phrase struct {
	pieces  []string
	classes []uint16 // of the pieces
	value   int
}

// Compile parses and compiles data files. The error joins all that is wrong with
// them, each with file and line.
func Compile(sources ...Source) (*Set, error) {
	s := &Set{
		classes: map[string]int{}, members: map[string][]member{},
		values: map[int]map[string]int{},
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
	s.table.fill(s.names)
	s.findEdges()
	for i, r := range s.Rules {
		head, tail := r.root.splitAtGap()
		r.start = s.program.addRule(i, head)
		if tail != nil {
			s.program.addTail(i, tail)
		}
	}
	if len(s.program.fields) > maxFields {
		return nil, errors.New("the patterns capture more fields than an instruction can name")
	}
	if !s.machine.build(&s.program, &s.symbols, uint16(s.classes["any"])) {
		return nil, errors.New("the patterns need more states than an automaton can have")
	}
	if len(s.machine.tails) > 0 {
		s.markJoins()
	}
	for i, state := range s.machine.tails {
		s.Rules[s.program.tails[i].rule].tail = state
	}
	s.begins = make([]bool, len(s.symbols.sets))
	for sym, o := range s.machine.first {
		s.begins[sym] = o.state != 0
	}
	s.classes = nil
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
	s.names, s.phrases = append(s.names, name), append(s.phrases, nil)
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
	if capital {
		w = strings.TrimSuffix(w, "!")
	}
	ps := pieces(w)
	if len(ps) != 1 {
		ph := phrase{pieces: ps, value: value}
		for _, piece := range ps {
			ph.classes = append(ph.classes, uint16(s.literalClass(piece)))
		}
		s.phrases[c] = append(s.phrases[c], ph)
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
		for _, piece := range ph.classes {
			seq.kids = append(seq.kids, &node{op: opClass, class: int(piece)})
		}
		alt.kids = append(alt.kids, seq)
	}
	return alt
}
