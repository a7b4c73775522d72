package source

import "strings"

// markTables finds the tables of a plain text whose columns a row of dashes shows,
// as text processors write them. A row that begins with a date is one block; lines
// that only draw are no text.
func (p *page) markTables() {
	for i := 0; i < len(p.lines); i++ {
		columns := ruledColumns(p.str(&p.lines[i]))
		if len(columns) < 2 {
			continue
		}
		i = p.markRuledRows(i, p.lines[i].indent+columns[1])
	}
	for i := range p.lines {
		if l := &p.lines[i]; l.kind == Paragraph && isDrawn(p.str(l)) {
			l.kind, l.starts = Chrome, true
		}
	}
}

// isDrawn reports whether a line only draws a rule or the frame of a table.
func isDrawn(s string) bool { return len(s) >= 8 && strings.Trim(s, "-=+_ |") == "" }

// ruledColumns returns where the columns begin that a line of dashes shows, in
// cells from its first dash; nil is no such line.
func ruledColumns(s string) []int {
	if len(s) < 7 || strings.Trim(s, "-= ") != "" {
		return nil
	}
	var columns []int
	for i := range len(s) {
		if s[i] != ' ' && (i == 0 || s[i-1] == ' ') {
			columns = append(columns, i)
		}
	}
	return columns
}

// markRuledRows marks the rows below the rule on line i, up to a rule that ends
// the table or, without one, a blank line; second is the cell at which the second
// column begins. It returns the last line of the table.
func (p *page) markRuledRows(i, second int) int {
	end, closed := i+1, false
	for ; end < len(p.lines); end++ {
		if isDrawn(p.str(&p.lines[end])) {
			closed = true
			break
		}
	}
	if !closed {
		for end = i + 1; end < len(p.lines) && p.lines[end].blanks == 0; end++ {
		}
	}
	inRow := false
	for k := i + 1; k < end; k++ {
		l := &p.lines[k]
		if l.indent < second { // the first column has text
			first, _, _ := strings.Cut(p.str(l), "  ")
			inRow = isDateAlone(first)
			l.starts = true
		}
		if inRow {
			l.kind = TableRow
		}
	}
	return end - 1
}
