package dates

// form is what the words of a mention say, before anything is resolved: which
// units are named, which are only pointed at. A single date is one point; a range
// has two or more.
type form struct {
	points []point
	traits *traits // of the rule that found it; nil in a mention that none did
}

// point is one date as written. A zero field is not written.
type point struct {
	year, month, day int
	quarter, half    int
	season           int
	decade, century  int // first years plus one, so that zero is none
	weekday          int // 1 Monday … 7 Sunday
	week             int // ISO 8601 week of year
	plan             int // number of one of China's Five-Year Plans
	reign            int // all years of a reign: its first and how many, as 166261
	offset           int // of the reference, in units: "last month" is unit month, offset -1
	direction        int // of a weekday or month alone: "last Friday" -1, "next May" +1
	lo, hi           int // tokens
	days             int // first and last of a month, as 1120 for 中旬, or of a week, as 13
	months           int // first and last of a year, as 708
	yearsOn          int // of the end of a range: years after its start, as 次年 says
	nth              nthPart
	shift            shift  // "two weeks before 13 May"
	runs             shift  // "for two weeks from 13 May"
	ended            shift  // "the nine months ended 30 September"
	near             int    // a weekday beside a day that is counted: "in 3 days, on Friday"
	around           around // "the last three months"
	festival         festival
	anchor           anchor
	unit             Precision // of the reference
	like             Precision // "the 1988 quarter": such a unit of the text before, in this year
	event            uint8     // of anchorEvents, from which offset and unit count

	hasYear          bool
	yearImplied      bool // the century of a two-digit year was supplied
	han              bool // its two digits may count the years of the Republic of China
	republic         bool // its year is counted so
	bc, hasEra       bool
	mod              Mod  // early, late
	approx           bool // about
	impossible       bool
	ambiguous        bool
	numeric          bool // of numbers alone, in the order that the region writes
	dayFirst         bool // the day stands before the month
	monthFirst       bool // a form in which the month does, where nothing else tells
	lunar, leapMonth bool // month and day are of the Chinese calendar
	weekend          bool
	feastWeekend     bool // the weekend at which a feast is kept
	soFar            bool // from the start of the unit to the document's day
	rest             bool // from the document's day to the end of the unit
	wholeWeek        bool // the week in which the day lies
	directed         bool // a direction was written
	fromText         bool // and counts from the date before, as "the following spring"
	counted          bool // the offset was counted out: "a year ago", not "last year"
	thisYear         bool // without a year it is of the year of publication: others are named (去年, 明年)
	this             bool // "this year", "the end of the month": in a story the one it has come to
	ahead            bool // "in two weeks": a date in a sentence about the future, else a duration
	entry            bool // the day that heads an entry of a diary
	first, working   bool // of an Anchor: First and Open
}

// first returns the first point of a form; of one without points, one that says nothing.
func (f *form) first() *point {
	if len(f.points) == 0 {
		return new(point)
	}
	return &f.points[0]
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

// known returns the date that the point states in full, or false where a part
// is missing or the calendar has no such date.
func (p *point) known() (Date, bool) {
	if p.impossible || p.anchor != noAnchor || p.like != None {
		return Date{}, false
	}
	var d Date
	switch {
	case p.plan > 0:
		return planYears(p.plan), true
	case p.reign > 0:
		return reignYears(p.reign), true
	case p.decade > 0:
		d = p.several(p.decade-1, 10, PrecisionDecade)
	case p.century > 0:
		d = p.several(p.century-1, 100, PrecisionCentury)
	case !p.hasYear || p.weekend:
		return Date{}, false
	case p.week > 0:
		return p.weekOf(p.year)
	default:
		d = p.inCalendar(p.era(p.year))
	}
	return p.narrow(d)
}

// narrow takes the part of d that the point counts, where it does, and marks the
// date as approximate where the words do.
func (p *point) narrow(d Date) (Date, bool) {
	if p.nth.nth != 0 {
		var ok bool
		if d, ok = p.nth.of(d); !ok {
			return Date{}, false
		}
		d = p.dayOfWeek(d)
	}
	if p.days > 0 || p.months > 0 {
		var ok bool
		if d, ok = p.part(d); !ok {
			return Date{}, false
		}
	}
	if p.shift.count != 0 {
		var ok bool
		if d, ok = p.shift.from(d); !ok {
			return Date{}, false
		}
	}
	if p.near > 0 && d.Precision() == PrecisionDay {
		d = FromDay(nearestWeekday(d.Earliest(), p.near))
	}
	if p.runs.count > 0 {
		var ok bool
		if d, ok = p.runs.running(d); !ok {
			return Date{}, false
		}
	}
	if p.wholeWeek && d.Precision() == PrecisionDay {
		d = WeekOf(d.Earliest())
	}
	if p.feastWeekend {
		var ok bool
		if d, ok = weekendAt(d.Earliest()); !ok {
			return Date{}, false
		}
	}
	switch {
	case p.mod != ModNone:
		d = d.Modified(p.mod)
	case p.approx:
		d = d.Approximate()
	}
	return d, d.Valid()
}

// part returns the days or months of d that the point names by their numbers, and
// false where d is not what has them.
func (p *point) part(d Date) (Date, bool) {
	switch precision := d.Precision(); {
	case p.months > 0 && precision == PrecisionYear:
		year := int(d.From.Year)
		return Between(MonthOf(year, p.months/100).From, MonthOf(year, p.months%100).From), true
	case p.days >= 100 && precision == PrecisionMonth:
		return daysOf(d, p.days/100, p.days%100), true
	case p.days > 0 && p.days < 100 && precision == PrecisionWeek:
		monday := d.Earliest()
		return Between(FromDay(monday.AddDays(p.days/10-1)).From, FromDay(monday.AddDays(p.days%10-1)).From), true
	}
	return Date{}, false
}

// era turns a year as written into an astronomical one.
func (p *point) era(year int) int {
	if p.bc {
		return 1 - year
	}
	return year
}

// several returns a decade or century that begins with a year; before Christ,
// where EDTF has neither, it is the interval of its years.
func (p *point) several(first, years int, precision Precision) Date {
	if !p.bc {
		return Date{From: unit(precision, first, 0, 0)}
	}
	if precision == PrecisionCentury {
		first++ // the 4th century BC is 400 to 301 BC
	}
	return Between(YearOf(p.era(first+years-1)).From, YearOf(p.era(first)).From)
}

// planYears returns the years of one of China's Five-Year Plans by its number. The
// first began in 1953, and three years without one followed the second.
func planYears(nth int) Date {
	first := 1966 + 5*(nth-3)
	if nth < 3 {
		first = 1953 + 5*(nth-1)
	}
	return Between(YearOf(first).From, YearOf(first+4).From)
}

// inYear returns the unit that the point names within a year.
func (p *point) inYear(year int) Unit {
	switch {
	case p.lunar && p.month > 0:
		return lunarDate(year, p.month, p.day, p.leapMonth).From
	case p.festival != festival{}:
		if u := FromDay(p.festival.in(year)).From; u.Precision != None {
			return u
		}
		return YearOf(year).From // the feast is in that year, whatever its day
	case p.quarter > 0:
		return unit(PrecisionQuarter, year, p.quarter, 0)
	case p.half > 0:
		return unit(PrecisionHalf, year, p.half, 0)
	case p.season > 0:
		return unit(PrecisionSeason, year, p.season, 0)
	case p.day > 0:
		return unit(PrecisionDay, year, p.month, p.day)
	case p.month > 0:
		return unit(PrecisionMonth, year, p.month, 0)
	}
	return YearOf(year).From
}

// inCalendar returns the date that the point names within a year: inYear, or all
// days of a month of the Chinese calendar.
func (p *point) inCalendar(year int) Date {
	if p.lunar && p.month > 0 && p.day == 0 {
		return lunarDate(year, p.month, 0, p.leapMonth)
	}
	return Date{From: p.inYear(year)}
}

// weekOf returns the point's week of a year by ISO 8601: week 1 holds 4 January.
func (p *point) weekOf(year int) (Date, bool) {
	d := WeekOf(Day{year, 1, 4}.AddDays(7 * (p.week - 1)))
	thursday := d.Earliest().AddDays(3)
	return p.dayOfWeek(d), thursday.Year == year
}

// dayOfWeek narrows a week to the weekday that the point names with it: "Thursday of
// week 23", "Friday in the first week of May". Any other date it returns as it is.
func (p *point) dayOfWeek(d Date) Date {
	if p.weekday == 0 || d.Precision() != PrecisionWeek {
		return d
	}
	return FromDay(d.Earliest().AddDays(p.weekday - 1))
}
