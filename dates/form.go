package dates

import (
	"strconv"

	"regtimeline/dates/pattern"
)

// form is what the words of a mention say, before anything is resolved: which
// units are named, which are only pointed at. A single date is a alone; a range
// or a list has several points.
type form struct {
	points []point
	list   bool   // the points are separate dates, not the ends of a range
	ref    string // TIMEX3's PRESENT_REF, PAST_REF or FUTURE_REF
	role   Role
}

// point is one date as written. A zero field is not written.
type point struct {
	year, month, day int
	hasYear          bool
	quarter, half    int
	season           int
	decade, century  int  // first years plus one, so that zero is none
	weekday          int  // 1 Monday … 7 Sunday
	week             int  // ISO 8601 week of year
	approx           bool // early, late, about
	yearImplied      bool // the century of a two-digit year was supplied
	anchor           anchor
	unit             Precision // of the reference: "last month" is unit month, offset -1
	offset           int
	lo, hi           int // tokens
	ambiguous        bool
	direction        int  // of a weekday or month alone: "last Friday" -1, "next May" +1
	directed         bool // a direction was written
	counted          bool // the offset was counted out: "a year ago", not "last year"
	this             bool // "this year", "the end of the month": in a story the one it has come to
	planFrom         int  // first year of a Five-Year Plan
	impossible       bool
	event            uint8 // of anchorEvents, from which offset and unit count
	first, working   bool  // of an Anchor: First and Open
}

// anchor is what a relative expression counts from.
type anchor uint8

const (
	noAnchor    anchor = iota
	docAnchor          // the document's date: last month, two weeks ago
	textAnchor         // the date before in the text: the following day
	eventAnchor        // an event that the text names: 24 months after entry into force
	noDate             // nothing: "now" and "recently" are no dates
)

// The fields that patterns of the language files may capture.
//
//	day month year quarter half season week      numbers of these units
//	year2     two digits of a year; yearend: of a range's end in the same century
//	digits    Chinese digits of a year
//	ytens yones   the tens and ones of a year of the last century: "nineteen ninety-six"
//	roc       a year of the Republic of China (1 is 1912)
//	era       -1 makes the year one before Christ
//	decade    1990 (of "1990s"); decade2: 90 (of "'90s"); century: 19
//	weekday   1–7
//	part      1–3 early, middle, late: the date is approximate
//	a b       the first two numbers of a numeric date, day or month
//	dir       -1 0 1: last, this, next; with unit, month or weekday
//	unit(s)   a Precision; count: how many, with ago (-1) or later
//	deictic   days from the document's date; dyear, dmonth, dweek: years, months, weeks
//	tdir      like dir, from the date before; tyear: years from it
//	planyear  the first of a Five-Year Plan's years
//	to        what parts the ends of a range or the members of a list
func makeForm(rule *pattern.Rule, caps []pattern.Capture) form {
	f := form{role: Role(rule.Attrs["role"]), list: rule.Action == "list", points: []point{{}}}
	switch rule.Action {
	case "anchored":
		f.points[0] = anchored(rule, caps)
		return f
	case "ref":
		f.points[0].anchor, f.ref = noDate, rule.Attrs["ref"]
		return f
	}
	var c counted
	for _, x := range caps {
		if x.Field == "to" {
			f.points = append(f.points, point{})
			continue
		}
		p := &f.points[len(f.points)-1]
		if p.hi == 0 {
			p.lo = x.Lo
		}
		p.hi = x.Hi
		p.take(x, &c, f.points)
	}
	last := &f.points[len(f.points)-1]
	c.finish(last, rule.Attrs)
	f.share()
	if rule.Attrs["approx"] != "" {
		for i := range f.points {
			f.points[i].approx = true
		}
	}
	return f
}

// counted gathers the pieces of "three weeks ago", "last month", "15.12."
type counted struct {
	count, dir, sign         int
	unit                     Precision
	hasDir, hasSign, hasUnit bool
	text                     bool
	a, b                     int
	digits                   int // Chinese digits of a year
	numeric                  bool
}

func (p *point) take(x pattern.Capture, c *counted, all []point) {
	v := x.Value
	switch x.Field {
	case "day", "dayordinal":
		p.day = v
		p.impossible = p.impossible || v == 0 || v > 31
	case "month", "m2":
		p.month = v
		p.impossible = p.impossible || v == 0 || v > 12
	case "year":
		p.year, p.hasYear = v, true
	case "year2":
		p.year, p.hasYear, p.yearImplied = pivot(v), true, true
	case "yearend":
		century := all[0].year / 100 * 100
		p.year, p.hasYear = century+v, true
	case "digits":
		for range x.Digits {
			p.year *= 10
		}
		p.year, p.hasYear = p.year+v, true
		c.digits += x.Digits
	case "ytens":
		p.year, p.hasYear = 1900+v, true
	case "yones":
		p.year, p.hasYear = max(p.year, 1900)+v, true
	case "roc":
		p.year, p.hasYear = 1911+v, true
	case "era":
		if v < 0 {
			p.year = 1 - p.year
		}
	case "quarter":
		p.quarter = v
		p.impossible = p.impossible || v == 0 || v > 4
	case "half":
		p.half = v
		p.impossible = p.impossible || v == 0 || v > 2
	case "season":
		p.season = v
	case "decade":
		p.decade = v + 1
	case "decade2":
		p.decade = 1900 + v + 1
	case "century":
		p.century = (v-1)*100 + 1
	case "weekday":
		p.weekday = v
	case "week":
		p.week = v
		p.impossible = p.impossible || v == 0 || v > 53
	case "part", "about":
		p.approx = true
	case "a":
		c.a, c.numeric = v, true
	case "b":
		c.b = v
	case "dir":
		c.dir, c.hasDir = v, true
	case "tdir", "later":
		c.dir, c.hasDir, c.text = v, true, true
	case "unit", "units":
		c.unit, c.hasUnit = Precision(v), true
	case "count":
		c.count = v
	case "ago", "textago":
		c.sign, c.hasSign = v, true
	case "monthago":
		c.sign, c.hasSign, c.unit, c.hasUnit = v, true, PrecisionMonth, true
	case "yearago":
		c.sign, c.hasSign, c.unit, c.hasUnit = v, true, PrecisionYear, true
	case "deictic":
		p.refer(docAnchor, PrecisionDay, v)
	case "dyear":
		p.refer(docAnchor, PrecisionYear, v)
	case "dmonth":
		p.refer(docAnchor, PrecisionMonth, v)
	case "dweek":
		p.refer(docAnchor, PrecisionWeek, v)
	case "tyear":
		p.refer(textAnchor, PrecisionYear, v)
	case "planyear":
		p.planFrom = v
	}
}

func (p *point) refer(a anchor, unit Precision, offset int) {
	p.anchor, p.unit, p.offset = a, unit, offset
}

// finish puts the gathered pieces into the last point.
func (c *counted) finish(p *point, attrs map[string]string) {
	from := docAnchor
	if c.text || attrs["anchor"] == "text" {
		from = textAnchor
	}
	if u := attrs["unit"]; u != "" {
		c.unit, c.hasUnit = Precision(u[0]-'0'), true
	}
	if o, err := strconv.Atoi(attrs["offset"]); err == nil {
		p.refer(docAnchor, c.unit, o)
		return
	}
	if c.digits == 2 {
		p.year, p.yearImplied = pivot(p.year), true
	}
	switch {
	case c.numeric:
		c.order(p)
	case c.count > 0:
		if !c.hasUnit {
			c.unit = PrecisionDay
		}
		if !c.hasSign {
			c.sign = 1
		}
		p.refer(from, c.unit, c.sign*c.count)
		p.counted = true
	case c.hasDir && c.hasUnit:
		p.refer(from, c.unit, c.dir)
		p.this = c.dir == 0
	case c.hasUnit:
		p.refer(from, c.unit, 0) // "the end of the year"
		p.this = true
	case c.hasDir:
		p.direction, p.directed = c.dir, true
	}
}

// order decides which of the two numbers of a numeric date is the day. Where
// both could be, it takes the first, as most of the world writes, and doubts.
func (c *counted) order(p *point) {
	p.day, p.month = c.a, c.b
	switch {
	case c.a >= 1 && c.a <= 12 && c.b > 12 && c.b <= 31:
		p.day, p.month = c.b, c.a
	case c.a <= 12 && c.b <= 12 && c.a != c.b:
		p.ambiguous = true
	}
	p.impossible = p.impossible || p.day == 0 || p.month == 0 || p.month > 12 || p.day > 31
}

// pivot gives a two-digit year its century: 00–49 this one's, 50–99 the last.
func pivot(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// share gives each end of a range, and each member of a list, what only another
// one names: the year and month of "4–6 May 2015".
func (f *form) share() {
	for i := len(f.points) - 2; i >= 0; i-- {
		p, q := &f.points[i], &f.points[i+1]
		if p.month == 0 && p.day > 0 {
			p.month = q.month
		}
		if !p.hasYear && p.anchor == noAnchor && q.hasYear {
			p.year, p.hasYear = q.year, true
			if p.month > q.month && q.month > 0 {
				p.year-- // November to January 2022
			}
		}
	}
	for i := 1; i < len(f.points); i++ {
		p, q := &f.points[i], &f.points[i-1]
		if p.month == 0 && p.day > 0 {
			p.month = q.month
		}
		if !p.hasYear && p.anchor == noAnchor && q.hasYear {
			p.year, p.hasYear = q.year, true
		}
	}
}

// known returns the date that the point states in full, or false where a part
// is missing or the calendar has no such date.
func (p point) known() (Date, bool) {
	if p.impossible || p.anchor != noAnchor {
		return Date{}, false
	}
	var u Unit
	switch {
	case p.planFrom > 0:
		to := p.planFrom + 4
		if p.planFrom == 1958 {
			to = 1962
		}
		return Between(YearOf(p.planFrom).From, YearOf(to).From), true
	case p.decade > 0:
		u = Unit{Precision: PrecisionDecade, Year: p.decade - 1}
	case p.century > 0:
		u = Unit{Precision: PrecisionCentury, Year: p.century - 1}
	case !p.hasYear:
		return Date{}, false
	case p.week > 0:
		return p.isoWeek()
	default:
		u = p.inYear(p.year)
	}
	u.Approx = p.approx
	d := Date{From: u}
	return d, d.Valid()
}

// inYear returns the unit that the point names within a year.
func (p point) inYear(year int) Unit {
	u := Unit{Year: year}
	switch {
	case p.quarter > 0:
		u.Precision, u.Month = PrecisionQuarter, p.quarter
	case p.half > 0:
		u.Precision, u.Month = PrecisionHalf, p.half
	case p.season > 0:
		u.Precision, u.Month = PrecisionSeason, p.season
	case p.day > 0:
		u.Precision, u.Month, u.Day = PrecisionDay, p.month, p.day
	case p.month > 0:
		u.Precision, u.Month = PrecisionMonth, p.month
	default:
		u.Precision = PrecisionYear
	}
	u.Approx = p.approx
	return u
}

// isoWeek returns the week of ISO 8601: week 1 holds 4 January.
func (p point) isoWeek() (Date, bool) {
	d := WeekOf(Day{p.year, 1, 4}.AddDays(7 * (p.week - 1)))
	thursday := d.Earliest().AddDays(3)
	return d, thursday.Year == p.year
}
