package source

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// noteRow is a run of numbered lines that count up over the text: notes, or the
// items of a list, or the sections of an act.
type noteRow struct {
	style string
	last  int   // the number reached
	lines []int // the lines of its items
	names []string
}

// markNotes finds the lines that begin a footnote, an endnote or an entry of a
// reference list, wherever they stand: page ends put them amid the text.
func (p *page) markNotes() {
	rows := p.noteRows()
	if len(rows) == 0 {
		return
	}
	marks := noteMarks(p.text)
	for _, row := range rows {
		if !p.areNotes(row, marks) {
			continue
		}
		for k, i := range row.lines {
			l := &p.lines[i]
			m, _ := readMarker(p.str(l))
			l.kind, l.starts, l.mark, l.body = Footnote, true, row.names[k], l.start+m.length
		}
	}
}

// noteRows groups the numbered lines into rows that count up. A number belongs to
// the row, of its style, that reached the number before it last; one or two
// numbers may be missing, since extraction loses lines.
func (p *page) noteRows() []*noteRow {
	var rows []*noteRow
	open := map[string]map[int]*noteRow{} // by style and number reached
	for i := range p.lines {
		l := &p.lines[i]
		m, ok := readMarker(p.str(l))
		if !ok || l.kind != Paragraph || !isNoteStyle(m.style) {
			continue
		}
		byNumber := open[m.style]
		if byNumber == nil {
			byNumber = map[int]*noteRow{}
			open[m.style] = byNumber
		}
		var row *noteRow
		for missing := 1; missing <= 3 && row == nil; missing++ {
			row = byNumber[m.number-missing]
		}
		if row == nil {
			row = &noteRow{style: m.style}
			rows = append(rows, row)
		} else {
			delete(byNumber, row.last)
		}
		row.last = m.number
		row.lines, row.names = append(row.lines, i), append(row.names, m.text)
		byNumber[m.number] = row
	}
	return rows
}

func isNoteStyle(style string) bool {
	switch style {
	case "1.", "1)", "[1", "¹":
		return true
	}
	return false
}

// areNotes judges a row by what its items say (citations) and by whether the
// text before them holds their numbers as marks. Sections of an act and steps of
// a procedure have neither.
func (p *page) areNotes(row *noteRow, marks map[string]int) bool {
	cited, marked := 0, 0
	for k, i := range row.lines {
		if isCitation(p.noteText(row, k)) {
			cited++
		}
		if at, ok := marks[row.names[k]]; ok && at < p.lines[i].start {
			marked++
		}
	}
	n := len(row.lines)
	switch {
	case marked*2 >= n && cited*10 >= n*3:
		return true
	case n >= 3 && marked*10 >= n*8:
		return true
	case row.style == "¹":
		return n >= 2 || marked > 0
	}
	return n >= 2 && cited*10 >= n*6 && (p.scattered(row) || p.underNotesHeading(row.lines[0]))
}

// noteText is the beginning of an item: its line and those after it, up to the
// next item, a few hundred bytes at most.
func (p *page) noteText(row *noteRow, k int) string {
	i := row.lines[k]
	end := p.lines[i].end
	for j := i + 1; j < len(p.lines) && p.lines[j].end-p.lines[i].start < 500; j++ {
		if k+1 < len(row.lines) && j == row.lines[k+1] || p.lines[j].newPage {
			break
		}
		end = p.lines[j].end
	}
	return p.text[p.lines[i].start:min(end, p.lines[i].start+600)]
}

// scattered reports whether other text stands between some items of a row.
func (p *page) scattered(row *noteRow) bool {
	for k := 1; k < len(row.lines); k++ {
		if row.lines[k]-row.lines[k-1] > 8 {
			return true
		}
	}
	return false
}

// underNotesHeading reports whether one of the lines just above says "Notes".
func (p *page) underNotesHeading(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if isNotesHeading(p.str(&p.lines[k])) {
			return true
		}
	}
	return false
}

// noteMarks returns where the numbers first stand that are glued to the end of a
// word or of a sentence – marks of notes in the running text.
func noteMarks(text string) map[string]int {
	marks := map[string]int{}
	put := func(name string, at int) {
		if _, ok := marks[name]; !ok {
			marks[name] = at
		}
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		isDigit := r >= '0' && r <= '9'
		if !isDigit && !strings.ContainsRune(superscriptNumbers, r) {
			i += n
			continue
		}
		end := i + n
		for end < len(text) {
			d, m := utf8.DecodeRuneInString(text[end:])
			if isDigit != (d >= '0' && d <= '9') || !isDigit && !strings.ContainsRune(superscriptNumbers, d) {
				break
			}
			end += m
		}
		if utf8.RuneCountInString(text[i:end]) <= 3 && (!isDigit || carriesMark(text[:i]) && endsMark(text[end:])) {
			put(text[i:end], i)
		}
		i = end
	}
	return marks
}

// carriesMark reports whether a text ends as one does that a note's number is
// glued to: a word of three letters, closing quotes, a full stop after those, or
// an opening bracket behind them.
func carriesMark(s string) bool {
	s = strings.TrimSuffix(s, "[")
	r, n := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".,!?。，;", r) || isCloser(r) && r != '*' && r != '_' {
		s = s[:len(s)-n]
		r, n = utf8.DecodeLastRuneInString(s)
		if unicode.IsDigit(r) && !strings.HasSuffix(s, ")") {
			return len(s) >= 4 && arabicYear(s[len(s)-4:])
		}
		return n > 0 && !isSpace(r)
	}
	for range 3 {
		r, n = utf8.DecodeLastRuneInString(s)
		if !unicode.IsLetter(r) {
			return false
		}
		if isHan(r) {
			return true
		}
		s = s[:len(s)-n]
	}
	return true
}

func arabicYear(s string) bool {
	return strings.Trim(s, "0123456789") == "" && (s[:2] == "19" || s[:2] == "20")
}

func endsMark(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || isSpace(r) || strings.ContainsRune("],;:)”\"—–.。，", r) && !startsDecimal(s) || isHan(r)
}

func startsDecimal(s string) bool { return len(s) > 1 && s[0] == '.' && s[1] >= '0' && s[1] <= '9' }

// noteContinues reports whether line i goes on with a note: notes are wrapped,
// and addresses in them are broken over lines.
func (p *page) noteContinues(i int) bool {
	l, prev := &p.lines[i], &p.lines[i-1]
	a, s := p.str(prev), p.str(l)
	reach := 0
	if p.layout.style == doubleSpaced {
		reach = 1
	}
	switch {
	case l.newPage || l.blanks > reach || l.starts:
		return false
	case startsLower(s) || isAddress(s) || endsInAddress(a) && !strings.Contains(firstField(s), " ") && looksAddress(firstField(s)):
		return true
	case p.layout.style == paragraphLines:
		return runsOn(a, s)
	case !endsSentence(a):
		return p.full(i-1) || strings.HasSuffix(a, ",") || l.indent > 0
	case isCaps(s):
		return false
	}
	return p.full(i-1) || l.indent > prev.indent
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")
}

// endsInAddress reports whether the last word of a line is an address, so that
// the next line may hold the rest of it.
func endsInAddress(s string) bool {
	return isAddress(s[strings.LastIndexAny(s, " (<")+1:])
}

func firstField(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return s[:i]
	}
	return s
}

func looksAddress(s string) bool { return strings.ContainsAny(s, "/.%=") && len(s) > 4 }

// orphanNotes finds the end of a note that a page break tore off: it stands at
// the head of the notes of the next page, and the note it belongs to is not over.
func (p *page) orphanNotes(blocks []textBlock) []textBlock {
	open := "" // the mark of the last note, if that breaks off
	for k := range blocks {
		b := &blocks[k]
		text := p.text[b.start:b.end]
		switch {
		case b.kind == Footnote && !endsSentence(text):
			open = b.mark
		case b.kind == Footnote:
			open = ""
		case open != "" && b.kind == Paragraph && len(text) < 400 && k+1 < len(blocks) && blocks[k+1].kind == Footnote && strings.Contains(text, "://"):
			b.kind, b.mark, open = Footnote, open, ""
		}
	}
	return blocks
}

//go:embed data/citations.txt
var citationData string

var citationCues = dataLines(citationData)

// isCitation reports whether a text looks like a citation or its commentary.
func isCitation(s string) bool {
	score := 0
	if strings.Contains(s, "://") || strings.Contains(s, "www.") {
		score += 2
	}
	low := strings.ToLower(s)
	for _, cue := range citationCues {
		if strings.Contains(low, cue) {
			score += 2
			break
		}
	}
	if strings.ContainsAny(s, "“\"「《") {
		score++
	}
	if hasYear(s) {
		score++
	}
	return score >= 2
}

// hasYear reports whether a text holds four digits that can be a year.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if s[i] != '1' && s[i] != '2' {
			continue
		}
		if arabicYear(s[i:i+4]) && (i == 0 || !isASCIIDigit(s[i-1])) && (i+4 == len(s) || !isASCIIDigit(s[i+4])) {
			return true
		}
	}
	return false
}

func isASCIIDigit(c byte) bool { return c >= '0' && c <= '9' }

// dataLines returns the lines of an embedded data file that are no comments.
func dataLines(data string) []string {
	var lines []string
	for line := range strings.Lines(data) {
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#!") {
			lines = append(lines, line)
		}
	}
	return lines
}
