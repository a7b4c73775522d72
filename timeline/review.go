package timeline

// Review is what a reviewer made of an event; the zero Review is nothing yet.
// It comes from a workbook or CSV file that was corrected (see Apply), and goes
// into the next one, so that it is never made twice.
type Review struct {
	State  State
	Note   string
	SameAs string // events with one mark, or with the id of another, were said to be one
	Edits  []FieldEdit
	Added  bool     // the event is the reviewer's own: no document was read for it
	Merged []Merged // the events that the mark joined to this one
}

// IsZero reports whether no reviewer has touched the event.
func (r Review) IsZero() bool {
	return (r.State == "" || r.State == Pending) && r.Note == "" && r.SameAs == "" && len(r.Edits) == 0 && !r.Added && len(r.Merged) == 0
}

// State is how far a reviewer is with an event; "" means Pending.
type State string

// The states of review.
const (
	Pending  State = "pending"
	Accepted State = "accepted"
	Edited   State = "edited"
	Rejected State = "rejected" // left out of the timeline, and remembered
)

// States lists the states of review.
var States = []State{Pending, Accepted, Edited, Rejected}

// FieldEdit says that the value of a field is the reviewer's.
type FieldEdit struct {
	Field string // as Fields names it
	Text  string // what the documents give instead, in the form of Field.Get
}

// Merged names an event that was joined to another by a reviewer.
type Merged struct {
	ID   string
	Keys []Key
}

// edit returns the reviewer's change of a field.
func (r Review) edit(field string) (FieldEdit, bool) {
	for _, e := range r.Edits {
		if e.Field == field {
			return e, true
		}
	}
	return FieldEdit{}, false
}
