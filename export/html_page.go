package export

import (
	"fmt"
	"html/template"
	"slices"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// htmlPage is what page.tmpl shows.
type htmlPage struct {
	Title     string
	Summary   string // "43 events of 1998–2022 from 11 documents"
	Horizon   string // what upcoming means
	Policy    string
	Style     template.CSS
	Script    template.JS
	Data      template.JS // htmlFacets
	Years     []htmlYear  // the undated events last
	Documents []htmlDocument
}

// htmlYear is a section of the page. Its events stand in several lists where
// they are many: a browser lays out only the lists in sight.
type htmlYear struct {
	Heading, Hint string
	Lists         [][]htmlEvent
}

const htmlListEvents = 50 // in one list

func newHTMLYear(heading, hint string, events []htmlEvent) htmlYear {
	return htmlYear{heading, hint, slices.Collect(slices.Chunk(events, htmlListEvents))}
}

type htmlDocument struct {
	ID, Title, URL, Path, Published, Basis, Language, SHA256 string
	Events                                                   int
}

// htmlFacets is the data of the script. Its events stand in the order of the page.
type htmlFacets struct {
	Kinds       []htmlKind    `json:"kinds"`
	Authorities []string      `json:"authorities"`
	Documents   []string      `json:"documents"`
	Events      []htmlFacet   `json:"events"`
	Excerpts    []htmlExcerpt `json:"excerpts"`
	Horizon     string        `json:"horizon"` // a day, or ""
}

type htmlKind struct {
	Label string `json:"label"`
	Track string `json:"track"`
}

// htmlFacet is what one event is filtered and placed by: numbers in the lists above.
type htmlFacet struct {
	Kind        int   `json:"k"`
	Authorities []int `json:"a"`
	Documents   []int `json:"d"`
	Place       []int `json:"p"` // year, month, day, as far as they are known; empty for none
	Conflict    bool  `json:"c"`
	Doubt       bool  `json:"q"`
	Upcoming    bool  `json:"u"`
}

// htmlMaker gathers, event by event, what the page and its script share.
type htmlMaker struct {
	facets      htmlFacets
	kinds       map[timeline.Kind]int
	authorities map[string]int
	documents   map[*source.Document]int
	excerpts    excerpts
	horizon     horizon
}

func newHTMLPage(t *timeline.Timeline, o Options) (*htmlPage, error) {
	m := newHTMLMaker(t, o)
	p := &htmlPage{Title: or(source.Clean(valid(o.Title), nameBytes), "Timeline"), Horizon: m.horizon.String()}
	for _, y := range groupsOf(t.Events, ByYear) {
		p.Years = append(p.Years, newHTMLYear(y.heading, "", m.events(y.events)))
	}
	if len(t.Undated) > 0 {
		p.Years = append(p.Years, newHTMLYear("Undated", "The documents give these no date; none was assumed.", m.events(pointers(t.Undated))))
	}
	p.Summary = htmlSummary(t)
	p.Documents = m.documentsOf(t)
	m.facets.Excerpts = m.excerpts.texts()
	style, err := htmlParts(htmlStyles)
	if err != nil {
		return nil, err
	}
	script, err := htmlParts(htmlScripts)
	if err != nil {
		return nil, err
	}
	p.Style, p.Script, p.Policy = template.CSS(style), template.JS(script), htmlPolicy(style, script)
	p.Data, err = htmlData(m.facets)
	return p, err
}

func newHTMLMaker(t *timeline.Timeline, o Options) *htmlMaker {
	m := &htmlMaker{
		facets:    htmlFacets{Authorities: []string{}, Documents: []string{}, Events: []htmlFacet{}, Kinds: []htmlKind{}},
		kinds:     map[timeline.Kind]int{},
		documents: map[*source.Document]int{}, authorities: map[string]int{}, horizon: horizonOf(t, o),
	}
	m.facets.Horizon = m.horizon.day.String()
	for i, d := range t.Documents {
		m.documents[d] = i
		m.facets.Documents = append(m.facets.Documents, documentName(d))
	}
	for _, k := range timeline.Kinds {
		m.kind(k.Kind)
	}
	all := slices.Concat(pointers(t.Events), pointers(t.Undated))
	m.excerpts = excerptsOf(all)
	return m
}

func (m *htmlMaker) kind(k timeline.Kind) int {
	n, ok := m.kinds[k]
	if !ok {
		n = len(m.facets.Kinds)
		m.kinds[k] = n
		m.facets.Kinds = append(m.facets.Kinds, htmlKind{source.Clean(valid(k.Label()), nameBytes), string(k.Track())})
	}
	return n
}

func (m *htmlMaker) authority(name string) int {
	n, ok := m.authorities[name]
	if !ok {
		n = len(m.facets.Authorities)
		m.authorities[name] = n
		m.facets.Authorities = append(m.facets.Authorities, source.Clean(valid(name), nameBytes))
	}
	return n
}

// facet is what an event is filtered by.
func (m *htmlMaker) facet(e *timeline.Event) htmlFacet {
	f := htmlFacet{Kind: m.kind(e.Kind), Authorities: []int{}, Documents: []int{}, Place: place(e.Date),
		Doubt: len(e.Doubts) > 0, Upcoming: m.horizon.isAhead(e)}
	for _, a := range e.Authorities {
		f.Authorities = append(f.Authorities, m.authority(a))
	}
	for _, s := range e.Sources {
		f.Conflict = f.Conflict || s.Role == timeline.Conflicting
		if n, ok := m.documents[s.Quote.Doc]; ok && !slices.Contains(f.Documents, n) {
			f.Documents = append(f.Documents, n)
		}
	}
	return f
}

func (m *htmlMaker) documentsOf(t *timeline.Timeline) []htmlDocument {
	events := make([]int, len(t.Documents))
	for _, f := range m.facets.Events {
		for _, n := range f.Documents {
			events[n]++
		}
	}
	var out []htmlDocument
	for i, d := range t.Documents {
		h := htmlDocument{ID: d.ID, Title: documentName(d), URL: webAddress(d.URL), Path: source.Clean(valid(d.Path), nameBytes),
			Published: d.Published.Display(), Language: source.Clean(valid(d.Language), nameBytes), SHA256: d.SHA256, Events: events[i]}
		if h.Published != "" {
			h.Basis = string(d.PublishedBasis)
		}
		out = append(out, h)
	}
	return out
}

// htmlSummary is the line below the title.
func htmlSummary(t *timeline.Timeline) string {
	s := plural(len(t.Events), "event")
	if n := len(t.Events); n > 0 {
		years := groupsOf(t.Events, ByYear)
		first, last := years[0].heading, years[len(years)-1].heading
		s += ", " + first
		if last != first {
			s += " to " + last
		}
	}
	s += ", from " + plural(len(t.Documents), "document")
	if n := len(t.Undated); n > 0 {
		s += fmt.Sprintf("; %d more without a date", n)
	}
	return s
}

// plural writes a number with its noun: "1 event", "12 events".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return grouped(fmt.Sprint(n)) + " " + noun + "s"
}
