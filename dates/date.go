package dates

// Precision says how exactly a text gave a date.
type Precision uint8

// The precisions, from the finest to the coarsest. Of two dates that begin on
// the same day the coarser one is sorted first.
const (
	None Precision = iota // no date
	PrecisionDay
	PrecisionWeek
	PrecisionMonth
	PrecisionQuarter
	PrecisionHalf
	PrecisionSeason
	PrecisionYear
	PrecisionDecade
	PrecisionCentury
	PrecisionRange // an interval, or one that is open at an end
)

var precisionNames = [...]string{"none", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range"}

// Unit is one unit of the calendar: a day, a month, a year, a quarter …
// The zero Unit is none. Its fields are narrow, since texts have many dates.
type Unit struct {
	Year      int16     // astronomical; of a decade or century its first year (1990, 1900)
	Month     int8      // 1–12 of a day or month; 1–4 of a quarter or season; 1–2 of a half; else 0
	Day       int8      // 1–31 of a day; of a week the day of the month of its Monday; else 0
	Precision Precision // Day to Century; None in the zero Unit
	Mod       Mod       // "early", "late": not in EDTF
	Approx    bool      // "about", and where there is a Mod: EDTF ~
	Uncertain bool      // "possibly": EDTF ?
}

// unit makes a Unit of numbers. One that is too great for its field becomes the
// greatest that the field holds, which the calendar does not have either.
func unit(p Precision, year, month, day int) Unit {
	return Unit{Precision: p, Year: int16(max(-1<<15, min(year, 1<<15-1))), Month: narrow(month), Day: narrow(day)}
}

func narrow(n int) int8 { return int8(max(-1<<7, min(n, 1<<7-1))) }

// ymd returns the numbers of a unit as those of a day.
func (u Unit) ymd() Day { return Day{int(u.Year), int(u.Month), int(u.Day)} }

// Date is a calendar value as exact as a text made it. It is comparable and has
// no clock. An interval has both From and To; an interval open at one end has
// the zero Unit there and Open set. Any other date is From alone.
type Date struct {
	From, To Unit
	Open     bool // From or To is zero because the interval has no (known) bound there
}

// DayOf, MonthOf and YearOf make the plain dates; they do not check them (see Valid).
func DayOf(year, month, day int) Date {
	return Date{From: unit(PrecisionDay, year, month, day)}
}

// MonthOf returns a date of month precision.
func MonthOf(year, month int) Date {
	return Date{From: unit(PrecisionMonth, year, month, 0)}
}

// YearOf returns a date of year precision.
func YearOf(year int) Date { return Date{From: unit(PrecisionYear, year, 0, 0)} }

// FromDay returns the date of day precision that d is, and no date for the zero Day.
func FromDay(d Day) Date {
	if d.IsZero() {
		return Date{}
	}
	return DayOf(d.Year, d.Month, d.Day)
}

// Between returns the interval from a to b. A week's Monday and Sunday make the week.
func Between(a, b Unit) Date { return canonical(Date{From: a, To: b}) }

// Until returns the interval with an unknown start that ends with d: "../2021-07-05".
func Until(d Date) Date { return Date{To: d.end(), Open: true} }

// Since returns the interval that begins with d and has no known end: "2020-11/..".
func Since(d Date) Date { return Date{From: d.From, Open: true} }

// WeekOf returns the week, Monday to Sunday (ISO 8601), that holds the day.
func WeekOf(d Day) Date {
	m := d.AddDays(1 - d.Weekday())
	return Date{From: unit(PrecisionWeek, m.Year, m.Month, m.Day)}
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Precision returns the precision of the date; that of any interval is range.
func (d Date) Precision() Precision {
	switch {
	case d.IsZero():
		return None
	case d.Open || d.To.Precision != None:
		return PrecisionRange
	}
	return d.From.Precision
}

// Approximate returns d marked as approximate (EDTF ~) at each of its ends.
func (d Date) Approximate() Date {
	d.From.Approx = d.From.Precision != None
	d.To.Approx = d.To.Precision != None
	return d
}

// IsApproximate reports whether an end of d is approximate or uncertain.
func (d Date) IsApproximate() bool {
	return d.From.Approx || d.To.Approx || d.From.Uncertain || d.To.Uncertain
}

// Exact returns d without its parts and marks of approximation and uncertainty.
func (d Date) Exact() Date {
	d = d.WithoutMod()
	d.From.Approx, d.From.Uncertain, d.To.Approx, d.To.Uncertain = false, false, false, false
	return d
}

// Earliest returns the first day that d can mean, or the zero Day where the
// start is open or d is no date. Of "late 2020" it is 1 September (see Mod).
func (d Date) Earliest() Day {
	first, _ := d.From.within()
	return first
}

// Latest returns the last day that d can mean, or the zero Day where the end is
// open or d is no date.
func (d Date) Latest() Day {
	_, last := d.end().within()
	return last
}

func (d Date) end() Unit {
	if d.To.Precision == None && !d.Open {
		return d.From
	}
	return d.To
}

// extent returns the first and the last day of d to be held against those of e. A
// part is not taken at its word where e has none.
func (d Date) extent(e Date) (Day, Day) {
	if e.From.Mod != ModNone || e.To.Mod != ModNone {
		return d.Earliest(), d.Latest()
	}
	first, _ := d.From.roughly()
	_, last := d.end().roughly()
	return first, last
}

// Overlaps reports whether some day lies in both dates; an open end reaches on for
// ever. What one text calls late 2020 may be August 2020 in another.
func (d Date) Overlaps(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	first, last := d.extent(e)
	from, to := e.extent(d)
	return notAfter(first, to) && notAfter(from, last)
}

// Within reports whether every day of d lies in e: the exacter date inside the vaguer one.
func (d Date) Within(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	first, last := d.extent(e)
	from, to := e.extent(d)
	startsIn := from.IsZero() || !first.IsZero() && from.Compare(first) <= 0
	endsIn := to.IsZero() || !last.IsZero() && last.Compare(to) <= 0
	return startsIn && endsIn
}

// notAfter compares a start with an end, either of which may be open (zero).
func notAfter(start, end Day) bool { return start.IsZero() || end.IsZero() || start.Compare(end) <= 0 }

// Valid reports whether the calendar has such a date and an interval runs forward.
func (d Date) Valid() bool {
	switch {
	case d.IsZero():
		return false
	case d.Open:
		return d.From.valid() != d.To.valid()
	case d.To.Precision == None:
		return d.From.valid()
	}
	return d.From.valid() && d.To.valid() && d.From.first().Compare(d.To.last()) <= 0
}

func (u Unit) valid() bool {
	if u.Year < -9999 || u.Year > 9999 {
		return false
	}
	switch u.Precision {
	case PrecisionDay, PrecisionWeek:
		return ValidDay(int(u.Year), int(u.Month), int(u.Day))
	case PrecisionMonth:
		return u.Month >= 1 && u.Month <= 12
	case PrecisionQuarter, PrecisionSeason:
		return u.Month >= 1 && u.Month <= 4
	case PrecisionHalf:
		return u.Month >= 1 && u.Month <= 2
	case PrecisionYear:
		return true
	case PrecisionDecade:
		return u.Year >= 0 && u.Year%10 == 0
	case PrecisionCentury:
		return u.Year >= 0 && u.Year%100 == 0
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func (u Unit) first() Day {
	d := u.ymd()
	switch u.Precision {
	case None:
		return Day{}
	case PrecisionDay, PrecisionWeek:
		return d
	case PrecisionMonth:
		return Day{d.Year, d.Month, 1}
	case PrecisionQuarter:
		return Day{d.Year, 3*d.Month - 2, 1}
	case PrecisionHalf:
		return Day{d.Year, 6*d.Month - 5, 1}
	case PrecisionSeason:
		return Day{d.Year, 3 * d.Month, 1} // meteorological, northern: spring begins on 1 March
	}
	return Day{d.Year, 1, 1}
}

func (u Unit) last() Day {
	d := u.ymd()
	switch u.Precision {
	case None:
		return Day{}
	case PrecisionDay:
		return d
	case PrecisionWeek:
		return d.AddDays(6)
	case PrecisionMonth:
		return Day{d.Year, d.Month, DaysIn(d.Year, d.Month)}
	case PrecisionDecade:
		return Day{d.Year + 9, 12, 31}
	case PrecisionCentury:
		return Day{d.Year + 99, 12, 31}
	case PrecisionYear:
		return Day{d.Year, 12, 31}
	case PrecisionHalf:
		return u.first().AddMonths(6).AddDays(-1)
	}
	return u.first().AddMonths(3).AddDays(-1) // a quarter or season
}
