package dates

// nthPart narrows a date to a part of it that is counted: "the first week of July
// 2020", "the last Monday in May", "the first nine months of 2019". The zero
// nthPart is none.
type nthPart struct {
	nth     int // from 1; below zero from the end, so that -1 is the last
	count   int // of several units together, from the start or (nth below zero) from the end
	unit    Precision
	weekday int  // of a weekday that is counted instead of a unit; 0 is none
	whole   bool // several weeks are whole ones, Monday to Sunday
	monday  bool // a week belongs to the month or year that holds its Monday, not its Thursday
}

// of returns the part of d that nthPart counts, and false where d has no such
// part. A week belongs to the month or year that holds its Thursday (ISO 8601), or,
// as 8月第一周 is counted, its Monday.
func (o nthPart) of(d Date) (Date, bool) {
	first, last := d.Earliest(), d.Latest()
	if first.IsZero() || last.IsZero() {
		return Date{}, false
	}
	var part Date
	switch {
	case o.count > 0:
		part = o.several(first, last)
	case o.weekday > 0:
		part = FromDay(countWeekday(first, last, o.weekday, o.nth))
	case o.unit == PrecisionWeek:
		part = o.week(first, last, o.nth)
	case o.unit == PrecisionDay && o.nth > 0:
		part = FromDay(first.AddDays(o.nth - 1))
	case o.unit == PrecisionDay:
		part = FromDay(last.AddDays(o.nth + 1))
	default:
		part = o.month(first, last)
	}
	return part, part.Valid() && part.Overlaps(d)
}

func (o nthPart) week(first, last Day, nth int) Date {
	holds := 4
	if o.monday {
		holds = 1
	}
	return WeekOf(countWeekday(first, last, holds, nth))
}

// month counts months, quarters, halves or years inside [first, last].
func (o nthPart) month(first, last Day) Date {
	size, ok := monthsIn(o.unit)
	if !ok {
		return Date{}
	}
	start := Day{first.Year, first.Month, 1}.AddMonths(size * (o.nth - 1))
	if o.nth < 0 {
		start = Day{last.Year, last.Month, 1}.AddMonths(size*o.nth + 1)
	}
	switch o.unit {
	case PrecisionQuarter:
		return Date{From: unit(o.unit, start.Year, (start.Month+2)/3, 0)}
	case PrecisionHalf:
		return Date{From: unit(o.unit, start.Year, (start.Month+5)/6, 0)}
	case PrecisionYear:
		return YearOf(start.Year)
	case PrecisionDecade:
		return Date{From: unit(o.unit, start.Year, 0, 0)}
	}
	return MonthOf(start.Year, start.Month)
}

// several returns the first or last units of [first, last], as one interval.
func (o nthPart) several(first, last Day) Date {
	if size, ok := monthsIn(o.unit); ok {
		from, months := Day{first.Year, first.Month, 1}, size*o.count
		if o.nth < 0 {
			from = Day{last.Year, last.Month, 1}.AddMonths(1 - months)
		}
		to := from.AddMonths(months - 1)
		if o.unit == PrecisionYear {
			return Between(YearOf(from.Year).From, YearOf(to.Year).From)
		}
		return Between(MonthOf(from.Year, from.Month).From, MonthOf(to.Year, to.Month).From)
	}
	days := o.count
	if o.unit == PrecisionWeek {
		days *= 7
	}
	if o.unit == PrecisionWeek && o.whole {
		first, last = o.week(first, last, 1).Earliest(), o.week(first, last, -1).Latest()
	}
	if o.nth < 0 {
		return Between(FromDay(last.AddDays(1-days)).From, FromDay(last).From)
	}
	return Between(FromDay(first).From, FromDay(first.AddDays(days-1)).From)
}

// monthsIn returns how many months a unit has, and false for days and weeks.
func monthsIn(unit Precision) (int, bool) {
	switch unit {
	case PrecisionMonth:
		return 1, true
	case PrecisionQuarter:
		return 3, true
	case PrecisionHalf:
		return 6, true
	case PrecisionYear:
		return 12, true
	case PrecisionDecade:
		return 120, true
	}
	return 0, false
}

// daysOf returns the days from one to another of a month, or to its last one.
func daysOf(month Date, from, to int) Date {
	first := month.Earliest()
	to = min(to, DaysIn(first.Year, first.Month))
	return Between(DayOf(first.Year, first.Month, from).From, DayOf(first.Year, first.Month, to).From)
}

// countWeekday returns the nth such weekday of [first, last], below zero from the end.
func countWeekday(first, last Day, weekday, nth int) Day {
	if nth < 0 {
		return last.AddDays(-floorMod(last.Weekday()-weekday, 7) + 7*(nth+1))
	}
	return first.AddDays(floorMod(weekday-first.Weekday(), 7) + 7*(nth-1))
}
