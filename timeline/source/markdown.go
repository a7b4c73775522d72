package source

import (
	"strings"
	"unicode/utf8"
)

// readMarkdown cuts Markdown into blocks, line by line, so that every offset is
// the file's own. It reads what documents are made of – headings, paragraphs,
// lists, quotes, tables, notes, code – and leaves mark-up inside a line alone.
func (d *Document) readMarkdown() {
	m := &markdown{d: d, at: max(d.frontMatter(), bomLen(d.Text))}
	for m.at < len(d.Text) {
		m.line()
	}
	m.flush()
}

// markdown is the reader's state: the block that is open, and the lists around it.
type markdown struct {
	d          *Document
	at         int // where the next line begins
	open       bool
	start, end int
	block      Block // of the open block
	lines      int   // in the open block
	nest       nesting
	noComments bool // no comment closes behind this point
}

// flush ends the open block. A paragraph that is one line in bold is a heading; a
// block that is nothing but a picture is none.
func (m *markdown) flush() {
	if !m.open {
		return
	}
	m.open = false
	s, e, b := m.start, m.end, m.block
	text := m.d.Text[s:e]
	if isPicture(text) {
		return
	}
	if b.Kind == Paragraph && m.lines == 1 && len(text) <= 160 {
		if bold := boldLine(text); bold > 0 {
			s, e, b = s+bold, e-bold, Block{Kind: Heading, Level: 4}
		}
	}
	m.d.addBlock(s, e, b)
}

// begin opens a block at start.
func (m *markdown) begin(start, end int, b Block) {
	m.flush()
	m.open, m.start, m.end, m.block, m.lines = true, start, end, b, 1
}

// line reads the line at m.at.
func (m *markdown) line() {
	text := m.d.Text
	raw := lineAt(text, m.at)
	m.at = raw.next
	s := skipQuote(text, raw.start, raw.end)
	indent := cells(text[s : s+len(text[s:raw.end])-len(strings.TrimLeft(text[s:raw.end], " \t"))])
	s, e := trim(text, s, raw.end)
	if s == e {
		m.flush()
		return
	}
	if from, to, ok := m.comment(s, e); ok {
		m.skipComment(s, from, to)
		return
	}
	str := text[s:e]
	switch {
	case fence(str) != "":
		m.code(raw, fence(str))
	case headingDepth(str) > 0:
		m.heading(s, e)
	case m.setext(str):
	case isRule(str), isPicture(str):
		m.flush()
	case m.note(s, e):
	case m.item(s, e, indent):
	case m.table(raw, s, e):
	case m.html(s, e):
	case m.open && !startsLabel(str):
		m.end = e
		m.lines++
	default:
		m.begin(s, e, Block{})
	}
}

// skipQuote returns where a line begins behind its quotation marks.
func skipQuote(text string, s, end int) int {
	for {
		t := strings.TrimLeft(text[s:end], " \t")
		if !strings.HasPrefix(t, ">") {
			return s
		}
		s = end - len(t) + 1
	}
}

// comment finds the first HTML comment that begins on a line and where it ends.
func (m *markdown) comment(s, e int) (from, to int, ok bool) {
	text := m.d.Text
	i := strings.Index(text[s:e], "<!--")
	if i < 0 || m.noComments {
		return 0, 0, false
	}
	from = s + i
	j := strings.Index(text[from+4:], "-->")
	if j < 0 {
		m.noComments = true
		return 0, 0, false
	}
	return from, from + 4 + j + 3, true
}

// skipComment reads on behind a comment; what stands before it on its line ends a
// block.
func (m *markdown) skipComment(s, from, to int) {
	if _, e := trim(m.d.Text, s, from); e > s {
		if m.open {
			m.end = e
		} else {
			m.begin(s, e, Block{})
		}
	}
	m.flush()
	if end, ok := injected(m.d.Text, from, to); ok {
		m.d.addBlock(to, end, Block{Kind: Chrome})
		to = end
	}
	m.at = to
}

// fence returns the fence of a code block that a line opens, or "".
func fence(s string) string {
	for _, c := range []string{"`", "~"} {
		n := len(s) - len(strings.TrimLeft(s, c))
		if n >= 3 && !strings.Contains(s[n:], "`") {
			return s[:n]
		}
	}
	return ""
}

// code reads a fenced block; one that is not closed reaches to the end of the text.
func (m *markdown) code(opening rawLine, mark string) {
	m.flush()
	text := m.d.Text
	for at := opening.next; at < len(text); {
		raw := lineAt(text, at)
		s := strings.Trim(text[skipQuote(text, raw.start, raw.end):raw.end], " \t")
		if strings.HasPrefix(s, mark) && strings.Trim(s, mark[:1]) == "" {
			m.d.addBlock(opening.next, raw.start, Block{Kind: Code})
			m.at = raw.next
			return
		}
		at = raw.next
	}
	m.d.addBlock(opening.next, len(text), Block{Kind: Code})
	m.at = len(text)
}

// headingDepth returns the level of an ATX heading, or 0.
func headingDepth(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n == 0 || n > 6 || n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

func (m *markdown) heading(s, e int) {
	m.flush()
	m.nest = nil
	str := m.d.Text[s:e]
	depth := headingDepth(str)
	if closing := strings.TrimRight(str, "#"); strings.HasSuffix(closing, " ") {
		e = s + len(closing)
	}
	b := Block{Kind: Heading, Level: depth}
	if strings.HasSuffix(str, ".") && len(strings.Fields(str)) > 12 {
		b = Block{} // a standfirst: a sentence set large
	}
	if s+depth < e {
		m.d.addBlock(s+depth, e, b)
	}
}

// setext makes a heading of the open paragraph that a line underlines. A row of
// dashes under a sentence is a rule.
func (m *markdown) setext(str string) bool {
	if !m.open || m.block.Kind != Paragraph || m.lines > 2 {
		return false
	}
	level := 0
	switch {
	case strings.Trim(str, "=") == "":
		level = 1
	case strings.Trim(str, "-") == "" && len(str) >= 2 && !endsSentence(m.d.Text[m.start:m.end]):
		level = 2
	default:
		return false
	}
	m.block = Block{Kind: Heading, Level: level}
	m.flush()
	return true
}

// isRule reports whether a line is three or more of one of * - _, spaced or not.
func isRule(s string) bool {
	if s == "" || !strings.ContainsRune("*-_", rune(s[0])) {
		return false
	}
	return strings.Count(s, s[:1]) >= 3 && strings.Trim(s, s[:1]+" \t") == ""
}

// note reads [^mark]: text, and passes over [label]: address.
func (m *markdown) note(s, e int) bool {
	str := m.d.Text[s:e]
	if !strings.HasPrefix(str, "[") {
		return false
	}
	end := strings.Index(str[:min(len(str), 120)], "]:")
	if end < 2 || strings.ContainsAny(str[1:end], "[]") {
		return false
	}
	body := s + end + 2
	rest := strings.TrimLeft(m.d.Text[body:e], " \t")
	switch {
	case str[1] == '^':
		m.begin(body, e, Block{Kind: Footnote, Mark: str[2:end]})
	case isAddress(rest) || strings.HasPrefix(rest, "<") || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "#"):
		m.flush()
	default:
		return false
	}
	return true
}

// item reads the head of a list item: - + * or a number.
func (m *markdown) item(s, e, indent int) bool {
	str := m.d.Text[s:e]
	n := 0
	switch {
	case strings.ContainsRune("-+*•–", firstRune(str)):
		n = utf8.RuneLen(firstRune(str))
	case strings.ContainsRune("(（", firstRune(str)):
		return m.clause(s, e, indent)
	default:
		digits := len(str) - len(strings.TrimLeft(str, "0123456789"))
		if digits == 0 || digits > 3 || digits == len(str) || str[digits] != '.' && str[digits] != ')' {
			return false
		}
		if m.open && m.block.Kind == Paragraph && str[:digits] != "1" {
			return false // "on 3." and "4. July" may stand at a line's head
		}
		n = digits + 1
	}
	if n >= len(str) || str[n] != ' ' && str[n] != '\t' {
		return false
	}
	style := str[:1]
	if isASCIIDigit(str[0]) {
		style = "1" + str[n-1:n]
	}
	m.begin(s+n, e, Block{Kind: ListItem, Level: m.nest.level(indent, style)})
	return true
}

// clause reads the item of an act: (a) or （一）.
func (m *markdown) clause(s, e, indent int) bool {
	mark, ok := readMarker(m.d.Text[s:e])
	if !ok || m.open && !endsSentence(m.d.Text[m.start:m.end]) {
		return false
	}
	m.begin(s+mark.length, e, Block{Kind: ListItem, Level: m.nest.level(indent, mark.style)})
	return true
}

// html passes over a line of block elements; text between them is a block.
func (m *markdown) html(s, e int) bool {
	if !isBlockTag(m.d.Text[s:e]) {
		return false
	}
	m.flush()
	s, e = stripTags(m.d.Text, s, e)
	if s < e {
		m.begin(s, e, Block{})
		m.flush()
	}
	return true
}

// startsLabel reports whether a line begins with a label in bold, such as
// "**Published:** 4 July": such lines stand each for itself.
func startsLabel(s string) bool {
	if !strings.HasPrefix(s, "**") {
		return false
	}
	head := s[2:min(len(s), 62)]
	return strings.Contains(head, ":**") || strings.Contains(head, "**:") || strings.Contains(head, "：**")
}

// boldLine returns the length of the marks around a line that is bold as a whole,
// or 0.
func boldLine(s string) int {
	for _, mark := range []string{"***", "**", "__"} {
		if len(s) > 2*len(mark) && strings.HasPrefix(s, mark) && strings.HasSuffix(s, mark) {
			inner := s[len(mark) : len(s)-len(mark)]
			if strings.Contains(inner, mark[:2]) || strings.TrimSpace(inner) == "" {
				return 0
			}
			return len(mark)
		}
	}
	return 0
}

// isPicture reports whether a text is only pictures and links without words.
func isPicture(s string) bool {
	if !strings.HasPrefix(s, "![") && !strings.HasPrefix(s, "[](") {
		return false
	}
	for s != "" {
		empty := strings.HasPrefix(s, "[](")
		if !empty && !strings.HasPrefix(s, "![") {
			return false
		}
		i := strings.Index(s, "](")
		if i < 0 {
			return false
		}
		end := strings.IndexByte(s[i:], ')')
		if end < 0 {
			return false
		}
		s = strings.TrimLeft(s[i+end+1:], " \t\r\n")
	}
	return true
}

// looksLikeMarkdown reports whether a plain text is written in Markdown: the file
// name often does not say so.
func looksLikeMarkdown(text string) bool {
	text = text[:min(len(text), 100<<10)]
	headings, others := 0, 0
	for at := 0; at < len(text); {
		raw := lineAt(text, at)
		s := strings.TrimSpace(text[raw.start:raw.end])
		switch {
		case headingDepth(s) > 0 && len(s) > 2:
			headings++
		case strings.HasPrefix(s, "```"), strings.HasPrefix(s, "> "), strings.HasPrefix(s, "<!--"), boldLine(s) > 0, isDelimiterRow(s):
			others++
		}
		at = raw.next
	}
	links := strings.Count(text, "](http") + strings.Count(text, "](/")
	switch {
	case headings >= 2, headings == 1 && others+links > 0, links >= 3:
		return true
	}
	return links >= 1 && others >= 1 || others >= 3
}
