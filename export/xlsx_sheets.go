package export

import (
	"fmt"
	"iter"
	"strconv"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// sheets lists the sheets of the workbook in the order of their tabs.
func sheets(t *timeline.Timeline, o Options, maxRows int) []sheet {
	all := []sheet{
		eventSheet("Timeline", t.Events, columns, 2),
		eventSheet("Undated", t.Undated, without(columns, dated), 0),
		sourceSheet(t),
		documentSheet(t),
	}
	return append(all, aboutSheet(t, o, all, maxRows))
}

func eventSheet(name string, events []timeline.Event, cols []column, frozen int) sheet {
	s := sheet{name: name, frozen: frozen, count: len(events)}
	for _, c := range cols {
		s.columns = append(s.columns, sheetColumn{c.header, c.width, c.use})
	}
	s.rows = func(yield func([]any) bool) {
		values := make([]any, len(cols))
		for i := range events {
			r := newRow(&events[i])
			for j, c := range cols {
				values[j] = c.value(r)
			}
			if !yield(values) {
				return
			}
		}
	}
	return s
}

func without(cols []column, u use) []column {
	var kept []column
	for _, c := range cols {
		if c.use&u == 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

// sourceSheet has a row for every source of every event: none is left out.
func sourceSheet(t *timeline.Timeline) sheet {
	s := sheet{name: "Sources", columns: []sheetColumn{
		{"Shown", 22, printed | wrapped},
		{"Event", 40, printed | wrapped},
		{"Role", 14, printed},
		{"Document", 28, printed | wrapped},
		{"Page", 7, printed},
		{"Quote", 70, printed | wrapped},
		{"Date words", 22, printed | wrapped},
		{"Date in source", 15, printed | wrapped},
		{"URL", 30, 0},
		{"Line", 8, 0},
		{"Start", 10, 0},
		{"End", 10, 0},
		{"Document id", 12, 0},
		{"Event id", 12, 0},
	}}
	for _, events := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			s.count += len(events[i].Sources)
		}
	}
	s.rows = sourceRows(t)
	return s
}

func sourceRows(t *timeline.Timeline) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		at := lines{}
		for _, events := range [][]timeline.Event{t.Events, t.Undated} {
			for i := range events {
				e := &events[i]
				shown := or(e.Date.Display(), "undated")
				for _, src := range e.Sources {
					c := cite(src, tableQuoteBytes)
					if !yield([]any{shown, e.Name, string(c.role), documentName(c.doc), number(c.page), c.quote,
						source.Clean(c.words, 0), c.date, c.doc.URL, at.number(c.doc, c.start), c.start, c.end, c.doc.ID, e.ID}) {
						return
					}
				}
			}
		}
	}
}

func documentSheet(t *timeline.Timeline) sheet {
	s := sheet{name: "Documents", count: len(t.Documents), columns: []sheetColumn{
		{"Id", 8, printed},
		{"Title", 44, printed | wrapped},
		{"File", 40, printed | wrapped},
		{"Published", 13, printed},
		{"Known from", 12, printed},
		{"Language", 10, printed},
		{"Warnings", 50, printed | wrapped},
		{"URL", 40, 0},
		{"SHA-256", 66, 0},
	}}
	s.rows = func(yield func([]any) bool) {
		for _, d := range t.Documents {
			if !yield([]any{d.ID, d.Title, d.Path, d.Published, or(string(d.PublishedBasis), string(source.BasisNone)),
				d.Language, list(d.Warnings), d.URL, d.SHA256}) {
				return
			}
		}
	}
	return s
}

// aboutSheet tells a reader who has only the workbook what is in it and how to
// read it, and which rows a sheet had no room for.
func aboutSheet(t *timeline.Timeline, o Options, others []sheet, maxRows int) sheet {
	rows := [][]any{{"Title", or(o.Title, "Timeline")}}
	for _, s := range others {
		if left := s.count - (maxRows - 1); left > 0 {
			rows = append(rows, []any{"Left out", fmt.Sprintf(
				"The sheet %s has room for %d rows; %d more are not in this file. Write CSV or JSON to have them all.", s.name, maxRows-1, left)})
		}
	}
	rows = append(rows,
		[]any{"Dated events", strconv.Itoa(len(t.Events))},
		[]any{"Undated events", strconv.Itoa(len(t.Undated))},
		[]any{"Documents", strconv.Itoa(len(t.Documents))},
	)
	for _, r := range legend {
		rows = append(rows, []any{r[0], r[1]})
	}
	s := sheet{name: "About", count: len(rows), columns: []sheetColumn{{"About", 22, printed}, {"", 100, printed | wrapped}}}
	s.rows = func(yield func([]any) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}
	return s
}

var legend = [][2]string{
	{"Date", "A real date where the sources give one exact day from 1 March 1900 on; any other date is text, so that July 2015 is never taken for 1 July."},
	{"EDTF", "The date in ISO 8601-2: 2015-07 is July 2015, 2021-35 the third quarter of 2021, 199X the 1990s, 2016/2020 a range, ../2021-07-05 on or before that day; ~ is about, ? uncertain."},
	{"Earliest, Latest", "The first and the last day that the date can mean, as real dates. Sort by Earliest to bring vague dates into place."},
	{"Basis", "stated: the date stands in full in the text. resolved: a part of it, such as the year, comes from the context. derived: it is reckoned from the date of another event."},
	{"Status", "occurred, scheduled or proposed, as the text tells it."},
	{"Doubts", "What a reviewer should check before the date is relied on."},
	{"Confidence", "Between 0 and 1; a rank for reviewing, no probability."},
	{"Role", "primary: the source that the event is taken from. corroborating: tells of the same event. conflicting: tells of the event and gives another date."},
	{"Start, End", "Where the date words stand in the document's text, in bytes of UTF-8; where there are none, where the quote stands."},
}
