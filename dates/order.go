package dates

// order is how a document writes numeric dates.
type order int8

const (
	orderUnknown order = iota
	dayFirst
	monthFirst
)

// writtenOrder reads from the dates whose order is plain – 25/12/2020, "December
// 25, 2020" – how a document writes 03/04/2021. Numeric dates decide; where there
// are none the dates in words do, as months come first in the United States alone.
// Dates that disagree say nothing.
func writtenOrder(ms []Mention) order {
	var numeric, words [2]int
	for i := range ms {
		for _, p := range ms[i].form.points {
			if p.day == 0 || p.month == 0 || p.ambiguous {
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
		if p.ambiguous && r.order != orderUnknown {
			if r.order == monthFirst {
				p.day, p.month = p.month, p.day
			}
			p.ambiguous, changed = false, true
		}
		if p.yearImplied && r.narrative && r.year != 0 {
			p.year += floorDiv(r.year-p.year+50, 100) * 100
			changed = true
		}
	}
	if !changed {
		return
	}
	m.Doubt = ""
	m.state()
	if m.Basis == Stated {
		m.Basis = Resolved
	}
}
