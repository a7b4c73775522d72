package timeline

import (
	"slices"
	"strings"

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

// datesAnother reports whether a date belongs to a decision that the act of a cue is
// about: "the action against the decision of 3 May". At the head of a sentence the
// day of a decision is that of what it decides: "By decision of 3 May, …".
func (s *sentence) datesAnother(x cue, date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return s.refersTo(date) && x.hi <= i-3
}

// refersTo reports whether a date is that of a decision which is known already:
// "the decision of 3 May", other than at the head of the sentence.
func (s *sentence) refersTo(date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return i >= 4 && s.text(s.tokens[i-1]) == "of" && s.r.cues.Is(s.tokens[i-2], "decided") && s.r.cues.Is(s.tokens[i-3], "determiner")
}

// labels reports whether a bare year only says which thing is meant: "the 1965
// labels", "its reissued 1996 rule".
func (s *sentence) labels(m dates.Mention) bool {
	j := s.tokenAt(m.End)
	return s.attributiveYear(m) && !s.r.cues.Contains(s.tokens[j:min(j+3, len(s.tokens))], "instrument") // "the 1978 Fuels Act set"
}

// attributiveYear reports whether a bare year stands between a determiner and the
// noun that it describes.
func (s *sentence) attributiveYear(m dates.Mention) bool {
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	if m.Date.Precision() != dates.PrecisionYear || j != i+1 || i == 0 || j >= len(s.tokens) || s.tokens[j].Kind != pattern.Word || s.r.cues.Is(s.tokens[j], "and") {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if s.r.cues.Is(s.tokens[k], "determiner") {
			return !s.leadsOn(j)
		}
	}
	return false
}

// leadsOn reports whether token i is a word that goes on after a date rather than
// the noun that it describes: "the 2015 and", "the 2015 to 2020".
func (s *sentence) leadsOn(i int) bool {
	t := s.tokens[i]
	return s.r.cues.Is(t, "at") || s.r.cues.Is(t, "preposition") || s.r.cues.Is(t, "infinitive") || s.r.cues.Is(t, "passive") || s.r.cues.Is(t, "have") || s.r.cues.Is(t, "subordinate") || s.r.cues.Is(t, "by")
}

// asOf reports whether a date is the one at which things stood, "As of 31 December
// it had 89 open inquiries".
func (s *sentence) asOf(date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return i >= 2 && i <= 4 && s.r.cues.Contains(s.tokens[i-2:i], "standing")
}

// covered reports whether a year is the one that a report is about: "its annual report
// for 2022", "their 2019 Harbour Report".
func (s *sentence) covered(x cue, date dates.Mention) bool {
	i, j := s.tokenAt(date.Start), s.tokenAt(date.End)
	if i == 0 || date.Date.Precision() != dates.PrecisionYear {
		return false
	}
	before := s.tokens[i-1]
	if strings.EqualFold(s.text(before), "for") {
		return true
	}
	return j <= x.lo && x.lo-j <= 5 && (s.r.cues.Is(before, "possessive") || s.text(before) == "s" && before.Gap == pattern.Glued)
}

// lasting are the kinds of act that a time with an end can date: what is put off or
// valid until a day.
var lasting = map[Kind]bool{"deadline": true, "application": true, "postponement": true, "repeal": true, "entry_into_force": true, "consultation": true, "fact": true}

// stretch is what lies between a cue and a date.
type stretch struct {
	cue       cue
	date      dates.Mention
	lo, hi    int  // tokens
	dateFirst bool // the date stands before the cue
	opens     bool // and at the head of its sentence
	leads     bool // the date stands at the head of a later clause: "and in July the council …"
	han       bool // the cue is Chinese, where each character is a token
}

func (s *sentence) between(x cue, date dates.Mention) stretch {
	b := stretch{cue: x, date: date, lo: x.hi, hi: s.tokenAt(date.Start), han: s.tokens[x.lo].Kind == pattern.Han}
	b.leads = s.leads(date)
	if date.Start < x.start {
		b.dateFirst, b.opens = true, b.leads || s.opens(date)
		b.lo, b.hi = s.tokenAt(date.End), x.lo
		if e := s.r.entry.mention; e != nil && !s.r.entry.heading && e.Start == date.Start {
			b.opens = true // "19 May – …": the marks behind the head of an entry part nothing
			for b.lo < b.hi && s.tokens[b.lo].Kind == pattern.Punct {
				b.lo++
			}
		}
		if b.opens {
			b.lo = s.behindInsertion(b.lo, b.hi)
		}
	}
	return b
}

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

// crossing is the cost of the marks and words that lie between.
func (s *sentence) crossing(b stretch) int {
	cost, commas := 0, 0
	if b.leads && !b.dateFirst {
		cost += 8 // the date belongs to the clause that it leads
	}
	if b.han && !b.dateFirst {
		cost += 3 // in Chinese the date stands before its verb
		if b.hi > 0 && b.hi < len(s.tokens) && s.spaced(b.hi) {
			cost += 6
		}
	}
	for i := b.lo; i < b.hi && i < len(s.tokens); i++ {
		t := s.tokens[i]
		if i > 0 && b.han && !(b.dateFirst && i == b.lo) && s.spaced(i) {
			cost += 6
		}
		switch {
		case s.opaque[i] || s.inRow(t):
		case i > 0 && s.r.cues.Is(t, "reporting") && s.r.cues.Is(s.tokens[i-1], "writer"):
			cost += 20 // "three weeks ago we reported that": the date is the report's
		case t.Kind == pattern.Punct:
			if s.breaks(t) == 2 {
				commas++
			}
			cost += s.markCost(t, b, commas)
		case s.text(t) == "that" && s.reported(i):
		case i == b.lo && b.dateFirst && s.r.cues.Is(t, "whenthat"): // "in 2015, when it released the plan"
		case s.r.cues.Is(t, "subordinate"):
			cost += subordinateCost(b, s.closes(i, b.hi))
		case s.r.cues.Is(t, "statistic"):
			cost += 5
		case s.r.cues.Is(t, "and"):
			cost += 2
		}
	}
	return cost
}

// reported reports whether a "that" follows a verb of saying, also over a date:
// "announced on Monday that".
func (s *sentence) reported(i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if s.r.cues.Is(s.tokens[j], "reporting") {
			return true
		}
	}
	return false
}

// markCost is the cost of a mark; a comma behind a date that opens the sentence
// ("In July 2015, the council issued …") is free.
func (s *sentence) markCost(t pattern.Token, b stretch, commas int) int {
	cost := s.breaks(t)
	switch {
	case cost == 2 && b.han && !b.dateFirst:
		return 12
	case cost != 2 || !b.dateFirst:
	case commas == 1 && b.opens:
		return 0
	case b.han:
		return 1 // clauses in a chain share the date that opens it
	}
	return cost
}

// subordinateCost is the cost of a word that begins a subordinate clause.
func subordinateCost(b stretch, closed bool) int {
	switch {
	case b.dateFirst && b.opens && !closed:
		return 10 // the cue itself stands in the insertion
	case b.dateFirst && !b.opens:
		return 12 // the date is the main clause's: "rose on Monday after the regulator fined it"
	case b.dateFirst:
		return 2 // an insertion: "In November, not long after the sale, the regulator …"
	}
	return 6
}

// distance is the cost of being far apart.
func (s *sentence) distance(b stretch) int {
	n := (b.hi - b.lo)
	cost := n / 6
	if b.han {
		cost = n / 12
	}
	switch {
	case b.dateFirst && b.cue.attributive && n <= 1 && !s.state(b.cue) && b.cue.kind.Track() == Instrument:
		cost -= 6 // 2009年公布的: the verb tells of that day and of nothing else
	case n <= 3:
		cost -= 2
	case b.cue.Noun && n > 5 && b.date.Date.Precision() == dates.PrecisionYear:
		cost += 6 // "the fine reflected the state of its service in 2018"
	case b.cue.Noun && n > 5:
		cost += 3
	}
	if b.dateFirst && !b.opens && !b.han {
		cost += 2
	}
	return cost
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

// counts reports whether the words right behind a date make it the period of a
// statistic: "its 2019 sales", 2019年销售额.
func (s *sentence) counts(m dates.Mention) bool {
	i := s.tokenAt(m.End)
	n := 3
	if i < len(s.tokens) && s.tokens[i].Kind == pattern.Han {
		n = 8
	}
	end := i
	for end < min(i+n, len(s.tokens)) && s.breaks(s.tokens[end]) == 0 {
		end++
	}
	return s.r.cues.Contains(s.tokens[i:end], "statistic")
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
