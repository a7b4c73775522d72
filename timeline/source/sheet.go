package source

import (
	"errors"
	"strings"
)

// sheet is a table as people keep one: a list of events, with a title above it
// perhaps, a row of headings, and a row an event.
type sheet struct {
	name string
	rows [][]string
}

// maxCells bounds the cells of a table, the empty ones between others counted.
const maxCells = 4_000_000

var errCells = beyond("holds more than %d cells, the limit", maxCells)

var errNoEvents = errors.New("holds no column of dates with a column of text beside it, so it is no list of events")

// readSheets makes the document of tables: of each row one block that its date
// column dates, on a line of its own. Tables without a date column are left out;
// if there is no other, that is an error.
func (d *Document) readSheets(sheets []sheet) error {
	var b builder
	for _, s := range sheets {
		switch {
		case s.isOurs():
			return errOurs
		case s.isManifest():
			return errors.New("describes documents; to be used so it must be called sources.csv")
		}
	}
	var lists []sheet
	for _, s := range sheets {
		if columns, _ := s.dateColumns(); len(columns) > 0 {
			lists = append(lists, s)
		}
	}
	if len(lists) == 0 {
		return errNoEvents
	}
	for _, s := range lists {
		if len(lists) > 1 {
			b.add(s.name, Block{Kind: Heading, Level: 2})
			b.text.WriteString("\n")
		}
		b.addRows(s)
	}
	b.finish(d)
	return nil
}

// sampledRows is how many rows are looked at to tell what a column holds.
const sampledRows = 200

// dateColumns returns the columns in which half the cells are a date, from 0, and
// those of them that date the events: the one whose heading says no more than
// "date", else all. A table without words beside them has none.
func (s sheet) dateColumns() (columns []int, all map[int]bool) {
	filled, dated := map[int]int{}, map[int]int{}
	words := false
	for _, row := range s.rows[:min(len(s.rows), sampledRows)] {
		for col, cell := range row {
			switch {
			case cell == "":
			case isDateAlone(cell):
				dated[col]++
				filled[col]++
			default:
				filled[col]++
				words = words || isProse(cell) && len(cell) > 12
			}
		}
	}
	if !words {
		return nil, nil
	}
	all = map[int]bool{}
	for col := range widest(s.rows) {
		if dated[col] > 0 && dated[col]*2 >= filled[col]-1 {
			all[col] = true
			columns = append(columns, col)
		}
	}
	head, _ := s.heading(all)
	for _, col := range columns {
		if isDateHeading(head.cell(col)) {
			return []int{col}, all
		}
	}
	return columns, all
}

// sheetRow is a row of a sheet; cells that it lacks are empty.
type sheetRow []string

func (r sheetRow) cell(col int) string {
	if col < len(r) {
		return r[col]
	}
	return ""
}

// heading is the row above the first one that has a date in one of the columns, and
// its number; nil and -1 are none.
func (s sheet) heading(dated map[int]bool) (sheetRow, int) {
	for i, row := range s.rows {
		for col := range dated {
			if isDateAlone(sheetRow(row).cell(col)) {
				if i == 0 {
					return nil, -1
				}
				return s.rows[i-1], i - 1
			}
		}
	}
	return nil, -1
}

func widest(rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// addRows adds the rows of a list, each as a line.
func (b *builder) addRows(s sheet) {
	columns, dated := s.dateColumns()
	head, headAt := s.heading(dated)
	for i, row := range s.rows {
		if i > 0 {
			b.text.WriteString("\n")
		}
		r, found := sheetRow(row), false
		for _, c := range columns {
			if !isDateAlone(r.cell(c)) {
				continue
			}
			label := head.cell(c)
			if isDateHeading(label) {
				label = ""
			}
			words := r.line(dated, c, label)
			if found {
				b.text.WriteString("   ")
			}
			found = b.addLine(words, Block{Kind: TableRow, Row: i + 1})
		}
		switch {
		case found:
		case i == headAt:
			b.addLine(r.line(nil, -1, ""), Block{Kind: TableCell, Row: i + 1, Col: 1})
		default:
			b.addLine(r.line(nil, -1, ""), Block{})
		}
	}
}

// addLine adds a block behind what is there; false is one without words.
func (b *builder) addLine(words string, x Block) bool {
	from, to := trim(words, 0, len(words))
	if from == to {
		return false
	}
	x.Start = b.text.Len()
	b.text.WriteString(words[from:to])
	x.End = b.text.Len()
	b.blocks = append(b.blocks, x)
	return true
}

// line writes the cells of a row with bars between them. Of several date columns
// only one is written; where none is the date of the event, behind the others and
// with its heading, which says what happened then: "Harbour Act | In force: 2021".
func (r sheetRow) line(dated map[int]bool, column int, heading string) string {
	var cells []string
	for i, cell := range r {
		if cell = Clean(cell, 0); cell != "" && (i == column && heading == "" || !dated[i]) {
			cells = append(cells, cell)
		}
	}
	if heading != "" {
		cells = append(cells, Clean(heading, 0)+": "+Clean(r.cell(column), 0))
	}
	return strings.Join(cells, betweenCells)
}
