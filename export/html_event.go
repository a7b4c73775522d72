package export

import (
	"fmt"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const htmlSources = 20 // that are shown of an event; the rest is counted

// htmlEvent is what event.tmpl shows.
type htmlEvent struct {
	ID, Date, Name, Language string
	Kind, Track, Status      string
	Parties, Amount          string
	Source                   string // the primary one, in short
	Conflict, Low            bool
	Doubts                   []string
	EDTF, Basis, Rule        string
	Instrument, Provision    string
	Jurisdiction, Confidence string
	Sources                  []htmlSource
	Omitted                  int
	Upcoming, Pending        bool
}

// htmlSource is one source with its quote in three parts, the date words in the middle.
type htmlSource struct {
	Role, Title, Document, URL, Language string
	Place                                string // "p. 7", "line 25"
	Date                                 string // what a conflicting source says
	Before, Words, After                 string
	Excerpt                              string // "excerpt quote-start quote-end words-start words-end", in UTF-16 units
	Conflict                             bool
}

const lowConfidence = 0.4 // below it an event asks for a second look

func (m *htmlMaker) events(events []*timeline.Event) []htmlEvent {
	at := lines{}
	var out []htmlEvent
	for _, e := range events {
		f := m.facet(e)
		m.facets.Events = append(m.facets.Events, f)
		h := htmlEvent{
			ID: source.Clean(valid(e.ID), 0), Date: e.Date.Display(), Name: or(source.Clean(valid(e.Name), nameBytes), "No name"),
			Kind: m.facets.Kinds[f.Kind].Label, Track: string(e.Kind.Track()), Parties: htmlParties(e),
			Amount: strings.TrimSpace(oneLine(e.Amount.Currency) + " " + grouped(oneLine(e.Amount.Value))),
			Source: htmlReference(e), Conflict: f.Conflict, Low: share(e.Confidence) < lowConfidence, Upcoming: f.Upcoming,
			Pending: e.Status != timeline.Occurred, EDTF: e.Date.String(), Basis: string(e.Basis), Rule: oneLine(e.Rule),
			Instrument: oneLine(e.Instrument), Provision: oneLine(e.Provision), Jurisdiction: oneLine(e.Jurisdiction),
			Confidence: fmt.Sprintf("%.2f", share(e.Confidence)),
		}
		if h.Pending {
			h.Status = oneLine(string(e.Status))
		}
		for _, d := range e.Doubts {
			h.Doubts = append(h.Doubts, oneLine(d))
		}
		kept := chosen(e.Sources, htmlSources)
		for _, s := range kept {
			h.Sources = append(h.Sources, m.source(s, at))
		}
		h.Omitted = len(e.Sources) - len(kept)
		if len(h.Sources) > 0 {
			h.Language = h.Sources[0].Language
		}
		out = append(out, h)
	}
	return out
}

func (m *htmlMaker) source(s timeline.Source, at lines) htmlSource {
	c := cite(s, tableQuoteBytes)
	h := htmlSource{Role: string(c.role), Title: documentName(c.doc), Document: c.doc.ID, URL: webAddress(c.doc.URL),
		Language: quoteLanguage(s), Conflict: c.role == timeline.Conflicting, Date: c.shown, Excerpt: m.excerpts.place(s)}
	h.Place = or(c.place, fmt.Sprintf("line %d", at.number(c.doc, c.start)))
	if c.page > 0 { // lines of the extracted text are none of the page
		h.Place = fmt.Sprintf("p. %d", c.page)
	}
	h.Before, h.Words, h.After = c.quote, "", ""
	if words := oneLine(c.words); words != "" {
		if before, after, ok := strings.Cut(c.quote, words); ok {
			h.Before, h.Words, h.After = before, words, after
		}
	}
	return h
}

// quoteLanguage is the language of a quote, in Chinese with its script, by which
// browsers choose the font.
func quoteLanguage(s timeline.Source) string {
	if !inside(s.Quote) {
		return ""
	}
	return oneLine(s.Quote.LanguageTag())
}

// htmlParties is "authorities → targets".
func htmlParties(e *timeline.Event) string {
	s := oneLines(e.Authorities)
	if t := oneLines(e.Targets); t != "" {
		s = strings.TrimPrefix(s+" → "+t, " ")
	}
	return s
}

// htmlReference names the primary source and counts the others.
func htmlReference(e *timeline.Event) string {
	if len(e.Sources) == 0 {
		return ""
	}
	c := primary(e, 0)
	s := documentName(c.doc)
	if c.page > 0 {
		s += fmt.Sprintf(", p. %d", c.page)
	}
	if n := len(e.Sources) - 1; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}

// oneLine is text of a document on one line, without what acts on its direction.
func oneLine(s string) string { return source.Clean(valid(s), nameBytes) }

func oneLines(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = oneLine(s)
	}
	return strings.Join(out, ", ")
}
