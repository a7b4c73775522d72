package timeline

import (
	"slices"

	"regtimeline/dates"
)

// cluster is one act with all that was found of it.
type cluster struct {
	Event
	keys map[string]bool
	gone bool   // it was joined to another one
	year string // what its keys are followed by: see inYear
}

// join adds an event to a cluster: its sources, what it knows and the cluster
// does not, and a more exact date.
func (c *cluster) join(e Event) {
	conflict := !e.Date.IsZero() && !c.Date.IsZero() && !c.Date.Overlaps(e.Date) && !e.citation
	switch {
	case reportOf(c.Event, e):
		c.swap(&e)
		conflict = false
	case reportOf(e, c.Event):
		conflict = false
	case conflict && (e.Confidence > c.Confidence && c.note || c.byWeekday() && !e.byWeekday() || otherYear(c.Event, e) && c.byYear()):
		c.swap(&e)
	}
	for _, s := range e.Sources {
		s.Role = Corroborating
		if conflict {
			s.Role = Conflicting
		}
		c.Sources = append(c.Sources, s)
	}
	switch {
	case conflict:
		c.Doubts = appendNew(c.Doubts, conflictDoubt(e.Date))
	case c.Date.IsZero() && !e.citation:
		c.Date, c.Basis, c.Rule = e.Date, e.Basis, e.Rule
	case e.citation && len(e.Authorities) > 0 && e.Date.Within(c.Date) && c.Date.Precision() <= dates.PrecisionYear,
		e.note && !e.citation && e.Date.Within(c.Date) && c.Date.Precision() <= dates.PrecisionYear:
		c.Date, c.Basis, c.Rule = e.Date, e.Basis, e.Rule
	}
	if e.citation {
		for _, a := range e.Authorities {
			c.Authorities = appendNew(c.Authorities, a)
		}
		return
	}
	c.complete(e)
	if !conflict {
		c.Confidence = clamp(1-(1-c.Confidence)*(1-e.Confidence/3), 0, 0.99)
		c.note = c.note && e.note
	}
}

// swap makes the joining event the cluster's and the old one the joiner.
func (c *cluster) swap(e *Event) {
	old := c.Event
	c.Event = *e
	*e = old
	c.Sources[0].Role = Primary
}

// complete takes from a joining event the fields that the cluster lacks.
func (c *cluster) complete(e Event) {
	if c.Instrument == "" {
		c.Instrument = e.Instrument
	}
	if c.Provision == "" {
		c.Provision = e.Provision
	}
	if c.Jurisdiction == "" {
		c.Jurisdiction = e.Jurisdiction
	}
	if c.Amount == (Amount{}) {
		c.Amount = e.Amount
	}
	if c.measure == "" {
		c.measure = e.measure
	}
	if c.Kind == "publication" || c.Kind == "adoption" && e.Kind == "plan" {
		c.Kind = e.Kind
	}
	for _, a := range e.Authorities {
		c.Authorities = addAuthority(c.Authorities, a)
	}
	for _, t := range e.Targets {
		c.Targets = appendNew(c.Targets, t)
	}
}

// finish returns the event of a cluster, at the date that most documents give.
func (c *cluster) finish() Event {
	c.vote()
	c.Sources[0].Role = Primary
	c.bestName()
	return c.Event
}

// vote lets the documents decide a conflict: where more of them give another day
// than the cluster's, that day is taken and the old one is the conflict.
func (c *cluster) vote() {
	if !slices.ContainsFunc(c.Sources, func(s Source) bool { return s.Role == Conflicting }) {
		return
	}
	docs := map[dates.Date]map[string]bool{}
	for _, s := range c.Sources {
		if !s.Value.IsZero() {
			if docs[s.Value] == nil {
				docs[s.Value] = map[string]bool{}
			}
			docs[s.Value][s.Quote.Doc.SHA256] = true
		}
	}
	best, first := c.Date, -1
	for i, s := range c.Sources {
		if s.Role == Conflicting && len(docs[s.Value]) > len(docs[best]) {
			best, first = s.Value, i
		}
	}
	if first < 0 {
		return
	}
	old := c.Date
	c.Date = best
	c.Doubts = slices.DeleteFunc(c.Doubts, func(d string) bool { return d == conflictDoubt(best) })
	c.Doubts = append(c.Doubts, conflictDoubt(old))
	for i := range c.Sources {
		switch v := c.Sources[i].Value; {
		case v.IsZero():
		case v.Overlaps(best):
			c.Sources[i].Role = Corroborating
		default:
			c.Sources[i].Role = Conflicting
		}
	}
	primary := c.Sources[first]
	c.Sources = append([]Source{primary}, slices.Delete(c.Sources, first, first+1)...)
}

func conflictDoubt(d dates.Date) string { return "Another source gives " + d.Display() + "." }
