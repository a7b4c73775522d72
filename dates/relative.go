package dates

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
		if p.this && r.narrative && !r.last.IsZero() && !r.lastAhead() && (!r.Published.IsZero() || r.tense(m) == tensePast || r.tells(m)) {
			from = r.last // the story's year, and not the writer's: "looking forward this year"
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
	}
	return p.dayOfWeek(base)
}
