package source

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// pdfTable is a stretch of lines whose words stand in columns.
type pdfTable struct {
	from, to int // lines of the column
	lines    []pdfLine
	gaps     []interval // the gaps between its columns, from the left
}

type interval struct{ from, to float64 }

// A gap between the cells of a table, in the size of the type: one that begins a
// table, one that goes on with it, and one before a word that starts where its
// column does.
const (
	cellGap   = 1.3
	cellGapIn = 0.6
	cellGapAt = 0.2
)

// findTables returns the tables of a column, from the top.
func findTables(lines []pdfLine, rules []rule, lead float64) []*pdfTable {
	var tables []*pdfTable
	free := 0
	for i := 0; i < len(lines); i++ {
		if t, ok := findTable(lines, free, i, rules, lead); ok {
			tables = append(tables, t)
			free = t.to
			i = free - 1
		}
	}
	return tables
}

// findTable returns the table whose first line with a wide gap is at. It may begin
// some lines above, where a cell leaves less room, but not above free.
func findTable(lines []pdfLine, free, at int, rules []rule, lead float64) (*pdfTable, bool) {
	gaps := wideGaps(&lines[at], cellGap)
	if len(gaps) == 0 || isLeader(lines[at].text) {
		return nil, false
	}
	t := &pdfTable{gaps: gaps, from: at, to: at}
	both := 0
	for i := at; i < len(lines) && (i == at || i-t.to <= 2); i++ {
		l := &lines[i]
		if i > at && (step(lines, i) > 3*lead+1 || math.Abs(l.size-lines[at].size) > 0.2*lines[at].size) || isLeader(l.text) {
			break
		}
		left := meet(t.gaps, l)
		if len(left) == 0 {
			break
		}
		t.gaps = left
		cells := occupied(t.gaps, l)
		if len(cells) > 1 {
			both++
		}
		if len(cells) > 1 || cells[0] > 0 || step(lines, i) <= lead+0.15 && t.to == i {
			t.to = i + 1 // a row, or the rest of a cell
		}
	}
	for t.from > free && step(lines, t.from) <= 2*lead {
		left := meet(t.gaps, &lines[t.from-1])
		if len(left) < len(t.gaps) || len(occupied(left, &lines[t.from-1])) < 2 {
			break
		}
		t.gaps = left
		t.from--
		both++
	}
	t.lines = lines[t.from:t.to]
	t.findColumns()
	if len(t.gaps) == 0 || both < 2 || both == 2 && t.width() < 2*lines[at].size && !t.hasRules(rules) || t.isList() || t.isStretched() {
		return nil, false
	}
	return t, true
}

// findColumns finds the gaps between columns anew, now that all lines are known:
// what no line has a word in, before words that stand below each other. Words
// behind the wide gaps of justified text don't.
func (t *pdfTable) findColumns() {
	var covered []interval
	for i := range t.lines {
		for _, w := range t.lines[i].words {
			covered = append(covered, interval{w.x0, w.x1})
		}
	}
	slices.SortFunc(covered, func(a, b interval) int { return cmp.Compare(a.from, b.from) })
	var gaps []interval
	end := covered[0].to
	for _, c := range covered {
		if c.from-end > cellGapAt*t.lines[0].size {
			gaps = append(gaps, interval{end, c.from})
		}
		end = math.Max(end, c.to)
	}
	t.gaps = nil
	for i, g := range gaps {
		next := math.Inf(1)
		if i+1 < len(gaps) {
			next = gaps[i+1].from
		}
		if t.isAligned(g.to, next) {
			t.gaps = append(t.gaps, g)
		}
	}
}

// isAligned reports whether what stands between two places begins, ends or is
// centred at one place in most lines.
func (t *pdfTable) isAligned(from, to float64) bool {
	var starts, ends, middles []float64
	for i := range t.lines {
		x0, x1 := math.Inf(1), math.Inf(-1)
		for _, w := range t.lines[i].words {
			if w.x0 >= from-0.01 && w.x1 <= to+0.01 {
				x0, x1 = math.Min(x0, w.x0), math.Max(x1, w.x1)
			}
		}
		if x0 <= x1 {
			starts, ends, middles = append(starts, x0), append(ends, x1), append(middles, (x0+x1)/2)
		}
	}
	return agree(starts) || agree(ends) || agree(middles)
}

// agree reports whether most of some numbers are the same, within a point and a half.
func agree(values []float64) bool {
	slices.Sort(values)
	best := 0
	for i := range values {
		n := 0
		for k := i; k < len(values) && values[k]-values[i] <= 1.5; k++ {
			n++
		}
		best = max(best, n)
	}
	return len(values) >= 2 && (best*10 >= len(values)*7 || best >= 3 && best*10 >= len(values)*6)
}

// step is how far line i stands below the one before it, in sizes.
func step(lines []pdfLine, i int) float64 {
	if i == 0 {
		return math.Inf(1)
	}
	return (lines[i].y - lines[i-1].y) / math.Max(lines[i].size, 1)
}

// wideGaps returns the gaps in a line that are wider than gap sizes.
func wideGaps(l *pdfLine, gap float64) []interval {
	var out []interval
	end := l.words[0].x1
	for i := 1; i < len(l.words); i++ {
		if l.words[i].x0-end > gap*l.size {
			out = append(out, interval{end, l.words[i].x0})
		}
		end = math.Max(end, l.words[i].x1)
	}
	return out
}

// meet returns what a line leaves of gaps.
func meet(gaps []interval, l *pdfLine) []interval {
	var out []interval
	for _, g := range gaps {
		for i := range l.words {
			w := &l.words[i]
			mid := (g.from + g.to) / 2
			switch {
			case w.x1 <= g.from || w.x0 >= g.to:
			case w.x1 <= mid || w.x0 < g.from && w.x1 < g.to:
				g.from = math.Max(g.from, w.x1)
			case w.x0 >= mid || w.x1 > g.to && w.x0 > g.from:
				g.to = math.Min(g.to, w.x0)
			default:
				g.to = g.from
			}
		}
		if room := (g.to - g.from) / l.size; room > cellGapIn || room > cellGapAt && startsAt(l, g.to) {
			out = append(out, g)
		}
	}
	return out
}

// startsAt reports whether a word of a line starts at x, as the others of a column
// do, behind a wider gap than those between the other words.
func startsAt(l *pdfLine, x float64) bool {
	here, other := 0.0, 0.0
	for i := 1; i < len(l.words); i++ {
		gap := l.words[i].x0 - l.words[i-1].x1
		if math.Abs(l.words[i].x0-x) < 0.5 {
			here = gap
		} else {
			other = math.Max(other, gap)
		}
	}
	return here > 1.3*other
}

// column returns in which column, from 0, a word stands.
func column(gaps []interval, w *pdfWord) int {
	n := 0
	for n < len(gaps) && w.x0 >= (gaps[n].from+gaps[n].to)/2 {
		n++
	}
	return n
}

// occupied returns the columns in which a line has words, in order.
func occupied(gaps []interval, l *pdfLine) []int {
	var out []int
	for i := range l.words {
		if c := column(gaps, &l.words[i]); len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return out
}

func (t *pdfTable) width() float64 {
	w := 0.0
	for _, g := range t.gaps {
		w = math.Max(w, g.to-g.from)
	}
	return w
}

// isList reports whether the first column holds nothing but the markers of a list.
func (t *pdfTable) isList() bool {
	items, markers := 0, 0
	for i := range t.lines {
		first := t.lines[i].words[0]
		if column(t.gaps, &first) > 0 {
			continue
		}
		cell := t.cell(i, 0)
		items++
		if _, ok := readMarker(cell + " x"); ok || len(cell) <= 3 && len(t.gaps) == 1 {
			markers++
		}
	}
	return markers*10 >= items*8
}

// isStretched reports whether the cells are single characters: a line of text that
// was stretched to the width of the column.
func (t *pdfTable) isStretched() bool {
	cells, characters := 0, 0
	for i := range t.lines {
		cells += len(occupied(t.gaps, &t.lines[i]))
		for _, w := range t.lines[i].words {
			characters += utf8.RuneCountInString(w.text)
		}
	}
	return characters < 2*cells
}

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
	b := pdfBlock{Block: Block{Kind: TableCell}, x0: p.r.x0, x1: p.r.x1, lead: p.lead}
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
