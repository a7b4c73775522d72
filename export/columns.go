package export

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// column is one column of the event tables, in CSV and XLSX alike.
type column struct {
	name   string  // for programs, in CSV; "" leaves the column out there
	header string  // for people, in XLSX; "" leaves the column out there
	width  float64 // in XLSX, in characters
	use    use
	value  func(r row) any // see the cell kinds below
}

// row is one event with its first citation, which several columns show.
type row struct {
	event   *timeline.Event
	first   citation
	section string
	state   *timeline.Row     // what the row carries of itself
	kept    *timeline.Row     // what could not be applied; else nil
	typed   map[string]string // of kept, by column: what no event can hold
}

const tableQuoteBytes = 600 // of the quote in a row

// newRow makes the row of an event in a section, or in a table that is only to be
// read ("").
func newRow(e *timeline.Event, section string) row {
	limit := tableQuoteBytes
	if e.Review.Added {
		limit = 0 // the only place where it is kept
	}
	r := row{event: e, first: primary(e, limit), section: section}
	if section != "" {
		state := timeline.RowOf(e)
		r.state = &state
	}
	return r
}

// keptRow shows what could not be applied as its row stood.
func keptRow(r *timeline.Row) row {
	e, typed := r.Event()
	doc := &source.Document{Title: r.Cited.Document, URL: r.Cited.URL}
	return row{event: &e, first: citation{doc: doc, page: r.Cited.Page, quote: r.Cited.Quote}, section: sectionUnmatched, state: r, kept: r, typed: typed}
}

// The sections of the one table that CSV is, and that XLSX has as sheets.
const (
	sectionTimeline  = "timeline"
	sectionUndated   = "undated"
	sectionRejected  = "rejected"
	sectionUnmatched = "unmatched"
)

// use is what a column is for: it decides where the column is shown in XLSX.
type use uint8

const (
	wrapped use = 1 << iota // its text runs over several lines
	dated                   // tells of the date: left out of the table of undated events
	printed                 // belongs on paper
	hidden                  // for programs
	tracked                 // coloured by the track
)

// The kinds of cell, beside string, int and float64 (a share of one):
//
//   - dates.Date: EDTF; in XLSX a real date cell where it is one exact day
//   - dates.Day: a day of the calendar, empty for none
//   - term: a code in CSV, its label in XLSX
//   - money: decimal digits; in XLSX a number
type (
	term  struct{ code, label string }
	money string
)

// columns lists the columns of an event, those that people read first. What a
// reviewer may change stands under the names of timeline.Fields.
var columns = []column{
	{"date", "Date", 14, printed | tracked, func(r row) any { return r.event.Date }},
	{"display", "Shown", 17, dated | printed | wrapped | tracked, func(r row) any { return r.event.Date.Display() }},
	{"kind", "Kind", 15, printed | wrapped | tracked, func(r row) any { return term{string(r.event.Kind), r.event.Kind.Label()} }},
	{"name", "Name", 56, printed | wrapped, func(r row) any { return r.event.Name }},
	{"authorities", "Authority", 24, printed | wrapped, func(r row) any { return list(r.event.Authorities) }},
	{"targets", "Target", 20, printed | wrapped, func(r row) any { return list(r.event.Targets) }},
	{"instrument", "Instrument", 26, printed | wrapped, func(r row) any { return r.event.Instrument }},
	{"amount", "Amount", 17, printed, func(r row) any { return money(r.event.Amount.Value) }},
	{"currency", "Currency", 9, printed, func(r row) any { return r.event.Amount.Currency }},
	{"status", "Status", 11, printed, func(r row) any { return string(r.event.Status) }},
	{"sources", "Sources", 9, printed, func(r row) any { return len(r.event.Sources) }},
	{"confidence", "Confidence", 11, 0, func(r row) any { return share(r.event.Confidence) }},
	{timeline.ReviewColumn, "Review", 11, 0, func(r row) any { return or(string(r.event.Review.State), string(timeline.Pending)) }},
	{timeline.NoteColumn, "Note", 30, wrapped, func(r row) any { return r.event.Review.Note }},
	{timeline.SameAsColumn, "Same as", 10, 0, func(r row) any { return r.event.Review.SameAs }},
	{"doubts", "Doubts", 32, wrapped, func(r row) any { return list(doubtsOf(r)) }},
	{"document", "Document", 28, wrapped, func(r row) any { return documentCell(r) }},
	{"page", "Page", 7, 0, func(r row) any { return number(r.first.page) }},
	{"quote", "Quote", 60, 0, func(r row) any { return r.first.quote }},
	{"url", "URL", 30, 0, func(r row) any { return r.first.doc.URL }},
	{"provision", "Provision", 14, wrapped, func(r row) any { return r.event.Provision }},
	{"jurisdiction", "Jurisdiction", 12, 0, func(r row) any { return r.event.Jurisdiction }},
	{"track", "Track", 13, 0, func(r row) any { return string(r.event.Kind.Track()) }},
	{"basis", "Basis", 10, 0, func(r row) any { return or(string(r.event.Basis), string(dates.NoBasis)) }},
	{"precision", "Precision", 11, dated, func(r row) any { return r.event.Date.Precision().String() }},
	{"earliest", "Earliest", 12, dated, func(r row) any { return r.event.Date.Earliest() }},
	{"latest", "Latest", 12, dated, func(r row) any { return r.event.Date.Latest() }},
	{"rule", "Rule", 14, hidden, func(r row) any { return r.event.Rule }},
	{"", "EDTF", 14, dated | hidden, func(r row) any { return r.event.Date.String() }},
	{"section", "", 0, 0, func(r row) any { return r.section }},
	{"id", "Id", 14, hidden, func(r row) any { return r.event.ID }},
	{"source_keys", "Source keys", 20, hidden, func(r row) any { return keysCell(r.state) }},
	{"as_written", "As written", 20, hidden, func(r row) any { return asWritten(r.state) }},
}

// columnNamed returns a column by its name in CSV.
func columnNamed(name string) column {
	for _, c := range columns {
		if c.name == name {
			return c
		}
	}
	panic("export: there is no column " + name)
}

// cell is the value of a column in a row.
func (c column) cell(r row) any {
	if v, ok := r.typed[c.name]; ok && c.name != "" {
		return v
	}
	return c.value(r)
}

func list(items []string) string { return strings.Join(items, "; ") }

// number leaves a count that is not known out.
func number(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

func doubtsOf(r row) []string {
	if r.kept != nil {
		return []string{r.kept.Why}
	}
	return r.event.Doubts
}

func documentCell(r row) string {
	if len(r.event.Sources) == 0 {
		return r.first.doc.Title
	}
	return documentName(r.first.doc)
}
