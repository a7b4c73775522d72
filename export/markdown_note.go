package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

const (
	noteSources    = 5   // that are cited in a note; the rest is counted
	noteQuoteBytes = 300 // of a quote in a note
)

// note is the text of an event's footnote: its sources, where they disagree,
// how the date is known where it is not simply stated, and the doubts.
func note(e *timeline.Event) string {
	kept := chosen(e.Sources, noteSources)
	references := make([]string, 0, len(kept)+1)
	var before citation
	for _, s := range kept {
		c := cite(s, noteQuoteBytes)
		references = append(references, reference(c, before))
		before = c
	}
	if n := len(e.Sources) - len(kept); n > 0 {
		references = append(references, fmt.Sprintf("and %d more", n))
	}
	var sentences []string
	if len(references) > 0 {
		sentences = append(sentences, sentence(strings.Join(references, "; ")))
	}
	switch e.Basis {
	case dates.Resolved:
		sentences = append(sentences, "Date resolved from the context.")
	case dates.Derived:
		sentences = append(sentences, "Date derived from another event.")
	}
	for _, d := range e.Doubts {
		if d = markdownText(d, noteQuoteBytes); d != "" {
			sentences = append(sentences, "Doubt: "+sentence(d))
		}
	}
	return strings.Join(sentences, " ")
}

// reference is "*Title*, p. 7: “quote” <https://…>". Where the reference before
// it was to the same document, "also" stands for title and address, and a quote
// is not given twice.
func reference(c, before citation) string {
	var place []string
	if c.page > 0 {
		place = append(place, "p. "+strconv.Itoa(c.page))
	}
	if c.place != "" {
		place = append(place, markdownText(c.place, 0))
	}
	if c.role == timeline.Conflicting {
		place = append(place, strings.TrimSuffix("conflicting ("+c.shown+")", " ()"))
	}
	same := c.doc == before.doc
	s := strings.TrimSuffix("also "+strings.Join(place, ", "), " ")
	if !same {
		s = strings.Join(slices.Insert(place, 0, "*"+markdownText(documentName(c.doc), nameBytes)+"*"), ", ")
	}
	if q := markdownText(c.quote, 0); q != "" && !(same && c.quote == before.quote) {
		s += ": “" + q + "”"
	}
	if u := webAddress(c.doc.URL); u != "" && !same {
		s += " <" + u + ">"
	}
	return s
}
