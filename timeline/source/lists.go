package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is how a list item or a note begins.
type marker struct {
	style  string // "•", "1.", "(a)": what the items of one list share
	number int    // of an ordered one, else 0
	text   string // "12"
	length int    // bytes with the white space after it
}

// ordered reports whether the marker counts.
func (m marker) ordered() bool { return m.number > 0 }

// readMarker returns the marker at the head of a line; ok is false for none.
func readMarker(s string) (m marker, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-–—*•·‣◦▪■●○➢➤✓⁃∙", r):
		return finish(s, marker{style: string(r), length: n}, strings.ContainsRune("•‣◦▪■●○➢➤✓⁃", r))
	case r >= '①' && r <= '⑳':
		return finish(s, marker{style: "①", number: int(r-'①') + 1, text: string(r), length: n}, true)
	case r == '(' || r == '（' || r == '[':
		return bracketed(s, r, n)
	}
	return numbered(s)
}

// finish adds the white space to a marker; without any it may be none.
func finish(s string, m marker, glued bool) (marker, bool) {
	rest := strings.TrimLeftFunc(s[m.length:], isSpace)
	if rest == "" || !glued && len(rest) == len(s)-m.length {
		return m, false
	}
	m.length = len(s) - len(rest)
	return m, true
}

// bracketed reads (a), (12), (iv), （一）, [3].
func bracketed(s string, open rune, n int) (marker, bool) {
	closer := map[rune]string{'(': ")", '（': "）", '[': "]"}[open]
	end := strings.Index(s[:min(len(s), 24)], closer)
	if end < n {
		return marker{}, false
	}
	text := s[n:end]
	kind, number := count(text)
	if number == 0 || open == '[' && kind != "1" {
		return marker{}, false
	}
	return finish(s, marker{style: string(open) + kind, number: number, text: text, length: end + len(closer)}, open != '(')
}

// numbered reads 1. 1) a) 一、 １． and superscript numbers.
func numbered(s string) (marker, bool) {
	end := strings.IndexFunc(s, func(r rune) bool { return !isCounter(r) })
	if end <= 0 || end > 12 {
		return marker{}, false
	}
	text := s[:end]
	kind, number := count(text)
	if kind == "¹" && number > 0 {
		return finish(s, marker{style: kind, number: number, text: text, length: end}, true)
	}
	r, n := utf8.DecodeRuneInString(s[end:])
	switch {
	case number == 0:
		return marker{}, false
	case kind == "一" && r == '、':
	case kind == "1" && (r == '.' || r == ')' || r == '、' || r == '．' || r == '）'):
	case kind == "a" && (r == ')' || r == '.'), kind == "i" && (r == ')' || r == '.'), kind == "I" && r == '.':
	default:
		return marker{}, false
	}
	return finish(s, marker{style: kind + string(r), number: number, text: text, length: end + n}, r == '、' || r == '．' || r == '）')
}

const (
	hanNumbers         = "一二三四五六七八九十"
	superscriptNumbers = "⁰¹²³⁴⁵⁶⁷⁸⁹"
)

func isCounter(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || strings.ContainsRune("IVXL", r) || r >= '０' && r <= '９' ||
		strings.ContainsRune(hanNumbers, r) || strings.ContainsRune(superscriptNumbers, r)
}

// count reads what counts: 12, b, iv, IV, 十二, ¹². The kind is the first of its
// row; 0 is no number.
func count(s string) (kind string, number int) {
	r := firstRune(s)
	switch {
	case r >= '0' && r <= '9', r >= '０' && r <= '９':
		return "1", arabic(s)
	case strings.ContainsRune(superscriptNumbers, r):
		return "¹", arabic(s)
	case strings.ContainsRune(hanNumbers, r):
		return "一", hanNumber(s)
	case len(s) == 1 && r >= 'a' && r <= 'z' && r != 'i' && r != 'v' && r != 'x':
		return "a", int(r-'a') + 1
	case r >= 'a' && r <= 'z':
		return "i", roman(strings.ToUpper(s))
	case r >= 'A' && r <= 'Z':
		return "I", roman(s)
	}
	return "", 0
}

// arabic reads at most three digits of any of the three sorts.
func arabic(s string) int {
	n, digits := 0, 0
	for _, r := range s {
		v := int(r - '0')
		if r >= '０' && r <= '９' {
			v = int(r - '０')
		} else if i := strings.IndexRune(superscriptNumbers, r); i >= 0 {
			v = utf8.RuneCountInString(superscriptNumbers[:i])
		}
		if digits++; v < 0 || v > 9 || digits > 3 {
			return 0
		}
		n = n*10 + v
	}
	return n
}

// roman reads a number up to 39, which must be written as Romans did.
func roman(s string) int {
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	for n := 1; n < 40; n++ {
		if s == strings.Repeat("X", n/10)+ones[n%10] {
			return n
		}
	}
	return 0
}

// hanNumber reads 一 to 九十九.
func hanNumber(s string) int {
	digit := func(t string) int {
		i := strings.Index(hanNumbers, t)
		if t == "" || i < 0 || utf8.RuneCountInString(t) > 1 {
			return 0
		}
		return i/len("一") + 1
	}
	tens, ones, ok := strings.Cut(s, "十")
	if !ok {
		return digit(s)
	}
	n := 10
	if tens != "" {
		n = 10 * digit(tens)
	}
	if n == 0 || ones != "" && digit(ones) == 0 {
		return 0
	}
	return n + digit(ones)
}

// markLists finds the lines that begin a list item. A number followed by a full
// stop does so only in a row of such numbers: a line may also begin with "4. July".
func (p *page) markLists() {
	inRow := p.rows()
	var nest nesting
	for i := range p.lines {
		l := &p.lines[i]
		if l.kind != Paragraph {
			continue
		}
		m, ok := readMarker(p.str(l))
		if ok && m.ordered() && !strings.ContainsAny(m.style, "(（①") {
			ok = inRow[i]
		}
		if ok && i > 0 && p.inSentence(i) && !inRow[i] {
			ok = false
		}
		switch {
		case ok:
			if l.blanks > 0 && p.layout.style != doubleSpaced && !nest.holds(m.style) {
				nest = nil // another list
			}
			l.kind, l.starts, l.body = ListItem, true, l.start+m.length
			l.level = nest.level(l.indent, m.style)
		case l.blanks > 0 && l.indent == 0 && p.layout.style != doubleSpaced:
			nest = nil
		}
	}
}

// inSentence reports whether the line before i breaks off amid a sentence, so
// that a dash or a number at the head of i is part of it.
func (p *page) inSentence(i int) bool {
	l, prev := &p.lines[i], &p.lines[i-1]
	if l.blanks > p.reach(i) || endsSentence(p.str(prev)) || prev.kind == ListItem {
		return false
	}
	r := firstRune(p.str(l))
	return p.full(i-1) && (unicode.IsDigit(r) || r == '–' || r == '—')
}

// rows tells which lines stand in a row of ordered markers that counts up by
// one: with the next number after it or the one before it.
func (p *page) rows() map[int]bool {
	in := map[int]bool{}
	type last struct{ number, line int }
	open := map[string][]last{} // by style, the rows that may go on, the newest last
	for i := range p.lines {
		m, ok := readMarker(p.str(&p.lines[i]))
		if !ok || !m.ordered() || p.lines[i].kind != Paragraph {
			continue
		}
		rows := open[m.style]
		found := false
		for k := len(rows) - 1; k >= 0 && !found; k-- {
			if rows[k].number == m.number-1 {
				in[i], in[rows[k].line], found = true, true, true
				rows[k] = last{m.number, i}
				rows = rows[:k+1] // rows inside this one are over
			}
		}
		if !found && m.number == 1 {
			rows = append(rows, last{1, i})
			if len(rows) > 8 {
				rows = rows[1:]
			}
		}
		open[m.style] = rows
	}
	return in
}

// nesting is the open list levels, the outermost first.
type nesting []struct {
	indent int
	style  string
}

func (n nesting) holds(style string) bool {
	for _, open := range n {
		if open.style == style {
			return true
		}
	}
	return false
}

// level returns the level, from 1, of an item: deeper by its indent, or by
// another kind of marker.
func (n *nesting) level(indent int, style string) int {
	s := *n
	for len(s) > 0 && s[len(s)-1].indent > indent+1 {
		s = s[:len(s)-1]
	}
	for k := range s {
		if s[k].style == style && s[k].indent+1 >= indent && s[k].indent <= indent+1 {
			*n = s[:k+1]
			return k + 1
		}
	}
	if len(s) < 12 {
		s = append(s, struct {
			indent int
			style  string
		}{indent, style})
	}
	*n = s
	return len(s)
}
