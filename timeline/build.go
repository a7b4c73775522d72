package timeline

import (
	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// Build makes one timeline of documents. It gives them their ids (d1, d2 …) in
// the order given. The same documents give the same timeline on any number of cores.
func Build(docs []*source.Document) *Timeline { return &Timeline{Documents: docs} }

// Mentions returns every date mention of a document, resolved, in order.
func Mentions(doc *source.Document) []dates.Mention { return nil }

// Filter says which events to keep.
type Filter struct {
	Since, Until dates.Day // inclusive; zero is unbounded. Undated events are not affected.
	Kinds        []Kind    // empty keeps all
	All          bool      // keep the context track too
}

// Filter returns a timeline with only the events that f keeps; t is unchanged.
func (t *Timeline) Filter(f Filter) *Timeline { return t }
