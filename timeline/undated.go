package timeline

import (
	"slices"
	"strings"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// undated keeps the acts of a sentence without a date, where it is plain who
// did what: they are listed apart, or joined to a dated event by merging. In a
// sentence that dates another act only a verb of a clause of its own counts.
func (r *reader) undated(s *sentence, used []bool, dated bool) {
	told := map[string]bool{}
	for i, c := range s.cues {
		if i < len(used) && used[i] || c.Weight < 2 || c.kind.Track() == Context || c.kind == "deadline" || told[s.sort(c)] || !s.finite(c) || s.hypothetical(c) {
			continue
		}
		if s.r.entry.mention != nil || dated && (c.Noun || s.datedClause(c) || s.tokens[c.lo].Kind == pattern.Han && s.measure(c) == "") {
			continue
		}
		if s.formula(c) {
			continue
		}
		e, ok := s.event(c, nil)
		if !ok || e.Kind == "fact" || !s.specific(e, c) || e.Status != Occurred && !s.announcedAct(e) {
			continue
		}
		e.Confidence = 0.5
		r.events = append(r.events, e)
		if told[s.sort(c)] = true; len(told) == 2 {
			return
		}
	}
}

// disposes reports whether a court that is named decides an appeal, or somebody
// appeals against a decision.
func (s *sentence) disposes(e Event, c cue) bool {
	switch {
	case c.Noun || !s.past(s.tokens[c.lo]):
		return false
	case c.kind == "challenge":
		return s.r.cues.Contains(s.tokens[c.hi:min(len(s.tokens), c.hi+6)], "decided")
	case c.kind == "ruling" && s.r.cues.Is(s.tokens[c.lo], "disposal"):
		before := s.nameBefore(c.start)
		return before != nil && before.Entity.Type == lexicon.Court && s.tokenAt(before.End) == s.verbGroup(c)
	}
	return false
}

// formula reports whether a cue belongs to the set words of an instrument, which
// tell of nothing but the instrument itself: "it is hereby ordered", "has adopted
// this Regulation".
func (s *sentence) formula(c cue) bool {
	i := s.verbGroup(c)
	if c.kind == "order" && c.passive && i > 0 && (s.r.cues.Is(s.tokens[i-1], "thingpronoun") || s.r.cues.Is(s.tokens[i-1], "hereby")) || c.lo > 0 && s.r.cues.Is(s.tokens[c.lo-1], "hereby") {
		return true
	}
	return s.r.instrument && c.kind == "adoption" && s.r.cues.Contains(s.tokens[c.hi:min(c.hi+1, len(s.tokens))], "determiner")
}

// announcedAct reports whether an act that is only to come is worth a line without
// a date: the next step in the life of an instrument that is named, or an appeal.
func (s *sentence) announcedAct(e Event) bool {
	return e.Instrument != "" && e.Kind.Track() == Instrument || e.Kind == "challenge" && len(e.Targets)+len(e.Authorities) > 0
}

// datedClause reports whether a date stands in the clause of a cue, between the
// marks around it.
func (s *sentence) datedClause(c cue) bool {
	lo, hi := c.lo, c.hi
	for lo > 0 && (s.breaks(s.tokens[lo-1]) < 2 || s.opaque[lo-1]) {
		lo--
	}
	for hi < len(s.tokens) && (s.breaks(s.tokens[hi]) < 2 || s.opaque[hi]) {
		hi++
	}
	return slices.ContainsFunc(s.opaque[lo:hi], func(x bool) bool { return x })
}

// specific reports whether an event without a date says enough to be one: it
// names the instrument, or upon whom, or says that an authority made rules.
func (s *sentence) specific(e Event, c cue) bool {
	if e.Instrument != "" && s.block.Kind != source.Heading {
		return true
	}
	if len(e.Targets) > 0 || s.disposes(e, c) {
		return true
	}
	if e.Kind.Track() == Policy || c.Noun {
		return false
	}
	before, after := s.tokens[max(0, c.lo-10):c.lo], s.tokens[c.hi:min(len(s.tokens), c.hi+6)]
	if c.passive {
		before, after = after, before
	}
	return s.perfect(c) && (s.r.cues.Contains(before, "authority") || c.passive) && (s.r.cues.Contains(after, "instrument") || s.r.cues.Contains(after, "firm"))
}

// hypothetical reports whether a cue tells of what may happen, or of what happens
// if something else does: "can be fined", "if found guilty".
func (s *sentence) hypothetical(c cue) bool {
	for j := c.lo - 1; j >= 0 && j >= c.lo-10; j-- {
		t := s.tokens[j]
		if s.opaque[j] {
			continue
		}
		if s.r.cues.Is(t, "conditional") || j >= c.lo-3 && s.r.cues.Is(t, "modal") {
			return true
		}
		if s.breaks(t) > 1 {
			return false
		}
	}
	return false
}

// toInfinitive reports whether a passive is one of an infinitive: "to be settled".
func (s *sentence) toInfinitive(c cue) bool {
	i := c.lo
	for i > 0 && (s.r.cues.Is(s.tokens[i-1], "passive") || s.r.cues.Is(s.tokens[i-1], "have")) {
		i--
	}
	if i > 0 && s.text(s.tokens[i-1]) == "to" && s.r.cues.Contains(s.tokens[max(0, i-6):i], "firstof") {
		return false // "becomes the first state to pass a law"
	}
	return c.governor < 0 && i > 0 && s.r.cues.Is(s.tokens[i-1], "infinitive")
}

// hanDone reports whether a Chinese verb, which has no tense, tells of what an
// authority did or what was done to somebody, and not of a duty.
func (s *sentence) hanDone(c cue) bool {
	lo := c.lo
	for lo > 0 && s.breaks(s.tokens[lo-1]) < 5 {
		lo--
	}
	before := s.tokens[lo:c.lo]
	if s.r.cues.Contains(before, "duty") {
		return false
	}
	return c.Weight == 3 && len(s.companies()) > 0 || s.r.cues.Contains(before, "passive") || s.r.cues.Contains(before, "authority") || s.r.cues.Contains(before, "done") || s.pointsToAuthority(lo, c.lo) ||
		c.kind.Track() == Instrument && s.has("instrument") || slices.ContainsFunc(s.names, func(n lexicon.Match) bool {
		return regulatory(n.Entity.Type) && n.End <= c.start && n.Start >= s.tokens[lo].Start
	})
}

// possessed reports whether a noun tells of somebody's act upon a company that is
// named: "its crackdown on Didi", "the regulator's fine for Google".
func (s *sentence) possessed(c cue) bool {
	if c.Weight < 2 || c.lo == 0 || c.hi >= len(s.tokens) || !s.r.cues.Is(s.tokens[c.hi], "upon") {
		return false
	}
	for i := c.lo - 1; i >= 0 && i >= c.lo-3; i-- {
		if s.r.cues.Is(s.tokens[i], "possessive") || s.text(s.tokens[i]) == "s" && i > 0 && s.breaks(s.tokens[i-1]) == 0 {
			return len(s.companies()) > 0
		}
	}
	return false
}

// general reports whether a passive says what is done in general: "customers are
// charged correctly". An instrument does say so what it does.
func (s *sentence) general(c cue) bool {
	if c.kind.Track() != Enforcement || s.r.instrument {
		return false
	}
	i := c.lo - 1
	for i > 0 && strings.HasSuffix(s.text(s.tokens[i]), "ly") {
		i--
	}
	return s.r.cues.Is(s.tokens[i], "presentpassive")
}

// finite reports whether a cue is a verb of the past or the passive, not an
// infinitive, a gerund or a general truth.
func (s *sentence) finite(c cue) bool {
	if c.Noun {
		return s.r.cues.Contains(s.tokens[max(0, c.lo-14):c.lo], "undergo") || s.possessed(c)
	}
	if s.toInfinitive(c) {
		return false
	}
	if c.governor >= 0 {
		return c.passive || s.past(s.tokens[c.governor])
	}
	verb := s.tokens[c.lo]
	if verb.Kind == pattern.Han {
		return s.hanDone(c)
	}
	if c.passive || s.past(verb) {
		return c.lo == 0 || !s.r.cues.Is(s.tokens[c.lo-1], "infinitive") && !s.general(c)
	}
	return false
}
