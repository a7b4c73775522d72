package export

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// column is one column of the event tables, in CSV and XLSX alike.
type column struct {
	name   string  // for programs, in CSV; "" leaves the column out there
	header string  // for people, in XLSX
	width  float64 // in XLSX, in characters
	use    use
	value  func(r row) any // see the cell kinds below
}

// row is one event with its first citation, which several columns show.
type row struct {
	event *timeline.Event
	first citation
}

const tableQuoteBytes = 600 // of the quote in a row

func newRow(e *timeline.Event) row { return row{e, primary(e, tableQuoteBytes)} }

// use is what a column is for: it decides where the column is shown in XLSX.
type use uint8

const (
	wrapped use = 1 << iota // its text runs over several lines
	dated                   // tells of the date: left out of the table of undated events
	printed                 // belongs on paper
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

// columns lists the columns of an event, those that people read first.
var columns = []column{
	{"date", "Date", 12, dated | printed, func(r row) any { return r.event.Date }},
	{"display", "Shown", 22, dated | printed | wrapped, func(r row) any { return r.event.Date.Display() }},
	{"", "EDTF", 14, dated | printed | wrapped, func(r row) any { return r.event.Date.String() }},
	{"kind", "Kind", 15, printed | wrapped, func(r row) any { return term{string(r.event.Kind), r.event.Kind.Label()} }},
	{"status", "Status", 11, printed, func(r row) any { return string(r.event.Status) }},
	{"name", "Event", 56, printed | wrapped, func(r row) any { return r.event.Name }},
	{"authorities", "Authorities", 24, printed | wrapped, func(r row) any { return list(r.event.Authorities) }},
	{"targets", "Targets", 20, printed | wrapped, func(r row) any { return list(r.event.Targets) }},
	{"document", "Document", 28, printed | wrapped, func(r row) any { return documentCell(r) }},
	{"page", "Page", 7, printed, func(r row) any { return number(r.first.page) }},
	{"doubts", "Doubts", 30, printed | wrapped, func(r row) any { return list(r.event.Doubts) }},
	{"quote", "Quote", 60, 0, func(r row) any { return r.first.quote }},
	{"url", "URL", 30, 0, func(r row) any { return r.first.doc.URL }},
	{"instrument", "Instrument", 30, wrapped, func(r row) any { return r.event.Instrument }},
	{"provision", "Provision", 14, wrapped, func(r row) any { return r.event.Provision }},
	{"amount", "Amount", 17, 0, func(r row) any { return money(r.event.Amount.Value) }},
	{"currency", "Currency", 10, 0, func(r row) any { return r.event.Amount.Currency }},
	{"jurisdiction", "Jurisdiction", 13, 0, func(r row) any { return r.event.Jurisdiction }},
	{"track", "Track", 13, 0, func(r row) any { return string(r.event.Kind.Track()) }},
	{"sources", "Sources", 10, 0, func(r row) any { return len(r.event.Sources) }},
	{"confidence", "Confidence", 12, 0, func(r row) any { return share(r.event.Confidence) }},
	{"basis", "Basis", 10, 0, func(r row) any { return or(string(r.event.Basis), string(dates.NoBasis)) }},
	{"rule", "Rule", 14, 0, func(r row) any { return r.event.Rule }},
	{"precision", "Precision", 11, dated, func(r row) any { return r.event.Date.Precision().String() }},
	{"earliest", "Earliest", 12, dated, func(r row) any { return r.event.Date.Earliest() }},
	{"latest", "Latest", 12, dated, func(r row) any { return r.event.Date.Latest() }},
	{"id", "Id", 12, 0, func(r row) any { return r.event.ID }},
}

func list(items []string) string { return strings.Join(items, "; ") }

// number leaves a count that is not known out.
func number(n int) any {
	if n == 0 {
		return ""
	}
	return n
}

func documentCell(r row) string {
	if len(r.event.Sources) == 0 {
		return ""
	}
	return documentName(r.first.doc)
}
