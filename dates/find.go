// Package dates finds date expressions in text and resolves them to calendar
// dates, in two phases: Find says what stands in the text and never guesses;
// Resolve fills in what is missing from the context and says what it filled in.
//
// It promises never to return a date that the calendar does not have or the text
// does not support, that offsets are bytes on rune boundaries, and that mentions
// are ordered and do not overlap.
package dates

import (
	"slices"
	"sync"

	"regtimeline/dates/lang"
	"regtimeline/dates/pattern"
)

// Mention is a date expression in a text: where it stands, what it says as far
// as is known, and how that is known.
type Mention struct {
	Start, End int    // bytes into the text
	Date       Date   // zero while it is not resolved
	Basis      Basis  // Stated, Resolved, Derived or NoBasis
	Type       string // TIMEX3 type: DATE, TIME, DURATION or SET
	Implied    []string
	Role       Role
	Bound      Bound  // what the words around it make of it: since, by …
	Rule       string // file:line of the pattern, such as "en.txt:41"
	Doubt      string // a sentence, or ""
	Parts      []Part // the two ends of a range as they stand in the text

	form  form
	named Date // what the words name where Date is what they mean: a company's own quarter, for TIMEX3
}

// Part is one end of a range.
type Part struct {
	Start, End int
	Date       Date
}

// patterns compiles the languages' data once. The data is part of the program
// and its compilation is a test, so an error is a bug.
var patterns = sync.OnceValue(func() *pattern.Set {
	var sources []pattern.Source
	for _, f := range lang.Files() {
		sources = append(sources, pattern.Source{Name: f.Name, Text: f.Text})
	}
	set, err := pattern.Compile(sources...)
	if err != nil {
		panic(err)
	}
	return set
})

// Find returns the date expressions of a text. Dates that are stated in full
// have their Date; of the others Resolve may find it.
func Find(text string) []Mention { return FindIn(text, 0, len(text), nil) }

// FindIn appends the date expressions of text[from:to] to ms. No expression
// reaches over the ends, and what lies outside is not looked at.
func FindIn(text string, from, to int, ms []Mention) []Mention {
	f := finder{window: openWindow(patterns(), text, from, to), set: patterns(), traits: allTraits(), text: text, from: from, to: to}
	defer f.close()
	return f.find(ms)
}

type finder struct {
	*window
	set      *pattern.Set
	traits   []traits
	text     string
	from, to int
	found    int // mentions

	noAddress int // no address begins before this byte
}

func (f *finder) find(ms []Mention) []Mention {
	for i := f.read(0); i < len(f.tokens); i = f.read(i) {
		if !f.set.Begins(f.tokens, i) {
			i++
			continue
		}
		if end := f.address(i); end > i {
			i = end
			continue
		}
		m, ok := f.set.MatchAlong(&f.trail, f.tokens, i, f.accept)
		if !ok {
			i++
			continue
		}
		if m.Rule.Action == "not" {
			i = m.Hi
			continue
		}
		ms, i = f.add(ms, m)
	}
	return ms
}

// accept reports whether a match is a date where it stands; of one that is not, a
// shorter one or that of another pattern may still be.
func (f *finder) accept(m pattern.Match) bool { return f.bounded(m) && f.plausible(m) }

// add appends the mentions of a match and returns where to go on.
func (f *finder) add(ms []Mention, m pattern.Match) ([]Mention, int) {
	parts, ok := f.set.PartsBy(&f.memo, f.text, f.tokens, m, f.captures[:0])
	if !ok {
		return ms, m.Lo + 1
	}
	t := &f.traits[m.Rule.Number]
	form := makeForm(t, parts.Captures, parts.Lo, parts.Hi, f.points[:0])
	date, stated, ok := form.date()
	noDay := !ok && form.namesNoDay()
	if !ok && !noDay {
		return ms, m.Hi
	}
	form.points = f.keep(form.points)
	if t.list {
		for i := range form.points {
			lo, hi := f.trim(&form.points[i])
			single := form.single(i)
			date, stated := single.points[0].known()
			ms = f.append(ms, m.Rule, single, date, stated, lo, hi)
		}
		return ms, m.Hi
	}
	ms = f.append(ms, m.Rule, form, date, stated, parts.Lo, parts.Hi)
	if noDay {
		ms[len(ms)-1].Doubt = noSuchDay
	}
	if t.role == RoleCitation {
		return ms, m.Hi // the numbers behind it are of a page or judgment
	}
	return ms, parts.Hi
}

// append appends the mention that tokens[lo:hi] are. Where there is no more room it
// makes as much as the text so far lets expect.
func (f *finder) append(ms []Mention, rule *pattern.Rule, form form, date Date, stated bool, lo, hi int) []Mention {
	start, end := f.tokens[lo].Start, f.tokens[hi-1].End
	f.found++
	if len(ms) == cap(ms) {
		expected := f.found * (f.to - end) / (end - f.from)
		ms = slices.Grow(ms, max(expected+expected/8, len(ms)/4)+4)
	}
	t := form.traits
	ms = append(ms, Mention{Start: start, End: end, Basis: NoBasis, Type: t.typ, Rule: rule.ID, Role: t.role, Bound: t.bound, form: form})
	m := &ms[len(ms)-1]
	if m.Bound == "" {
		m.Bound = f.bound(lo, hi)
	}
	if t.implied != "" {
		m.Implied = []string{t.implied}
	}
	m.state(date, stated)
	if len(form.points) == 2 {
		f.divide(m)
	}
	return ms
}

// divide fills in the two ends of a range as they stand in the text.
func (f *finder) divide(m *Mention) {
	m.Parts = make([]Part, 2)
	for i := range m.Parts {
		p := &m.form.points[i]
		lo, hi := f.trim(p)
		m.Parts[i] = Part{Start: f.tokens[lo].Start, End: f.tokens[hi-1].End}
		if d, ok := p.known(); ok {
			m.Parts[i].Date = d
		}
	}
}

// imply adds to what was understood rather than written.
func (m *Mention) imply(what string) {
	if !slices.Contains(m.Implied, what) {
		m.Implied = append(m.Implied, what)
	}
}

// trim returns the tokens of a point without the commas, dashes and slashes that
// part it from the next one.
func (f *finder) trim(p *point) (lo, hi int) {
	lo, hi = p.lo, p.hi
	for lo < hi-1 && f.parts(lo) {
		lo++
	}
	for hi-1 > lo && f.parts(hi-1) {
		hi--
	}
	return lo, hi
}

func (f *finder) parts(i int) bool {
	t := f.tokens[i]
	return t.Kind == pattern.Punct && (f.set.Is(t, "comma") || f.set.Is(t, "dash") || f.set.Is(t, "slash"))
}

// state fills in the date, where the words state it in full, and what is to be said of it.
func (m *Mention) state(date Date, stated bool) {
	if stated {
		m.Date, m.Basis = date, Stated
	}
	for i := range m.form.points {
		p := &m.form.points[i]
		if p.ofChineseCalendar() {
			m.imply("calendar")
			if m.Basis == Stated {
				m.Basis = Resolved
			}
		}
		switch {
		case p.ambiguous:
			m.Doubt = "the day and the month could be the other way round"
			if p.hasYear {
				m.Doubt += ": " + DayOf(p.year, p.day, p.month).String()
			}
		case p.yearImplied:
			m.Doubt = "the century of the year is not written"
			m.imply("century")
		}
	}
	if p := &m.form.points[0]; m.Doubt == "" && m.Date.Precision() == PrecisionDay {
		if other := p.otherYear(); !other.IsZero() {
			m.Doubt = "the year may be counted as the Chinese calendar does or as ours: " + other.String()
		}
		var counted Date
		if p.near > 0 {
			counted, _ = p.withoutNear().known()
		}
		m.doubtWeekday(counted)
	}
}

func (f form) single(i int) form { return form{points: f.points[i : i+1 : i+1], traits: f.traits} }

const noSuchDay = "the calendar has no such day"

// namesNoDay reports whether the form is plainly a date, but of a day that its month
// does not have: "31 April 2021".
func (f form) namesNoDay() bool {
	p := f.first()
	return len(f.points) == 1 && !p.impossible && !p.lunar && p.anchor == noAnchor && (p.hasYear || !p.numeric) &&
		p.month > 0 && p.day <= 31 && p.day > DaysIn(p.era(p.year), p.month)
}

// date returns the date of the form and whether the words state it in full; possible
// is false where they name what the calendar does not have.
func (f form) date() (d Date, stated, possible bool) {
	var first, last Date
	var known [2]bool // of first and last
	for i := range f.points {
		p := &f.points[i]
		last, known[1] = p.known()
		switch {
		case p.impossible,
			!known[1] && p.anchor == noAnchor && p.hasYear && p.like == None,
			p.day > 0 && p.month > 0 && p.day > DaysIn(2000, p.month) && !p.lunar,
			p.lunar && p.day > 30:
			return Date{}, false, false
		}
		if i == 0 {
			first, known[0] = last, known[1]
		}
	}
	switch {
	case !known[0] || !known[1]:
		return Date{}, false, true
	case len(f.points) == 1:
		return first, true, first.Valid()
	case f.traits.list:
		return Date{}, false, true // its members may stand in any order
	}
	d = Between(first.From, last.end())
	return d, true, d.Valid()
}
