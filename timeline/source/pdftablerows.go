package source

import (
	"cmp"
	"math"
	"slices"
)

// cell returns the text of a line in one column.
func (t *pdfTable) cell(line, col int) string {
	return lineText(t.cellWords(line, col))
}

func (t *pdfTable) cellWords(line, col int) []pdfWord {
	var words []pdfWord
	for i := range t.lines[line].words {
		if column(t.gaps, &t.lines[line].words[i]) == col {
			words = append(words, t.lines[line].words[i])
		}
	}
	return words
}

// hasRules reports whether level rules lie between lines of the table.
func (t *pdfTable) hasRules(rules []rule) bool { return len(t.ruleLines(rules)) > 0 }

// ruleLines returns the heights of the level rules inside the table, downwards.
func (t *pdfTable) ruleLines(rules []rule) []float64 {
	if len(t.lines) == 0 {
		return nil
	}
	x0, x1 := math.Inf(1), math.Inf(-1)
	for i := range t.lines {
		x0, x1 = math.Min(x0, t.lines[i].x0), math.Max(x1, t.lines[i].x1)
	}
	var ys []float64
	for _, r := range rules {
		if r.y1-r.y0 <= 2 && r.y0 > t.lines[0].y && r.y0 < t.lines[len(t.lines)-1].y && r.x0 < x1 && r.x1 > x0 {
			ys = append(ys, r.y0)
		}
	}
	slices.Sort(ys)
	return slices.CompactFunc(ys, func(a, b float64) bool { return b-a < 3 })
}

// rowStarts tells which lines begin a row: those under a rule where the rows have
// rules between them; else those under a wider gap where they have gaps; else
// those with something in the first column.
func (t *pdfTable) rowStarts(rules []rule) []bool {
	starts := make([]bool, len(t.lines))
	ys := t.ruleLines(rules)
	ruled := len(ys) > 0 && len(ys)*3 >= len(t.lines)-1
	wide, spaced := t.wideStep()
	begin := 0
	for i := range t.lines {
		switch {
		case i == 0:
			starts[i] = true
		case ruled:
			starts[i] = slices.ContainsFunc(ys, func(y float64) bool { return y > t.lines[i-1].y-1 && y < t.lines[i].y })
		case spaced:
			starts[i] = t.standsApart(begin, i, wide)
		default:
			starts[i] = column(t.gaps, &t.lines[i].words[0]) == 0 && !t.endsDate(i)
		}
		if starts[i] {
			begin = i
		}
	}
	return starts
}

// standsApart reports whether line i stands below the row that begins with another
// line: it overlaps none of its lines, and follows none of them in a cell.
func (t *pdfTable) standsApart(begin, i int, wide float64) bool {
	l := &t.lines[i]
	if l.y-t.lines[i-1].y < 0.85*l.size {
		return false
	}
	for _, c := range occupied(t.gaps, l) {
		if above := t.lineAbove(c, i); above >= begin && l.y-t.lines[above].y < wide {
			return false
		}
	}
	return true
}

// lineAbove returns the last line before i with words in a column, or -1.
func (t *pdfTable) lineAbove(col, i int) int {
	for i--; i >= 0; i-- {
		if slices.Contains(occupied(t.gaps, &t.lines[i]), col) {
			return i
		}
	}
	return -1
}

// endsDate reports whether the first cell of line i is the year of the date that
// the first cell of the line before it began.
func (t *pdfTable) endsDate(i int) bool {
	before, year := t.cell(i-1, 0), t.cell(i, 0)
	return len(year) == 4 && hasYear(year) && hasDigit(before) && !hasYear(before)
}

// wideStep returns the distance of base lines in a column from which on a row
// begins; ok is false where no line stands closer to the one above, as the rest of
// a cell does, and fills fewer columns than a row.
func (t *pdfTable) wideStep() (wide float64, ok bool) {
	var steps []float64 // of each line the least, over its columns
	var columns []int   // that it fills
	for i := range t.lines {
		step := math.Inf(1)
		filled := occupied(t.gaps, &t.lines[i])
		for _, c := range filled {
			if above := t.lineAbove(c, i); above >= 0 {
				step = math.Min(step, t.lines[i].y-t.lines[above].y)
			}
		}
		if !math.IsInf(step, 1) {
			steps, columns = append(steps, step), append(columns, len(filled))
		}
	}
	if len(steps) == 0 {
		return 0, false
	}
	narrow := slices.Min(steps)
	wide = narrow + math.Max(1.2, 0.08*narrow) // the lines of a cell stand evenly
	far, rests := 0, 0
	for i, s := range steps {
		switch {
		case s >= wide:
			far++
		case columns[i] <= len(t.gaps):
			rests++
		}
	}
	return wide, far >= 2 && rests > 0
}

// blocks makes the cells of the table, row by row.
func (t *pdfTable) blocks(rules []rule, p *columnReader) []pdfBlock {
	var out []pdfBlock
	starts := t.rowStarts(rules)
	row := 0
	for from := 0; from < len(t.lines); {
		to := from + 1
		for to < len(t.lines) && !starts[to] {
			to++
		}
		row++
		for col := range len(t.gaps) + 1 {
			if b, ok := t.cellBlock(from, to, col, p); ok {
				b.Row, b.Col = row, col+1
				out = append(out, b)
			}
		}
		from = to
	}
	return out
}

func (t *pdfTable) cellBlock(from, to, col int, p *columnReader) (pdfBlock, bool) {
	b := pdfBlock{Block: Block{Kind: TableCell}, x0: p.r.x0, x1: p.r.x1}
	for i := from; i < to; i++ {
		words := t.cellWords(i, col)
		if len(words) == 0 {
			continue
		}
		l := pdfLine{words: slices.Clone(words), y: t.lines[i].y, size: t.lines[i].size, page: t.lines[i].page}
		slices.SortStableFunc(l.words, func(a, b pdfWord) int { return cmp.Compare(a.x0, b.x0) })
		l.settle()
		b.lines = append(b.lines, l)
	}
	return b, len(b.lines) > 0
}
