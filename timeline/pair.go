package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// pair is a cue with the date that belongs to it.
type pair struct {
	cue, mention int
	score        int
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
	out = s.ownDates(out)
	for i := range out {
		out[i] = s.announced(out[i], out)
	}
	s.obligations(&out)
	s.share(&out)
	return s.onRun(out)
}

// ownDates drops a date that has only taken the act which another date fits much
// better and more exactly, and the day of a report where the act has its own, unless
// "and" joins the two: "Under a chairman appointed in January, the agency voted to
// repeal it in December", "said on Tuesday that it had fined the bank on 8 May".
func (s *sentence) ownDates(pairs []pair) []pair {
	var out []pair
	for _, p := range pairs {
		better := slices.ContainsFunc(pairs, func(q pair) bool {
			a, b := s.mentions[q.mention], s.mentions[p.mention]
			if q.cue != p.cue || q.mention == p.mention || s.and(a, b) {
				return false
			}
			return q.score >= p.score+4 && a.Date.Precision() < b.Date.Precision() || s.saidOn(b) && !s.saidOn(a) || s.opens(a) && s.dates(b)
		})
		if !better {
			out = append(out, p)
		}
	}
	return out
}

// dates reports whether a year only tells which instrument is meant: "Last month it
// withdrew its guidelines on remedies from 2008".
func (s *sentence) dates(m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	return i > 0 && m.Date.Precision() == dates.PrecisionYear && s.r.cues.Is(s.tokens[i-1], "vintage")
}

// and reports whether "and" stands between two dates.
func (s *sentence) and(a, b dates.Mention) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	return s.r.cues.Contains(s.tokens[s.tokenAt(a.End):s.tokenAt(b.Start)], "and")
}

// obligations gives a day by which something must be done, and which no act has
// chosen, the kind of a deadline: "By 18 August manufacturers must affix the mark".
func (s *sentence) obligations(out *[]pair) {
	for m, date := range s.mentions {
		listed := s.r.entry.mention != nil && date.Start == s.r.entry.mention.Start
		if slices.ContainsFunc(*out, func(p pair) bool { return p.mention == m }) || !s.until(date) && !s.limits(date) && !listed || s.ends(date) {
			continue
		}
		if s.limits(date) && s.obligedByStem() {
			if i := s.tokenAt(date.End); i < len(s.tokens) {
				s.addCue("obligation", "deadline", i, i+1)
				*out = append(*out, pair{len(s.cues) - 1, m, 3})
			}
			continue
		}
		lo, hi := s.clauseAround(s.tokenAt(date.Start))
		if listed {
			lo, hi = 0, len(s.tokens)
		}
		for i := lo; i < hi; i++ {
			if s.r.cues.Contains(s.tokens[i:min(i+2, hi)], "must") && s.within(i, date) {
				s.addCue("obligation", "deadline", i, i+1)
				*out = append(*out, pair{len(s.cues) - 1, m, 3})
				break
			}
		}
	}
}

// within reports whether token i stands at most twenty tokens from a date.
func (s *sentence) within(i int, m dates.Mention) bool {
	at := s.tokenAt(m.Start)
	reach := 20
	if s.limits(m) {
		reach = 40 // "Within 60 days of the date of this order, the Secretary, in consultation with …, shall"
	}
	return max(i, at)-min(i, at) <= reach
}

// clauseAround returns the tokens around token i up to the marks that end clauses.
func (s *sentence) clauseAround(i int) (lo, hi int) {
	lo, hi = i, i
	for lo > 0 && s.breaks(s.tokens[lo-1]) < 5 {
		lo--
	}
	for hi < len(s.tokens) && s.breaks(s.tokens[hi]) < 5 {
		hi++
	}
	return lo, hi
}

// announced gives the date of an announcement to the act that is announced: "has
// agreed to pay 5 million, the ministry announced today". What is only planned
// keeps the announcement.
func (s *sentence) announced(p pair, all []pair) pair {
	said := s.cues[p.cue]
	if said.kind != "statement" || said.Noun || !s.r.cues.Contains(s.tokens[said.lo:said.hi], "announcing") {
		return p
	}
	best, gap := -1, 40
	if s.tokens[said.lo].Kind == pattern.Han {
		gap = 100
	}
	for i, o := range s.cues {
		taken := slices.ContainsFunc(all, func(q pair) bool { return q.cue == i })
		if i == p.cue || taken || o.kind == "statement" || o.Weight < 2 || o.kind.Track() == Context || s.intended(o) || s.hypothetical(o) {
			continue
		}
		d := (o.lo - said.hi)
		if o.lo < said.lo {
			if o.Noun || o.hi > said.lo || !s.tailClause(said) || s.subordinated(o) {
				continue
			}
			d = (said.lo - o.hi)
		} else if o.Noun && d > 16 {
			continue
		}
		if d < gap {
			best, gap = i, d
		}
	}
	if best < 0 {
		return p
	}
	return pair{best, p.mention, p.score}
}

// subordinated reports whether a word such as "after" begins the clause of a cue.
func (s *sentence) subordinated(c cue) bool {
	for j := c.lo - 1; j >= 0 && s.breaks(s.tokens[j]) < 2; j-- {
		if s.r.cues.Is(s.tokens[j], "subordinate") {
			return true
		}
	}
	return false
}

// intended reports whether an act is only to come: "it will ban", "plans to fine".
func (s *sentence) intended(c cue) bool {
	for j := c.lo - 1; j >= 0 && j >= c.lo-5; j-- {
		if !s.opaque[j] && (s.ahead(j) || s.r.cues.Is(s.tokens[j], "propose_mood")) {
			return true
		}
		if s.breaks(s.tokens[j]) > 1 {
			return false
		}
	}
	return false
}

// tailClause reports whether a verb of saying stands in a clause at the end of its
// sentence that says who announced what stands before: "…, the ministry said".
func (s *sentence) tailClause(c cue) bool {
	for j := c.lo - 1; j >= 0 && j >= c.lo-10; j-- {
		if s.breaks(s.tokens[j]) == 2 {
			return len(s.tokens)-c.hi <= 8
		}
	}
	return false
}

// listed gives a date that only goes on a list of dates the cue of the one before:
// "renewed in 2004, 2009 and 2014". No other act may stand between them.
func (s *sentence) listed(before pair, m int) pair {
	none := pair{cue: -1}
	a, b := s.mentions[before.mention], s.mentions[m]
	if before.mention != m-1 || a.Date.Precision() != b.Date.Precision() && !s.companyBetween(a.End, b.Start) || s.counts(b) {
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

// companyBetween reports whether a company is named between two bytes: "sued Amazon
// last September and Meta in 2020".
func (s *sentence) companyBetween(lo, hi int) bool {
	return slices.ContainsFunc(s.names, func(n lexicon.Match) bool { return n.Entity.Type == lexicon.Company && n.Start >= lo && n.End <= hi })
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
		if x.Noun || x.Weight < 2 || s.toInfinitive(x) || slices.ContainsFunc(*out, func(p pair) bool { return p.cue == c }) {
			continue
		}
		for _, p := range slices.Clone(*out) {
			y := s.cues[p.cue]
			if date := s.mentions[p.mention]; s.leads(date) && x.start < date.Start {
				continue // "petitioned the court, and on 20 May it held": the day is the later act's
			}
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
	return and && hi-lo < 24 && s.intended(a) == s.intended(b)
}
