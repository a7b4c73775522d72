package dates

// shift counts units from a date that the text names: "two weeks before 13 May
// 1999". The zero shift is none.
type shift struct {
	count int // below zero before the date
	unit  Precision
}

// from returns the date so many units from d, and false where d is coarser than
// the units, as a month is for days.
func (s shift) from(d Date) (Date, bool) {
	if p := d.Precision(); finer(s.unit, d) || p != PrecisionDay && p != PrecisionMonth && p != PrecisionYear {
		return Date{}, false
	}
	day := Anchor{Count: s.count, Unit: s.unit}.from(d.Earliest())
	switch d.Precision() {
	case PrecisionDay:
		return FromDay(day), true
	case PrecisionMonth:
		return MonthOf(day.Year, day.Month), true
	}
	return YearOf(day.Year), true
}

// running returns the period of so many units that begins with d, and false where d is
// coarser than the units. As is reckoned in law for a period that runs from a day, that
// day is the first of it.
func (s shift) running(d Date) (Date, bool) {
	end, ok := s.from(d)
	if !ok {
		return Date{}, false
	}
	switch last := end.Earliest().AddDays(-1); d.Precision() {
	case PrecisionDay:
		end = FromDay(last)
	case PrecisionMonth:
		end = MonthOf(last.Year, last.Month)
	default:
		end = YearOf(last.Year)
	}
	return Between(d.From, end.From), true
}

// around counts units up to a day, or from it on: "the last three months", "over
// the next two years". The zero around is none.
type around struct {
	sign, count int
	unit        Precision
	half        bool // six months more: "the past year and a half"
	and         int  // so many of andUnit more: "the last three months and two weeks"
	andUnit     Precision
	working     bool // days from Monday to Friday
	today       bool // what lies ahead begins on the day itself: "within the next week"
}

// of returns the interval that ends the day before d, or begins the day after it.
// Quarters are whole ones of the calendar, and so are decades.
func (a around) of(d Day) Date {
	if a.unit == PrecisionQuarter || a.unit == PrecisionDecade {
		return a.whole(d)
	}
	if a.working {
		return a.workdays(d)
	}
	far := Anchor{Count: a.sign * a.count, Unit: a.unit}.from(d)
	if a.half {
		far = far.AddMonths(6 * a.sign)
	}
	if a.and > 0 {
		far = Anchor{Count: a.sign * a.and, Unit: a.andUnit}.from(far)
	}
	if a.sign < 0 {
		return Between(FromDay(far).From, FromDay(d.AddDays(-1)).From)
	}
	if !a.today {
		d = d.AddDays(1)
	}
	return Between(FromDay(d).From, FromDay(far).From)
}

// workdays counts days from Monday to Friday. No calendar here knows public holidays.
func (a around) workdays(d Day) Date {
	var first Day
	for n := 0; n < a.count; {
		if d = d.AddDays(a.sign); d.Weekday() > 5 {
			continue
		}
		if n++; n == 1 {
			first = d
		}
	}
	if a.sign < 0 {
		first, d = d, first
	}
	return Between(FromDay(first).From, FromDay(d).From)
}

// whole counts units, each of some months, that do not hold d.
func (a around) whole(d Day) Date {
	months, _ := monthsIn(a.unit)
	start := Day{d.Year, (d.Month-1)/3*3 + 1, 1}
	if a.unit == PrecisionDecade {
		start = Day{floorDiv(d.Year, 10) * 10, 1, 1}
	}
	from, to := start.AddMonths(months), start.AddMonths(months*(a.count+1))
	if a.sign < 0 {
		from, to = start.AddMonths(-months*a.count), start
	}
	return Between(FromDay(from).From, FromDay(to.AddDays(-1)).From)
}
