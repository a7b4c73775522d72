package source

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// cutNotes takes the footnotes off the end of a column: lines in smaller type, or
// under a short rule, of which the first carries a mark.
func (l *pdfLayout) cutNotes(r *pdfRegion, rules []rule) (body []pdfLine, notes []pdfBlock) {
	at := l.notesBegin(r, rules)
	if at == len(r.lines) {
		return r.lines, nil
	}
	p := &columnReader{l: l, r: r, lead: l.leadOf(r.lines[at:])}
	last := l.lastMark()
	for i := at; i < len(r.lines); i++ {
		line := r.lines[i]
		mark, rest, ok := noteMark(line.text)
		n := len(notes) - 1
		switch {
		case ok && follows(last, mark, n >= 0):
			last = mark
			line.text = rest
			b := p.begin([]pdfLine{line})
			b.Kind, b.Mark = Footnote, mark
			notes = append(notes, b)
		case n >= 0:
			notes[n].lines = append(notes[n].lines, line)
		default: // the rest of a note of the page before
			b := p.begin([]pdfLine{line})
			b.Kind, b.Mark = Footnote, last
			notes = append(notes, b)
		}
	}
	return r.lines[:at], notes
}

// notesBegin returns the index of the line with which a column's notes begin, or
// the number of its lines.
func (l *pdfLayout) notesBegin(r *pdfRegion, rules []rule) int {
	n := len(r.lines)
	small := n
	for small > 0 && r.lines[small-1].size < 0.93*l.body {
		small--
	}
	for i := small; i < n; i++ {
		_, _, marked := noteMark(r.lines[i].text)
		if marked && (i > 0 || n-i <= 12) {
			if i > small && ruledOff(r, rules, small) {
				return small // the end of a note of the page before
			}
			return i
		}
	}
	for i := max(1, n/3); i < n; i++ {
		if _, _, marked := noteMark(r.lines[i].text); marked && ruledOff(r, rules, i) && r.lines[i].size <= l.body {
			return i
		}
	}
	return n
}

// ruledOff reports whether a short rule stands just above line i, as it does above
// notes; a table's is as wide as the column.
func ruledOff(r *pdfRegion, rules []rule, i int) bool {
	if i == 0 {
		return false
	}
	top, bottom := r.lines[i-1].y-0.2*r.lines[i-1].size, r.lines[i].y
	for _, x := range rules {
		if w := x.x1 - x.x0; x.y0 > top && x.y1 < bottom && w >= 20 && w < 0.7*(r.x1-r.x0) && math.Abs(x.x0-r.x0) < 12 {
			return true
		}
	}
	return false
}

// noteMark reads the mark at the head of a note: a raised number, a number with
// or without a full stop, or a sign.
func noteMark(s string) (mark, rest string, ok bool) {
	if m, ok := readMarker(s); ok && isNoteStyle(m.style) {
		return plainNumber(m.text), s[m.length:], true
	}
	r, n := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("*∗†‡§¶", r) {
		sign := s[:n]
		for strings.HasPrefix(s[n:], string(r)) && n < 12 {
			n += len(string(r))
			sign = s[:n]
		}
		return sign, strings.TrimLeft(s[n:], " "), strings.TrimLeft(s[n:], " ") != ""
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits <= 3 && digits+1 < len(s) && s[digits] == ' ' {
		return s[:digits], strings.TrimLeft(s[digits:], " "), true
	}
	return "", "", false
}

// plainNumber writes superscript figures as plain ones.
func plainNumber(s string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(superscriptNumbers, r); i >= 0 {
			return rune('0' + utf8.RuneCountInString(superscriptNumbers[:i]))
		}
		return r
	}, s)
}

// follows reports whether a note's mark may come after another: the number after
// it, or soon after it, or one that starts anew on a page; any sign.
func follows(last, mark string, onPage bool) bool {
	n, err := strconv.Atoi(mark)
	if err != nil {
		return true
	}
	before, err := strconv.Atoi(last)
	if err != nil {
		return true
	}
	if n > before && n-before <= 3 {
		return true
	}
	return !onPage // the first of a page: its chapter may count anew
}

// lastMark is the mark of the last note so far, or "".
func (l *pdfLayout) lastMark() string {
	for n := len(l.blocks) - 1; n >= 0 && n >= len(l.blocks)-200; n-- {
		if l.blocks[n].Kind == Footnote {
			return l.blocks[n].Mark
		}
	}
	return ""
}
