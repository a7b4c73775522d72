package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"
)

func readCSV(t testing.TB, data []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll() // also checks that all rows have as many cells
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCSVShape(t *testing.T) {
	f, _ := ByName("csv")
	data := write(t, f, sample, Options{})
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		t.Error("the CSV is not UTF-8 without a byte order mark")
	}
	if bytes.Count(data, []byte("\n")) != bytes.Count(data, []byte("\r\n")) || !bytes.HasSuffix(data, []byte("\r\n")) {
		t.Error("a line of the CSV does not end with CR LF")
	}
	rows := readCSV(t, data)
	if want := 1 + len(sample(t).Events) + len(sample(t).Undated); len(rows) != want {
		t.Fatalf("%d rows, want %d", len(rows), want)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, name := range strings.Fields("id date earliest latest display precision basis kind track status name instrument provision authorities targets " +
		"amount currency jurisdiction confidence doubts sources document page quote url") {
		if _, ok := at[name]; !ok {
			t.Errorf("there is no column %q", name)
		}
	}
	fine := rows[8]
	for name, want := range map[string]string{
		"id": "e5", "date": "2021-35", "earliest": "2021-07-01", "latest": "2021-09-30", "display": "Q3 2021", "precision": "quarter", "basis": "stated",
		"kind": "penalty", "track": "enforcement", "authorities": "Agency", "targets": "Example Holdings", "amount": "18228000.50", "currency": "EUR",
		"confidence": "0.95", "sources": "1", "document": "Platform rules in review", "page": "2", "status": "occurred", "jurisdiction": "EU",
		"url": "https://example.org/reports/platforms.pdf?v=2&lang=en",
	} {
		if got := fine[at[name]]; got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	undated := rows[len(rows)-1]
	if undated[at["date"]] != "" || undated[at["display"]] != "" || undated[at["precision"]] != "none" || undated[at["basis"]] != "none" {
		t.Errorf("the undated event is %q", undated)
	}
}

func TestInert(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"=1+1", "'=1+1"}, {"+1+1", "'+1+1"}, {"-2+3", "'-2+3"}, {"@SUM(1)", "'@SUM(1)"},
		{"＝1", "'＝1"}, {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠A", "'＠A"},
		{"\t=1", "'=1"}, {"\r\n=1", "'=1"}, {" =1", "'=1"}, {"\u00a0=1", "'=1"}, {"\u200b\u202e=1", "'=1"}, {"\ufeff=1", "'=1"},
		{"-5", "-5"}, {"+5", "+5"}, {"-5.25", "-5.25"}, {"-5,25", "-5,25"}, {"-0479", "-0479"},
		{"-5 per cent", "'-5 per cent"}, {"--5", "'--5"}, {"-.5", "'-.5"}, {"-5.", "'-5."}, {"-", "'-"}, {"- item", "'- item"},
		{"a=b", "a=b"}, {"2015-07/2016", "2015-07/2016"}, {"a@b", "a@b"}, {"'=1", "'=1"}, {"", ""}, {"%=1", "%=1"},
		{"x;=1+1;y", "x;'=1+1;y"}, {"x; @SUM(1); -5", "x; '@SUM(1); -5"}, {"x;-5;y", "x;-5;y"},
		{"a\x00b\x1b[31m", "ab[31m"}, {"a\nb", "a b"}, {"a\xffb", "a\uFFFDb"},
	} {
		if got := Inert(c.in); got != c.want {
			t.Errorf("Inert(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

// checkCSV holds CSV of one event whose every text is s against what no cell may be.
func checkCSV(t testing.TB, s string) {
	t.Helper()
	var b bytes.Buffer
	if err := writeCSV(&b, oneEvent(s), Options{}); err != nil {
		t.Fatal(err)
	}
	rows := readCSV(t, b.Bytes())
	if len(rows) != 2 {
		t.Fatalf("%q makes %d rows, want 2", s, len(rows))
	}
	for i, cell := range rows[1] {
		for _, part := range strings.Split(cell, ";") {
			part = strings.TrimLeft(part, " ")
			if part != "" && strings.ContainsAny(part[:1], "=+-@\t\r\n") && !plainNumber(part) {
				t.Errorf("%q makes the cell %s %q", s, rows[0][i], cell)
			}
		}
		if strings.ContainsAny(cell, "\x00\x1b\r\n\u202e\u200b") || !utf8.ValidString(cell) {
			t.Errorf("%q makes the cell %s %q", s, rows[0][i], cell)
		}
	}
}

func TestCSVCellsAreInert(t *testing.T) {
	for _, s := range hostileTexts {
		checkCSV(t, s)
	}
}

func FuzzCSVCells(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkCSV(t, s) })
}
