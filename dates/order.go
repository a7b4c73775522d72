package dates

// order is how a document writes numeric dates.
type order int8

const (
	orderUnknown order = 0
	dayFirst     order = 1
	monthFirst   order = -1
)

// order decides which of the two numbers of a numeric date is the day. Where both
// could be, it takes the first, as most of the world writes, or the second where the
// rule says that its form is American, and doubts.
func (c *pieces) order(p *point) {
	p.day, p.month, p.numeric = c.a, c.b, true
	switch {
	case c.a >= 1 && c.a <= 12 && c.b > 12 && c.b <= 31:
		p.day, p.month = c.b, c.a
	case c.a > 12 && c.a <= 31 && c.b >= 1 && c.b <= 12:
		p.dayFirst = true
	case c.a <= 12 && c.b <= 12 && c.a != c.b:
		p.ambiguous, p.dayFirst = true, !p.monthFirst
		if p.monthFirst {
			p.day, p.month = c.b, c.a
		}
	}
	if p.ambiguous && p.weekday > 0 && p.hasYear {
		same := Day{p.year, p.month, p.day}.Weekday() == p.weekday
		switch other := (Day{p.year, p.day, p.month}).Weekday() == p.weekday; {
		case same && !other:
			p.ambiguous = false
		case other && !same:
			p.write(-p.written())
		}
	}
	p.impossible = p.impossible || p.day == 0 || p.month == 0 || p.month > 12 || p.day > 31
}

// write settles the order of an ambiguous date.
func (p *point) write(o order) {
	if p.written() != o {
		p.day, p.month, p.dayFirst = p.month, p.day, !p.dayFirst
	}
	p.ambiguous = false
}

// written is the order in which a numeric date is read.
func (p *point) written() order {
	if p.dayFirst {
		return dayFirst
	}
	return monthFirst
}

// agree reads the numeric dates of a range or list in one order: where that of one
// of them is plain, in that; of a range, in the one that keeps it in one month, as
// 10/2–10/7 is of October. "1/4–1/7" may as well begin and end with a month.
func (f *form) agree() {
	if len(f.points) < 2 {
		return
	}
	o := orderUnknown
	for i := range f.points {
		if p := &f.points[i]; p.numeric && !p.ambiguous && p.day != p.month {
			o = p.written()
		}
	}
	if a, b := &f.points[0], &f.points[len(f.points)-1]; o == orderUnknown && a.ambiguous && b.ambiguous && a.year == b.year {
		switch {
		case a.day == b.day && a.day != 1 && a.month != b.month:
			o = -a.written()
		case a.month == b.month && a.month != 1 && a.day != b.day:
			o = a.written()
		}
	}
	if o == orderUnknown {
		return
	}
	for i := range f.points {
		if p := &f.points[i]; p.ambiguous {
			p.write(o)
		}
	}
}

// writtenOrder reads from the dates whose order is plain – 25/12/2020, "December
// 25, 2020" – how a document writes 03/04/2021. Numeric dates decide; where there
// are none the dates in words do, as months come first in the United States alone.
// Dates that disagree say nothing.
func writtenOrder(ms []Mention) order {
	var numeric, words [2]int
	for i := range ms {
		for _, p := range ms[i].form.points {
			if p.day == 0 || p.month == 0 || p.ambiguous || p.numeric && p.day == p.month {
				continue
			}
			side := 0
			if !p.dayFirst {
				side = 1
			}
			switch {
			case p.numeric:
				numeric[side]++
			case p.hasYear:
				words[side]++
			}
		}
	}
	for _, n := range [...][2]int{numeric, words} {
		switch {
		case n[0] > 0 && n[1] == 0:
			return dayFirst
		case n[1] > 0 && n[0] == 0:
			return monthFirst
		case n[0] > 0:
			return orderUnknown
		}
	}
	return orderUnknown
}

// orient decides the order of a numeric date that could be read both ways, where
// its document shows one, and the century of a two-digit year in a story.
func (r *resolver) orient(m *Mention) {
	changed := false
	for i := range m.form.points {
		p := &m.form.points[i]
		if p.ambiguous && p.weekday > 0 && !p.hasYear && !r.Published.IsZero() {
			changed = r.byWeekday(p, m) || changed
		}
		if p.ambiguous && r.order != orderUnknown {
			p.write(r.order)
			changed = true
		}
		if p.yearImplied {
			year := r.century(p, m)
			p.year, changed = year, changed || year != p.year
		}
	}
	if !changed {
		return
	}
	m.Doubt = ""
	date, stated, _ := m.form.date()
	m.state(date, stated)
	if m.Basis == Stated {
		m.Basis = Resolved
	}
}

// century returns a two-digit year with its century: in a text that counts by the Republic of
// China the one that it has there (90年 is 2001), in a story the nearest to the year
// that it has come to, elsewhere the one up to ten years after the text, or later where the
// sentence says that it is to come: 11/25/35 is in 1935 in a text of 2021, and so is 三五年.
func (r *resolver) century(p *point, m *Mention) int {
	pub := r.Published.Latest().Year
	switch {
	case p.han && r.republic && (pub == 0 || 1911+p.year%100 <= pub+yearsAhead):
		return 1911 + p.year%100
	case r.narrative && r.year != 0:
		return p.year + floorDiv(r.year-p.year+50, 100)*100
	case r.Published.IsZero():
		return p.year
	case p.year > pub+yearsAhead && !r.tense(m).ahead():
		return p.year - 100
	case p.year <= pub+yearsAhead-100:
		return p.year + 100
	}
	return p.year
}

// countsByRepublic reports whether a text counts the years of its own time as Taiwan does,
// and does not only name years of the Republic on the mainland.
func countsByRepublic(ms []Mention) bool {
	for i := range ms {
		for _, p := range ms[i].form.points {
			if p.republic && p.year > lastMainland {
				return true
			}
		}
	}
	return false
}

// lastMainland is the last year of the Republic of China on the mainland.
const lastMainland = 1949

// yearsAhead is how far ahead of its text a year of two digits may lie.
const yearsAhead = 10

// byWeekday settles the order of an ambiguous date by the weekday beside it, where
// that fits one reading alone in the year nearest to the document's date.
func (r *resolver) byWeekday(p *point, m *Mention) bool {
	other := *p
	other.write(-p.written())
	as, swapped := p.fits(r.nearest(p, m)), other.fits(r.nearest(&other, m))
	if as == swapped {
		return false
	}
	if swapped {
		*p = other
	}
	p.ambiguous = false
	return true
}
