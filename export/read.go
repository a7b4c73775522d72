package export

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// ReadRows reads the rows of events in a workbook, a CSV file or JSON that
// timeline wrote, perhaps corrected by a reviewer and saved by another program:
// columns may be moved, hidden or gone, rows sorted, moved, added or copied, dates
// and amounts shown in the ways of another language. A cell that is not understood
// is returned as it was typed. An error says, without the file's name, why the
// file cannot be read.
func ReadRows(data []byte) ([]timeline.Row, error) {
	var tables []table
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("PK")):
		tables, err = readWorkbook(data)
	case isJSON(data):
		return readJSON(data)
	default:
		tables, err = readCSVFile(data)
	}
	if err != nil {
		return nil, err
	}
	var rows []timeline.Row
	found := false
	for _, t := range tables {
		h, first, ok := findHeader(t.rows)
		if !ok {
			continue
		}
		found = true
		h.order = h.dayOrder(t.rows[first:])
		for i, cells := range t.rows[first:] {
			at := fmt.Sprintf("row %d", first+i+1)
			if t.name != "" {
				at = t.name + ", " + at
			}
			rows = append(rows, h.row(cells, at, t.name))
		}
	}
	if !found {
		return nil, errors.New("it has no table with the columns Id and Name; give a workbook or CSV file that timeline wrote")
	}
	return rows, nil
}

// ReadEdits is ReadRows for a file that was corrected: a workbook or a CSV file.
func ReadEdits(data []byte) ([]timeline.Row, error) {
	if isJSON(data) {
		return nil, errors.New("it is JSON, in which corrections cannot be told from what was written; give a workbook or a CSV file")
	}
	return ReadRows(data)
}

func isJSON(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \t\r\n"), []byte("{"))
}

// table is a sheet, or a CSV file.
type table struct {
	name string // "" of a CSV file
	rows [][]cell
}

// cell is a cell as the file has it.
type cell struct {
	raw   string // its value
	shown string // how that is shown: otherwise where a number is shown as a date
	day   string // the day that the number is, should it be shown as one
}

// header says in which column of a table each column of ours is, and how the table
// writes days.
type header struct {
	at    map[string]int
	order order
}

// headerRows is how far down a header is looked for.
const headerRows = 10

// findHeader returns the header of a table and the index of the row after it.
func findHeader(rows [][]cell) (header, int, bool) {
	for i, cells := range rows[:min(len(rows), headerRows)] {
		h := header{at: map[string]int{}}
		for j, c := range cells {
			name := headerName(c.raw)
			if _, taken := h.at[name]; name != "" && !taken {
				h.at[name] = j
			}
		}
		_, id := h.at["id"]
		_, keys := h.at["source_keys"]
		if _, name := h.at["name"]; name && (id || keys) {
			return h, i + 1, true
		}
	}
	return header{}, 0, false
}

// headerName returns our name of a column under either of its headings.
func headerName(s string) string {
	s = strings.TrimSpace(s)
	for _, c := range columns {
		if strings.EqualFold(s, c.header) && s != "" || strings.EqualFold(s, c.name) {
			return or(c.name, strings.ToLower(c.header))
		}
	}
	return ""
}

// cell returns the cell of a column, and false where the table has no such column.
func (h header) cell(cells []cell, name string) (cell, bool) {
	i, ok := h.at[name]
	if !ok {
		return cell{}, false
	}
	if i >= len(cells) {
		return cell{}, true // a program may leave out empty cells at the end
	}
	return cells[i], true
}

func (h header) text(cells []cell, name string) string {
	c, _ := h.cell(cells, name)
	return c.text()
}

// text is what a person reads in the cell, on one line, without the apostrophes
// that keep it from being a formula.
func (c cell) text() string { return plainText(c.raw) }

// plainText is a text as both a cell and what was written in it become, whatever
// blanks and apostrophes came or went on the way.
func plainText(s string) string { return strings.TrimSpace(live(source.Clean(valid(s), 0))) }

func (h header) row(cells []cell, at, sheet string) timeline.Row {
	r := timeline.Row{At: at, ID: h.text(cells, "id"), Values: map[string]string{}}
	r.Keys = parseKeys(strings.Fields(h.text(cells, "source_keys")))
	r.Kept = strings.EqualFold(sheet, unmatchedSheet) || h.text(cells, "section") == sectionUnmatched
	state, _ := h.cell(cells, "as_written")
	parseState(live(state.raw), &r)
	for _, f := range timeline.Fields {
		c, ok := h.cell(cells, f.Name)
		if f.Name == "date" {
			if v, ok := h.date(cells, r.Written["date"], r.Written != nil); ok {
				r.Values["date"] = v
			}
		} else if ok {
			r.Values[f.Name] = valueOf(f.Name, c, r.Written[f.Name])
		}
	}
	for _, name := range []string{timeline.ReviewColumn, timeline.NoteColumn, timeline.SameAsColumn} {
		if c, ok := h.cell(cells, name); ok {
			r.Values[name] = valueOf(name, c, r.Written[name])
		}
	}
	r.Cited = h.cited(cells)
	return r
}

// cited is the source that a reviewer gives for a row of his own.
func (h header) cited(cells []cell) timeline.Cited {
	c := timeline.Cited{Document: h.text(cells, "document"), Quote: h.text(cells, "quote"), URL: h.text(cells, "url")}
	c.Page, _ = strconv.Atoi(h.text(cells, "page")) // 0 for what is no number
	return c
}

// valueOf returns the value of a cell in the form of timeline.Field.Get. Where the
// cell holds what was written, that is returned to the letter, whatever the
// programs in between did to it.
func valueOf(field string, c cell, written string) string {
	v := c.text()
	if same(v, written) {
		return written
	}
	switch field {
	case "kind":
		if k, ok := timeline.ParseKind(v); ok {
			return string(k)
		}
	case "status":
		return strings.ToLower(v)
	case timeline.ReviewColumn:
		return reviewState(v)
	case "amount":
		return amountOf(v, written)
	case "currency":
		return strings.ToUpper(v)
	case "authorities", "targets":
		return strings.Join(slices.DeleteFunc(splitList(v), func(s string) bool { return s == "" }), "; ")
	}
	return v
}

// same reports whether a cell holds what was written in it: in Excel's old CSV, a
// character that the system's code page lacks has become a question mark.
func same(v, written string) bool {
	w := plainText(written)
	if v == w {
		return true
	}
	if !strings.Contains(v, "?") {
		return false
	}
	a, b := []rune(v), []rune(w)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (a[i] != '?' || b[i] < 0x80) {
			return false
		}
	}
	return true
}

func splitList(s string) []string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '；' })
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// reviewStates are words for the states of review beside their names: those of a
// box that is ticked or not, in the languages in which spreadsheets write them.
var reviewStates = map[timeline.State][]string{
	timeline.Pending:  {"", "false", "falsch", "faux", "falso", "onwaar", "ложь", "否", "假"},
	timeline.Accepted: {"accept", "ok", "true", "wahr", "vrai", "vero", "verdadero", "verdadeiro", "waar", "истина", "是", "真"},
	timeline.Edited:   {"edit"},
	timeline.Rejected: {"reject"},
}

func reviewState(s string) string {
	s = strings.ToLower(s)
	for state, words := range reviewStates {
		if slices.Contains(words, s) {
			return string(state)
		}
	}
	return s
}
