package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// Limits on a workbook's parts, in bytes: of all of them unpacked, and of one that
// is kept in memory and not in a temporary file.
const (
	workbookBytes = 1 << 30
	partBytes     = 16 << 20
)

// readWorkbook reads every sheet of a workbook.
func readWorkbook(data []byte) (tables []table, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = errors.New("it is a damaged workbook")
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: workbookBytes, UnzipXMLSizeLimit: partBytes})
	if err != nil {
		return nil, fmt.Errorf("it cannot be opened as a workbook (%w); save it as .xlsx or as CSV", err)
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, fmt.Errorf("it is a damaged workbook (%w)", err)
	}
	from1904 := props.Date1904 != nil && *props.Date1904
	for _, name := range f.GetSheetList() {
		t, err := readSheet(f, name, from1904)
		if err != nil {
			return nil, fmt.Errorf("the sheet %s cannot be read (%w)", name, err)
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// readSheet reads the values of a sheet's cells, to the end where it has a header
// of ours.
func readSheet(f *excelize.File, name string, from1904 bool) (t table, err error) {
	t.name = name
	rows, err := f.Rows(name)
	if err != nil {
		return t, nil // a chart sheet
	}
	defer closing(rows, &err)
	var h header
	found := false
	unclear := map[int]bool{} // rows with a number for a date that was not written there
	for n := 0; rows.Next(); n++ {
		values, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return t, err
		}
		t.rows = append(t.rows, cellsOfRow(values, from1904))
		switch {
		case found:
			if h.unclearDate(t.rows[n]) {
				unclear[n] = true
			}
		default:
			if h, _, found = findHeader(t.rows); !found && len(t.rows) >= headerRows {
				return t, nil
			}
		}
	}
	if err := rows.Error(); err != nil {
		return t, err
	}
	return t, readShown(f, t, unclear)
}

// readShown adds to some rows of a table how their cells are shown.
func readShown(f *excelize.File, t table, which map[int]bool) (err error) {
	if len(which) == 0 {
		return nil
	}
	rows, err := f.Rows(t.name)
	if err != nil {
		return err
	}
	defer closing(rows, &err)
	for n := 0; rows.Next() && n < len(t.rows); n++ {
		if !which[n] {
			continue
		}
		shown, err := rows.Columns()
		if err != nil {
			return err
		}
		for i := range t.rows[n] {
			if i < len(shown) {
				t.rows[n][i].shown = shown[i]
			}
		}
	}
	return rows.Error()
}

func closing(rows *excelize.Rows, err *error) {
	if e := rows.Close(); *err == nil {
		*err = e
	}
}

// unclearDate reports whether the date of a row is a number of which must be known
// how it is shown: it is not the day that was written there.
func (h header) unclearDate(cells []cell) bool {
	c, _ := h.cell(cells, "date")
	if c.day == "" {
		return false
	}
	var r timeline.Row
	state, _ := h.cell(cells, "as_written")
	parseState(live(state.raw), &r)
	return r.Written["date"] != c.day
}

func cellsOfRow(values []string, from1904 bool) []cell {
	cells := make([]cell, len(values))
	for i, v := range values {
		cells[i] = cell{raw: v, shown: v}
		if n, ok := serialNumber(v); ok {
			if at, err := excelize.ExcelDateToTime(n, from1904); err == nil {
				cells[i].day = dates.DayOf(at.Year(), int(at.Month()), at.Day()).String()
			}
		} else if at, err := time.Parse("2006-01-02T15:04:05", strings.TrimSuffix(v, "Z")); err == nil { // a cell of the type date
			cells[i].raw = at.Format("2006-01-02")
		}
	}
	return cells
}

// serialNumber reads the number of a day, as spreadsheets count them.
func serialNumber(s string) (float64, bool) {
	whole, part, found := strings.Cut(s, ".")
	if !digits(whole) || found && !digits(part) || len(whole) > 7 {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil && n < 2958466 // the end of the year 9999
}

// readCSVFile reads a CSV file in UTF-8 or UTF-16, with commas, semicolons or tabs.
func readCSVFile(data []byte) ([]table, error) {
	if !utf8.Valid(data) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, errors.New("it is not in UTF-8, so that letters are lost; save it as “CSV UTF-8”, or as a workbook")
	}
	text, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), data)
	if err != nil {
		return nil, fmt.Errorf("it is no text (%w)", err)
	}
	s := string(text)
	if first, rest, ok := strings.Cut(s, "\n"); ok && strings.HasPrefix(first, "sep=") {
		s = rest
	}
	in := csv.NewReader(strings.NewReader(s))
	in.Comma = delimiter(s)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	var t table
	for {
		record, err := in.Read()
		if err == io.EOF {
			return []table{t}, nil
		}
		if err != nil {
			return nil, fmt.Errorf("it is no CSV file (%w)", err)
		}
		cells := make([]cell, len(record))
		for i, v := range record {
			cells[i] = cell{raw: v, shown: v}
		}
		t.rows = append(t.rows, cells)
	}
}

// delimiter returns the delimiter that is most frequent in the first line.
func delimiter(s string) rune {
	first, _, _ := strings.Cut(s, "\n")
	best := ','
	for _, r := range ";\t" {
		if strings.Count(first, string(r)) > strings.Count(first, string(best)) {
			best = r
		}
	}
	return best
}

// readJSON reads the JSON of timeline/1.
func readJSON(data []byte) ([]timeline.Row, error) {
	var t jsonTimeline
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &t); err != nil {
		return nil, fmt.Errorf("it is not the JSON of a timeline (%w)", err)
	}
	if t.Schema != Schema {
		return nil, fmt.Errorf("it is not JSON of the schema %s", Schema)
	}
	var rows []timeline.Row
	for _, list := range [][]jsonEvent{t.Events, t.Undated, t.Rejected} {
		for i := range list {
			rows = append(rows, list[i].row())
		}
	}
	return rows, nil
}

func (e *jsonEvent) row() timeline.Row {
	r := timeline.Row{ID: e.ID, At: "event " + e.ID, Values: map[string]string{
		"date": e.Date, "kind": e.Kind, "name": e.Name, "status": e.Status, "instrument": e.Instrument, "provision": e.Provision,
		"authorities": list(e.Authorities), "targets": list(e.Targets), "jurisdiction": e.Jurisdiction, "amount": "", "currency": "",
		timeline.ReviewColumn: string(timeline.Pending),
	}}
	if e.Amount != nil {
		r.Values["amount"], r.Values["currency"] = e.Amount.Value, e.Amount.Currency
	}
	if e.Review != nil {
		r.Values[timeline.ReviewColumn] = e.Review.State
		r.Values[timeline.NoteColumn], r.Values[timeline.SameAsColumn] = e.Review.Note, e.Review.SameAs
	}
	for _, s := range e.Sources {
		r.Keys = append(r.Keys, parseKeys([]string{s.Key})...)
	}
	return r
}
