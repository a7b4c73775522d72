package dates

import (
	"strings"
	"testing"
)

// TestOutline reads the lines of a text as regions: "# " and "## " begin headings,
// "- " and "  - " items of a list, "| " rows of a table; "=" stands before what the
// last date without a year must be.
func TestOutline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"heading", "# 2019\nOn 3 May it was opened.", "2019-05-03"},
		{"nearer heading", "# 2019\n## 2020\nOn 3 May it was opened.", "2020-05-03"},
		{"heading closed", "# 2019\n## 2020\n# 2021\nOn 3 May it was opened.", "2021-05-03"},
		{"item", "- 2018\n  - 2 July: fined", "2018-07-02"},
		{"item closed", "- 2018\n  - 2 July: fined\n- 2020\n  - 3 July: fined again", "2020-07-03"},
		{"item with more to say", "- In 2018 the office was set up.\n  - 2 July: fined", "2021-07-02"},
		{"paragraph ends a list", "- 2018\n  - 1 May: fined\nOn 2 July it closed.", "2021-07-02"},
		{"column", "| Case | 2017 | 2018\n| Fine | 4 March | 5 April", "2018-04-05"},
		{"row", "| Year | Day | What\n| 2016 | 7 June | a fine", "2016-06-07"},
		{"next row", "| Year | Day | What\n| 2016 | 7 June | a fine\n| 2015 | 8 June | a warning", "2015-06-08"},
		{"text goes on to another year", "# 2019\nThe act of 3 May 2017 came first. It was amended on 4 June.", "2017-06-04"},
	} {
		regions := lineRegions(c.text)
		var ms []Mention
		for _, r := range regions {
			ms = FindIn(c.text, r.Start, r.End, ms)
		}
		Resolve(ms, Context{Text: c.text, Published: DayOf(2021, 7, 5), Regions: regions})
		if got := ms[len(ms)-1].Date.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func lineRegions(text string) []Region {
	var out []Region
	row := 0
	for start, line := range lines(text) {
		r := Region{Start: start, End: start + len(line)}
		trimmed := strings.TrimLeft(line, " ")
		switch {
		case strings.HasPrefix(line, "#"):
			r.Heading = strings.Index(line, " ")
		case strings.HasPrefix(trimmed, "- "):
			r.Item, r.Level = true, 1+(len(line)-len(trimmed))/2
			r.Start += strings.Index(line, "-") + 1
		case strings.HasPrefix(line, "| "):
			row++
			out = append(out, cells(line, start, row)...)
			continue
		}
		if r.Heading > 0 {
			r.Start += r.Heading
		}
		out = append(out, r)
	}
	return out
}

func cells(line string, start, row int) []Region {
	var out []Region
	at := start
	for col, cell := range strings.Split(line, "|") {
		if col > 0 {
			out = append(out, Region{Start: at, End: at + len(cell), Item: true, Row: row, Col: col})
		}
		at += len(cell) + 1
	}
	return out
}

// lines yields the lines of a text with where each begins.
func lines(text string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for _, line := range strings.Split(text, "\n") {
			if !yield(at, line) {
				return
			}
			at += len(line) + 1
		}
	}
}
