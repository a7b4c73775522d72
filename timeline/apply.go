package timeline

import (
	"slices"
	"strings"
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
	ids     map[string]int // of all events, once rows are added
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
