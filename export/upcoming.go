package export

import (
	"regtimeline/dates"
	"regtimeline/timeline"
)

// horizon is the day from which "upcoming" is reckoned, and how it is known. It
// is never the clock's: the same timeline has the same upcoming events.
type horizon struct {
	day   dates.Day // zero where neither the user nor a document gives one
	given bool      // by the user
}

// horizonOf is the day that the user calls today or, where he names none, the
// last day on which a document may have been published.
func horizonOf(t *timeline.Timeline, o Options) horizon {
	if !o.Today.IsZero() {
		return horizon{o.Today, true}
	}
	var h horizon
	for _, d := range t.Documents {
		if last := d.Published.Latest(); !last.IsZero() && last.Compare(h.day) > 0 {
			h.day = last
		}
	}
	return h
}

// String says what upcoming means, for people: "from 5 July 2021 on".
func (h horizon) String() string {
	shown := dates.FromDay(h.day).Display()
	switch {
	case h.given:
		return "from " + shown + " on"
	case !h.day.IsZero():
		return "from " + shown + " on, when the latest of the documents was published"
	}
	return "all that is scheduled or proposed, as no document says when it was published"
}

// upcoming returns the events that lie ahead, in the timeline's order.
func upcoming(t *timeline.Timeline, h horizon) []*timeline.Event {
	var ahead []*timeline.Event
	for i := range t.Events {
		if h.isAhead(&t.Events[i]) {
			ahead = append(ahead, &t.Events[i])
		}
	}
	return ahead
}

// isAhead reports whether an event may still come: a deadline, or what is not
// done, whose last day is not over; and anything whose first day is still to come.
func (h horizon) isAhead(e *timeline.Event) bool {
	first, last := e.Date.Earliest(), e.Date.Latest()
	pending := e.Status == timeline.Scheduled || e.Status == timeline.Proposed
	switch {
	case e.Date.IsZero():
		return false
	case h.day.IsZero():
		return pending
	case !first.IsZero() && first.Compare(h.day) > 0:
		return true
	case last.IsZero(): // it has begun, and no end is known
		return false
	}
	return (pending || e.Kind == "deadline") && last.Compare(h.day) >= 0
}
