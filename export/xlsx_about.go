package export

import (
	"fmt"
	"iter"
	"slices"

	"regtimeline/timeline"
)

// aboutSheet tells a reader who has only the workbook what is in it and how to
// read and correct it, and which rows a sheet had no room for.
func aboutSheet(t *timeline.Timeline, o Options, h horizon, others []sheet, maxRows int) sheet {
	rows := [][2]string{{"Title", or(o.Title, "Timeline")}}
	if o.Version != "" {
		rows = append(rows, [2]string{"Made with", o.Version})
	}
	for _, s := range others {
		if left := s.count - (maxRows - 1); left > 0 {
			rows = append(rows, [2]string{"Left out", fmt.Sprintf(
				"The sheet %s has room for %d rows; %d more are not in this file. Write CSV or JSON to have them all.", s.name, maxRows-1, left)})
		}
	}
	rows = append(rows,
		[2]string{"Dated events", itoa(len(t.Events))},
		[2]string{"Undated events", itoa(len(t.Undated))},
		[2]string{"Documents", itoa(len(t.Documents))},
		[2]string{"Upcoming", "What lies ahead: " + h.String() + "."},
	)
	rows = append(rows, legend...)
	s := textSheet("About", []sheetColumn{{"", "About", 22, printed}, {"", "Meaning", 100, printed | wrapped}}, len(rows))
	s.rows = func(yield func(sheetRow) bool) {
		for _, r := range rows {
			if !yield(sheetRow{[]any{r[0], r[1]}, ""}) {
				return
			}
		}
	}
	return s
}

var legend = [][2]string{
	{"Date", "A real date where the sources give one exact day from 1 March 1900 on; any other date is text, so that July 2015 is never taken for 1 July."},
	{"Shown", "The date as people write it, and no more exactly than the text has it."},
	{"Kind, colours", "The sheet Kinds lists them. Blue: the life of an instrument. Orange and bold: enforcement. Green and italic: policy. White: context."},
	{"Status", "occurred, scheduled or proposed, as the text tells it."},
	{"Sources", "How many places tell of the event; the number leads to them on the sheet Sources, and from there the date leads back."},
	{"Confidence", "Between 0 and 1; a rank for reviewing, no probability."},
	{"Review", "Choose accepted, edited or rejected. Give the corrected file back with --edits FILE: rejected events are left out from then on, and every correction outlives new documents."},
	{"To correct", "Change Date, Kind, Name, Authority, Target, Instrument, Amount, Currency, Status, Provision or Jurisdiction where they stand. A date is a day, or text such as July 2015, 2015-07 or Q3 2021. Several names stand with a semicolon between them."},
	{"Note", "For you; it is kept."},
	{"Same as", "Give rows that tell of one event the same mark, such as x: they become one event with all sources. The uppermost stays."},
	{"To add an event", "Fill in a row below the last: Name at least. Document, Page, Quote and URL become its source."},
	{"Deleted rows", "A row that is deleted comes back. To leave an event out, set Review to rejected."},
	{"Doubts", "What a reviewer should check before the date is relied on."},
	{"EDTF", "(hidden) The date in ISO 8601-2: 2015-07 is July 2015, 2021-35 the third quarter of 2021, 199X the 1990s, 2016/2020 a range, ../2021-07-05 on or before that day; ~ is about, ? uncertain."},
	{"Earliest, Latest", "The first and the last day that the date can mean, as real dates. Sort by Earliest to bring vague dates into place."},
	{"Basis", "stated: the date stands in full in the text. resolved: a part of it, such as the year, comes from the context. derived: it is reckoned from the date of another event. none: there is no date, or it is a reviewer's."},
	{"Role", "primary: the source that the event is taken from. corroborating: tells of the same event. conflicting: tells of the event and gives another date."},
	{"Start, End", "Where the date words stand in the document's text, in bytes of UTF-8; where there are none, where the quote stands."},
	{"Id, Source keys, As written", "(hidden) How a corrected row finds its event again, and how a change is told from what was written. Leave them as they are."},
}

// kindSheet lists the kinds of event, which the lists of the other sheets show.
func kindSheet() sheet {
	s := textSheet("Kinds", []sheetColumn{{"", "Kind", 22, printed | tracked}, {"", "Track", 16, printed}, {"", "Code", 22, printed}}, len(timeline.Kinds))
	s.rows = func(yield func(sheetRow) bool) {
		for _, k := range timeline.Kinds {
			if !yield(sheetRow{[]any{k.Label, string(k.Track), string(k.Kind)}, k.Track}) {
				return
			}
		}
	}
	return s
}

func textSheet(name string, cols []sheetColumn, count int) sheet {
	return sheet{name: name, columns: cols, count: count, rows: iter.Seq[sheetRow](slices.Values([]sheetRow(nil)))}
}
