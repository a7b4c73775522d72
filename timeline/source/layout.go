package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout is how the lines of a plain text make its paragraphs.
type layout struct {
	style layoutStyle
	width int // cells of a full line, where lines are wrapped
}

type layoutStyle uint8

const (
	paragraphLines layoutStyle = iota // one paragraph a line
	wrapped                           // a blank line ends a paragraph
	doubleSpaced                      // a blank line after every line, as some PDF extractors write
)

// longLine is the width above which a line can't be one of a wrapped paragraph.
const longLine = 150

// detectLayout looks at how long the lines are and where sentences run on over
// a line end: with or without a blank line between.
func detectLayout(text string, lines []line) layout {
	if len(lines) == 0 {
		return layout{}
	}
	total, long := 0, 0
	for i := range lines {
		total += lines[i].width
		if lines[i].width > longLine {
			long += lines[i].width
		}
	}
	if long*5 >= total*2 {
		return layout{style: paragraphLines, width: longLine}
	}
	l := layout{style: wrapped, width: fullWidth(lines)}
	single, double, gaps := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := text[lines[i-1].start:lines[i-1].end], text[lines[i].start:lines[i].end]
		runsOn := !endsSentence(a) && (startsLower(b) || isHan(firstRune(b)) && isHan(lastRune(a)) && lines[i-1].width*10 >= l.width*9)
		switch {
		case lines[i].blanks == 1:
			gaps++
			if runsOn {
				double++
			}
		case lines[i].blanks == 0 && runsOn:
			single++
		}
	}
	if double >= 2 && double > single && double*5 >= gaps {
		l.style = doubleSpaced
	}
	return l
}

// fullWidth is the width that few lines pass: the 95th percentile.
func fullWidth(lines []line) int {
	widths := make([]int, len(lines))
	for i := range lines {
		widths[i] = lines[i].width
	}
	slices.Sort(widths)
	return max(1, widths[len(widths)*95/100])
}

// markPages notes where a page begins: after a form feed, and in double-spaced
// text where a line follows at once and is indented.
func (p *page) markPages() {
	for i := range p.lines {
		l := &p.lines[i]
		l.newPage = l.formFeed || i > 0 && p.layout.style == doubleSpaced && l.blanks == 0 && l.indent > 0
	}
}

// localWidth is the width of a full line near line i: pages of one document are
// set in different sizes, and notes in another than the text.
func (p *page) localWidth(i int) int {
	const reach = 8
	w := p.layout.width * 3 / 4
	note := p.lines[i].kind == Footnote
	for k := max(0, i-reach); k < min(len(p.lines), i+reach+1); k++ {
		l := &p.lines[k]
		if (l.kind == Footnote) == note && l.kind != Chrome && l.width <= p.layout.width*6/5 {
			w = max(w, l.width+l.indent)
		}
	}
	return w
}

// full reports whether the first word of line i+1 would hardly have found room at
// the end of line i, so that the line end may be no choice of the author's.
func (p *page) full(i int) bool {
	a, b := &p.lines[i], &p.lines[i+1]
	w := p.localWidth(i)
	need := a.indent + a.width + 1 + firstWordCells(p.str(b))
	if isHan(lastRune(p.str(a))) {
		return need+1 >= w
	}
	return need*100 >= w*88 // letters of a printed page differ in width
}

// firstWordCells is the width of what a line can't be broken before: the first
// word, or one ideograph.
func firstWordCells(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if isWide(r) {
		return 2
	}
	end := strings.IndexFunc(s[n:], func(r rune) bool { return isSpace(r) || isWide(r) })
	if end < 0 {
		end = len(s) - n
	}
	return min(cells(s[:n+end]), 40) // a URL may be broken anywhere
}

// endsSentence reports whether a text ends with the mark of a sentence's end,
// behind which closing quotes, brackets and a footnote's number may stand.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool { return isSpace(r) || Invisible(r) })
	if end, ok := cutNoteNumber(s); ok {
		s = s[:end]
	}
	s = strings.TrimRightFunc(cutBracketedNotes(s), isCloser)
	switch lastRune(s) {
	case '.', '!', '?', '…', ':', ';', '。', '！', '？', '：', '；', '．', '｡':
		return true
	}
	return false
}

// cutNoteNumber returns where a note's number begins that is glued to the end of
// a text, as in "the Act.12" or "the Act”³".
func cutNoteNumber(s string) (int, bool) {
	end := len(strings.TrimRight(s, "0123456789, ⁰¹²³⁴⁵⁶⁷⁸⁹"))
	if end == len(s) || end == 0 || len(s)-end > 16 {
		return 0, false
	}
	r, _ := utf8.DecodeLastRuneInString(s[:end])
	before, _ := utf8.DecodeLastRuneInString(s[:end-utf8.RuneLen(max(r, 0))])
	if s[end] == ' ' || s[end] == ',' || r == utf8.RuneError {
		return 0, false
	}
	mark := r == '.' || r == '!' || r == '?' || isCloser(r) || r == '。'
	return end, mark && !unicode.IsDigit(before)
}

// cutBracketedNotes cuts the marks of notes off the end of a text: "the Act.[1][2]".
func cutBracketedNotes(s string) string {
	for strings.HasSuffix(s, "]") {
		open := strings.LastIndexByte(s[max(0, len(s)-8):], '[')
		if open < 0 {
			break
		}
		open += max(0, len(s)-8)
		if strings.Trim(s[open+1:len(s)-1], "0123456789") != "" {
			break
		}
		s = s[:open]
	}
	return s
}

func isCloser(r rune) bool {
	switch r {
	case '"', '\'', '”', '’', '»', '」', '』', ')', ']', '）', '】', '》', '*', '_':
		return true
	}
	return false
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isHan(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// startsLower reports whether a line begins as the middle of a sentence does.
func startsLower(s string) bool {
	r := firstRune(s)
	return unicode.IsLower(r) || strings.ContainsRune(",;.)]}%”’»、，。；：）》」", r)
}
