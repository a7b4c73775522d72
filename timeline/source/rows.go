package source

import (
	_ "embed"
	"strings"
	"unicode"

	"regtimeline/dates"
)

// markRows makes one block of each row of a table that one column dates: "17 May
// 2021 | SAMR | Alibaba is fined". Its cells say nothing apart. A table with no
// such column, or with several, keeps its cells.
func (d *Document) markRows() {
	var out []Block
	for i := 0; i < len(d.Blocks); {
		end := d.tableEnd(i)
		if end == i {
			out = append(out, d.Blocks[i])
			i++
			continue
		}
		out = append(out, d.datedRows(d.Blocks[i:end])...)
		i = end
	}
	d.Blocks = out
}

// tableEnd returns where the table ends whose first cell is block i; i where that
// is no cell.
func (d *Document) tableEnd(i int) int {
	for k := i; k < len(d.Blocks); k++ {
		b := d.Blocks[k]
		if b.Kind != TableCell || k > i && before(b, d.Blocks[k-1]) {
			return k
		}
	}
	return len(d.Blocks)
}

// before reports whether a cell stands before another one in a table, so that the
// two can't follow each other in one.
func before(a, b Block) bool { return a.Row < b.Row || a.Row == b.Row && a.Col < b.Col }

// datedRows returns the blocks of a table, the rows with a date as one each.
func (d *Document) datedRows(cells []Block) []Block {
	column := d.dateColumn(cells)
	if column == 0 {
		return cells
	}
	var out []Block
	for i := 0; i < len(cells); {
		k, dated, other := i, false, false
		for k < len(cells) && cells[k].Row == cells[i].Row {
			isDate := cells[k].Col == column && d.isDateCell(cells[k])
			dated, other = dated || isDate, other || !isDate
			k++
		}
		if dated && other {
			out = append(out, Block{Start: cells[i].Start, End: cells[k-1].End, Kind: TableRow, Row: cells[i].Row, Col: column})
		} else {
			out = append(out, cells[i:k]...)
		}
		i = k
	}
	return out
}

// dateColumn returns the column of a table whose cells are dates, at least half
// of them below the first row, and 0 where there is none or more than one.
func (d *Document) dateColumn(cells []Block) int {
	all, dated := map[int]int{}, map[int]int{}
	words := false
	for _, c := range cells {
		switch {
		case d.isDateCell(c):
			dated[c.Col]++
			all[c.Col]++
		case c.Row > cells[0].Row:
			all[c.Col]++
			words = words || isProse(d.Text[c.Start:c.End])
		}
	}
	column := 0
	for col, n := range dated {
		if n*2 < all[col] {
			continue
		}
		if column > 0 {
			return 0
		}
		column = col
	}
	if !words {
		return 0 // figures by date
	}
	return column
}

// isProse reports whether a cell holds a word or some ideographs, not only figures
// and units.
func isProse(s string) bool {
	han, letters := 0, 0
	for _, r := range s {
		switch {
		case isHan(r):
			han++
		case unicode.IsLetter(r):
			letters++
		default:
			letters = 0
		}
		if han >= 4 || letters >= 4 {
			return true
		}
	}
	return false
}

// dateCellLimit is the length in bytes of the longest text that is looked at for
// a date alone.
const dateCellLimit = 64

// isDateCell reports whether a cell says a date and nothing else.
func (d *Document) isDateCell(b Block) bool { return isDateAlone(d.Text[b.Start:b.End]) }

//go:embed data/datewords.txt
var dateWordsData string

var dateWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range dataLines(dateWordsData) {
		words[w] = true
	}
	return words
}()

// isDateAlone reports whether a text says a date, or a range of them, and nothing
// else but words such as "from" and "expected".
func isDateAlone(s string) bool {
	if len(s) > dateCellLimit || !hasDigit(s) {
		return false
	}
	ms := dates.Find(s)
	if len(ms) == 0 {
		return false
	}
	at := 0
	for _, m := range append(ms, dates.Mention{Start: len(s)}) {
		for _, w := range strings.FieldsFunc(s[at:max(at, m.Start)], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if !dateWords[strings.ToLower(w)] {
				return false
			}
		}
		at = max(at, m.End)
	}
	return true
}

// wraps reports whether the white space at the end of a text holds a line end: the
// cell goes on on the next line.
func wraps(s string) bool {
	return strings.ContainsAny(s[len(strings.TrimRight(s, " \t\r\n")):], "\r\n")
}

// Cells returns the cells of a row's text: the stretches between bars, tabs and
// gaps of two spaces or more, trimmed; empty ones are left out.
func Cells(row string) [][2]int {
	var cells [][2]int
	start := 0
	cut := func(end, next int) {
		if s, e := trim(row, start, end); s < e {
			cells = append(cells, [2]int{s, e})
		}
		start = next
	}
	for i := 0; i < len(row); i++ {
		switch {
		case row[i] == '|' && (i == 0 || row[i-1] != '\\'), row[i] == '\t':
			cut(i, i+1)
		case row[i] == ' ' && i > start && row[i-1] == ' ' && !wraps(row[start:i]):
			cut(i, i+1)
		}
	}
	cut(len(row), len(row))
	return cells
}
