package timeline

import (
	"regtimeline/dates"
)

// otherActor reports whether two acts of enforcement on one company are those of
// different authorities. The same day or the same sum tells that they are one all
// the same: a ministry acts through its agency, and a text names either.
func (c *cluster) otherActor(e Event) bool {
	if e.Kind.Track() != Enforcement || c.carried || e.carried || !otherAuthorities(c.Authorities, e.Authorities) {
		return false
	}
	if e.Amount.Value != "" && e.Amount == c.Amount {
		return false
	}
	return c.Date != e.Date || c.Date.Precision() != dates.PrecisionDay
}

// otherMeasure reports whether two orders stop different things.
func (c *cluster) otherMeasure(e Event) bool {
	return c.measure != "" && e.measure != "" && c.measure != e.measure
}

// otherProvision reports whether one document tells of two penalties, orders … under
// two provisions: "a fine of 30 million under Article 12; a fine of 30 million under
// Article 13". Another document may rest the same act on another provision.
func (c *cluster) otherProvision(e Event) bool {
	return e.Kind.Track() == Enforcement && c.Provision != "" && e.Provision != "" && c.Provision != e.Provision && c.toldIn(e.Sources[0].Quote.Doc)
}

// stillToCome reports whether a text says that an act without a date lies ahead,
// which the cluster's act then did not: "the Council has yet to adopt it" is not the
// adoption by Parliament that the same text or an older one dates.
func (c *cluster) stillToCome(e Event) bool {
	if !e.Date.IsZero() || e.unresolved || e.citation || e.Status == Occurred || c.Status != Occurred || c.Date.IsZero() {
		return false
	}
	doc := e.Sources[0].Quote.Doc
	return c.toldIn(doc) || passed(doc.Published, c.Date)
}
