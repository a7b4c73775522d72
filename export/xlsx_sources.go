package export

import (
	"iter"
	"strconv"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// sourceSheet has a row for every source of every event: none is left out.
func sourceSheet(t *timeline.Timeline, p whereabouts) sheet {
	s := sheet{name: "Sources", columns: []sheetColumn{
		{"", "Shown", 17, printed | wrapped},
		{"", "Name", 40, printed | wrapped},
		{"", "Role", 14, printed},
		{"", "Document", 28, printed | wrapped},
		{"", "Page", 7, printed},
		{"", "Quote", 70, printed | wrapped},
		{"", "Date words", 22, printed | wrapped},
		{"", "Date in source", 15, printed | wrapped},
		{"", "URL", 30, 0},
		{"", "Line", 8, 0},
		{"", "Start", 10, 0},
		{"", "End", 10, 0},
		{"", "Document id", 12, 0},
		{"", "Event id", 14, hidden},
		{"", "Source key", 20, hidden},
	}}
	for _, l := range listed(t) {
		for i := range l.events {
			s.count += len(l.events[i].Sources)
		}
	}
	s.rows = sourceRows(t)
	s.links = sourceLinks(t, p)
	return s
}

func sourceRows(t *timeline.Timeline) iter.Seq[sheetRow] {
	return func(yield func(sheetRow) bool) {
		at := lines{}
		for _, l := range listed(t) {
			for i := range l.events {
				e := &l.events[i]
				shown := or(e.Date.Display(), "undated")
				for _, src := range e.Sources {
					c := cite(src, tableQuoteBytes)
					if !yield(sheetRow{[]any{linked{shown}, e.Name, string(c.role), documentName(c.doc), number(c.page), c.quote,
						source.Clean(c.words, 0), c.date, addressCell(c.doc.URL), at.number(c.doc, c.start), c.start, c.end, c.doc.ID, e.ID, src.Key().String()}, ""}) {
						return
					}
				}
			}
		}
	}
}

// addressCell is an address, as a link where it leads to the web.
func addressCell(address string) any {
	if webAddress(address) == "" {
		return address
	}
	return linked{address}
}

// sourceLinks lead from each source back to its event, and to its document on the web.
func sourceLinks(t *timeline.Timeline, p whereabouts) iter.Seq[hyperlink] {
	return func(yield func(hyperlink) bool) {
		row := 1
		for _, l := range listed(t) {
			for i := range l.events {
				at := p[&l.events[i]]
				for _, src := range l.events[i].Sources {
					row++
					if !yield(hyperlink{column: 1, row: row, place: cellPlace(at.sheet, at.row)}) {
						return
					}
					if a := webAddress(cite(src, 1).doc.URL); a != "" && !yield(hyperlink{column: 9, row: row, address: a}) {
						return
					}
				}
			}
		}
	}
}

func documentSheet(t *timeline.Timeline) sheet {
	s := sheet{name: "Documents", count: len(t.Documents), columns: []sheetColumn{
		{"", "Id", 8, printed},
		{"", "Title", 44, printed | wrapped},
		{"", "File", 40, printed | wrapped},
		{"", "Published", 13, printed},
		{"", "Known from", 12, printed},
		{"", "Language", 10, printed},
		{"", "Warnings", 50, printed | wrapped},
		{"", "URL", 40, 0},
		{"", "SHA-256", 66, 0},
	}}
	s.rows = func(yield func(sheetRow) bool) {
		for _, d := range t.Documents {
			if !yield(sheetRow{[]any{d.ID, d.Title, d.Path, d.Published, or(string(d.PublishedBasis), string(source.BasisNone)),
				d.Language, list(d.Warnings), addressCell(d.URL), d.SHA256}, ""}) {
				return
			}
		}
	}
	s.links = func(yield func(hyperlink) bool) {
		for i, d := range t.Documents {
			if a := webAddress(d.URL); a != "" && !yield(hyperlink{column: 8, row: i + 2, address: a}) {
				return
			}
		}
	}
	return s
}

func itoa(n int) string { return strconv.Itoa(n) }
