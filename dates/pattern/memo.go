package pattern

// Memo remembers how matches were taken apart. A text writes its dates in a few forms,
// and what a pattern captures of a match depends on the symbols of its tokens and on
// which of them touch alone, so that most matches need not be followed through their
// pattern again. The zero Memo is empty; it serves one Set.
type Memo struct{ seen [1 << memoBits]apart }

const (
	memoBits     = 9
	memoTokens   = 20 // longer matches are not remembered
	memoCaptures = 10 // nor those with more captures
)

// shape is what a match looks like to its pattern.
type shape struct {
	rule   *Rule
	glued  uint32 // the tokens that touch the one before, as bits
	tokens uint8
	syms   [memoTokens]uint16
}

// apart is a match taken apart, counted from its first token. It is small, so that
// what is asked for again and again stays near the processor.
type apart struct {
	shape
	lo, hi uint8
	n      uint8
	pieces [memoCaptures]piece
}

// piece is a Capture without what the text alone tells.
type piece struct {
	source
	lo, hi uint8
	value  int32 // of a phrase
}

// shapeOf returns the shape of a match of at most memoTokens tokens, and its place in a memo.
func shapeOf(tokens []Token, m Match) (sh shape, at int) {
	sh.rule, sh.tokens = m.Rule, uint8(m.Hi-m.Lo)
	key := uint64(m.Rule.Number)
	for i := range tokens[m.Lo:m.Hi] {
		t := &tokens[m.Lo+i]
		sh.syms[i] = t.Sym
		if t.Gap == Glued {
			sh.glued |= 1 << i
		}
		key = (key + uint64(t.Sym)) * mixer
	}
	return sh, int((key + uint64(sh.glued)) * mixer >> (64 - memoBits))
}

// PartsBy is Parts with a memo.
func (s *Set) PartsBy(memo *Memo, text string, tokens []Token, m Match, buf []Capture) (Parts, bool) {
	if m.Hi-m.Lo > memoTokens {
		return s.Parts(text, tokens, m, buf)
	}
	sh, at := shapeOf(tokens, m)
	seen := &memo.seen[at]
	if seen.shape != sh {
		parts, ok := s.Parts(text, tokens, m, buf)
		if first := len(buf); ok && len(parts.Captures)-first <= memoCaptures {
			seen.remember(sh, m, parts, first)
		}
		return parts, ok
	}
	for i := range seen.pieces[:seen.n] {
		p := &seen.pieces[i]
		c := Capture{s.program.fields[p.field], int(p.value), m.Lo + int(p.lo), m.Lo + int(p.hi), 1, p.source}
		if p.class != noClass {
			t := &tokens[c.Lo]
			c.Value, c.Digits = s.value(text, t, p.class), max(1, int(t.Digits))
		}
		buf = append(buf, c)
	}
	return Parts{buf, m.Lo + int(seen.lo), m.Lo + int(seen.hi)}, true
}

// remember keeps the parts of a match, whose captures begin with one of a number.
func (a *apart) remember(sh shape, m Match, parts Parts, first int) {
	a.shape, a.lo, a.hi = sh, uint8(parts.Lo-m.Lo), uint8(parts.Hi-m.Lo)
	captures := parts.Captures[first:]
	a.n = uint8(len(captures))
	for i, c := range captures {
		a.pieces[i] = piece{c.source, uint8(c.Lo - m.Lo), uint8(c.Hi - m.Lo), int32(c.Value)}
	}
}
