package source

import "strings"

// table reads a pipe table whose first row is the line given: a row of dashes
// must follow. Each cell is a block.
func (m *markdown) table(raw rawLine, s, e int) bool {
	text := m.d.Text
	if !strings.Contains(text[s:e], "|") || raw.next >= len(text) {
		return false
	}
	rule := lineAt(text, raw.next)
	if !isDelimiterRow(strings.TrimSpace(text[skipQuote(text, rule.start, rule.end):rule.end])) {
		return false
	}
	m.flush()
	m.cells(s, e, 1)
	at := rule.next
	for row := 2; at < len(text); row++ {
		next := lineAt(text, at)
		cs, ce := trim(text, skipQuote(text, next.start, next.end), next.end)
		if cs == ce || !strings.Contains(text[cs:ce], "|") {
			break
		}
		m.cells(cs, ce, row)
		at = next.next
	}
	m.at = at
	return true
}

// cells adds the cells of a row; a bar after a backslash divides nothing.
func (m *markdown) cells(s, e, row int) {
	text := m.d.Text
	if text[s] == '|' {
		s++
	}
	col := 1
	for i := s; i <= e; i++ {
		if i == e || text[i] == '|' && text[i-1] != '\\' {
			m.d.addBlock(s, i, Block{Kind: TableCell, Row: row, Col: col})
			s, col = i+1, col+1
		}
	}
}

// isDelimiterRow reports whether a line is the row of dashes under a table's head.
func isDelimiterRow(s string) bool {
	return strings.Contains(s, "|") && strings.Contains(s, "-") && strings.Trim(s, "|-: \t") == ""
}
