package timeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"regtimeline/dates"
)

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
	if !known { // of a table that does not tell, only what it says counts, not its blanks
		if base = f.Get(own); value == "" {
			return false, false
		}
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
