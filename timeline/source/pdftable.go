package source

import (
	"math"
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

// step is how far line i stands below the one before it, in sizes.
func step(lines []pdfLine, i int) float64 {
	if i == 0 {
		return math.Inf(1)
	}
	return (lines[i].y - lines[i-1].y) / math.Max(lines[i].size, 1)
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
