package timeline

import (
	"regtimeline/dates"
	"regtimeline/timeline/source"
	"sort"
)

// cuesFor reports whether the lexicon has cues for a language. A document whose
// language is not known is read with all of them.
func cuesFor(language string) bool {
	switch language {
	case "", "en", "zh", "ja": // a Japanese law text shares the characters of its verbs with Chinese
		return true
	}
	return false
}

// unread returns the dated sentences of a document in a language that has no
// cues: what they tell of is left to the reader, but not lost.
func unread(doc *source.Document, mentions []dates.Mention) []Event {
	var events []Event
	for _, m := range mentions {
		if m.Role != "" || m.Date.IsZero() || m.Date.Precision() > dates.PrecisionMonth {
			continue
		}
		quote := sentenceAround(doc, m)
		events = append(events, Event{
			Date: m.Date, Basis: m.Basis, Rule: m.Rule, Kind: "fact", Status: Occurred, Confidence: 0.2, unread: true,
			Name:    shorten(source.Clean(quote.Text(), 4*maxName), maxName),
			Doubts:  []string{"What kind of act this is was not read: the document is in a language that timeline only finds dates in."},
			Sources: []Source{newSource(quote, m, Primary)},
		})
	}
	return events
}

func sentenceAround(doc *source.Document, m dates.Mention) source.Span {
	i := sort.Search(len(doc.Blocks), func(i int) bool { return doc.Blocks[i].End >= m.End })
	if i == len(doc.Blocks) {
		return source.Span{Doc: doc, Start: m.Start, End: m.End}
	}
	b := doc.Blocks[i]
	for _, span := range source.Sentences(doc.Text[b.Start:b.End]) {
		if b.Start+span[0] <= m.Start && m.End <= b.Start+span[1] {
			return source.Span{Doc: doc, Start: b.Start + span[0], End: b.Start + span[1]}
		}
	}
	return source.Span{Doc: doc, Start: m.Start, End: m.End}
}
