package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

// alongside reports whether a cue happens with the act before it, on its day:
// "自2022年12月1日起施行，…同时废止".
func (s *sentence) alongside(c cue) bool {
	return c.kind == "repeal" && s.tokens[c.lo].Kind == pattern.Han && s.r.cues.Contains(s.tokens[max(0, c.lo-2):c.lo], "alongside")
}

// repealed gives what is repealed "at the same time" the day of the entry into
// force that stands before it, in the sentence or in the one before.
func (r *reader) repealed(s *sentence, pairs []pair) []pair {
	var day *dates.Mention
	for _, p := range pairs {
		if k := s.cues[p.cue].kind; family(k) == "force" {
			day = &s.mentions[p.mention]
		}
	}
	if day == nil && r.forceAt > 0 && r.count-r.forceAt < 2 {
		day = r.force
	} else if day != nil {
		r.force, r.forceAt = day, r.count+1
	}
	if day == nil {
		return pairs
	}
	for i, c := range s.cues {
		if !s.alongside(c) {
			continue
		}
		m := slices.IndexFunc(s.mentions, func(m dates.Mention) bool { return m.Start == day.Start })
		if m < 0 {
			m = len(s.mentions)
			s.mentions = append(s.mentions, *day)
		}
		pairs = append(pairs, pair{i, m, 8})
	}
	return pairs
}

// duties gives a day by which, or a time from a law's own force within which,
// something must be done the kind of a deadline: "企业应当于3月31日前报送",
// "自本办法施行之日起六个月内申请换发".
func (s *sentence) duties(pairs []pair) []pair {
	if len(s.tokens) == 0 || s.tokens[0].Kind != pattern.Han {
		return pairs
	}
	for i := range s.tokens {
		if s.opaque[i] || !s.r.cues.Opens(s.tokens[i:], "obliges") {
			continue
		}
		m := s.dueBy(i)
		if m < 0 || slices.ContainsFunc(pairs, func(p pair) bool { return p.mention == m }) || !s.bounds(s.mentions[m]) {
			continue
		}
		s.addCue("obligation", "deadline", i, i+1)
		pairs = append(pairs, pair{len(s.cues) - 1, m, 3})
	}
	return pairs
}

// dueBy returns the date by which what the word at token i demands is due: the next
// one behind it in its clause, else the last one before it; -1 for none.
func (s *sentence) dueBy(i int) int {
	lo, hi := s.clauseAround(i)
	before := -1
	for m, date := range s.mentions {
		switch at := s.tokenAt(date.Start); {
		case at > i && at < hi:
			return m
		case at >= lo && at < i:
			before = m
		}
	}
	return before
}

// bounds reports whether a date ends a time in which something is to be done: "…前",
// or a period that counts from the force or publication of an instrument.
func (s *sentence) bounds(m dates.Mention) bool {
	if a, ok := m.Anchor(); ok {
		return a.Count > 0 && (a.Event == "entry_into_force" || a.Event == "application" || a.Event == "publication") && s.r.instrument
	}
	return m.Bound == dates.BoundBy || m.Bound == dates.BoundBefore
}

// hanRelation applies what bounds a Chinese date: what must be done by then is a
// deadline, and what was done by then is dated up to it.
func (s *sentence) hanRelation(c cue, m dates.Mention) (dates.Date, Kind) {
	if c.kind == "deadline" || m.Bound != dates.BoundBy && m.Bound != dates.BoundBefore {
		return m.Date, c.kind
	}
	lo, hi := s.clauseAround(s.tokenAt(m.Start))
	if s.r.cues.Contains(s.tokens[lo:max(lo, min(hi, c.lo))], "must") {
		return m.Date, "deadline"
	}
	if m.Date.Precision() < dates.PrecisionRange {
		return dates.Until(m.Date), c.kind
	}
	return m.Date, c.kind
}

// liable reports whether a Chinese verb of enforcement only says what the law
// threatens: "最高可罚款五万元".
func (s *sentence) liable(c cue) bool {
	return c.kind.Track() == Enforcement && s.tokens[c.lo].Kind == pattern.Han && s.r.cues.Contains(s.tokens[max(0, c.lo-8):c.hi], "liable")
}
