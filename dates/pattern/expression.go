package pattern

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// op is what a node of a pattern does.
type op uint8

const (
	opClass op = iota // one token of a class
	opSeq
	opAlt
	opOpt
	opPlus
	opOpen  // the expression begins here
	opClose // and ends here
	opGap   // up to gapWords tokens, each one of kids[0]
)

type node struct {
	op    op
	kids  []*node
	class int
	glued bool
	field string // captured as; "" is not captured
	value int    // of a captured phrase (opSeq with a field)
}

type scanner struct {
	*parser
	words []string
	pos   int
}

func (p *parser) pattern(text string) *node {
	s := &scanner{parser: p, words: split(text)}
	n := s.alternatives()
	if s.pos < len(s.words) {
		p.errorf("unexpected %q", s.words[s.pos])
	}
	return n
}

// split cuts a pattern into its signs.
func split(text string) []string {
	var out []string
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == ' ' || c == '\t':
			i++
		case c == '{' || c == '<' || c == '\'':
			end := map[byte]byte{'{': '}', '<': '>', '\'': '\''}[c]
			j := strings.IndexByte(text[i+1:], end)
			if j < 0 {
				return append(out, text[i:])
			}
			out = append(out, text[i:i+j+2])
			i += j + 2
		case c < utf8.RuneSelf && !letterAt(text, i):
			out = append(out, text[i:i+1])
			i++
		default:
			j := i
			for j < len(text) && (text[j] >= utf8.RuneSelf || letterAt(text, j)) {
				j++
			}
			out = append(out, text[i:j])
			i = j
		}
	}
	return out
}

func (s *scanner) peek() string {
	if s.pos < len(s.words) {
		return s.words[s.pos]
	}
	return ""
}

func (s *scanner) alternatives() *node {
	alt := &node{op: opAlt, kids: []*node{s.sequence()}}
	for s.peek() == "|" {
		s.pos++
		alt.kids = append(alt.kids, s.sequence())
	}
	if len(alt.kids) == 1 {
		return alt.kids[0]
	}
	return alt
}

func (s *scanner) sequence() *node {
	seq := &node{op: opSeq}
	for w := s.peek(); w != "" && w != "|" && w != ")"; w = s.peek() {
		seq.kids = append(seq.kids, s.element())
	}
	return seq
}

func (s *scanner) element() *node {
	w := s.peek()
	s.pos++
	var n *node
	switch {
	case w == "~":
		n = glue(s.element())
		return n
	case w == "(":
		n = s.alternatives()
		if s.peek() != ")" {
			s.errorf("( without )")
		}
		s.pos++
	case w == "…":
		return s.set.gapNode()
	case w == "[":
		return &node{op: opOpen}
	case w == "]":
		return &node{op: opClose}
	case w[0] == '<':
		name := strings.Trim(w, "<>")
		d, ok := s.defs[name]
		if !ok {
			s.errorf("no def of %s", w)
			d = &node{op: opSeq}
		}
		if n = d; d.op == opSeq && d.field == "" && len(d.kids) == 1 {
			n = d.kids[0]
		}
	case w[0] == '{':
		class, field, ok := strings.Cut(strings.Trim(w, "{}"), ":")
		if !ok {
			field = class
		}
		n = s.set.classNode(class, field)
		if n == nil {
			s.errorf("no class %s", w)
			n = &node{op: opSeq}
		}
	default:
		n = s.set.literal(strings.Trim(w, "'"))
	}
	for {
		switch s.peek() {
		case "?":
			n = &node{op: opOpt, kids: []*node{n}}
		case "+":
			n = &node{op: opPlus, kids: []*node{n}}
		default:
			return n
		}
		s.pos++
	}
}

// glue returns a copy of n whose first token must touch the one before it.
func glue(n *node) *node {
	c := *n
	switch n.op {
	case opClass:
		c.glued = true
	case opSeq:
		c.kids = append([]*node(nil), n.kids...)
		for i, k := range c.kids {
			if k.op != opOpen && k.op != opClose {
				c.kids[i] = glue(k)
				break
			}
		}
	default:
		c.kids = nil
		for _, k := range n.kids {
			c.kids = append(c.kids, glue(k))
		}
	}
	return &c
}

// literal makes the pattern of a word, a mark or a run of Han characters.
func (s *Set) literal(w string) *node {
	seq := &node{op: opSeq}
	for _, part := range pieces(w) {
		seq.kids = append(seq.kids, &node{op: opClass, class: s.literalClass(part)})
	}
	if len(seq.kids) == 1 {
		return seq.kids[0]
	}
	return seq
}

// pieces cuts a literal as the lexer would: words, single Han characters, single marks.
func pieces(w string) []string {
	var out []string
	var run []rune
	flush := func() {
		if len(run) > 0 {
			out = append(out, string(run))
			run = nil
		}
	}
	for _, r := range w {
		switch {
		case r == '_' || r == ' ':
			flush()
		case isHan(r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			run = append(run, r)
		default:
			flush()
			out = append(out, string(r))
		}
	}
	flush()
	return out
}
