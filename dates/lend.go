package dates

import (
	"cmp"
	"slices"
	"strings"
)

// lendYears gives a date without a year that of the one which a comma or "and" joins
// on to it: "4–5 June, 1 July 2024".
func (r *resolver) lendYears(ms []Mention) {
	for i := len(ms) - 2; i >= 0; i-- {
		m, next := &ms[i], &ms[i+1]
		if year, ok := next.lends(); ok && m.lacksYear() && next.Start-m.End <= len(", and ") && isJoint(r.Text[m.End:next.Start]) {
			m.take(year, next.form.first())
		}
	}
}

// openings gives the dates with which a text opens the year of the first one that has
// one, where they come before that in the calendar and in their order: "On 7 May the
// army moved … it left the city on 1 September 1864".
func (r *resolver) openings(ms []Mention) {
	full := -1
	for i := range ms {
		if _, ok := ms[i].lends(); ok && ms[i].Role == "" {
			full = i
			break
		}
		if ms[i].Basis == Stated && ms[i].Role == "" {
			return // another year stands before it
		}
	}
	if full < 0 {
		return
	}
	year, _ := ms[full].lends()
	last := &ms[full]
	for i := full - 1; i >= 0 && last.Start-ms[i].End < storyReach; i-- {
		m := &ms[i]
		if m.Role != "" || !m.Date.IsZero() || m.form.first().anchor != noAnchor {
			continue
		}
		if !m.lacksYear() || m.form.first().inYear(year).first().Compare(last.Date.Earliest()) > 0 {
			return
		}
		if r.here = r.regionOf(m.Start); r.tense(m) != tensePast && !r.tells(m) {
			return
		}
		m.take(year, last.form.first())
		last = m
	}
}

// regionOf returns the region in which a byte lies.
func (r *resolver) regionOf(at int) Region {
	i, _ := slices.BinarySearchFunc(r.Regions, at, func(x Region, at int) int { return cmp.Compare(x.End, at+1) })
	if i < len(r.Regions) && r.Regions[i].Start <= at {
		return r.Regions[i]
	}
	return Region{}
}

// lends returns the year of a day or month that the text names with it.
func (m *Mention) lends() (int, bool) {
	if len(m.form.points) == 0 {
		return 0, false
	}
	p := m.form.first()
	return p.year, p.hasYear && p.month > 0 && !p.bc && !p.lunar && m.Date.Valid() && !m.Date.IsZero()
}

// lacksYear reports whether a mention is one or two days or months without a year.
func (m *Mention) lacksYear() bool {
	for i := range m.form.points {
		if p := &m.form.points[i]; p.anchor != noAnchor || p.month == 0 || p.hasYear || p.directed || p.lunar || p.ambiguous || p.nth.nth != 0 || p.shift.count != 0 {
			return false
		}
	}
	return len(m.form.points) > 0 && m.Date.IsZero()
}

// take fills in a year, or the one before where the date stands behind a later point
// of that year.
func (m *Mention) take(year int, later *point) {
	if m.form.first().month > later.month {
		year--
	}
	for i := range m.form.points {
		m.form.points[i].year, m.form.points[i].hasYear = year, true
	}
	d, stated, ok := m.form.date()
	if !ok || !stated {
		for i := range m.form.points {
			m.form.points[i].year, m.form.points[i].hasYear = 0, false
		}
		return
	}
	m.Date, m.Basis = d, Resolved
	m.imply("year")
	for i := range m.Parts {
		m.Parts[i].Date, _ = m.form.points[i].known()
	}
}

// isJoint reports whether a text only joins two dates of a list.
func isJoint(s string) bool {
	switch strings.TrimSpace(s) {
	case ",", "and", ", and", "&", ";":
		return true
	}
	return false
}
