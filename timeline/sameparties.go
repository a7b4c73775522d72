package timeline

import (
	"slices"

	"regtimeline/timeline/source"
)

// ofParties reports whether an event is context that companies do: a listing, a
// merger, a launch.
func (e Event) ofParties() bool { return e.Kind.Track() == Context && e.Kind != "fact" && !e.unread }

// partyTopics returns the keys of such an event: each of its companies, and its
// document, in which another place may name none.
func (e Event) partyTopics() []string {
	k := string(e.Kind)
	keys := []string{k + " doc " + e.Sources[0].Quote.Doc.SHA256}
	for _, t := range e.Targets {
		keys = append(keys, k+" t "+normal(t))
	}
	return keys
}

// sameParties reports whether two acts of companies are one. A company lists once
// in a while, so that a listing is told by who and when; that of three firms in one
// row is another than that of one of them. Mergers and launches are many: they must
// share words too, or both parties.
func (c *cluster) sameParties(e Event) bool {
	shared := 0
	for _, t := range e.Targets {
		if slices.Contains(c.Targets, t) {
			shared++
		}
	}
	several := shared >= 2
	switch {
	case c.Kind != e.Kind || c.Status != e.Status:
		return false
	case len(c.Targets) == 0 || len(e.Targets) == 0:
		return c.toldIn(e.Sources[0].Quote.Doc) && (e.Kind == "listing" || e.Name == c.Name)
	case e.Kind == "listing":
		return several || shared == 1 && len(c.Targets) == 1 && len(e.Targets) == 1
	}
	return several || shared > 0 && samePolicy(c, e)
}

// toldIn reports whether a document tells of the cluster's act.
func (c *cluster) toldIn(doc *source.Document) bool {
	return slices.ContainsFunc(c.Sources, func(s Source) bool { return s.Quote.Doc == doc })
}
