package dates

import "fmt"

// Timex returns the TIMEX3 value of a mention (ISO-TimeML: 2013-W11, 2013-SU,
// 2013-Q3, 2013-H1, 199, 2013-03-22), or "" where it is not resolved.
func (m Mention) Timex() string {
	if m.Pointer() {
		return m.form.traits.ref
	}
	if !m.named.IsZero() {
		return m.named.Timex()
	}
	return m.Date.Timex()
}

// Pointer reports whether a mention only points at the present, the past or the
// future, like "now" and "recently": it has no date and never will.
func (m Mention) Pointer() bool { return m.form.traits != nil && m.form.traits.ref != "" }

// Timex returns the TIMEX3 value of one end of a range.
func (p Part) Timex() string { return p.Date.Timex() }

// Timex returns the TIMEX3 value of a date; that of an interval is its two ends
// with a slash between.
func (d Date) Timex() string {
	switch {
	case d.IsZero():
		return ""
	case d.Open && d.From.Precision == None:
		return d.To.timex()
	case d.Open || d.To.Precision == None:
		return d.From.timex()
	}
	if d.isWeekend() {
		year, week := d.Earliest().AddDays(-5).isoWeek()
		return fmt.Sprintf("%04d-W%02d-WE", year, week)
	}
	return d.From.timex() + "/" + d.To.timex()
}

// isWeekend reports whether d is a Saturday with the Sunday after it.
func (d Date) isWeekend() bool {
	sat := d.Earliest()
	return d.From.Precision == PrecisionDay && d.To.Precision == PrecisionDay &&
		sat.Weekday() == 6 && sat.AddDays(1) == d.Latest()
}

func (u Unit) timex() string {
	y := fmt.Sprintf("%04d", u.Year)
	if u.Year <= 0 {
		y = fmt.Sprintf("BC%04d", 1-u.Year)
	}
	switch u.Precision {
	case PrecisionWeek:
		year, week := u.ymd().isoWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	case PrecisionDay:
		return fmt.Sprintf("%s-%02d-%02d", y, u.Month, u.Day)
	case PrecisionMonth:
		return fmt.Sprintf("%s-%02d", y, u.Month)
	case PrecisionQuarter:
		return fmt.Sprintf("%s-Q%d", y, u.Month)
	case PrecisionHalf:
		return fmt.Sprintf("%s-H%d", y, u.Month)
	case PrecisionSeason:
		return y + [...]string{"", "-SP", "-SU", "-FA", "-WI"}[u.Month]
	case PrecisionDecade:
		return y[:3]
	case PrecisionCentury:
		return y[:2]
	}
	return y
}

// isoWeek returns the year and number of the ISO 8601 week that begins on d, a Monday.
func (d Day) isoWeek() (year, week int) {
	thursday := d.AddDays(3)
	jan1 := Day{thursday.Year, 1, 1}
	return thursday.Year, (thursday.number()-jan1.number())/7 + 1
}
