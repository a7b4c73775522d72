package dates

import "slices"

// Context is what a document gives for resolving the dates in it.
type Context struct {
	Text      string
	Published Date     // zero where it is not known
	Regions   []Region // in order, not overlapping; none is one region
}

// Region is a stretch of the text that is read on its own.
type Region struct {
	Start, End int
	Heading    int  // level of a heading from 1, or 0; above 6 a line that gives a list its year: "Vol. 168 (2022):"
	Item       bool // an item of a list or a cell of a table
	Level      int  // of an item of a list its nesting from 1, or 0
	Row, Col   int  // of a cell of a table, from 1, or 0
	Aside      bool // a note or quotation: its dates do not lead those that follow
}

// Resolve fills in, in place, the dates that Find left open, from the document's
// date, the headings above and the dates before. What it cannot know it leaves
// unresolved.
func Resolve(ms []Mention, c Context) {
	r := resolver{Context: c, ofDocument: c.Published}
	r.narrative = r.isNarrative(ms)
	r.order = writtenOrder(ms)
	r.republic = countsByRepublic(ms)
	r.lendYears(ms)
	r.readAccounts(ms)
	region := 0
	for i := range ms {
		for region < len(c.Regions) && c.Regions[region].End <= ms[i].Start {
			r.enter(c.Regions[region])
			region++
		}
		var here Region
		if region < len(c.Regions) && c.Regions[region].Start <= ms[i].Start {
			here = c.Regions[region]
		}
		r.enter(here)
		r.resolve(&ms[i])
		if i+1 < len(ms) {
			r.ended(&ms[i], &ms[i+1])
		}
		r.remember(&ms[i])
		r.account(&ms[i])
	}
	if c.Published.IsZero() {
		r.openings(ms)
	}
}

type resolver struct {
	Context
	thread
	accounts
	outline    outline
	ofDocument Date // its publication; Published is that of the item of news in which the text is
	narrative  bool
	recent     bool // of the last few years
	order      order
	republic   bool // the text counts by the Republic of China
	here       Region
	words      surroundings

	hasQuestions, asksKnown bool

	ends    []Date   // of the mention in work
	implied []string // in it
	kept    []string // what mentions imply; most have one thing, and share this piece of memory
}

func (r *resolver) resolve(m *Mention) {
	r.orient(m)
	if m.Basis == Stated || len(m.form.points) == 0 || m.Doubt == noSuchDay {
		return
	}
	ds := slices.Grow(r.ends[:0], len(m.form.points))[:len(m.form.points)]
	implied := r.implied[:0]
	year := 0 // of a range none of whose ends has one, that of its later end
	for i := len(ds) - 1; i >= 0; i-- {
		p := &m.form.points[i]
		d, ok := p.known()
		if !ok {
			var what string
			if d, what, ok = r.point(p, m); !ok {
				r.lasting(m, i)
				return
			}
			if what == "year" && year != 0 {
				d = p.before(d, year, ds[i+1])
			}
			if what != "" {
				implied = append(implied, what)
			}
			if what == "year" {
				year = d.Earliest().Year
			}
		}
		ds[i] = d
	}
	d := ds[0]
	if len(ds) > 1 {
		r.endAfter(m, ds)
		r.startSoon(m, ds)
		m.form.straighten(ds)
		d = Between(ds[0].From, ds[len(ds)-1].end())
	}
	if !d.Valid() {
		return
	}
	m.Date, m.Basis = d, Resolved
	if m.form.points[0].ahead {
		m.Type = "DATE"
	}
	var counted Date
	if p := &m.form.points[0]; p.near > 0 {
		counted, _, _ = r.point(p.withoutNear(), m)
	}
	m.doubtWeekday(counted)
	for _, what := range implied {
		r.imply(m, what)
	}
	for i := range m.Parts {
		m.Parts[i].Date = ds[i]
	}
}

// imply adds to what was understood rather than written.
func (r *resolver) imply(m *Mention, what string) {
	if m.Implied != nil {
		m.imply(what)
		return
	}
	if len(r.kept) == cap(r.kept) {
		r.kept = make([]string, 0, 64)
	}
	n := len(r.kept)
	r.kept = append(r.kept, what)
	m.Implied = r.kept[n : n+1 : n+1]
}

// point resolves one incomplete date and says what was implied.
func (r *resolver) point(p *point, m *Mention) (Date, string, bool) {
	if p.counted && p.yearBefore() && p.quarter == 0 && r.reported(m) {
		m.named = r.period.named.yearsOn(-1)
		return r.period.yearsOn(-1), "", true // "rose in the third quarter from a year earlier"
	}
	if d, ok := r.ofAccounts(p, m); ok {
		return d, "year", true
	}
	if q := r.quarter; q.byCompany && m.theQuarter() && m.Start-q.at < lead && !r.tense(m).ahead() {
		m.named = q.named
		return q.Date, "", true // "during the quarter"
	}
	d, implied, ok := r.base(p, m)
	if !ok {
		return Date{}, "", false
	}
	d, ok = p.narrow(d)
	if p.soFar {
		from := FromDay(d.Earliest()).From
		if p.counted {
			from = d.From // 三年半以来 begins in a month
		}
		d = Between(from, FromDay(r.Published.Latest()).From)
	}
	if p.rest {
		d = r.rest(d)
	}
	if p.around.working && m.Doubt == "" {
		m.Doubt = "public holidays are not taken into account"
	}
	return d, implied, ok
}

// lastAhead reports whether the date before is one after the text's own.
func (r *resolver) lastAhead() bool {
	return !r.Published.IsZero() && r.last.Earliest().Compare(r.Published.Latest()) > 0
}

// base resolves what a point names before it is narrowed to a part of it.
func (r *resolver) base(p *point, m *Mention) (Date, string, bool) {
	switch p.anchor {
	case eventAnchor, noDate:
		return Date{}, "", false
	case docAnchor:
		if p.ahead && !r.tense(m).ahead() {
			return Date{}, "", false
		}
		if p.around.count > 0 {
			return p.around.of(r.Published.Earliest()), "", r.Published.Precision() == PrecisionDay
		}
		from := r.Published
		if p.unit == PrecisionDay && !r.head.IsZero() {
			from = r.head // "13 January – The agency today announced"
		} else if d := r.outline.itemDay(); !d.IsZero() && !r.narrative && d.Latest().Compare(r.Published.Latest()) < 0 {
			from = d // below the head of an item of news: "7 June 2012"
		}
		if p.this && r.narrative && !r.last.IsZero() && !r.lastAhead() {
			from = r.last
		}
		return r.relative(p, from)
	case textAnchor:
		from := r.last
		if from.IsZero() && (m.form.traits.told || p.offset == 0 && p.unit == PrecisionYear && !p.counted) {
			return Date{}, "", false // "the same week that it happened", 同年: the text has told of none
		}
		if from.IsZero() && !(p.counted && p.offset > 0 && r.tense(m) == tensePast) {
			from = r.Published // "the next quarter", where no date stands before it
		}
		if p.unit == PrecisionDay && from.Precision() != PrecisionDay && m.Start-r.dayEnd < nearby {
			from = r.day
		}
		if p.unit == PrecisionDay && r.broken {
			return Date{}, "", false // the day before is one that could not be told
		}
		d, implied, ok := r.relative(p, from)
		return d, implied, ok && !r.toldTooSoon(d, m)
	}
	switch {
	case p.like != None:
		return r.likeBefore(p)
	case p.weekend:
		return r.weekendOf(p, m)
	case p.day > 0 && p.month == 0:
		return r.bareDay(p, m)
	case p.weekday > 0 && p.month == 0 && p.week == 0:
		return r.weekday(p, m)
	}
	return r.withYear(p, m)
}

// toldTooSoon reports whether a text tells in the past tense of a date after its
// own: "retired the following year" then counts from something else than was thought.
func (r *resolver) toldTooSoon(d Date, m *Mention) bool {
	last := r.Published.Latest()
	return !last.IsZero() && d.Earliest().Compare(last) > 0 && r.tense(m) == tensePast
}

// relative counts from a date: two weeks ago, last month, July last year.
func (r *resolver) relative(p *point, from Date) (Date, string, bool) {
	day := from.Earliest()
	if day.IsZero() {
		day = from.Latest()
	}
	if day.IsZero() || finer(p.unit, from) {
		return Date{}, "", false // "yesterday" of a month is no day
	}
	var base Date
	switch p.unit {
	case PrecisionDay:
		base = FromDay(day.AddDays(p.offset))
	case PrecisionWeek:
		base = WeekOf(day.AddDays(7 * p.offset))
	case PrecisionMonth:
		d := Day{day.Year, day.Month, 1}.AddMonths(p.offset)
		base = MonthOf(d.Year, d.Month)
	case PrecisionQuarter:
		d := Day{day.Year, day.Month, 1}.AddMonths(3 * p.offset)
		base = Date{From: unit(PrecisionQuarter, d.Year, (d.Month+2)/3, 0)}
	case PrecisionHalf:
		d := Day{day.Year, day.Month, 1}.AddMonths(6 * p.offset)
		base = Date{From: unit(PrecisionHalf, d.Year, (d.Month+5)/6, 0)}
	case PrecisionYear:
		base = YearOf(day.Year + p.offset)
	case PrecisionDecade:
		base = Date{From: unit(PrecisionDecade, floorDiv(day.Year, 10)*10+10*p.offset, 0, 0)}
	case PrecisionCentury:
		base = Date{From: unit(PrecisionCentury, floorDiv(day.Year, 100)*100+100*p.offset, 0, 0)}
	default:
		return Date{}, "", false
	}
	base = p.within(base)
	return base, "", base.Valid()
}

// finer reports whether a unit is finer than the date that it would count from.
func finer(unit Precision, from Date) bool {
	p := from.Precision()
	if p == PrecisionRange {
		p = from.From.Precision
	}
	return unit < p && unit != PrecisionWeek || unit == PrecisionWeek && p > PrecisionWeek
}

// within narrows a base ("last year", "last week") by what else the point names.
func (p *point) within(base Date) Date {
	switch {
	case base.Precision() == PrecisionYear && p.week > 0:
		d, _ := p.weekOf(int(base.From.Year))
		return d
	case base.Precision() == PrecisionYear && (p.month > 0 || p.quarter > 0 || p.half > 0 || p.season > 0 || p.festival != festival{}):
		return p.inCalendar(int(base.From.Year))
	case base.Precision() == PrecisionMonth && p.day > 0:
		return DayOf(int(base.From.Year), int(base.From.Month), p.day)
	case base.Precision() == PrecisionWeek && p.weekend:
		saturday := base.Earliest().AddDays(5)
		return Between(FromDay(saturday).From, FromDay(saturday.AddDays(1)).From)
	case base.Precision() == PrecisionWeek && p.weekday > 0:
		return FromDay(base.Earliest().AddDays(p.weekday - 1))
	}
	return base
}
