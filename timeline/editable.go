package timeline

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"regtimeline/dates"
)

// Field is a value of an event that a reviewer may change, as text: dates in
// EDTF, kinds and statuses by their codes, lists with "; " between the items.
type Field struct {
	Name string // as the column of CSV is called
	Get  func(*Event) string
	set  func(*Event, string) error // the error is a sentence without its subject: "is not …"
}

// Fields lists what a reviewer may change in an event.
var Fields = []Field{
	{"date", func(e *Event) string { return e.Date.String() }, setDate},
	{"kind", func(e *Event) string { return string(e.Kind) }, setKind},
	{"name", func(e *Event) string { return e.Name }, setName},
	{"status", func(e *Event) string { return string(e.Status) }, setStatus},
	{"instrument", func(e *Event) string { return e.Instrument }, func(e *Event, s string) error { e.Instrument = s; return nil }},
	{"provision", func(e *Event) string { return e.Provision }, func(e *Event, s string) error { e.Provision = s; return nil }},
	{"authorities", func(e *Event) string { return joined(e.Authorities) }, func(e *Event, s string) error { e.Authorities = parted(s); return nil }},
	{"targets", func(e *Event) string { return joined(e.Targets) }, func(e *Event, s string) error { e.Targets = parted(s); return nil }},
	{"amount", func(e *Event) string { return e.Amount.Value }, setAmount},
	{"currency", func(e *Event) string { return e.Amount.Currency }, setCurrency},
	{"jurisdiction", func(e *Event) string { return e.Jurisdiction }, func(e *Event, s string) error { e.Jurisdiction = s; return nil }},
}

// The columns, beside Fields, that are the reviewer's own.
const (
	ReviewColumn = "review"
	NoteColumn   = "note"
	SameAsColumn = "same_as"
)

func joined(items []string) string { return strings.Join(items, "; ") }

func parted(s string) []string {
	var items []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '；' }) {
		if p = strings.TrimSpace(p); p != "" {
			items = append(items, p)
		}
	}
	return items
}

// setDate gives an event the reviewer's date, or none. No text states it then.
func setDate(e *Event, s string) error {
	var d dates.Date
	if s != "" {
		var err error
		if d, err = dates.Parse(s); err != nil {
			return errors.New("is not a date that can be read in one way only; write it like 2015-07-04, 2015-07 or 4 July 2015")
		}
	}
	e.Date, e.Basis, e.Rule = d, dates.NoBasis, reviewRule
	e.Doubts = slices.DeleteFunc(e.Doubts, func(doubt string) bool { return doubt == conflictDoubt(d) })
	for i := range e.Sources {
		switch v := e.Sources[i].Value; {
		case i == 0 || v.IsZero() || d.IsZero():
		case v.Overlaps(d):
			e.Sources[i].Role = Corroborating
		default:
			e.Sources[i].Role = Conflicting
		}
	}
	return nil
}

// reviewRule stands where other dates have the rule that found them.
const reviewRule = "review"

// ParseKind returns the kind that a person or a file names, by its code or its
// label, in any case: "entry_into_force", "Entry into force", "entry-into-force".
func ParseKind(s string) (Kind, bool) {
	k := Kind(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(s))))
	return k, k.Rank() < len(Kinds)
}

func setKind(e *Event, s string) error {
	k, ok := ParseKind(s)
	if !ok {
		return errors.New("is not a kind of event; timeline build --help lists them")
	}
	e.Kind = k
	return nil
}

func setName(e *Event, s string) error {
	if s == "" {
		return errors.New("is empty, and an event needs a name")
	}
	e.Name = s
	return nil
}

func setStatus(e *Event, s string) error {
	switch x := Status(strings.ToLower(s)); x {
	case Occurred, Scheduled, Proposed:
		e.Status = x
		return nil
	}
	return fmt.Errorf("is not a status; write %s, %s or %s", Occurred, Scheduled, Proposed)
}

// setAmount takes decimal digits with a point at most.
func setAmount(e *Event, s string) error {
	whole, part, found := strings.Cut(s, ".")
	if s != "" && (strings.Trim(whole+part, "0123456789") != "" || whole == "" || found && part == "") {
		return errors.New("is not an amount; write it in digits, such as 18228000.50")
	}
	e.Amount.Value = s
	return nil
}

func setCurrency(e *Event, s string) error {
	s = strings.ToUpper(s)
	if s != "" && (len(s) != 3 || strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		return errors.New("is not a currency; write its three letters, such as EUR (ISO 4217)")
	}
	e.Amount.Currency = s
	return nil
}
