package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"regtimeline/timeline"
)

// readBack reads what a format writes of a timeline.
func readBack(t testing.TB, format string, tl *timeline.Timeline) []timeline.Row {
	t.Helper()
	f, ok := ByName(format)
	if !ok {
		t.Fatalf("there is no format %q", format)
	}
	var b bytes.Buffer
	if err := f.Write(&b, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := ReadRows(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// sameRows compares rows with those of a timeline, but for where they stood and
// what only an added row uses.
func sameRows(t testing.TB, got, want []timeline.Row) {
	t.Helper()
	plain := func(rows []timeline.Row) []timeline.Row {
		out := make([]timeline.Row, len(rows))
		for i, r := range rows {
			r.At, r.Cited, r.Why = "", timeline.Cited{}, ""
			if len(r.Text) == 0 {
				r.Text = nil
			}
			values := map[string]string{}
			for k, v := range r.Values {
				if v != "" {
					values[k] = v
				}
			}
			for k, v := range r.Written { // what a kept row does not say is as it was written
				if _, ok := r.Values[k]; r.Kept && !ok {
					values[k] = v
				}
			}
			r.Values = values
			out[i] = r
		}
		return out
	}
	if diff := cmp.Diff(plain(want), plain(got)); diff != "" {
		t.Errorf("the rows are read back otherwise (-want +got):\n%s", diff)
	}
}

// What is written is read back as nothing changed, whatever the texts are.
func TestReadRowsUnchanged(t *testing.T) {
	for _, format := range []string{"xlsx", "csv"} {
		for name, tl := range map[string]*timeline.Timeline{"sample": sample(t), "hostile": hostileTimeline(t), "reviewed": reviewed(t)} {
			t.Run(format+" "+name, func(t *testing.T) {
				rows := readBack(t, format, tl)
				for i := range rows {
					for c, v := range rows[i].Values {
						if w := rows[i].Written[c]; v != w && !rows[i].Kept {
							t.Errorf("%s: %s is %q, was %q", rows[i].At, c, v, w)
						}
					}
				}
				if name != "hostile" { // its texts are cleaned on the way
					sameRows(t, rows, tl.Rows())
				}
			})
		}
	}
}

// reviewed is the sample with everything that a reviewer can do to it.
func reviewed(t testing.TB) *timeline.Timeline {
	t.Helper()
	rows := sample(t).Rows()
	set := func(i int, column, value string) { rows[i].Values[column] = value }
	set(0, "review", "rejected")
	set(4, "date", "2015-07-05")
	set(4, "authorities", "Ministry of Commerce")
	set(4, "note", "the gazette says the 5th; = checked")
	set(5, "kind", "no such kind")
	set(6, "same_as", "x")
	set(7, "same_as", "x")
	set(8, "review", "accepted")
	rows = append(rows,
		timeline.Row{At: "row 13", Values: map[string]string{"name": "An act of our own", "date": "2019-06", "kind": "order"},
			Cited: timeline.Cited{Document: "Gazette 7", Page: 3, Quote: "It is so ordered.", URL: "https://example.org/7"}},
		timeline.Row{At: "row 14", ID: "e0123456789ab", Keys: []timeline.Key{{Document: "0123456789ab", Words: "ba9876543210", Place: 7}},
			Values: map[string]string{"name": "Of a document that is gone", "date": "2018", "review": "edited"}, Written: map[string]string{"name": "Gone", "date": "2018"}})
	tl, _ := timeline.Apply(sample(t), rows)
	if len(tl.Rejected) != 1 || len(tl.Kept) != 2 {
		t.Fatalf("%d events are rejected and %d rows kept", len(tl.Rejected), len(tl.Kept))
	}
	return tl
}

// The JSON of a corrected timeline keeps to its schema too.
func TestReviewedSchema(t *testing.T) {
	file, line := schemas(t, true)
	checkSchemas(t, reviewed(t), file, line)
}

// Applying what was written gives the same files again.
func TestReadRowsTwice(t *testing.T) {
	for _, format := range []string{"xlsx", "csv"} {
		f, _ := ByName(format)
		first := write(t, f, reviewed, Options{})
		rows, err := ReadRows(first)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := timeline.Apply(sample(t), rows)
		second := write(t, f, func(testing.TB) *timeline.Timeline { return again }, Options{})
		if !bytes.Equal(first, second) {
			sameRows(t, again.Rows(), reviewed(t).Rows())
			t.Errorf("%s: the second time gives other bytes", format)
		}
	}
}

// edited is the workbook of the sample after do has worked in it.
func editedWorkbook(t testing.TB, do func(f *excelize.File)) []timeline.Row {
	t.Helper()
	f := open(t, writeSample(t))
	do(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := ReadRows(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A date is read from what the cell shows, and never more exactly.
func TestReadDates(t *testing.T) {
	format := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	for _, c := range []struct {
		name  string
		row   int // of Timeline: 6 is 2015-07-04, 9 is Q3 2021
		value any
		style *excelize.Style
		want  string
	}{
		{"another day", 6, 42190, nil, "2015-07-05"},
		{"the same day, shown as a month", 6, 42189, format("mmmm yyyy"), "2015-07-04"},
		{"July 2015, as Excel takes it", 6, 42186, format("mmm-yy"), "2015-07"},
		{"July 2015 in Chinese", 6, 42186, format(`yyyy"年"m"月"`), "2015-07"},
		{"1 July 2015", 6, 42186, format("d mmmm yyyy"), "2015-07-01"},
		{"1 July 2015 in numbers", 6, 42186, format("dd/mm/yyyy"), "2015-07-01"},
		{"January 2015 in numbers", 6, 42005, format("mm/yyyy"), "2015-01"},
		{"1 January 2015 in numbers", 6, 42005, format("d.m.yy"), "2015-01-01"},
		{"a year in a cell of days", 6, 2016, nil, "1905-07-08 or the year 2016"},
		{"a year as a number", 9, 2016, &excelize.Style{}, "2016"},
		{"a day as text", 9, "5 July 2021", nil, "2021-07-05"},
		{"a month as text", 9, "2021-07", nil, "2021-07"},
		{"a range", 9, "July–August 2021", nil, "2021-07/2021-08"},
		{"two ways to read it", 9, "03/04/2021", nil, "03/04/2021"},
		{"no such day", 9, "31 April 2021", nil, "31 April 2021"},
		{"a word", 9, "soon", nil, "soon"},
		{"nothing", 9, "", nil, ""},
		{"with the time", 9, "2021-07-05 00:00:00", nil, "2021-07-05"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := editedWorkbook(t, func(f *excelize.File) {
				cell, _ := excelize.CoordinatesToCellName(1, c.row)
				if c.style != nil {
					id, err := f.NewStyle(c.style)
					if err != nil {
						t.Fatal(err)
					}
					if err := f.SetCellStyle("Timeline", cell, cell, id); err != nil {
						t.Fatal(err)
					}
				}
				if err := f.SetCellValue("Timeline", cell, c.value); err != nil {
					t.Fatal(err)
				}
			})
			if got := rows[c.row-2].Values["date"]; got != c.want {
				t.Errorf("the date is %q, want %q", got, c.want)
			}
		})
	}
}

// Where the date stays, what is typed under Shown or in the hidden EDTF counts.
func TestReadDatesOfOtherColumns(t *testing.T) {
	for column, value := range map[string]string{"B": "by 6 July 2021", "AC": "../2021-07-06"} {
		rows := editedWorkbook(t, func(f *excelize.File) {
			if err := f.SetCellStr("Timeline", column+"9", value); err != nil {
				t.Fatal(err)
			}
		})
		if got := rows[7].Values["date"]; got != "../2021-07-06" {
			t.Errorf("%s: the date is %q", column, got)
		}
	}
}

// Columns that are gone say nothing; moved ones say the same.
func TestReadOtherColumns(t *testing.T) {
	rows := editedWorkbook(t, func(f *excelize.File) {
		for _, column := range []string{"AC", "L", "J", "B"} { // EDTF, Confidence, Status, Shown
			if err := f.RemoveCol("Timeline", column); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.InsertCols("Timeline", "B", 2); err != nil {
			t.Fatal(err)
		}
		if err := f.InsertRows("Timeline", 1, 2); err != nil {
			t.Fatal(err)
		}
	})
	want := sample(t).Rows()
	for i, r := range rows[:10] {
		if _, has := r.Values["status"]; has || r.ID != want[i].ID || r.Values["name"] != r.Written["name"] || r.Values["date"] != r.Written["date"] {
			t.Errorf("%s is read as %v", r.At, r)
		}
	}
	tl, applied := timeline.Apply(sample(t), rows)
	if len(applied.Remarks) > 0 || applied.Edited > 0 {
		t.Errorf("columns that are gone change %d events: %v", applied.Edited, applied.Remarks)
	}
	sameRows(t, tl.Rows(), want)
}

func TestReadCSVOfOtherPrograms(t *testing.T) {
	f, _ := ByName("csv")
	plain := write(t, f, sample, Options{})
	records := readCSV(t, plain)
	respell := func(comma rune, change func(record []string)) []byte {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = comma
		for i, r := range records {
			r = append([]string(nil), r...)
			if i > 0 {
				change(r)
			}
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		return b.Bytes()
	}
	at := indexOf(t, records[0], "amount")
	name := indexOf(t, records[0], "name")
	same := func([]string) {}
	for what, data := range map[string][]byte{
		"with a mark":            append([]byte("\ufeff"), plain...),
		"with semicolons":        respell(';', same),
		"with sep=":              append([]byte("sep=;\r\n"), respell(';', same)...),
		"with tabs":              respell('\t', same),
		"in UTF-16":              utf16Bytes(string(respell('\t', same))),
		"with shown amounts":     respell(',', func(r []string) { r[at] = strings.Replace(r[at], "18228000.50", "18,228,000.50", 1) }),
		"with German amounts":    respell(',', func(r []string) { r[at] = strings.Replace(r[at], "18228000.50", "18.228.000,50", 1) }),
		"in an old code page":    respell(',', func(r []string) { r[name] = strings.Map(questionMark, r[name]) }),
		"with spaces at the end": respell(',', func(r []string) { r[name] += "  " }),
	} {
		rows, err := ReadRows(data)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if _, applied := timeline.Apply(sample(t), rows); applied.Edited > 0 || applied.Added > 0 || len(applied.Remarks) > 0 {
			t.Errorf("%s: %d events are edited, %d added: %v", what, applied.Edited, applied.Added, applied.Remarks)
		}
	}
}

// A spreadsheet that opens the CSV and saves it writes days in the way of its
// language. The unchanged ones tell which way that is, and so the changed one.
func TestReadDaysOfOtherLanguages(t *testing.T) {
	days := []string{"2015-07-04", "2021-02-25", "2019-03-01", "2020-12-12"}
	tl := func() *timeline.Timeline {
		tl := &timeline.Timeline{}
		for i, d := range append(days, "2015-07") {
			tl.Events = append(tl.Events, timeline.Event{ID: "e" + itoa(i), Date: date(t, d), Kind: "order", Name: "Act " + itoa(i), Status: timeline.Occurred,
				Amount: timeline.Amount{Value: "123456789012", Currency: "EUR"}})
		}
		return tl
	}
	f, _ := ByName("csv")
	records := readCSV(t, write(t, f, func(testing.TB) *timeline.Timeline { return tl() }, Options{}))
	amount := indexOf(t, records[0], "amount")
	for _, c := range []struct{ name, layout, changed, want string }{
		{"British", "02/01/2006", "05/07/2015", "2015-07-05"},
		{"American", "1/2/2006", "7/5/2015", "2015-07-05"},
		{"American, short", "1/2/06", "7/5/15", "2015-07-05"},
		{"German", "02.01.2006", "05.07.2015", "2015-07-05"},
		{"Chinese", "2006/1/2", "2015/7/5", "2015-07-05"},
		{"Swedish", "2006-01-02", "2015-07-05", "2015-07-05"},
		{"Czech, with the time", "2. 1. 2006 0:00", "5. 7. 2015 0:00", "2015-07-05"},
		{"no such day", "02/01/2006", "31/04/2015", "31/04/2015"},
	} {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		for i, r := range records {
			r = append([]string(nil), r...)
			switch {
			case i == 0:
			case i == 1:
				r[0] = c.changed
			case i <= len(days):
				d := date(t, days[i-1]).Earliest()
				r[0] = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Format(c.layout)
			default:
				r[0] = "Jul-15"
			}
			if i > 0 {
				r[amount] = "1.23457E+11"
			}
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		rows, err := ReadRows(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range rows {
			want := append(days, "2015-07")[i]
			if i == 0 {
				want = c.want
			}
			if r.Values["date"] != want || r.Values["amount"] != "123456789012" {
				t.Errorf("%s: row %d has the date %q and the amount %s, want %q", c.name, i+2, r.Values["date"], r.Values["amount"], want)
			}
		}
	}
}

func questionMark(r rune) rune {
	if r > 0xFF {
		return '?'
	}
	return r
}

func utf16Bytes(s string) []byte {
	out := []byte("\xff\xfe")
	for _, r := range s {
		if r > 0xFFFF {
			r = '?'
		}
		out = append(out, byte(r), byte(r>>8))
	}
	return out
}

func TestReadRowsErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "no table",
		"a,b\n1,2\n":              "no table",
		"name,date\nx,2015\n":     "no table",
		"id,name\ne1,caf\xe9\n":   "UTF-8",
		"PK\x03\x04 broken":       "cannot be opened as a workbook",
		`{"schema":"timeline/2"}`: "timeline/1",
		`{"schema":`:              "not the JSON",
	} {
		if rows, err := ReadRows([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %d rows and the error %v, want one of %q", in, len(rows), err, want)
		}
	}
}

func TestReadReviewStates(t *testing.T) {
	for in, want := range map[string]string{"Accepted": "accepted", "REJECTED": "rejected", "": "pending", "TRUE": "accepted", "WAHR": "accepted", "FAUX": "pending", "是": "accepted", "maybe": "maybe"} {
		if got := valueOf("review", cell{raw: in}, "edited"); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// Whatever a file holds, reading and applying it does not fail, and what is written
// of the result gives the same result again.
func FuzzReadRows(f *testing.F) {
	csvFormat, _ := ByName("csv")
	f.Add(write(f, csvFormat, sample, Options{}))
	f.Add(write(f, csvFormat, reviewed, Options{}))
	f.Add(writeSample(f))
	f.Add([]byte("id;name;date\ne1;x;2015\n"))
	f.Add([]byte("id,name,date,same_as,review,note,document\ne1,x,2015,a,,n,\ne2,y,,A,accepted,m,\n,z,1/2/2015,,,,Gazette\ne1,copy,2016,,,,\n"))
	f.Add([]byte(`{"schema":"timeline/1","events":[{"id":"e1"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := ReadRows(data)
		if err != nil {
			return
		}
		csvOf := func(tl *timeline.Timeline) []byte {
			return write(t, csvFormat, func(testing.TB) *timeline.Timeline { return tl }, Options{})
		}
		first, _ := timeline.Apply(sample(t), rows)
		once := csvOf(first)
		if rows, err = ReadRows(once); err != nil {
			t.Fatal(err)
		}
		second, _ := timeline.Apply(sample(t), rows)
		if twice := csvOf(second); !bytes.Equal(once, twice) {
			t.Errorf("the second time differs:\n%s", cmp.Diff(readCSV(t, once), readCSV(t, twice)))
		}
	})
}

// Every format writes a corrected timeline, and each for reading says which dates
// are a reviewer's.
func TestReviewedIsWritten(t *testing.T) {
	for _, f := range Formats {
		data := write(t, f, reviewed, Options{})
		switch f.Name {
		case "markdown", "html", "json", "jsonl", "csv":
			if !bytes.Contains(data, []byte("Edited in review: date (the text gives 4 July 2015)")) && !bytes.Contains(data, []byte(`Edited in review: date \(the text gives 4 July 2015\)`)) {
				t.Errorf("%s does not say what was corrected", f.Name)
			}
			if !bytes.Contains(data, []byte("An act of our own")) {
				t.Errorf("%s lacks what was added", f.Name)
			}
		}
	}
}
