package pattern

// Capture is a token or phrase of a match that a pattern named.
type Capture struct {
	Field  string
	Value  int // of a word its value in the data, of a number the number
	Lo, Hi int // tokens
	Digits int // of a number how many digits it has, else 1

	source
}

// source is what captured something.
type source struct {
	class uint16 // in which the token has its value; noClass for a phrase
	field uint8  // of the program's fields
}

// noClass is more than any class has as its number.
const noClass = 1<<16 - 1

// Parts are what a match is made of.
type Parts struct {
	Captures []Capture
	Lo, Hi   int // tokens of the expression: what [ ] marks, or the whole match
}

// Parts takes a match apart; it appends the captures to buf, which may be nil. It
// repeats the match with the one pattern that won, which is why the automaton need
// not keep track of it.
func (s *Set) Parts(text string, tokens []Token, m Match, buf []Capture) (Parts, bool) {
	w := walker{set: s, text: text, tokens: tokens[:m.Hi], captures: buf, open: m.Lo, close: m.Hi}
	found := w.walk(m.Rule.start, m.Lo)
	return Parts{w.captures, w.open, w.close}, found
}

// walker follows the instructions of a rule over the tokens of a match.
type walker struct {
	set         *Set
	text        string
	tokens      []Token // up to the end of the match
	captures    []Capture
	open, close int
}

// walk reports whether the rule ends with the last token when it goes on from an
// instruction at token i. Of two ways it tries the one that takes more first.
func (w *walker) walk(at int32, i int) bool {
	for {
		in := &w.set.program.insts[at]
		at++
		switch in.op {
		case instToken, instGlued:
			if !w.takes(in, i) {
				return false
			}
			if in.field != 0 {
				w.capture(in, i)
			}
			i++
		case instFork, instRepeat:
			first, other := at, in.x
			if in.op == instRepeat {
				first, other = other, first
			}
			if w.barred(first, i) {
				at = other // as most of many ways are seen to be wrong
				continue
			}
			open, close, n := w.open, w.close, len(w.captures)
			if w.walk(first, i) {
				return true
			}
			w.open, w.close, w.captures = open, close, w.captures[:n]
			at = other
		case instJump:
			at = in.x
		case instPhrase:
			w.captures = append(w.captures, Capture{w.set.program.fields[in.field], int(in.x), i, i, 1, source{noClass, in.field}})
		case instPhraseEnd:
			w.captures[len(w.captures)-1].Hi = i // a phrase holds no other captures
		case instOpen:
			w.open = i
		case instClose:
			w.close = i
		case instRule:
			return i == len(w.tokens)
		}
	}
}

// barred reports whether the way on from an instruction is seen not to take token i.
func (w *walker) barred(at int32, i int) bool {
	for {
		in := &w.set.program.insts[at]
		switch in.op {
		case instToken, instGlued:
			return !w.takes(in, i)
		case instPhrase, instOpen:
			at++
		case instFork:
			if !w.barred(at+1, i) {
				return false
			}
			at = in.x
		default:
			return false
		}
	}
}

// takes reports whether an instruction takes token i.
func (w *walker) takes(in *inst, i int) bool {
	return i < len(w.tokens) && (in.op == instToken || w.tokens[i].Gap == Glued) && w.set.symbols.has(w.tokens[i].Sym, in.class)
}

// capture appends the token that an instruction captures.
func (w *walker) capture(in *inst, i int) {
	t := &w.tokens[i]
	w.captures = append(w.captures, Capture{w.set.program.fields[in.field], w.set.value(w.text, t, in.class), i, i + 1, max(1, int(t.Digits)), source{in.class, in.field}})
}

// value returns the value that a token has in a class.
func (s *Set) value(text string, t *Token, class uint16) int {
	switch t.Kind {
	case Number:
		return int(t.Num)
	case Word:
		return s.words.value(t.word, class)
	}
	return s.values[int(class)][text[t.Start:t.End]]
}
