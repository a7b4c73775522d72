package pattern

import "strings"

// Match is a pattern found in tokens.
type Match struct {
	Rule   *Rule
	Lo, Hi int // tokens[Lo:Hi]
}

// maxAccepts bounds how many lengths of one match are offered to the caller.
const maxAccepts = 16

// Match returns the longest match that begins with tokens[i] and that ok
// accepts; of several patterns with the same length the first in the files.
func (s *Set) Match(tokens []Token, i int, ok func(Match) bool) (Match, bool) {
	if !s.firstSym[tokens[i].Sym] {
		return Match{}, false
	}
	var ends [maxAccepts]int
	var states [maxAccepts]uint16
	n := 0
	state := uint16(1)
	for j := i; j < len(tokens); j++ {
		t := &tokens[j]
		if j > i && t.Gap == Far {
			break
		}
		col := 2 * int(t.Sym)
		if j > i && t.Gap == Glued {
			col++
		}
		state = s.machine.next[state][col]
		if state == 0 {
			break
		}
		if len(s.machine.accept[state]) > 0 {
			ends[n%maxAccepts], states[n%maxAccepts] = j+1, state
			n++
		}
	}
	for k := n - 1; k >= 0 && k >= n-maxAccepts; k-- {
		for _, r := range s.machine.accept[states[k%maxAccepts]] {
			m := Match{s.Rules[r], i, ends[k%maxAccepts]}
			if ok == nil || ok(m) {
				return m, true
			}
		}
	}
	return Match{}, false
}

// Capture is a token or phrase of a match that a pattern named.
type Capture struct {
	Field  string
	Value  int // of a word its value in the data, of a number the number
	Lo, Hi int // tokens
	Digits int // of a number how many digits it has, else 1
}

// Parts are what a match is made of.
type Parts struct {
	Captures []Capture
	Lo, Hi   int // tokens of the expression: what [ ] marks, or the whole match
}

// Parts takes a match apart. It repeats the match with the one pattern that won,
// which is why the automaton need not keep track of it.
func (s *Set) Parts(text string, tokens []Token, m Match) (Parts, bool) {
	w := walker{set: s, text: text, tokens: tokens, end: m.Hi, open: m.Lo, close: m.Hi}
	found := w.walk(m.Rule.root, m.Lo, func(i int) bool { return i == m.Hi })
	return Parts{w.captures, w.open, w.close}, found
}

type walker struct {
	set         *Set
	text        string
	tokens      []Token
	end         int
	captures    []Capture
	open, close int
}

// walk matches n at token i and then what follows; it tries the longest way first.
func (w *walker) walk(n *node, i int, then func(int) bool) bool {
	switch n.op {
	case opClass:
		if i >= w.end || !w.has(i, n) {
			return false
		}
		if n.field == "" {
			return then(i + 1)
		}
		w.captures = append(w.captures, Capture{n.field, w.value(i, n.class), i, i + 1, max(1, int(w.tokens[i].Digits))})
		if then(i + 1) {
			return true
		}
		w.captures = w.captures[:len(w.captures)-1]
		return false
	case opSeq:
		if n.field == "" {
			return w.sequence(n.kids, i, then)
		}
		at := len(w.captures)
		w.captures = append(w.captures, Capture{n.field, n.value, i, i, 1})
		if w.sequence(n.kids, i, func(j int) bool { w.captures[at].Hi = j; return then(j) }) {
			return true
		}
		w.captures = w.captures[:at]
		return false
	case opAlt:
		for _, k := range n.kids {
			if w.walk(k, i, then) {
				return true
			}
		}
		return false
	case opOpt:
		return w.walk(n.kids[0], i, then) || then(i)
	case opPlus:
		return w.walk(n.kids[0], i, func(j int) bool {
			return j > i && w.walk(n, j, then) || then(j)
		})
	case opOpen:
		return try(&w.open, i, then)
	case opClose:
		return try(&w.close, i, then)
	}
	return false
}

// try goes on with a bound set to i and puts the old one back where that fails.
func try(bound *int, i int, then func(int) bool) bool {
	old := *bound
	*bound = i
	if then(i) {
		return true
	}
	*bound = old
	return false
}

func (w *walker) sequence(kids []*node, i int, then func(int) bool) bool {
	if len(kids) == 0 {
		return then(i)
	}
	return w.walk(kids[0], i, func(j int) bool { return w.sequence(kids[1:], j, then) })
}

func (w *walker) has(i int, n *node) bool {
	if n.glued && w.tokens[i].Gap != Glued {
		return false
	}
	for _, c := range w.set.symbols.sets[w.tokens[i].Sym] {
		if c == n.class {
			return true
		}
	}
	return false
}

func (w *walker) value(i, class int) int {
	t := w.tokens[i]
	if t.Kind == Number {
		return int(t.Num)
	}
	l := lexer{set: w.set, text: w.text[:t.End]}
	var folded []byte
	switch t.Kind {
	case Word:
		_, folded = l.letters(t.Start, l.scratch[:0])
		if j := l.broken(t); j > 0 {
			_, folded = l.letters(j, folded)
		}
	default:
		folded = []byte(w.text[t.Start:t.End])
	}
	return w.set.values[class][string(folded)]
}

// broken returns where the second half of a word begins that a line end broke, or 0.
func (l *lexer) broken(t Token) int {
	end, _ := l.letters(t.Start, l.scratch[:0:len(l.scratch)])
	if end >= t.End {
		return 0
	}
	return l.continuation(end)
}

// Begins reports whether some pattern can begin with the token.
func (s *Set) Begins(t Token) bool { return s.firstSym[t.Sym] }

// Is reports whether the token belongs to a class.
func (s *Set) Is(t Token, class string) bool {
	c, ok := s.classes[class]
	if !ok {
		return false
	}
	for _, x := range s.symbols.sets[t.Sym] {
		if x == c {
			return true
		}
	}
	return false
}

// Contains reports whether a word or phrase of a class stands anywhere in tokens.
func (s *Set) Contains(tokens []Token, class string) bool {
	for i := range tokens {
		if s.Opens(tokens[i:], class) {
			return true
		}
	}
	return false
}

// Opens reports whether tokens begin with a word or phrase of a class.
func (s *Set) Opens(tokens []Token, class string) bool {
	c, ok := s.classes[class]
	if !ok || len(tokens) == 0 {
		return false
	}
	if s.Is(tokens[0], class) {
		return true
	}
	for _, ph := range s.phrases[c] {
		if s.phraseAt(tokens, ph) {
			return true
		}
	}
	return false
}

// phraseAt reports whether tokens begin with a phrase.
func (s *Set) phraseAt(tokens []Token, ph phrase) bool {
	if len(tokens) < len(ph.pieces) {
		return false
	}
	for i, w := range ph.pieces {
		if !s.Is(tokens[i], "'"+Fold(w)) || i > 0 && tokens[i].Gap == Far {
			return false
		}
	}
	return true
}

// Known reports whether a single word belongs to a class.
func (s *Set) Known(class, word string) bool {
	c, ok := s.classes[class]
	if !ok {
		return false
	}
	_, ok = s.values[c][Fold(word)]
	return ok
}

// Words returns the words and phrases of a class, folded, phrases with their
// words parted by spaces where they are not Han characters.
func (s *Set) Words(class string) []string {
	c, ok := s.classes[class]
	if !ok {
		return nil
	}
	out := sortedKeys(s.values[c])
	for _, ph := range s.phrases[c] {
		sep := " "
		if isHan(firstRune(ph.pieces[0])) {
			sep = ""
		}
		out = append(out, strings.Join(ph.pieces, sep))
	}
	return out
}
