package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const (
	contextBytes = 700  // of a document's text that are shown before and after a quote
	quotedBytes  = 2000 // of a quote that are marked in its context
)

// htmlExcerpt is a stretch of a document that holds one quote or several.
type htmlExcerpt struct {
	Text  string `json:"t"`
	First bool   `json:"a"` // it begins with the document
	Last  bool   `json:"z"` // it ends with the document
}

// excerpts are the stretches of all documents around all quotes. Where they
// meet they are one, so that no text is written twice.
type excerpts struct {
	all   []excerpt
	first map[*source.Document]int // the number of a document's first excerpt
	count map[*source.Document]int
	units map[*source.Document]map[int]int // byte offset → UTF-16 units from the start of its excerpt
}

type excerpt struct {
	doc        *source.Document
	start, end int
}

// excerptsOf finds the stretches around the sources that are shown.
func excerptsOf(events []*timeline.Event) excerpts {
	x := excerpts{first: map[*source.Document]int{}, count: map[*source.Document]int{}, units: map[*source.Document]map[int]int{}}
	var docs []*source.Document
	spans := map[*source.Document][]excerpt{}
	for _, e := range events {
		for _, s := range chosen(e.Sources, htmlSources) {
			q, ok := markedQuote(s)
			if !ok {
				continue
			}
			if spans[q.Doc] == nil {
				docs = append(docs, q.Doc)
				x.units[q.Doc] = map[int]int{}
			}
			spans[q.Doc] = append(spans[q.Doc], around(q))
			for _, offset := range marks(s, q) {
				x.units[q.Doc][offset] = 0
			}
		}
	}
	for _, d := range docs {
		x.first[d] = len(x.all)
		x.all = append(x.all, joined(spans[d])...)
		x.count[d] = len(x.all) - x.first[d]
	}
	for _, d := range docs {
		x.countUnits(d)
	}
	return x
}

// markedQuote is the quote of a source as far as it is marked, and false where the
// source has none.
func markedQuote(s timeline.Source) (source.Span, bool) {
	q := s.Quote
	if !inside(q) || q.Start == q.End {
		return q, false
	}
	q.End = runeStart(q.Doc.Text, min(q.End, q.Start+quotedBytes))
	return q, true
}

// marks are the four offsets that the page marks: of the quote and of the date
// words, which are empty where they do not lie in the quote.
func marks(s timeline.Source, q source.Span) [4]int {
	if inside(s.Date) && s.Date.Doc == q.Doc && q.Start <= s.Date.Start && s.Date.End <= q.End {
		return [4]int{q.Start, q.End, s.Date.Start, s.Date.End}
	}
	return [4]int{q.Start, q.End, q.Start, q.Start}
}

// around is a quote with the text beside it, cut between words where there are any.
func around(q source.Span) excerpt {
	text := q.Doc.Text
	start := runeStart(text, max(0, q.Start-contextBytes))
	if n := strings.IndexAny(text[start:q.Start], " \n"); start > 0 && n >= 0 && n < 80 {
		start += n + 1
	}
	end := runeStart(text, min(len(text), q.End+contextBytes))
	if n := strings.LastIndexAny(text[q.End:end], " \n"); end < len(text) && n >= 0 && end-q.End-n < 80 {
		end = q.End + n
	}
	return excerpt{q.Doc, start, end}
}

func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// joined sorts stretches of one document and makes one of those that meet.
func joined(all []excerpt) []excerpt {
	slices.SortFunc(all, func(a, b excerpt) int { return a.start - b.start })
	var out []excerpt
	for _, x := range all {
		if n := len(out) - 1; n >= 0 && x.start <= out[n].end {
			out[n].end = max(out[n].end, x.end)
		} else {
			out = append(out, x)
		}
	}
	return out
}

// countUnits turns the offsets of a document's marks into those of the script,
// which counts UTF-16 units of the text that is written.
func (x *excerpts) countUnits(d *source.Document) {
	units := x.units[d]
	for _, e := range x.all[x.first[d] : x.first[d]+x.count[d]] {
		n := 0
		for i, r := range d.Text[e.start:e.end] {
			if _, ok := units[e.start+i]; ok {
				units[e.start+i] = n
			}
			if r = contextRune(r); r > 0xFFFF {
				n += 2
			} else if r >= 0 {
				n++
			}
		}
		if _, ok := units[e.end]; ok {
			units[e.end] = n
		}
	}
}

// contextRune is the character that stands for one of a document: the same, a
// line feed for what ends lines and pages, or -1 for what shows nothing or acts
// on the direction of text.
func contextRune(r rune) rune {
	switch {
	case r == '\f' || r == '\v' || r == 0x2028 || r == 0x2029:
		return '\n'
	case r == '\n' || r == '\t':
		return r
	case source.Invisible(r):
		return -1
	}
	return r
}

// place says where the script finds a source: the number of its excerpt and the
// four offsets of its marks; "" where it has none.
func (x *excerpts) place(s timeline.Source) string {
	q, ok := markedQuote(s)
	if !ok || x.units[q.Doc] == nil {
		return ""
	}
	first := x.first[q.Doc]
	n, _ := slices.BinarySearchFunc(x.all[first:first+x.count[q.Doc]], q.Start, func(e excerpt, at int) int {
		if e.end < at {
			return -1
		}
		return 1
	})
	at, units := marks(s, q), x.units[q.Doc]
	return fmt.Sprint(first+n, units[at[0]], units[at[1]], units[at[2]], units[at[3]])
}

// texts are the excerpts as they are written.
func (x *excerpts) texts() []htmlExcerpt {
	out := make([]htmlExcerpt, len(x.all))
	for i, e := range x.all {
		out[i] = htmlExcerpt{strings.Map(contextRune, e.doc.Text[e.start:e.end]), e.start == 0, e.end == len(e.doc.Text)}
	}
	return out
}
