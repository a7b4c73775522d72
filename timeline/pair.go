package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

// pair is a cue with the date that belongs to it.
type pair struct {
	cue, mention int
	score        int
}

func (p pair) confidence() float64 {
	return clamp(0.6+0.04*float64(p.score), 0.3, 0.95)
}

func clamp(x, lo, hi float64) float64 { return max(lo, min(hi, x)) }

// pairs gives each date the cue that fits it best by position, and adds the
// verbs that are joined to that cue and share its date.
func (s *sentence) pairs() []pair {
	var out []pair
	for m := range s.mentions {
		best := pair{-1, m, minScore - 1}
		for c := range s.cues {
			if score := s.score(c, m); score > best.score {
				best = pair{c, m, score}
			}
		}
		if best.cue < 0 && len(out) > 0 {
			best = s.listed(out[len(out)-1], m)
		}
		if best.cue >= 0 {
			out = append(out, best)
		}
	}
	s.share(&out)
	return out
}

// listed gives a date that only goes on a list of dates the cue of the one before:
// "renewed in 2004, 2009 and 2014". No other act may stand between them.
func (s *sentence) listed(before pair, m int) pair {
	none := pair{cue: -1}
	a, b := s.mentions[before.mention], s.mentions[m]
	if before.mention != m-1 || a.Date.Precision() != b.Date.Precision() || s.counts(b) {
		return none
	}
	lo, hi := s.tokenAt(a.End), s.tokenAt(b.Start)
	if hi-lo > 14 || hi == lo || hi == 0 || !s.joins(lo, hi) {
		return none
	}
	for _, c := range s.cues {
		if c.start >= a.End && c.end <= b.Start {
			return none
		}
	}
	return pair{before.cue, m, max(before.score-2, 0)}
}

// joins reports whether a comma or "and" stands among tokens [lo, hi) and no word
// that begins a new clause.
func (s *sentence) joins(lo, hi int) bool {
	joined := false
	for _, t := range s.tokens[lo:hi] {
		switch {
		case s.r.cues.Is(t, "subordinate"), s.breaks(t) > 2:
			return false
		case s.r.cues.Is(t, "and"), s.breaks(t) == 2:
			joined = true
		}
	}
	return joined
}

// share gives a verb that no date has chosen the date of the verb it is joined to:
// "fined the company and ordered it to stop".
func (s *sentence) share(out *[]pair) {
	for c, x := range s.cues {
		if x.Noun || x.Weight < 2 || slices.ContainsFunc(*out, func(p pair) bool { return p.cue == c }) {
			continue
		}
		for _, p := range slices.Clone(*out) {
			y := s.cues[p.cue]
			if y.kind != x.kind && !y.Noun && s.joined(y, x, s.mentions[p.mention]) {
				*out = append(*out, pair{c, p.mention, p.score - 3})
				break
			}
		}
	}
}

// joined reports whether two verbs share a clause's date: "and" stands between
// them, no other date and no sign that begins a new clause does.
func (s *sentence) joined(a, b cue, m dates.Mention) bool {
	lo, hi := min(a.hi, b.hi), max(a.lo, b.lo)
	and := false
	for _, t := range s.tokens[lo:max(lo, hi)] {
		switch {
		case s.r.cues.Is(t, "and"):
			and = true
		case s.r.cues.Is(t, "subordinate"):
			return false
		case t.Kind == pattern.Punct && s.breaks(t) > 4:
			return false
		}
	}
	for _, o := range s.mentions {
		if o.Start != m.Start && o.Start > min(a.start, b.start) && o.Start < max(a.end, b.end)+80 {
			return false
		}
	}
	return and && hi-lo < 24
}
