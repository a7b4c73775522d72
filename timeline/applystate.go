package timeline

import (
	"slices"
	"strings"
)

// setState decides how far the review of an event is. A new change makes it
// edited, a text that changed under a change pending again, whatever the row says;
// where the reviewer set the state himself, it stands.
func (a *applier) setState(e *Event, r *Row, fresh, conflict bool) {
	state := State(r.value(ReviewColumn))
	if !slices.Contains(States, state) {
		state = State(r.Written[ReviewColumn])
	}
	switch {
	case state == Rejected:
	case conflict:
		state = Pending
	case fresh && !r.changed(ReviewColumn):
		state = Edited
	case state == Edited && len(e.Review.Edits) == 0:
		state = Pending
	}
	e.Review.State = state
}

func (r *Review) addNote(note string) {
	switch {
	case note == "" || slices.Contains(strings.Split(r.Note, "; "), note):
	case r.Note == "":
		r.Note = note
	default:
		r.Note += "; " + note
	}
}

// doubt tells every reader which values are not the documents'.
func (r Review) doubt() string {
	if r.Added {
		return "Added in review."
	}
	var parts []string
	for _, x := range r.Edits {
		part := x.Field
		if x.Field == "date" || x.Field == "amount" {
			part += " (the text gives " + shownValue(x.Field, x.Text) + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return ""
	}
	return "Edited in review: " + strings.Join(parts, ", ") + "."
}

func (a *applier) count(e *Event) {
	switch {
	case e.Review.State == Rejected:
		a.Rejected++
	case e.Review.Added:
		a.Added++
	case len(e.Review.Edits) > 0:
		a.Edited++
	case e.Review.State == Accepted:
		a.Accepted++
	}
	a.Merged += len(e.Review.Merged)
}
