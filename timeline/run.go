package timeline

import (
	"slices"

	"regtimeline/dates"
)

// onRun gives an act on days, or in months, that follow each other one event: "inspected
// it on 4, 5 and 6 July". Years and quarters that do are as a rule several acts.
func (s *sentence) onRun(pairs []pair) []pair {
	return slices.DeleteFunc(pairs, func(p pair) bool {
		lo, hi := s.run(p.mention)
		return hi-lo > 1 && slices.ContainsFunc(pairs, func(q pair) bool { return q.cue == p.cue && q.mention >= lo && q.mention < p.mention })
	})
}

// run returns the range [lo, hi) of the dates in the list of a date that follow each
// other without a day between them.
func (s *sentence) run(m int) (lo, hi int) {
	lo, hi = m, m+1
	for lo > 0 && s.follow(lo-1) {
		lo--
	}
	for hi < len(s.mentions) && s.follow(hi-1) {
		hi++
	}
	return lo, hi
}

// follow reports whether the date after date i is the next day or month, and only
// joined to it.
func (s *sentence) follow(i int) bool {
	a, b := s.mentions[i].Date, s.mentions[i+1].Date
	p := a.Precision()
	if p != b.Precision() || p != dates.PrecisionDay && p != dates.PrecisionMonth || a.IsApproximate() || b.IsApproximate() {
		return false
	}
	return a.Latest().AddDays(1) == b.Earliest() && s.onlyJoins(s.mentions[i].End, s.mentions[i+1].Start, s.mentions[i+1].End)
}

// spanOf returns the interval of the run to which a date belongs; of one alone the date.
func (s *sentence) spanOf(m *dates.Mention) dates.Date {
	i := slices.IndexFunc(s.mentions, func(d dates.Mention) bool { return d.Start == m.Start })
	if i < 0 {
		return m.Date
	}
	lo, hi := s.run(i)
	if hi-lo == 1 {
		return m.Date
	}
	return dates.Between(s.mentions[lo].Date.From, s.mentions[hi-1].Date.From)
}
