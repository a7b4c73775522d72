package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

func writeSample(t testing.TB) []byte {
	t.Helper()
	f, _ := ByName("xlsx")
	return write(t, f, sample, Options{Title: "Platform rules: a timeline"})
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func rawRows(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The golden file shows each cell with its type as the file has it: a real date
// is a number with a date format.
func TestXLSXGolden(t *testing.T) {
	f := open(t, writeSample(t))
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		for i, row := range rawRows(t, f, sheet) {
			for j, raw := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				kind, err := f.GetCellType(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				shown, err := f.GetCellValue(sheet, cell)
				if err != nil {
					t.Fatal(err)
				}
				switch {
				case raw == "":
				case kind == excelize.CellTypeInlineString:
					fmt.Fprintf(&b, "%s!%s text %q\n", sheet, cell, raw)
				default:
					fmt.Fprintf(&b, "%s!%s number %s shown %s\n", sheet, cell, raw, shown)
				}
			}
		}
	}
	golden(t, "sample.xlsx.txt", []byte(b.String()))
}

// A real date cell stands only for one exact day that every spreadsheet has.
func TestXLSXDates(t *testing.T) {
	for _, c := range []struct{ edtf, raw, shown string }{
		{"2015-07-04", "42189", "2015-07-04"},
		{"1900-03-01", "61", "1900-03-01"},
		{"9999-12-31", "2958465", "9999-12-31"},
		{"1900-02-28", "1900-02-28", "1900-02-28"},
		{"1832-08-09", "1832-08-09", "1832-08-09"},
		{"2015-07", "2015-07", "2015-07"},
		{"2015", "2015", "2015"},
		{"2015-07-04~", "2015-07-04~", "2015-07-04~"},
		{"2015-07-04?", "2015-07-04?", "2015-07-04?"},
		{"../2021-07-05", "../2021-07-05", "../2021-07-05"},
		{"2021-07-05/2021-07-06", "2021-07-05/2021-07-06", "2021-07-05/2021-07-06"},
		{"2021-07-05/2021-07-11", "2021-07-05/2021-07-11", "2021-07-05/2021-07-11"}, // a week
	} {
		var b bytes.Buffer
		tl := oneEvent("x")
		tl.Events[0].Date = date(t, c.edtf)
		if err := writeXLSX(&b, tl, Options{}); err != nil {
			t.Fatal(err)
		}
		f := open(t, b.Bytes())
		raw, _ := f.GetCellValue("Timeline", "A2", excelize.Options{RawCellValue: true})
		shown, _ := f.GetCellValue("Timeline", "A2")
		kind, _ := f.GetCellType("Timeline", "A2")
		if raw != c.raw || shown != c.shown || (kind == excelize.CellTypeInlineString) != (c.raw == c.edtf) {
			t.Errorf("%s is the cell %q of type %d, shown as %q, want %q shown as %q", c.edtf, raw, kind, shown, c.raw, c.shown)
		}
	}
}

func TestXLSXLayout(t *testing.T) {
	f := open(t, writeSample(t))
	if got, want := strings.Join(f.GetSheetList(), " "), "Timeline Undated Upcoming Conflicts Sources Documents Chart About Kinds"; got != want {
		t.Fatalf("the sheets are %s, want %s", got, want)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Scope+" "+n.Name] = n.RefersTo
	}
	for sheet, rows := range map[string]int{"Timeline": 11, "Undated": 2, "Upcoming": 2, "Conflicts": 3, "Sources": 15, "Documents": 5, "Kinds": 32} {
		if got := len(rawRows(t, f, sheet)); got != rows {
			t.Errorf("%s has %d rows, want %d", sheet, got, rows)
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header is not frozen: %+v, %v", sheet, panes, err)
		}
		if layout, err := f.GetPageLayout(sheet); err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s is not laid out as landscape pages: %v", sheet, err)
		}
		if props, err := f.GetSheetProps(sheet); err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s is not fitted to the page: %v", sheet, err)
		}
		if got, want := names[sheet+" _xlnm.Print_Titles"], "'"+sheet+"'!$1:$1"; got != want {
			t.Errorf("%s repeats %q on each page, want %q", sheet, got, want)
		}
		if got, want := names[sheet+" _xlnm.Print_Area"], fmt.Sprintf("$%d", rows); !strings.HasSuffix(got, want) {
			t.Errorf("%s prints %q, want all its rows", sheet, got)
		}
	}
	if w, err := f.GetColWidth("Timeline", "D"); err != nil || w != 56 {
		t.Errorf("the column of names is %v wide: %v", w, err)
	}
	parts := unzip(t, writeSample(t))
	for i := 1; i <= 6; i++ {
		sheet := string(parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)])
		wants := []string{"<autoFilter ", "<pageSetup ", "<oddFooter>", "state=\"frozen\""}
		if i == 1 { // its table has a filter of its own
			wants[0] = "<tablePart "
		}
		for _, want := range wants {
			if !strings.Contains(sheet, want) {
				t.Errorf("sheet %d lacks %s", i, want)
			}
		}
	}
}

// The columns of a sheet must ascend (ECMA-376 part 1, 18.3.1.17), and those for
// programs are hidden.
func TestXLSXColumns(t *testing.T) {
	data := writeSample(t)
	sheet := string(unzip(t, data)["xl/worksheets/sheet1.xml"])
	last := 0
	for _, m := range regexp.MustCompile(`<col min="(\d+)"`).FindAllStringSubmatch(sheet, -1) {
		n, _ := strconv.Atoi(m[1])
		if n <= last {
			t.Fatalf("column %d stands after column %d", n, last)
		}
		last = n
	}
	f := open(t, data)
	for i, header := range rawRows(t, f, "Timeline")[0] {
		letter, _ := excelize.ColumnNumberToName(i + 1)
		visible, err := f.GetColVisible("Timeline", letter)
		if want := !slices.Contains([]string{"Rule", "EDTF", "Id", "Source keys", "As written"}, header); err != nil || visible != want {
			t.Errorf("the column %s is visible: %v, want %v: %v", header, visible, want, err)
		}
	}
}

// A link leads from an event to its first source and back.
func TestXLSXLinks(t *testing.T) {
	f := open(t, writeSample(t))
	sources := indexOf(t, rawRows(t, f, "Timeline")[0], "Sources")
	for i, row := range rawRows(t, f, "Timeline")[1:] {
		cell, _ := excelize.CoordinatesToCellName(sources+1, i+2)
		ok, place, err := f.GetCellHyperLink("Timeline", cell)
		if err != nil || !ok {
			t.Fatalf("%s has no link: %v", cell, err)
		}
		source := strings.TrimPrefix(place, "'Sources'!")
		ok, back, err := f.GetCellHyperLink("Sources", source)
		if want := fmt.Sprintf("'Timeline'!A%d", i+2); err != nil || !ok || back != want {
			t.Errorf("%q leads to %s, and that back to %s, want %s: %v", row[3], place, back, want, err)
		}
	}
	if ok, address, _ := f.GetCellHyperLink("Documents", "H2"); !ok || address != "https://example.org/reports/platforms.pdf?v=2&lang=en" {
		t.Errorf("the document's address leads to %q", address)
	}
	if ok, address, _ := f.GetCellHyperLink("Documents", "H5"); ok {
		t.Errorf("a script is linked: %q", address)
	}
}

// A reviewer chooses from lists, also in the rows below the last.
func TestXLSXLists(t *testing.T) {
	f := open(t, writeSample(t))
	for _, sheet := range []string{"Timeline", "Undated"} {
		lists, err := f.GetDataValidations(sheet)
		if err != nil || len(lists) != 3 {
			t.Fatalf("%s has %d lists, want 3: %v", sheet, len(lists), err)
		}
	}
	if tables, err := f.GetTables("Timeline"); err != nil || len(tables) != 1 || tables[0].Name != "Timeline" || !strings.HasSuffix(tables[0].Range, "11") {
		t.Errorf("the table of Timeline is %+v: %v", tables, err)
	}
}

func TestChartOf(t *testing.T) {
	for _, c := range []struct {
		dates []string
		unit  string
		first string
		n     int
	}{
		{[]string{"2015-07-04"}, "month", "2015-07", 1},
		{[]string{"2015-07-04", "2016-01"}, "month", "2015-07", 7},
		{[]string{"2015", "2021"}, "year", "2015", 7},
		{[]string{"1832-08-09", "2031"}, "decade", "from 1830", 21},
		{[]string{"-0479~", "2031"}, "century", "from -500", 26},
		{[]string{"../2021-07-05", "2021-08"}, "month", "2021-07", 2},
	} {
		var events []timeline.Event
		for _, d := range c.dates {
			events = append(events, timeline.Event{Date: date(t, d), Kind: "order"})
		}
		got := chartOf(events)
		sum := 0
		for _, n := range got.counts {
			sum += n[1]
		}
		if got.unit != c.unit || len(got.periods) != c.n || got.periods[0] != c.first || sum != len(events) {
			t.Errorf("%v: %d events by %s from %s, %d columns; want %s from %s, %d", c.dates, sum, got.unit, got.periods[0], len(got.periods), c.unit, c.first, c.n)
		}
	}
}

func unzip(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil { // checks the sum
			t.Fatal(err)
		}
		if i == 0 && f.Name != "[Content_Types].xml" || i > 1 && f.Name <= z.File[i-1].Name {
			t.Errorf("entry %d of the archive is %s", i, f.Name)
		}
		if f.ModifiedDate != 0 || f.ModifiedTime != 0 {
			t.Errorf("%s carries a time", f.Name)
		}
	}
	return parts
}

// No cell may hold a formula, whatever the texts are, no link may lead anywhere but
// into the workbook or to the web, and no text may become a formula when a sheet is
// saved as CSV.
func TestXLSXTextIsInert(t *testing.T) {
	var b bytes.Buffer
	if err := writeXLSX(&b, hostileTimeline(t), Options{Title: hostileTexts[0]}); err != nil {
		t.Fatal(err)
	}
	for name, part := range unzip(t, b.Bytes()) {
		dec := xml.NewDecoder(bytes.NewReader(part))
		for {
			token, err := dec.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s is not XML: %v", name, err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if e.Name.Local == "f" && strings.HasPrefix(name, "xl/worksheets/") {
				t.Errorf("%s holds a formula", name)
			}
			for _, a := range e.Attr {
				if e.Name.Local == "Relationship" && a.Name.Local == "Target" && strings.Contains(a.Value, ":") && !strings.HasPrefix(a.Value, "http") {
					t.Errorf("%s leads to %s", name, a.Value)
				}
			}
		}
	}
	f := open(t, b.Bytes())
	column := indexOf(t, rawRows(t, f, "Timeline")[0], "Name")
	for i, s := range hostileTexts {
		cell, _ := excelize.CoordinatesToCellName(column+1, i+2)
		got, err := f.GetCellValue("Timeline", cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if got != cellText(s) {
			t.Errorf("%q is read back as %q, want %q", s, got, cellText(s))
		}
	}
	for _, sheet := range f.GetSheetList() {
		for _, row := range rawRows(t, f, sheet) {
			for _, cell := range row {
				if startsFormula(cell) {
					t.Errorf("%s has the cell %q", sheet, cell)
				}
			}
		}
	}
}

func indexOf(t testing.TB, row []string, name string) int {
	t.Helper()
	for i, c := range row {
		if c == name {
			return i
		}
	}
	t.Fatalf("there is no column %q", name)
	return 0
}

func TestCellText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"}, {"=1+1", "'=1+1"}, {" @x", "' @x"}, {"-5", "-5"}, {"", ""},
		{"a\r\nb\rc\u2028d", "a\nb\nc\nd"}, {"a\tb", "a b"}, {"a\x00\x0b\ufffe\U000e0041b", "ab"}, {"a\xffb", "a\uFFFDb"}, {"\n=1", "'\n=1"},
	} {
		if got := cellText(c.in); got != c.want {
			t.Errorf("cellText(%q) is %q, want %q", c.in, got, c.want)
		}
	}
	if got := cellText(strings.Repeat("a\n", 400)); strings.Count(got, "\n") != maxLineFeeds {
		t.Errorf("%d line feeds are kept, want %d", strings.Count(got, "\n"), maxLineFeeds)
	}
}

// Text that looks like an escape of the file format is read back as it stands,
// but for an underscore where excelize has no way to write it.
func TestXLSXEscapes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"_x0041_", "_x0041_"}, {"_x005F_x0041_", "_x005F＿x0041_"}, {"__x0041__x0042_", "__x0041__x0042_"},
		{"_x0041_x0042_", "_x0041＿x0042_"}, {"a_x0041_x0042_x0043_b", "a_x0041＿x0042_x0043_b"},
		{"_xD800_", "＿xD800_"}, {"_xdfff_x0041_", "＿xdfff_x0041_"}, {"_x0000_", "_x0000_"}, {"_xyz_", "_xyz_"},
	} {
		var b bytes.Buffer
		if err := writeXLSX(&b, oneEvent(c.in), Options{}); err != nil {
			t.Fatal(err)
		}
		f := open(t, b.Bytes())
		cell, _ := excelize.CoordinatesToCellName(indexOf(t, rawRows(t, f, "Timeline")[0], "Name")+1, 2)
		if got, err := f.GetCellValue("Timeline", cell); err != nil || got != c.want {
			t.Errorf("%q is read back as %q, want %q: %v", c.in, got, c.want, err)
		}
	}
}

func TestCellTextIsCut(t *testing.T) {
	for _, c := range []struct {
		name, in string
		units    int
	}{
		{"fits", strings.Repeat("a", 32767), 32767},
		{"one over", strings.Repeat("a", 32768), 32767},
		{"Chinese", strings.Repeat("法", 40000), 32767},
		{"pairs", strings.Repeat("𝄞", 20000), 32766}, // an odd limit does not split a pair
		{"fits in units, not in bytes", strings.Repeat("法", 32767), 32767},
	} {
		got := cellText(c.in)
		if n := len(utf16.Encode([]rune(got))); n != c.units {
			t.Errorf("%s: %d units, want %d", c.name, n, c.units)
		}
		if cut := got != c.in; cut != strings.HasSuffix(got, " …") || strings.ContainsRune(got, '\uFFFD') {
			t.Errorf("%s: ends in %q", c.name, got[len(got)-8:])
		}
	}
}

// A sheet that is full says so; the others are whole.
func TestXLSXRowLimit(t *testing.T) {
	var b bytes.Buffer
	if err := writeWorkbook(&b, sample(t), Options{}, 6); err != nil {
		t.Fatal(err)
	}
	f := open(t, b.Bytes())
	for sheet, rows := range map[string]int{"Timeline": 6, "Undated": 2, "Sources": 6, "Documents": 5} {
		if got := len(rawRows(t, f, sheet)); got != rows {
			t.Errorf("%s has %d rows, want %d", sheet, got, rows)
		}
	}
	about := fmt.Sprint(rawRows(t, f, "About"))
	for _, want := range []string{
		"The sheet Timeline has room for 5 rows; 5 more are not in this file.",
		"The sheet Sources has room for 5 rows; 9 more are not in this file.",
	} {
		if !strings.Contains(about, want) {
			t.Errorf("About lacks %q:\n%s", want, about)
		}
	}
}

func TestXLSXDocumentTimes(t *testing.T) {
	for _, c := range []struct{ epoch, want string }{
		{"", "1980-01-01T00:00:00Z"}, {"0", "1970-01-01T00:00:00Z"}, {"1700000000", "2023-11-14T22:13:20Z"},
	} {
		t.Setenv("SOURCE_DATE_EPOCH", c.epoch)
		props, err := open(t, writeSample(t)).GetDocProps()
		if err != nil {
			t.Fatal(err)
		}
		if props.Created != c.want || props.Modified != c.want || props.Title != "Platform rules: a timeline" {
			t.Errorf("SOURCE_DATE_EPOCH %q: created %s, modified %s, title %q", c.epoch, props.Created, props.Modified, props.Title)
		}
	}
	for _, bad := range []string{"yesterday", "-1", "1e9", "999999999999"} {
		t.Setenv("SOURCE_DATE_EPOCH", bad)
		if err := writeXLSX(io.Discard, sample(t), Options{}); err == nil || !strings.Contains(err.Error(), "SOURCE_DATE_EPOCH") {
			t.Errorf("SOURCE_DATE_EPOCH %q: the error is %v", bad, err)
		}
	}
}

func TestXLSXAmounts(t *testing.T) {
	for in, want := range map[string]string{
		"18228000000": "18,228,000,000", "18228000.50": "18,228,000.50", "1234567890123456": "1234567890123456", "": "", "about 5": "about 5", "NaN": "NaN", "1e5": "1e5",
	} {
		var b bytes.Buffer
		tl := oneEvent("x")
		tl.Events[0].Amount = timeline.Amount{Value: in, Currency: "EUR"}
		if err := writeXLSX(&b, tl, Options{}); err != nil {
			t.Fatal(err)
		}
		f := open(t, b.Bytes())
		cell, _ := excelize.CoordinatesToCellName(indexOf(t, rawRows(t, f, "Timeline")[0], "Amount")+1, 2)
		if got, err := f.GetCellValue("Timeline", cell); err != nil || got != want {
			t.Errorf("the amount %q is shown as %q, want %q: %v", in, got, want, err)
		}
	}
}

// Many events: still the same bytes twice, also where excelize
// moves a sheet that grows over 16 MB to a file.
func TestXLSXManyEvents(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	t.Setenv("TMPDIR", t.TempDir())
	d := &source.Document{ID: "d1", Path: "a.txt", Text: strings.Repeat("The rule applies from 17 May 2021 to all.\n", 50)}
	tl := &timeline.Timeline{Documents: []*source.Document{d}}
	for i := range 8500 {
		tl.Events = append(tl.Events, timeline.Event{ID: fmt.Sprint("e", i), Date: dates.DayOf(2021, 5, 17), Kind: "order", Status: timeline.Occurred,
			Name: "The rule applies", Sources: []timeline.Source{{Role: timeline.Primary, Quote: source.Span{Doc: d, Start: 0, End: len(d.Text)}, Date: source.Span{Doc: d}}}})
	}
	var a, b bytes.Buffer
	for _, w := range []io.Writer{&a, &b} {
		if err := writeXLSX(w, tl, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same timeline gives other bytes the second time")
	}
	if n := len(unzip(t, a.Bytes())["xl/worksheets/sheet1.xml"]); n <= excelize.StreamChunkSize {
		t.Errorf("the sheet has only %d bytes: the test does not reach the temporary file", n)
	}
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("temporary files are left: %v %v", left, err)
	}
}

func TestLineCount(t *testing.T) {
	for _, c := range []struct {
		in   string
		room int
		want int
	}{
		{"", 10, 1}, {"short", 10, 1}, {"exactly 10", 10, 1}, {"exactly 101", 10, 2}, {"one two three", 7, 2}, {"one two three four", 7, 3},
		{"a\nb\nc", 10, 3}, {"unbreakableword", 5, 3}, {"平台公平竞争", 10, 2}, {"平台公平竞", 10, 1}, {strings.Repeat("word ", 1000), 10, maxLines}, {"x", 0, 2},
	} {
		if got := lineCount(c.in, c.room); got != c.want {
			t.Errorf("%.20q at %d fills %d lines, want %d", c.in, c.room, got, c.want)
		}
	}
}
