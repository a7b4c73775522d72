package timeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"regtimeline/dates"
)

// Applied says what became of a reviewer's changes.
type Applied struct {
	Edited, Accepted, Rejected, Merged, Added int // events
	Remarks                                   []Remark
}

// Remark is a sentence about one row that a reviewer should look at: its change
// could not be applied, or the text has changed under it.
type Remark struct{ At, Sentence string }

// Apply returns a timeline with what a reviewer changed in rows that were
// written of an earlier one; t is unchanged. A row finds its event by id or by
// the keys of its sources, so that changes outlive added documents and better
// rules. A row that finds its event by keys gives it the id that it had.
//
// Nothing of the reviewer's is lost: what cannot be applied is in Timeline.Kept,
// to be written out with the rest. Rows of events that a reviewer has not touched
// change nothing; an event without a row stays as it is.
//
// Applying what was written of the result gives the same result again.
func Apply(t *Timeline, rows []Row) (*Timeline, Applied) {
	machine := slices.Concat(t.Events, t.Undated)
	a := &applier{t: t, machine: machine, match: newMatcher(machine),
		groups: map[int][]*Row{}, own: map[*Row]int{}, into: map[int]int{}}
	a.events = make([]Event, len(machine))
	for i, e := range machine {
		a.events[i] = clone(e)
	}
	a.sortOut(rows)
	a.merge()
	for i := range a.events {
		a.review(i)
	}
	for _, r := range a.added {
		a.add(r)
	}
	return a.finish(), a.Applied
}

// clone copies what Apply may change in place.
func clone(e Event) Event {
	e.Sources = slices.Clone(e.Sources)
	e.Doubts = slices.Clone(e.Doubts)
	e.Authorities, e.Targets = slices.Clone(e.Authorities), slices.Clone(e.Targets)
	return e
}

type applier struct {
	Applied
	t       *Timeline
	machine []Event // as the documents give them
	events  []Event // the same, changed
	match   *matcher
	groups  map[int][]*Row // the rows of each event, the one to be followed first
	own     map[*Row]int   // the event that a row was written of, as opposed to the one it was merged into
	into    map[int]int    // an event that was merged, and into which
	added   []*Row
	kept    []Row
	cited   citedDocuments
}

// sortOut finds the event of each row.
func (a *applier) sortOut(rows []Row) {
	for i := range rows {
		r := &rows[i]
		switch {
		case r.blank():
		case r.Added || r.ID == "":
			a.added = append(a.added, r)
		default:
			n := a.match.find(r)
			if n < 0 {
				if r.touched() {
					a.keep(r, "nothing in the documents matches this row any more")
				}
				continue
			}
			a.groups[n] = append(a.groups[n], r)
			a.own[r] = n
		}
	}
	for n := range a.events {
		group := a.groups[n]
		// An exact id goes before a key, the workbook's own row before one that was carried along.
		slices.SortStableFunc(group, func(x, y *Row) int {
			return rowRank(x, a.machine[n].ID) - rowRank(y, a.machine[n].ID)
		})
		a.groups[n] = a.takeCopies(group)
	}
	slices.SortStableFunc(a.added, func(x, y *Row) int { return strings.Compare(x.ID, y.ID) })
}

func rowRank(r *Row, id string) int {
	switch {
	case r.Kept:
		return 4
	case r.ID == id && !r.touched():
		return 0 // beside a changed copy, this is the event's row
	case r.ID == id:
		return 1
	}
	return 2
}

// takeCopies makes of each further row with one id an event that was added:
// whoever copies a row and changes it splits an event in two.
func (a *applier) takeCopies(group []*Row) []*Row {
	var rest []*Row
	seen := map[string]bool{}
	for _, r := range group {
		if seen[r.ID] && !r.Kept {
			if r.touched() {
				c := *r
				c.ID, c.Written, c.Text, c.Merged = "", nil, nil, nil
				a.added = append(a.added, &c)
			}
			continue
		}
		seen[r.ID] = true
		rest = append(rest, r)
	}
	return rest
}

// keep carries a row over that could not be applied, and says why.
func (a *applier) keep(r *Row, why string) {
	k := *r
	k.Kept, k.Why = true, why
	a.kept = append(a.kept, k)
	a.remark(r, why+"; it is kept")
}

func (a *applier) remark(r *Row, sentence string) {
	name := r.value("name")
	if name != "" {
		name = " (" + shorten(name, 60) + ")"
	}
	a.Remarks = append(a.Remarks, Remark{r.At + name, sentence})
}

// review applies to an event what its rows say, in their order.
func (a *applier) review(n int) {
	e := &a.events[n]
	if _, gone := a.into[n]; gone {
		return
	}
	for i, r := range a.groups[n] {
		if i == 0 {
			a.rename(n, r.ID)
		}
		fresh, conflict := a.edit(n, r)
		e.Review.addNote(r.value(NoteColumn))
		if e.Review.SameAs == "" {
			e.Review.SameAs = r.value(SameAsColumn)
		}
		if i == 0 || r.changed(ReviewColumn) {
			a.setState(e, r, fresh, conflict)
		} else if fresh && e.Review.state() == Pending {
			e.Review.State = Edited
		}
	}
	a.count(e)
	if doubt := e.Review.doubt(); doubt != "" {
		e.Doubts = append(e.Doubts, doubt)
	}
}

// rename lets an event that was found by its keys keep the id it had, unless
// another event has it now.
func (a *applier) rename(n int, id string) {
	base := unnumbered(id)
	if id == "" || slices.ContainsFunc(a.match.byID[base], func(i int) bool { return a.events[i].ID == id }) {
		return
	}
	a.events[n].ID = id
	a.match.byID[base] = append(a.match.byID[base], n)
}

// edit takes from a row the values that are the reviewer's. It reports whether
// one of them is new, and whether the text has changed under one.
func (a *applier) edit(n int, r *Row) (fresh, conflict bool) {
	left := rest{row: r, values: map[string]string{}}
	for _, f := range Fields {
		if r.has(f.Name) {
			isFresh, clashes := a.editField(n, r, f, &left)
			fresh, conflict = fresh || isFresh, conflict || clashes
		}
	}
	left.checkState()
	if len(left.why) > 0 {
		k := left.kept()
		a.keep(&k, strings.Join(left.why, "; "))
	}
	return fresh, conflict
}

// editField applies one value of a row.
func (a *applier) editField(n int, r *Row, f Field, left *rest) (fresh, conflict bool) {
	e, own := &a.events[n], &a.machine[a.own[r]]
	value, now := r.value(f.Name), f.Get(e)
	base, known := r.base(f.Name)
	if !known {
		base = now
	}
	changed := base != now && base != f.Get(own)
	switch {
	case value == base:
		if changed && State(r.value(ReviewColumn)) == Accepted && slices.Contains(settled, f.Name) {
			a.remark(r, fmt.Sprintf("it was accepted when the text gave %s; now it gives %s, and the row is pending again", shownValue(f.Name, base), shownValue(f.Name, now)))
			return false, true
		}
		return false, false
	case value == now:
		return false, false
	case value == "" && slices.Contains(required, f.Name):
		if r.changed(f.Name) {
			a.remark(r, "the "+f.Name+" is empty, and an event needs one, so it stays; to leave the event out, set Review to rejected")
		}
		return false, false
	}
	with := clone(*e)
	if err := f.set(&with, value); err != nil {
		left.refuse(f.Name, value, err.Error())
		return false, false
	}
	if _, done := e.Review.edit(f.Name); done {
		left.values[f.Name] = value
		left.why = append(left.why, "another row of the same event changes the "+f.Name+" otherwise")
		return false, false
	}
	*e = with
	e.Review.Edits = append(e.Review.Edits, FieldEdit{f.Name, now})
	if changed {
		a.remark(r, fmt.Sprintf("the text now gives %s where it gave %s; the reviewer's %s stays, and the row is pending again",
			shownValue(f.Name, now), shownValue(f.Name, base), shownValue(f.Name, value)))
	}
	return r.changed(f.Name) || r.Written == nil, changed
}

// settled are the fields that an acceptance is about: should the text come to give
// another value, the row wants another look.
var settled = []string{"date", "kind", "status", "amount", "currency"}

// required are the fields that no event is without.
var required = []string{"name", "kind", "status"}

// rest is what could not be applied of a row.
type rest struct {
	row    *Row
	values map[string]string // as they were typed, by column
	why    []string
}

func (l *rest) refuse(column, value, why string) {
	l.values[column] = value
	l.why = append(l.why, fmt.Sprintf("“%s” as %s %s", value, strings.ReplaceAll(column, "_", " "), why))
}

func (l *rest) checkState() {
	if s := State(l.row.value(ReviewColumn)); s != "" && !slices.Contains(States, s) {
		l.refuse(ReviewColumn, string(s), "is no state of review; choose "+statesInWords())
	}
}

// kept is a row of the rest alone: of all else it says what was written.
func (l *rest) kept() Row {
	written := maps.Clone(l.row.Written)
	for _, c := range []string{ReviewColumn, NoteColumn, SameAsColumn} {
		delete(written, c)
	}
	return Row{At: l.row.At, ID: l.row.ID, Keys: l.row.Keys, Written: written, Values: l.values}
}

func statesInWords() string {
	var names []string
	for _, s := range States {
		names = append(names, string(s))
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func shownValue(field, v string) string {
	switch {
	case v == "":
		return "no " + field
	case field == "date":
		if d, err := dates.Parse(v); err == nil {
			return d.Display()
		}
	}
	return "“" + v + "”"
}

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
	case note == "" || strings.Contains(r.Note, note):
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

// finish puts the events into their lists and in order.
func (a *applier) finish() *Timeline {
	t := &Timeline{Documents: slices.Concat(a.t.Documents, a.cited.list), Mentions: a.t.Mentions, Failures: a.t.Failures, Kept: a.kept}
	for i, e := range a.events {
		if _, gone := a.into[i]; gone {
			continue
		}
		switch {
		case e.Review.State == Rejected:
			t.Rejected = append(t.Rejected, e)
		case e.Date.IsZero():
			t.Undated = append(t.Undated, e)
		default:
			t.Events = append(t.Events, e)
		}
	}
	position := positions(t.Documents)
	for _, list := range [][]Event{t.Events, t.Undated, t.Rejected} {
		order(list, position)
	}
	slices.SortStableFunc(t.Kept, func(x, y Row) int { return strings.Compare(x.ID, y.ID) })
	return t
}
