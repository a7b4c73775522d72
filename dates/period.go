package dates

// period is a period of accounts of which a text has told.
type period struct {
	Date
	named     Date // as TIMEX3 has it
	byCompany bool // it is none of the calendar
	label     int  // the year by which the text calls it, where that is not its last day's
	at        int  // where its words end
}

// mayAccount reports whether a mention may be of a period of accounts, which is also
// that of a statistic.
func (m *Mention) mayAccount() bool { return m.Role == "" || m.Role == RolePeriod }

// account lets what a report compares with be that of the period of a mention.
func (r *resolver) account(m *Mention) {
	p, d := m.form.first(), m.Date
	label, byCompany := 0, m.fiscal()
	if p.hasYear {
		label = p.year
	}
	switch {
	case len(m.form.points) != 1 || d.IsZero() || !m.mayAccount() || r.here.Aside || p.counted && p.yearBefore() || p.like != None:
		return
	case p.ended.count > 0:
		if d = endingOn(d.Latest(), p.ended); d.IsZero() {
			return
		}
		label = 0
	case p.quarter > 0 && p.quarter <= 4:
		t := r.quarters[p.quarter]
		if p.hasYear && d.Precision() == PrecisionQuarter && int(d.From.Year) < t.year {
			d.From.Year = unit(None, t.year, 0, 0).Year // which is only compared with
		}
		if t.fiscal {
			label, byCompany = t.year, true
		}
	case m.theQuarter():
		byCompany = byCompany || d.Precision() != PrecisionQuarter
	case p.half > 0, p.nth.count > 0, d.Precision() == PrecisionQuarter && !p.counted:
	default:
		return
	}
	r.period = period{d, m.named, byCompany, label, m.End}
	if p.quarter > 0 || m.theQuarter() || d.Precision() == PrecisionQuarter {
		r.quarter = r.period
	}
}

// reported reports whether the text has told of a period that has begun, no further
// back than that something is compared with it.
func (r *resolver) reported(m *Mention) bool {
	return !r.period.IsZero() && m.Start-r.period.at < 2*nearby &&
		(r.period.byCompany || r.Published.IsZero() || r.period.Earliest().Compare(r.Published.Latest()) <= 0)
}

// likeBefore resolves "the 1988 quarter": the period that the text spoke of, in
// that year; the year alone where it spoke of none.
func (r *resolver) likeBefore(p *point) (Date, string, bool) {
	if r.period.IsZero() {
		return YearOf(p.year), "", true
	}
	label := r.period.label
	if label == 0 {
		label = r.period.Latest().Year
	}
	d := r.period.yearsOn(p.year - label)
	return d, "quarter", d.Valid()
}

// yearsOn returns the same part of a year so many years later.
func (d Date) yearsOn(n int) Date {
	for _, u := range []*Unit{&d.From, &d.To} {
		if u.Precision == None {
			continue
		}
		u.Year = unit(None, int(u.Year)+n, 0, 0).Year
		if u.Precision == PrecisionDay {
			u.Day = min(u.Day, narrow(DaysIn(int(u.Year), int(u.Month))))
		}
	}
	return d
}

// endingOn returns the period of so many units that ends on a day, in months where that
// is about their end: companies of the retail trade close on a weekday near it. Zero is
// returned where the units are no months and make none.
func endingOn(last Day, s shift) Date {
	n := s.count
	if size, ok := monthsIn(s.unit); ok {
		n *= size
	} else if quarters := (n + 1) / 13; s.unit == PrecisionWeek && quarters > 0 && n-13*quarters <= 1 {
		n = 3 * quarters
	} else {
		return Date{}
	}
	end := Day{last.Year, last.Month, 1}
	switch {
	case last.Day <= monthEnd:
		end = end.AddMonths(-1)
	case last.Day <= DaysIn(last.Year, last.Month)-monthEnd:
		return Between(FromDay(last.AddMonths(-n).AddDays(1)).From, FromDay(last).From)
	}
	first := end.AddMonths(1 - n)
	switch {
	case n == 12 && end.Month == 12:
		return YearOf(end.Year)
	case n == 6 && end.Month%6 == 0:
		return Date{From: unit(PrecisionHalf, end.Year, end.Month/6, 0)}
	case n == 3 && end.Month%3 == 0:
		return Date{From: unit(PrecisionQuarter, end.Year, end.Month/3, 0)}
	}
	return Between(MonthOf(first.Year, first.Month).From, MonthOf(end.Year, end.Month).From)
}

// monthEnd is how many days from the end of a month a period may end that is of months.
const monthEnd = 7
