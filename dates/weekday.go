package dates

// weekday resolves "Friday": in a report the one on or before its date, ahead of
// it where the sentence speaks of the future.
func (r *resolver) weekday(p *point, m *Mention) (Date, string, bool) {
	from := r.Published
	if p.fromText {
		from = r.last
	}
	if from.Precision() != PrecisionDay {
		return Date{}, "", false
	}
	day := from.Earliest()
	back := day.AddDays(-floorMod(day.Weekday()-p.weekday, 7))
	switch {
	case p.directed && p.direction == 0:
		back = WeekOf(day).Earliest().AddDays(p.weekday - 1)
	case p.directed && p.direction < 0 && back == day:
		back = back.AddDays(-7)
	case p.directed && p.direction > 0, !p.directed && back != day && r.tense(m).ahead():
		back = back.AddDays(7)
	}
	return FromDay(back), "week", true
}

// bareDay resolves "the 4th", 4日: in the month of the date before where that
// stands in the same paragraph, else the last such day up to the document's date.
func (r *resolver) bareDay(p *point, m *Mention) (Date, string, bool) {
	if p.weekday > 0 {
		return r.weekdayOfMonth(p, r.tense(m))
	}
	if p.entry {
		return r.nextEntry(p, m)
	}
	base := r.Published
	if d := r.outline.date(); d.Precision() == PrecisionMonth {
		base = d // "2 –" below "July 2021"
	} else if month, ok := r.monthHere(p, m); ok {
		base = month
	}
	if base.IsZero() || base.Precision() > PrecisionMonth {
		return Date{}, "", false
	}
	d := base.Earliest()
	if base == r.Published {
		d = r.monthOf(p, m)
	}
	return DayOf(d.Year, d.Month, p.day), "month", ValidDay(d.Year, d.Month, p.day)
}

// nextEntry returns the day that heads an entry of a diary, where it follows a day
// that the text has named before by not more than a fortnight.
func (r *resolver) nextEntry(p *point, m *Mention) (Date, string, bool) {
	if r.full.Precision() != PrecisionDay || m.Start-r.fullEnd > longReach {
		return Date{}, "", false
	}
	last := r.full.Latest()
	d := Day{last.Year, last.Month, p.day}
	if p.day < last.Day {
		next := Day{last.Year, last.Month, 1}.AddMonths(1)
		d.Year, d.Month = next.Year, next.Month
	}
	ok := ValidDay(d.Year, d.Month, d.Day) && d.number()-last.number() <= fortnight
	return FromDay(d), "month", ok
}

const fortnight = 14

// monthHere returns the day or month before, where a day alone goes on from it: in
// the same paragraph, or in a story not far behind it. From the end of a month such a day may be
// of the next one, so that it is not told.
func (r *resolver) monthHere(p *point, m *Mention) (Date, bool) {
	if r.broken {
		return Date{}, r.narrative || r.Published.IsZero()
	}
	base := r.last
	if base.Precision() > PrecisionMonth && !r.full.IsZero() && m.Start-r.fullEnd < nearby {
		base = r.full
	}
	if p := base.Precision(); p == None || p > PrecisionMonth {
		return Date{}, false
	}
	story := r.narrative || r.Published.IsZero()
	if r.start != r.here.Start && !(story && m.Start-r.fullEnd < storyReach) {
		return Date{}, false
	}
	if story && base.Precision() == PrecisionDay && base.Earliest().Day-p.day > monthsTurn {
		return Date{}, true
	}
	return base, true
}

const (
	storyReach = 1200 // bytes on which a month named in a story still leads a day alone
	monthsTurn = 20   // days
)

// monthOf returns the month of the last such day up to the document's date, or of
// the next one from it on where the sentence speaks of the future.
// In Chinese, which names last month as such (上月), a day that no verb puts into the
// past is of this month too, save in a text from the first days of one.
func (r *resolver) monthOf(p *point, m *Mention) Day {
	first, last := r.Published.Earliest(), r.Published.Latest()
	t, d := r.tense(m), Day{first.Year, first.Month, p.day}
	month := Day{first.Year, first.Month, 1}
	switch {
	case t.ahead() && d.Compare(first) < 0:
		return month.AddMonths(1)
	case p.thisYear && t == tenseUnknown && first.Day > firstDays && !r.happened(m):
		return month
	case !t.ahead() && d.Compare(last) > 0:
		return month.AddMonths(-1)
	}
	return month
}

// firstDays is up to which day of a month a text still tells of the one before.
const firstDays = 7

// weekdayOfMonth resolves "Tuesday the 11th": in the month nearest to the
// document's date, up to half a year before or behind it, in which the two fall
// together, on the side of which the sentence speaks if they do there within a quarter.
func (r *resolver) weekdayOfMonth(p *point, t tense) (Date, string, bool) {
	pub := r.Published.Earliest()
	if pub.IsZero() {
		return Date{}, "", false
	}
	var nearest Day
	for n := 0; n <= 12 && (n <= 6 || nearest.IsZero()); n++ {
		months := (n + 1) / 2 // 0, -1, 1, -2, 2 …
		if n%2 == 1 {
			months = -months
		}
		m := Day{pub.Year, pub.Month, 1}.AddMonths(months)
		d := Day{m.Year, m.Month, p.day}
		if !ValidDay(d.Year, d.Month, d.Day) || d.Weekday() != p.weekday {
			continue
		}
		if nearest.IsZero() {
			nearest = d
		}
		if t == tenseUnknown || t == tensePast && d.Compare(pub) <= 0 || t.ahead() && d.Compare(pub) >= 0 {
			return FromDay(d), "month", true
		}
	}
	return FromDay(nearest), "month", !nearest.IsZero()
}

// weekendOf resolves "the weekend", Saturday and Sunday: the last one to begin up
// to the document's date, the next one where the sentence speaks of the future.
func (r *resolver) weekendOf(p *point, m *Mention) (Date, string, bool) {
	if r.Published.Precision() != PrecisionDay {
		return Date{}, "", false
	}
	day := r.Published.Earliest()
	saturday := day.AddDays(-floorMod(day.Weekday()-6, 7))
	switch {
	case p.directed && p.direction == 0, p.directed && p.direction > 0, r.tense(m).ahead():
		if day.Weekday() < 6 || p.direction > 0 {
			saturday = saturday.AddDays(7)
		}
	case p.direction < 0 && day.Weekday() >= 6:
		saturday = saturday.AddDays(-7)
	}
	return Between(FromDay(saturday).From, FromDay(saturday.AddDays(1)).From), "week", true
}

// nearestWeekday returns the weekday that is nearest to a day, at most three days off.
func nearestWeekday(day Day, weekday int) Day {
	return day.AddDays(floorMod(weekday-day.Weekday()+3, 7) - 3)
}

// doubtWeekday doubts a day that is not the weekday written with it. Of a day that is
// counted out ("in 3 days, on Friday") counted is the one that the count gives.
func (m *Mention) doubtWeekday(counted Date) {
	p := m.form.first()
	if m.Date.Precision() != PrecisionDay || m.Doubt != "" || len(m.form.points) > 1 {
		return
	}
	day := m.Date.Earliest()
	if p.weekday > 0 && p.shift.count == 0 && day.Weekday() != p.weekday || p.near > 0 && p.countsDays() && counted.Earliest() != day {
		m.Doubt = "the weekday does not fit the date"
	}
}

// withoutNear returns a point without the weekday written beside its count.
func (p *point) withoutNear() *point {
	exact := *p
	exact.near = 0
	return &exact
}

// countsDays reports whether a point is counted out to the day.
func (p *point) countsDays() bool {
	return p.shift.unit == PrecisionDay || p.shift.count == 0 && p.unit == PrecisionDay
}
