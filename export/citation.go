package export

import (
	"path"
	"slices"
	"sort"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// citation is one source of an event as it is written out: computed from its
// spans, and the same in every format.
type citation struct {
	doc        *source.Document // never nil
	role       timeline.Role
	page       int    // 0 where the document has no pages
	place      string // where there are neither pages nor lines: the paragraph under its heading
	start, end int    // bytes: the date words, or the quote where there are none
	words      string // the date words as they stand, or ""
	quote      string // on one line
	date       string // what the date words say, in EDTF
	shown      string // the same for people
}

// cite reads a source; its quote is cut at limit bytes. Spans that do not lie
// in a document give a citation without words.
func cite(s timeline.Source, limit int) citation {
	c := citation{doc: s.Quote.Doc, role: s.Role, date: s.Value.String(), shown: s.Value.Display()}
	if c.doc == nil {
		c.doc = &source.Document{}
	}
	place := s.Quote
	if inside(s.Date) && s.Date.Start < s.Date.End {
		place = s.Date
		c.words = s.Date.Quote(0)
	}
	if inside(place) {
		c.start, c.end, c.page = place.Start, place.End, place.Page()
		if c.page == 0 && !c.doc.Lined() {
			c.place = oneLine(place.Paragraph())
		}
	}
	if inside(s.Quote) {
		c.quote = s.Quote.Quote(limit)
	}
	return c
}

func inside(s source.Span) bool {
	return s.Doc != nil && 0 <= s.Start && s.Start <= s.End && s.End <= len(s.Doc.Text)
}

// primary is the citation of an event's first source.
func primary(e *timeline.Event, limit int) citation {
	if len(e.Sources) == 0 {
		return cite(timeline.Source{}, limit)
	}
	return cite(e.Sources[0], limit)
}

// documentName is a document's title, or its file name where it has none.
func documentName(d *source.Document) string {
	if d.Path == "-" && d.Title == "" {
		return "standard input"
	}
	for _, name := range []string{d.Title, path.Base(d.Path)} {
		if name = source.Clean(valid(name), 0); name != "" && name != "." {
			return name
		}
	}
	return "unnamed document"
}

// chosen returns at most limit sources, in their order. Where some must be left
// out, those that disagree are kept before those that only agree, so that no
// disagreement is hidden.
func chosen(all []timeline.Source, limit int) []timeline.Source {
	if len(all) <= limit {
		return all
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return weight(all[a].Role) - weight(all[b].Role) })
	order = order[:limit]
	slices.Sort(order)
	kept := make([]timeline.Source, limit)
	for i, n := range order {
		kept[i] = all[n]
	}
	return kept
}

func weight(r timeline.Role) int {
	switch r {
	case timeline.Primary:
		return 0
	case timeline.Conflicting:
		return 1
	}
	return 2
}

// lines counts lines as Span.Line does, in logarithmic time: a document's line
// ends are looked for once, however many sources it has.
type lines map[*source.Document][]int

// number returns the number, from 1, of the line that holds an offset.
func (l lines) number(d *source.Document, offset int) int {
	ends, ok := l[d]
	if !ok {
		for i := 0; ; i++ {
			n := strings.IndexByte(d.Text[i:], '\n')
			if n < 0 {
				break
			}
			i += n
			ends = append(ends, i)
		}
		l[d] = ends
	}
	return 1 + sort.SearchInts(ends, offset)
}
