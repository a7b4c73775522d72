package timeline

import (
	"slices"
	"strings"
)

// merge joins the events that a reviewer said to be one, before anything else is
// applied: those whose rows bear one mark, those whose mark is another's id, and
// those that were joined in an earlier run and bear the mark still.
func (a *applier) merge() {
	type member struct {
		mark  string
		event int
	}
	marks, joined := map[string][]int{}, map[member]bool{}
	var order []string
	join := func(mark string, n int) {
		if a.isRejected(n) {
			return
		}
		if marks[mark] == nil {
			order = append(order, mark)
		}
		if at := (member{mark, n}); !joined[at] {
			joined[at] = true
			marks[mark] = append(marks[mark], n)
		}
	}
	ids := a.byAnyID()
	for n := range a.events {
		for _, r := range a.groups[n] {
			mark := strings.ToLower(r.value(SameAsColumn))
			if mark == "" || a.isRejected(n) {
				continue
			}
			if other, ok := ids[mark]; ok {
				mark = a.events[other].ID
				join(mark, other)
			}
			join(mark, n)
			for _, m := range r.Merged {
				if other := a.match.find(&Row{ID: m.ID, Keys: m.Keys}); other >= 0 && other != n {
					a.rename(other, m.ID)
					join(mark, other)
				} else { // its document is not read this time, or it is one event anyway
					a.events[n].Review.Merged = append(a.events[n].Review.Merged, m)
				}
			}
		}
	}
	for _, mark := range order {
		group := marks[mark]                                                      // never empty
		if i, ok := ids[strings.ToLower(mark)]; ok && slices.Contains(group, i) { // the event that is named stays, else the first
			group = append([]int{i}, slices.DeleteFunc(group, func(n int) bool { return n == i })...)
		}
		for _, n := range group[1:] {
			a.mergeInto(group[0], n)
		}
	}
}

// isRejected reports whether an event is to be left out; nothing is joined to it.
func (a *applier) isRejected(n int) bool {
	return len(a.groups[n]) > 0 && State(a.groups[n][0].value(ReviewColumn)) == Rejected
}

// byAnyID returns the events by the ids that rows and reviewers know them under.
func (a *applier) byAnyID() map[string]int {
	ids := map[string]int{}
	for n := range a.events {
		ids[a.events[n].ID] = n
	}
	for n, group := range a.groups {
		for _, r := range group {
			if _, taken := ids[r.ID]; !taken && r.ID != "" {
				ids[r.ID] = n
			}
		}
	}
	return ids
}

// mergeInto joins event n to another, which keeps what it says and gains the
// sources and what it lacked. The rows of n now tell of the other.
func (a *applier) mergeInto(into, n int) {
	if into == n || a.gone(into) || a.gone(n) {
		return
	}
	e, o := &a.events[into], &a.events[n]
	a.into[n] = into
	a.groups[into] = append(a.groups[into], a.groups[n]...)
	if len(a.groups[n]) > 0 {
		a.rename(n, a.groups[n][0].ID)
	}
	e.Review.Merged = append(e.Review.Merged, Merged{o.ID, keysOf(o.Sources, maxMergedKeys)})
	conflict := !e.Date.IsZero() && !o.Date.IsZero() && !e.Date.Overlaps(o.Date)
	for _, s := range o.Sources {
		s.Role = Corroborating
		if conflict || !s.Value.IsZero() && !e.Date.IsZero() && !s.Value.Overlaps(e.Date) {
			s.Role = Conflicting
		}
		e.Sources = append(e.Sources, s)
	}
	switch {
	case conflict:
		e.Doubts = appendNew(e.Doubts, conflictDoubt(o.Date))
	case e.Date.IsZero():
		e.Date, e.Basis, e.Rule = o.Date, o.Basis, o.Rule
	}
	if e.Amount == (Amount{}) {
		e.Amount = o.Amount
	}
	for _, f := range Fields {
		if f.Get(e) == "" && f.Get(o) != "" {
			_ = f.set(e, f.Get(o)) // what one event has, another may have
		}
	}
	e.Confidence = max(e.Confidence, o.Confidence)
}

func (a *applier) gone(n int) bool {
	_, gone := a.into[n]
	return gone
}
