package timeline

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
)

// same reports whether an event is the cluster's act; they share a key already.
func (c *cluster) same(e Event) bool {
	switch {
	case e.ofParties() && c.ofParties():
		return c.sameParties(e) && (e.Date.IsZero() || c.Date.Overlaps(e.Date) || c.disagrees(e))
	case e.Kind.Track() == Context && (e.Name != c.Name || e.Date != c.Date):
		return false
	case !sameThing(c.Instrument, e.Instrument) && !e.citation && (e.Kind.Track() != Enforcement || len(e.Targets) == 0):
		return false // the law that a fine rests on is often left out or another one named
	case e.Date.IsZero() && !e.unresolved && len(e.Targets) > 1 && len(c.Targets) > 0 && !within(e.Targets, c.Targets):
		return false // "fines for Alibaba, Tencent and Didi" are several
	case e.unresolved || c.unresolved:
		return e.unresolved && c.unresolved && e.Name == c.Name && e.Sources[0].Date.Text() == c.Sources[0].Date.Text()
	case disjoint(c.Targets, e.Targets), c.otherActor(e), c.otherMeasure(e), c.otherProvision(e), c.stillToCome(e):
		return false
	case !sameAmount(c.Amount, e.Amount):
		return false
	}
	return c.sameTime(e) && c.sameWords(e)
}

// sameTime reports whether the dates of a cluster and an event can be one act's.
func (c *cluster) sameTime(e Event) bool {
	switch {
	case e.citation, e.Date.IsZero(), c.Date.IsZero():
		return true
	case family(e.Kind) == "issue" && c.Kind != e.Kind && c.Date != e.Date && c.Date.Precision() == dates.PrecisionDay && e.Date.Precision() == dates.PrecisionDay:
		return false // adopted on one day and published on another
	case begins(c.Date).Overlaps(begins(e.Date)):
		return true
	}
	return c.disagrees(e)
}

// sameWords reports whether an event's words tell of the cluster's act, where neither
// instrument nor target says so: of speeches, of which one body makes many, and of
// acts upon what has no name, or one in only one of the texts.
func (c *cluster) sameWords(e Event) bool {
	told := c.toldIn(e.Sources[0].Quote.Doc)
	switch {
	case family(e.Kind) == "policy", e.unnamed() && c.unnamed() && told:
		return samePolicy(c, e)
	case e.unnamed() && c.unnamed(), e.unnamed() != c.unnamed() && !told && e.Kind.Track() == Enforcement,
		e.unnamed() != c.unnamed() && !told && e.Kind.Track() == Instrument && !e.citation && !e.Date.IsZero() && !c.Date.IsZero():
		return alike(c, e)
	}
	return true
}

// disagrees reports whether an event is the cluster's act with another date: an
// instrument enters into force once, and a report that is a few days off in
// another document tells of the same fine.
func (c *cluster) disagrees(e Event) bool {
	if e.note && family(e.Kind) == "force" {
		return true
	}
	if c.Kind == e.Kind && otherYear(c.Event, e) {
		return true
	}
	if c.Sources[0].Quote.Doc == e.Sources[0].Quote.Doc || c.Date.Precision() != dates.PrecisionDay || e.Date.Precision() != dates.PrecisionDay {
		return false
	}
	if c.Kind != e.Kind || e.Kind.Track() == Policy {
		return false
	}
	if e.Kind.Track() == Enforcement && (reportOf(e, c.Event) || reportOf(c.Event, e)) {
		return true
	}
	if c.sameSum(e) {
		return true
	}
	a, b := c.Date.Earliest(), e.Date.Earliest()
	if (a.AddDays(7) == b || b.AddDays(7) == a) && (c.byWeekday() || e.byWeekday()) && e.Kind.Track() == Enforcement && len(e.Targets) > 0 && len(c.Targets) > 0 {
		return true // "on Saturday" may be read a week off
	}
	return a.AddDays(-3).Compare(b) <= 0 && b.Compare(a.AddDays(3)) <= 0
}

// sameSum reports whether two acts within about a year are penalties upon one company
// of exactly the same sum, and that no round one: then one of the texts errs.
func (c *cluster) sameSum(e Event) bool {
	a, b := c.Date.Earliest(), e.Date.Earliest()
	return e.Kind == "penalty" && len(e.Targets) > 0 && len(c.Targets) > 0 && e.Amount == c.Amount && len(strings.TrimRight(e.Amount.Value, "0")) >= 3 &&
		a.AddDays(-sameYear).Compare(b) <= 0 && b.Compare(a.AddDays(sameYear)) <= 0
}

// sameYear is how many days apart the dates of one penalty may be told.
const sameYear = 370

// begins returns, of a date that only says since when, the day of the act itself.
func begins(d dates.Date) dates.Date {
	if d.Open && !d.Earliest().IsZero() && d.Latest().IsZero() {
		return dates.Date{From: d.From}
	}
	return d
}

// within reports whether every one of a is in b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

// otherYear reports whether two dates are one day and month a year apart, of which
// one text does not write the year: 11月1日起施行 may be read a year off.
func otherYear(a, b Event) bool {
	if a.byYear() == b.byYear() || a.Date.Precision() != b.Date.Precision() || a.Date.Precision() > dates.PrecisionMonth {
		return false
	}
	x, y := a.Date.Earliest(), b.Date.Earliest()
	return x.Month == y.Month && x.Day == y.Day && max(x.Year, y.Year)-min(x.Year, y.Year) == 1
}

// byYear reports whether the year of an event's date was not written but understood.
func (e Event) byYear() bool { return slices.Contains(e.Sources[0].Trace.Implied, "year") }

// byWeekday reports whether the date of an event was worked out from a weekday.
func (e Event) byWeekday() bool {
	return slices.Contains(e.Sources[0].Trace.Implied, "week")
}

func sameThing(a, b string) bool { return a == "" || b == "" || normal(a) == normal(b) }

func disjoint(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// sameAmount lets sums pass that are in different currencies or, rounded, agree.
func sameAmount(a, b Amount) bool {
	return a.Currency != b.Currency || a.Value == "" || b.Value == "" || leading(a.Value) == leading(b.Value) && len(a.Value) == len(b.Value)
}

func leading(v string) string { return v[:min(2, len(v))] }

// samePolicy asks that two speeches, meetings or reports, of which one body makes
// many, and two acts on nothing that has a name share words as well.
func samePolicy(c *cluster, e Event) bool {
	shared, least := sharedWords(c.Event, e)
	return shared > 0 && 2*shared > least
}

// alike reports whether two acts, of which one text does not say upon whom or what,
// share nearly all the words of the shorter name, and more than one, or one that is a
// name. Words for any authority, law or firm do not count.
func alike(c *cluster, e Event) bool {
	a, b := c.ownWords(e), e.ownWords(c.Event)
	maps.DeleteFunc(a, func(w string, _ bool) bool { return common(w) })
	maps.DeleteFunc(b, func(w string, _ bool) bool { return common(w) })
	var shared []string
	for w := range a {
		if b[w] {
			shared = append(shared, w)
		}
	}
	if len(shared) == 0 || 5*len(shared) < 4*min(len(a), len(b)) {
		return false
	}
	return len(shared) > 1 || properName(shared[0], c.Name) && properName(shared[0], e.Name)
}

// common reports whether a word is one for an authority, a law or a firm.
func common(word string) bool {
	for _, class := range []string{"authority", "instrument", "firm"} {
		if lexicon.Cues().Known(class, word) {
			return true
		}
	}
	return false
}

// properName reports whether a word stands in a name with a capital letter, and not
// only as its first word.
func properName(word, name string) bool {
	for i, w := range strings.Fields(name) {
		w = strings.Trim(w, ",.;:()’'\"")
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && unicode.IsUpper(r) && strings.ToLower(w) == word {
			return true
		}
	}
	return false
}

// sharedWords counts the words of their own that two events share, and those of the
// one that has fewer.
func sharedWords(x, y Event) (shared, least int) {
	a, b := x.ownWords(y), y.ownWords(x)
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return shared, min(len(a), len(b))
}

// ownWords returns the words of an event's name without those of the authorities of
// both and of the act itself: every speech of one bank has these.
func (e Event) ownWords(other Event) map[string]bool {
	set := wordSet(e.Name)
	for _, name := range slices.Concat(e.Authorities, other.Authorities, []string{spanText(e.Sources[0].Trace.Act), spanText(other.Sources[0].Trace.Act)}) {
		for w := range wordSet(name) {
			delete(set, w)
		}
	}
	return set
}

// wordSet returns the longer words of a name, and the pairs of its Han characters.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if rs := []rune(w); len(rs) > 1 && unicode.Is(unicode.Han, rs[0]) {
			for i := range len(rs) - 1 {
				set[string(rs[i:i+2])] = true
			}
		} else if len(w) > 3 {
			set[w] = true
		}
	}
	return set
}
