package pattern

import (
	"strings"
	"unicode/utf8"
)

// Match is a pattern found in tokens.
type Match struct {
	Rule   *Rule
	Lo, Hi int // tokens[Lo:Hi]
}

// maxAccepts bounds how many lengths of one match are offered to the caller.
const maxAccepts = 16

// MaxTokens is the greatest number of tokens of a match, so that the time that a
// text takes does not grow with the length of a list in it.
const MaxTokens = 256

// Match returns the longest match that begins with tokens[i] and that ok
// accepts; of several patterns with the same length the first in the files.
func (s *Set) Match(tokens []Token, i int, ok func(Match) bool) (Match, bool) {
	return s.MatchAlong(nil, tokens, i, ok)
}

// MatchAlong is Match that goes along a trail where one is given. Such matches are
// tried from left to right.
func (s *Set) MatchAlong(t *Trail, tokens []Token, i int, ok func(Match) bool) (Match, bool) {
	if len(s.machine.tails) > 0 {
		return s.matchOverGaps(tokens, i, ok)
	}
	first := s.machine.first[tokens[i].Sym]
	if i+1 < len(tokens) && !s.machine.goesOn(first, tokens[i+1].Sym) {
		return Match{}, false // as with most tokens
	}
	return s.longest(t, tokens[:min(len(tokens), i+MaxTokens)], i, first.state, ok)
}

// longest is MatchAlong from the state to which tokens[i] leads.
func (s *Set) longest(t *Trail, tokens []Token, i int, state uint16, ok func(Match) bool) (Match, bool) {
	var ends [maxAccepts]int
	var states [maxAccepts]uint16
	n := 0
	m := &s.machine
	for j := i + 1; state != 0; j++ {
		if t != nil && j > i+trailhead {
			j, state = t.follow(m, j, state)
		}
		if m.accept[state] < m.accept[state+1] {
			ends[n%maxAccepts], states[n%maxAccepts] = j, state
			n++
		}
		if j == len(tokens) || tokens[j].Gap == Far {
			break
		}
		state = m.step(state, tokens[j].Sym).after(tokens[j].Gap)
	}
	for k := n - 1; k >= 0 && k >= n-maxAccepts; k-- {
		for _, r := range m.ends(states[k%maxAccepts]) {
			m := Match{s.Rules[r], i, ends[k%maxAccepts]}
			if ok == nil || ok(m) {
				return m, true
			}
		}
	}
	return Match{}, false
}

// Begins reports whether some pattern can begin with tokens[i], as a look at it and
// the next one shows. Where that touches it the first one alone decides, since they
// may begin something else than a match.
func (s *Set) Begins(tokens []Token, i int) bool {
	o := s.machine.first[tokens[i].Sym]
	return o.state != 0 && (i+1 >= len(tokens) || tokens[i+1].Gap == Glued || s.machine.goesOn(o, tokens[i+1].Sym))
}

// Is reports whether the token belongs to a class.
func (s *Set) Is(t Token, class string) bool {
	c, ok := s.table.find(class)
	if !ok {
		return false
	}
	return s.has(t, uint16(c))
}

// has reports whether the token belongs to the class of a number.
func (s *Set) has(t Token, class uint16) bool { return s.symbols.has(t.Sym, class) }

// Contains reports whether a word or phrase of a class stands anywhere in tokens.
func (s *Set) Contains(tokens []Token, class string) bool {
	c, ok := s.table.find(class)
	for i := 0; ok && i < len(tokens); i++ {
		if s.opens(tokens[i:], c) {
			return true
		}
	}
	return false
}

// Opens reports whether tokens begin with a word or phrase of a class.
func (s *Set) Opens(tokens []Token, class string) bool {
	c, ok := s.table.find(class)
	return ok && len(tokens) > 0 && s.opens(tokens, c)
}

func (s *Set) opens(tokens []Token, class int) bool {
	if s.has(tokens[0], uint16(class)) {
		return true
	}
	for _, ph := range s.edges[class].first.with(tokens[0].Sym) {
		if s.phraseAt(tokens, ph) {
			return true
		}
	}
	return false
}

// Closes reports whether tokens end with a word or phrase of a class.
func (s *Set) Closes(tokens []Token, class string) bool {
	c, ok := s.table.find(class)
	if !ok || len(tokens) == 0 {
		return false
	}
	last := tokens[len(tokens)-1]
	if s.has(last, uint16(c)) {
		return true
	}
	for _, ph := range s.edges[c].last.with(last.Sym) {
		if n := len(ph.classes); n <= len(tokens) && s.phraseAt(tokens[len(tokens)-n:], ph) {
			return true
		}
	}
	return false
}

// Edges returns with which symbols a word or phrase of some classes may begin and
// with which it may end, so that a look at one token shows that none stands there.
func (s *Set) Edges(classes ...string) (first, last []bool) {
	first, last = make([]bool, len(s.symbols.sets)), make([]bool, len(s.symbols.sets))
	for _, name := range classes {
		c, ok := s.table.find(name)
		if !ok {
			continue
		}
		s.mark(first, c)
		s.mark(last, c)
		for _, ph := range s.phrases[c] {
			s.mark(first, int(ph.classes[0]))
			s.mark(last, int(ph.classes[len(ph.classes)-1]))
		}
	}
	return first, last
}

// mark sets the symbols that hold a class.
func (s *Set) mark(symbols []bool, class int) {
	for _, sym := range s.symbols.holders[class] {
		symbols[sym] = true
	}
}

// phraseAt reports whether tokens begin with a phrase.
func (s *Set) phraseAt(tokens []Token, ph *phrase) bool {
	if len(tokens) < len(ph.classes) {
		return false
	}
	for i, c := range ph.classes {
		if !s.has(tokens[i], c) || i > 0 && tokens[i].Gap == Far {
			return false
		}
	}
	return true
}

// Known reports whether a single word belongs to a class.
func (s *Set) Known(class, word string) bool {
	c, ok := s.table.find(class)
	if !ok {
		return false
	}
	_, ok = s.values[c][Fold(word)]
	return ok
}

// Words returns the words and phrases of a class, folded, phrases with their
// words parted by spaces where they are not Han characters.
func (s *Set) Words(class string) []string {
	c, ok := s.table.find(class)
	if !ok {
		return nil
	}
	out := sortedKeys(s.values[c])
	for _, ph := range s.phrases[c] {
		sep := " "
		if r, _ := utf8.DecodeRuneInString(ph.pieces[0]); isHan(r) {
			sep = ""
		}
		out = append(out, strings.Join(ph.pieces, sep))
	}
	return out
}

// States returns how many states the automaton has. Data must keep them few: two
// gaps in one rule, or a gap before a term of several words, multiply them.
func (s *Set) States() int { return len(s.machine.accept) - 1 }
