package timeline

import (
	"regtimeline/dates"
)

// otherActor reports whether two acts of enforcement on one company are those of
// different authorities. The same day or the same sum tells that they are one all
// the same: a ministry acts through its agency, and a text names either.
func (c *cluster) otherActor(e Event) bool {
	if e.Kind.Track() != Enforcement || c.carried || e.carried || !disjoint(c.Authorities, e.Authorities) {
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
