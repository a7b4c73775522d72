package dates

// share gives each end of a range, and each member of a list, what only another
// one names: the year and month of "4–6 May 2015".
func (f *form) share() {
	for i := len(f.points) - 2; i >= 0; i-- {
		p, q := &f.points[i], &f.points[i+1]
		if p.month == 0 && p.day > 0 && q.month > 0 {
			p.month = q.month
			if !f.traits.list && p.day > q.day && q.day > 0 {
				p.month = (q.month+10)%12 + 1 // "from the 28th to the 3rd of May"
			}
		}
		if p.weekday > 0 && p.anchor == noAnchor && !p.directed && q.weekday > 0 && q.anchor != noAnchor {
			p.anchor, p.unit, p.offset, p.this = q.anchor, q.unit, q.offset, q.this // "Monday to Wednesday next week"
		}
		if p.day > 0 && p.month == 0 && p.anchor == noAnchor && q.day > 0 && q.anchor != noAnchor && q.unit == PrecisionMonth {
			p.refer(q.anchor, q.unit, q.offset) // "the 4th to the 23rd of next month"
			if p.day > q.day {
				p.offset--
			}
		}
		if p.lacksYear() && q.hasYear {
			p.year, p.hasYear = q.year, true
			if p.month > q.month && q.month > 0 {
				p.year-- // November to January 2022
			}
		}
	}
	for i := 1; i < len(f.points); i++ {
		p, q := &f.points[i], &f.points[i-1]
		p.sharePointer(q)
		if f.traits.list && q.directed && q.weekday > 0 && p.weekday > 0 && p.month == 0 && !p.directed && p.anchor == noAnchor {
			p.direction, p.directed, p.fromText = q.direction, true, q.fromText // "next Tuesday or Wednesday"
		}
		if p.month == 0 && p.day > 0 && q.month > 0 {
			p.month = q.month
			if !f.traits.list && p.day < q.day {
				p.month = q.month%12 + 1
			}
		}
		if f.traits.list && p.hasYear && p.month == 0 && q.month > 0 && q.day > 0 && p.plain() {
			p.month, p.day, p.dayFirst = q.month, q.day, q.dayFirst // "at 31 December 2020 and 2019"
		}
		if p.lacksYear() && q.hasYear {
			p.year, p.hasYear = q.year, true
			if p.month < q.month && p.month > 0 && p.day > 0 && !f.traits.list {
				p.year++
			}
		}
	}
}

// sharePointer lets the end of a range lie in the week or year to which the start q
// points: 上周三至周五, 去年3月至5月.
func (p *point) sharePointer(q *point) {
	if p.anchor == textAnchor && p.unit == PrecisionYear && q.anchor != textAnchor && (q.month > 0 || q.hasYear) {
		p.countFrom(q)
		return
	}
	if q.anchor == noAnchor || p.anchor != noAnchor || p.hasYear || p.directed {
		return
	}
	switch {
	case q.unit == PrecisionWeek && p.weekday > 0 && p.month == 0:
		p.refer(q.anchor, q.unit, q.offset)
	case q.unit == PrecisionYear && (p.month > 0 || p.quarter > 0 || p.festival != festival{}):
		p.refer(q.anchor, q.unit, q.offset)
		if p.month > 0 && p.month < q.month {
			p.offset++
		}
	}
}

// countFrom lets 次年 and 同年 in the end of a range count from its start q.
func (p *point) countFrom(q *point) {
	switch {
	case q.hasYear:
		p.year, p.hasYear = q.year+p.offset, true
		p.refer(noAnchor, None, 0)
	case q.anchor == docAnchor && q.unit == PrecisionYear:
		p.refer(q.anchor, q.unit, q.offset+p.offset)
	case q.anchor == noAnchor:
		p.yearsOn = p.offset
		p.refer(noAnchor, None, 0)
	}
}

// plain reports whether a point with a year names nothing else than that.
func (p *point) plain() bool {
	return p.quarter == 0 && p.half == 0 && p.season == 0 && p.week == 0 && p.festival == festival{} && p.anchor == noAnchor && !p.approx
}

// lacksYear reports whether a year that is not written is that of a neighbour.
func (p *point) lacksYear() bool {
	return !p.hasYear && p.anchor == noAnchor && !p.directed && (p.weekday == 0 || p.month > 0)
}

// before puts d, the start of a range that names no year, into a year, or the one
// before where it would begin after the end: "from November to March".
func (p *point) before(d Date, year int, end Date) Date {
	for _, y := range []int{year, year - 1} {
		if start, ok := p.narrow(p.inCalendar(y)); ok && start.Earliest().Compare(end.Latest()) <= 0 {
			return start
		}
	}
	return d
}

// straighten moves the end of a range that begins after it to where it must lie, if
// its words leave that open: "from next Monday to Friday", "between now and 3 May".
func (f *form) straighten(ds []Date) {
	last := len(ds) - 1
	p, q := &f.points[0], &f.points[last]
	start, end := ds[0].Earliest(), ds[last].Latest()
	if start.IsZero() || end.IsZero() || start.Compare(end) <= 0 {
		return
	}
	switch {
	case q.weekday > 0 && q.month == 0 && !q.directed:
		ds[last] = FromDay(start.AddDays(floorMod(q.weekday-start.Weekday(), 7)))
	case q.month > 0 && q.lacksYear():
		year := start.Year
		if q.inYear(year).last().Compare(start) < 0 {
			year++
		}
		ds[last] = q.inCalendar(year)
	case p.month > 0 && p.lacksYear():
		ds[0] = p.before(ds[0], end.Year, ds[last])
	}
}

// place gives a range neither of whose ends has a year, nor is given one by the text,
// the years that its words and the document's day tell.
func (r *resolver) place(m *Mention, ds []Date) {
	last := len(ds) - 1
	p, q := &m.form.points[0], &m.form.points[last]
	if !p.lacksYear() || !q.lacksYear() || p.month == 0 || q.month == 0 {
		return
	}
	if _, ok := r.outline.year(); ok || r.goesFrom(m) {
		return
	}
	around := r.startSoon
	if p.thisYear {
		around = r.endAfter
	}
	if start, end := around(m, ds[0], ds[last]); start.Valid() && end.Valid() {
		ds[0], ds[last] = start, end
	}
}

// endAfter returns the ends of a Chinese range in the year of publication, or in the
// year beside it that its sentence or the calendar is nearer to: 8月至2月 ends in the
// year after its start.
func (r *resolver) endAfter(m *Mention, _, _ Date) (start, end Date) {
	p, q := &m.form.points[0], &m.form.points[len(m.form.points)-1]
	pub := r.Published.Latest()
	start, end = rangeIn(p, q, pub.Year)
	switch before, beforeEnd := rangeIn(p, q, pub.Year-1); {
	case end.Latest().Compare(pub) < 0 && r.tense(m).ahead():
		return rangeIn(p, q, pub.Year+1)
	case start.Earliest().Since(pub) > soonMonth && pub.Since(beforeEnd.Latest()) < soonMonth:
		return before, beforeEnd
	}
	return start, end
}

// startSoon returns the ends of a range ahead of the document where it begins soon, and
// no verb says that it is over: "the window of 15 December to 15 January", in November.
// Else they stay as they are.
func (r *resolver) startSoon(m *Mention, from, to Date) (start, end Date) {
	p, q := &m.form.points[0], &m.form.points[len(m.form.points)-1]
	pub := r.Published.Latest()
	if pub.IsZero() || to.Latest().Compare(pub) >= 0 || r.tense(m) != tenseUnknown {
		return from, to
	}
	lead := soon
	if p.day == 0 {
		lead = soonMonth
	}
	start, end = rangeIn(p, q, from.Earliest().Year+1)
	if days := start.Earliest().Since(pub); days <= 0 || days > lead {
		return from, to
	}
	return start, end
}

// rangeIn returns the ends of a range that begins in a year.
func rangeIn(p, q *point, year int) (start, end Date) {
	start, _ = p.narrow(p.inCalendar(year))
	end, _ = q.narrow(q.inCalendar(year + q.yearsOn))
	if end.Latest().Compare(start.Earliest()) < 0 {
		end, _ = q.narrow(q.inCalendar(year + 1))
	}
	return start, end
}
