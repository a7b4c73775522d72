package timeline

import (
	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

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
