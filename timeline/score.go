package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

// minScore is the least score at which a cue and a date belong together.
const minScore = 0

// farApart is how many tokens may lie between a cue and its date.
const farApart = 60

// never is the score of a cue and a date that cannot belong together.
const never = -100

// score says how well a cue fits a date by position: high for a strong verb close
// by in the same clause, low over commas, other verbs and other dates. The numbers
// were weighed against one another on texts of many kinds; none of them is a
// probability.
func (s *sentence) score(c, m int) int {
	x, date := s.cues[c], s.mentions[m]
	if x.implied {
		return s.strength(c)
	}
	if s.declares(x) || s.alongside(x) || s.liable(x) || x.start >= date.Start && x.end <= date.End || s.counts(date) || date.Start > x.start && (x.attributive || s.described(date)) || s.toInfinitive(x) && !s.obliged(x) && !s.intended(x) {
		return never
	}
	if x.kind == "report" && s.covered(x, date) || family(x.kind) != "force" && s.asOf(date) {
		return never
	}
	if x.kind == "deadline" && date.Start < x.start && date.Date.Precision() == dates.PrecisionRange {
		return never // "who signed between 2015 and 2022 have until May"
	}
	if x.Noun && x.kind.Track() == Policy && s.until(date) {
		return never // a speech is given on a day, not by one: "the goal for 2020 in his speech"
	}
	if s.datesAnother(x, date) {
		return never // "upheld the decision of 3 May": the day is the decision's
	}
	if s.labels(date) && !x.Noun && !x.Dated {
		return never // "ruled that the 1965 labels": the year only says which
	}
	if s.ends(date) && !lasting[x.kind] {
		return never // "prices stay frozen until 2026"
	}
	between := s.between(x, date)
	if (between.hi-between.lo) > farApart && !(between.han && between.hi-between.lo <= 2*farApart) {
		return never
	}
	return s.strength(c) - s.crossing(between) - s.distance(between) - s.rivals(c, m, between)
}

// lasting are the kinds of act that a time with an end can date: what is put off or
// valid until a day.
var lasting = map[Kind]bool{"deadline": true, "application": true, "postponement": true, "repeal": true, "entry_into_force": true, "consultation": true, "fact": true}

// strength is what a cue is worth wherever the date stands.
func (s *sentence) strength(c int) int {
	x := s.cues[c]
	n := 4 + 2*x.Weight
	if x.Noun || x.kind.Track() == Policy {
		if x.Noun {
			n -= 2
		}
		if s.r.cues.Contains(s.tokens[max(0, x.lo-12):min(len(s.tokens), x.hi+8)], "statistic") {
			n -= 5
		}
	}
	if x.Dates || s.objectOfAct(x) {
		n -= 4
	}
	if x.kind == "statement" && s.reportsAnother(c) {
		n -= 4
	}
	return n
}

// state reports whether a Chinese verb only says what state a thing is in: 修订后的.
func (s *sentence) state(c cue) bool {
	return c.hi < len(s.tokens) && s.tokens[c.lo].Kind == pattern.Han && s.r.cues.Is(s.tokens[c.hi], "aspect")
}

// rivals is the cost of the other verbs and dates between.
func (s *sentence) rivals(c, m int, b stretch) int {
	cost := 0
	for i, o := range s.cues {
		if i != c && !o.Noun && o.lo >= b.lo && o.hi <= b.hi {
			cost += 2
		}
	}
	from, to := min(b.cue.start, b.date.Start), max(b.cue.start, b.date.Start)
	for i, o := range s.mentions {
		if i != m && o.Start > from && o.Start < to {
			cost += 7
		}
	}
	return cost
}

// reportsAnother reports whether a verb of saying introduces another act: then
// that is what the sentence tells.
func (s *sentence) reportsAnother(c int) bool {
	if s.cues[c].Weight > 1 {
		return false
	}
	return slices.ContainsFunc(s.cues[c+1:], func(o cue) bool { return o.kind != "statement" && !o.Noun })
}

// objectOfAct reports whether a noun for an act is only what another act is done to:
// "quashed the investigation", "upheld a fine".
func (s *sentence) objectOfAct(x cue) bool {
	if !x.Noun || x.attributive || s.tokens[x.lo].Kind == pattern.Han {
		return false
	}
	return slices.ContainsFunc(s.cues, func(o cue) bool {
		if o.Noun || o.passive || o.Weight < 2 || o.kind.Track() != Enforcement || o.hi > x.lo || x.lo-o.hi > 10 {
			return false
		}
		for _, t := range s.tokens[o.hi:x.lo] {
			if s.breaks(t) > 0 || s.r.cues.Is(t, "subordinate") || s.r.cues.Is(t, "datelead") || s.insideMention(t.Start) {
				return false
			}
		}
		return true
	})
}
