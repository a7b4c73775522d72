package export

import (
	"iter"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// sheets lists the sheets of the workbook in the order of their tabs. Those of
// what was rejected or could not be applied are there only when there is any.
func sheets(t *timeline.Timeline, o Options, maxRows int) []sheet {
	p := places(t)
	h := horizonOf(t, o)
	all := []sheet{
		eventSheet("Timeline", sectionTimeline, t.Events, p, 3),
		eventSheet("Undated", sectionUndated, t.Undated, p, 0),
		upcomingSheet(t, h, p),
		conflictSheet(t, p),
		sourceSheet(t, p),
		documentSheet(t),
	}
	if len(t.Events) > 0 {
		all = append(all, chartSheet(t))
	}
	if len(t.Rejected) > 0 {
		all = append(all, eventSheet("Rejected", sectionRejected, t.Rejected, p, 3))
	}
	if len(t.Kept) > 0 {
		all = append(all, keptSheet(t.Kept))
	}
	return append(all, aboutSheet(t, o, h, all, maxRows), kindSheet())
}

// listed are the sheets of events, in the order in which their sources stand in
// the sheet of sources.
func listed(t *timeline.Timeline) []struct {
	sheet  string
	events []timeline.Event
} {
	return []struct {
		sheet  string
		events []timeline.Event
	}{{"Timeline", t.Events}, {"Undated", t.Undated}, {"Rejected", t.Rejected}}
}

// whereabouts are the rows that links lead to.
type whereabouts map[*timeline.Event]struct {
	sheet  string
	row    int
	source int // the row of its first source; 0 for none
}

func places(t *timeline.Timeline) whereabouts {
	p := whereabouts{}
	next := 2
	for _, l := range listed(t) {
		for i := range l.events {
			at := p[&l.events[i]]
			at.sheet, at.row = l.sheet, i+2
			if n := len(l.events[i].Sources); n > 0 {
				at.source = next
				next += n
			}
			p[&l.events[i]] = at
		}
	}
	return p
}

// eventSheet has a row an event, with all that a reviewer may change.
func eventSheet(name, section string, events []timeline.Event, p whereabouts, frozen int) sheet {
	cols := shownIn(section)
	s := sheet{name: name, frozen: frozen, count: len(events), columns: toSheet(cols), table: name == "Timeline" && len(events) > 0, review: true}
	s.rows = func(yield func(sheetRow) bool) {
		for i := range events {
			r := newRow(&events[i], section)
			cells := cellsOf(cols, r)
			if p[r.event].source > 0 {
				link(cells, cols, "sources")
			}
			if !yield(sheetRow{cells, r.event.Kind.Track()}) {
				return
			}
		}
	}
	column := indexOfColumn(cols, "sources") + 1
	s.links = func(yield func(hyperlink) bool) {
		for i := range events {
			if n := p[&events[i]].source; n > 0 && !yield(hyperlink{column: column, row: i + 2, place: cellPlace("Sources", n)}) {
				return
			}
		}
	}
	return s
}

// keptSheet has a row for each row that could not be applied.
func keptSheet(kept []timeline.Row) sheet {
	cols := shownIn(sectionUnmatched)
	s := sheet{name: unmatchedSheet, count: len(kept), columns: toSheet(cols), review: true}
	s.rows = func(yield func(sheetRow) bool) {
		for i := range kept {
			if !yield(sheetRow{cellsOf(cols, keptRow(&kept[i])), ""}) {
				return
			}
		}
	}
	return s
}

const unmatchedSheet = "Unmatched edits"

// shownIn returns the columns of a section's sheet: what could not be applied
// says so first of all.
func shownIn(section string) []column {
	var kept []column
	if section == sectionUnmatched {
		kept = append(kept, columnNamed("doubts"))
		kept[0].header, kept[0].width, kept[0].use = "Why", 50, printed|wrapped
	}
	for _, c := range columns {
		if c.header == "" || section == sectionUndated && c.use&dated != 0 || section == sectionUnmatched && c.name == "doubts" {
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

func toSheet(cols []column) []sheetColumn {
	var out []sheetColumn
	for _, c := range cols {
		out = append(out, sheetColumn{c.name, c.header, c.width, c.use})
	}
	return out
}

func cellsOf(cols []column, r row) []any {
	cells := make([]any, len(cols))
	for i, c := range cols {
		cells[i] = c.cell(r)
	}
	return cells
}

// link marks the cell of a column as one that has a link.
func link(cells []any, cols []column, name string) {
	i := indexOfColumn(cols, name)
	cells[i] = linked{cells[i]}
}

func indexOfColumn(cols []column, name string) int {
	for i, c := range cols {
		if c.name == name {
			return i
		}
	}
	return -1
}

// upcomingSheet lists what lies ahead, with the days until then.
func upcomingSheet(t *timeline.Timeline, h horizon, p whereabouts) sheet {
	cols := chosenColumns("date", "display", "kind", "name", "status", "authorities", "instrument", "doubts")
	days := "Days"
	if !h.day.IsZero() {
		days = "Days from " + h.day.String()
	}
	ahead := upcoming(t, h)
	s := sheet{name: "Upcoming", count: len(ahead), columns: append(toSheet(cols), sheetColumn{"", days, 21, printed})}
	s.rows = func(yield func(sheetRow) bool) {
		for _, e := range ahead {
			cells := append(cellsOf(cols, newRow(e, "")), daysFrom(h.day, e.Date.Earliest()))
			link(cells, cols, "display")
			if !yield(sheetRow{cells, e.Kind.Track()}) {
				return
			}
		}
	}
	s.links = toEvents(ahead, indexOfColumn(cols, "display"), p)
	return s
}

// daysFrom counts the days to a date, of which there may be none.
func daysFrom(from, to dates.Day) any {
	if from.IsZero() || to.IsZero() {
		return ""
	}
	return to.Since(from)
}

func chosenColumns(names ...string) []column {
	var cols []column
	for _, n := range names {
		c := columnNamed(n)
		c.use |= printed
		cols = append(cols, c)
	}
	return cols
}

// toEvents links a column, counted from 0, of the rows of events to their place.
func toEvents(events []*timeline.Event, column int, p whereabouts) iter.Seq[hyperlink] {
	return func(yield func(hyperlink) bool) {
		for i, e := range events {
			if at := p[e]; !yield(hyperlink{column: column + 1, row: i + 2, place: cellPlace(at.sheet, at.row)}) {
				return
			}
		}
	}
}

// conflictSheet has a row for each source that gives another date than its event.
func conflictSheet(t *timeline.Timeline, p whereabouts) sheet {
	cols := chosenColumns("date", "display", "kind", "name", "document")
	cols[4].header = "Taken from"
	s := sheet{name: "Conflicts", columns: append(toSheet(cols),
		sheetColumn{"", "Other date", 17, printed | wrapped}, sheetColumn{"", "Given by", 28, printed | wrapped}, sheetColumn{"", "Page", 7, printed},
		sheetColumn{"", "Quote", 60, printed | wrapped})}
	var events []*timeline.Event
	var others []timeline.Source
	for i := range t.Events {
		for _, src := range t.Events[i].Sources {
			if src.Role == timeline.Conflicting {
				events, others = append(events, &t.Events[i]), append(others, src)
			}
		}
	}
	s.count = len(events)
	s.rows = func(yield func(sheetRow) bool) {
		for i, e := range events {
			c := cite(others[i], tableQuoteBytes)
			cells := append(cellsOf(cols, newRow(e, "")), c.shown, documentName(c.doc), number(c.page), c.quote)
			link(cells, cols, "display")
			if !yield(sheetRow{cells, e.Kind.Track()}) {
				return
			}
		}
	}
	s.links = toEvents(events, indexOfColumn(cols, "display"), p)
	return s
}

// cellPlace names a cell of the first column as a link does.
func cellPlace(sheet string, row int) string {
	return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!A" + itoa(row)
}
