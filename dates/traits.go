package dates

import (
	"strconv"
	"sync"

	"regtimeline/dates/pattern"
)

// traits are what the attributes of a rule say (see makeForm and plausible), read
// once and not for each date that it finds.
type traits struct {
	action  string
	list    bool   // its points are separate dates, not the ends of a range
	typ     string // TIMEX3 type
	role    Role
	implied string
	ref     string
	bound   Bound // that the rule's own words make

	check                              string
	after, notAfter, before, notBefore string // classes

	point *point // what every point of the rule has, nil for nothing

	unit           Precision
	offset, count  int
	hasOffset      bool
	counted, first bool
	fromText       bool // anchor=text
	told           bool // only where the text has told of a date before
	nth            int
	hasNth         bool
	weekOf         string
	nthUnit        Precision
}

// allTraits are those of the rules of patterns, by their numbers.
var allTraits = sync.OnceValue(func() []traits {
	rules := patterns().Rules
	all := make([]traits, len(rules))
	for i, r := range rules {
		all[i] = readTraits(r)
	}
	return all
})

func readTraits(r *pattern.Rule) traits {
	a := r.Attrs
	t := traits{
		action: r.Action, list: r.Action == "list", typ: "DATE", role: Role(a["role"]), implied: a["implied"], ref: a["ref"], bound: Bound(a["bound"]),
		check: a["check"], after: a["after"], notAfter: a["notafter"], before: a["before"], notBefore: a["notbefore"],
		unit: unitOf(a["unit"]), counted: a["counted"] != "", first: a["first"] != "", fromText: a["anchor"] == "text", told: a["told"] != "",
		nthUnit: unitOf(a["nthunit"]),
	}
	p := point{
		approx: a["approx"] != "", weekend: a["weekend"] != "", wholeWeek: a["week"] != "", ahead: a["ahead"] != "",
		monthFirst: a["monthfirst"] != "", soFar: a["sofar"] != "", rest: a["rest"] != "", feastWeekend: a["feastweekend"] != "", around: around{today: a["today"] != ""},
		thisYear: a["year"] == "this", entry: a["entry"] != "",
		festival: parseFestival(a["festival"]), lunar: a["lunar"] != "", like: unitOf(a["like"]),
	}
	if part, ok := intOf(a["part"]); ok {
		p.mod, p.approx = Mod(part), true
	}
	if a["type"] != "" {
		t.typ = a["type"]
	}
	if p.around.unit = unitOf(a["around"]); p.around.unit != None {
		p.anchor = docAnchor
	}
	if p != (point{}) {
		t.point = &p
	}
	t.offset, t.hasOffset = intOf(a["offset"])
	t.nth, t.hasNth = intOf(a["nth"])
	t.weekOf = a["weekof"]
	t.count, _ = intOf(a["count"])
	return t
}

func intOf(attr string) (int, bool) {
	n, err := strconv.Atoi(attr)
	return n, err == nil
}

// unitOf reads an attribute that holds a Precision, as the words of units do.
func unitOf(attr string) Precision {
	n, _ := intOf(attr)
	return Precision(n)
}
