package timeline

import (
	"fmt"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// add makes an event of a row that a reviewer added or copied. It has the sources
// that its keys name, and the one that the reviewer cites.
func (a *applier) add(r *Row) {
	e := Event{Kind: "fact", Basis: dates.NoBasis, Confidence: 1}
	e.Sources = a.match.sources(r.Keys)
	left := rest{row: r, values: map[string]string{}}
	for _, f := range Fields {
		if v := r.value(f.Name); v != "" || f.Name == "name" {
			if err := f.set(&e, v); err != nil {
				left.refuse(f.Name, v, err.Error())
			}
		}
	}
	left.checkState()
	if len(left.why) > 0 {
		a.keep(r, "the row could not be added: "+strings.Join(left.why, "; "))
		return
	}
	if len(e.Sources) == 0 {
		e.Sources = a.cited.cite(r.Cited)
	}
	if e.Status == "" {
		e.Status = a.statusOf(e.Date)
	}
	e.Review = Review{State: State(r.value(ReviewColumn)), Note: r.value(NoteColumn), SameAs: r.value(SameAsColumn), Added: true}
	if e.Review.State == "" || r.ID == "" && e.Review.State == Pending {
		e.Review.State = Accepted
	}
	e.ID = r.ID
	if !strings.HasPrefix(e.ID, "a") {
		e.ID = a.addedID(r)
	}
	e.Doubts = []string{e.Review.doubt()}
	a.count(&e)
	a.events = append(a.events, e)
}

// addedID is an id for a row that has none: it hangs on what the row says now,
// and is kept from then on.
func (a *applier) addedID(r *Row) string {
	var b strings.Builder
	for _, f := range Fields {
		b.WriteString(r.value(f.Name) + "\n")
	}
	if a.ids == nil {
		a.ids = map[string]int{}
		for i := range a.events {
			a.ids[a.events[i].ID] = 1
		}
	}
	return uniqueID("a"+digest(b.String()), a.ids)
}

// statusOf takes what lies after the last publication for scheduled.
func (a *applier) statusOf(d dates.Date) Status {
	var last dates.Day
	for _, doc := range a.t.Documents {
		if p := doc.Published.Latest(); !p.IsZero() && p.Compare(last) > 0 {
			last = p
		}
	}
	if first := d.Earliest(); !last.IsZero() && !first.IsZero() && first.Compare(last) > 0 {
		return Scheduled
	}
	return Occurred
}

// citedDocuments are those that a reviewer cites and that were not read.
type citedDocuments struct {
	list []*source.Document
	by   map[Cited]*source.Document
}

// maxCitedPage bounds what is taken for a page number.
const maxCitedPage = 100000

// cite makes a source of a reviewer's own citation: a document of which no more
// is known than its quote.
func (d *citedDocuments) cite(c Cited) []Source {
	if c == (Cited{}) {
		return nil
	}
	if c.Document == "" {
		c.Document = "Source given in review"
	}
	doc := d.by[c]
	if doc == nil {
		doc = &source.Document{ID: fmt.Sprintf("r%d", len(d.list)+1), Title: c.Document, URL: c.URL, Text: strings.ToValidUTF8(c.Quote, "\uFFFD"), PublishedBasis: source.BasisNone}
		if c.Page > 0 && c.Page <= maxCitedPage {
			doc.Pages = make([]int, c.Page) // the quote stands on the last of them
		}
		if d.by == nil {
			d.by = map[Cited]*source.Document{}
		}
		d.by[c] = doc
		d.list = append(d.list, doc)
	}
	return []Source{{Quote: source.Span{Doc: doc, Start: 0, End: len(doc.Text)}, Date: source.Span{Doc: doc}, Role: Primary}}
}

// citedIn returns what cite made a source of, and nothing for a document that was read.
func citedIn(quote source.Span) Cited {
	d := quote.Doc
	if d == nil || d.SHA256 != "" {
		return Cited{}
	}
	return Cited{Document: d.Title, Quote: d.Text, URL: d.URL, Page: quote.Page()}
}
