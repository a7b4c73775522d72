package timeline

import (
	"slices"
	"strings"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// inCompound reports whether a noun only tells what sort another noun is:
// "investigation team", "penalty clause".
func (s *sentence) inCompound(m pattern.Match) bool {
	if m.Hi >= len(s.tokens) || s.tokens[m.Lo].Kind == pattern.Han {
		return false
	}
	next := s.tokens[m.Hi]
	return next.Gap == pattern.Glued && s.text(next) == "-" || next.Gap == pattern.Space && s.r.cues.Is(next, "compoundhead")
}

// nominal reports whether a verb form is used as a noun: "the challenge", "its
// request", "a record fine of".
func (s *sentence) nominal(m pattern.Match) bool {
	if first := m.Lo == 0 || s.tokens[m.Lo-1].Kind == pattern.Punct && s.text(s.tokens[m.Lo-1]) != ","; first && m.Hi-m.Lo == 1 && m.Hi < len(s.tokens) && s.r.cues.Is(s.tokens[m.Hi], "upon") && s.tokens[m.Lo].Kind == pattern.Word && !s.past(s.tokens[m.Lo]) {
		return true // "Ban on plastic straws takes effect"
	}
	if m.Lo == 0 || m.Hi-m.Lo > 1 || s.tokens[m.Lo].Kind == pattern.Han || s.past(s.tokens[m.Lo]) {
		return false
	}
	if s.enumerated(m.Lo) || s.plainForm(m) {
		return true
	}
	if s.r.cues.Is(s.tokens[m.Lo-1], "authority") && strings.HasSuffix(s.text(s.tokens[m.Lo]), "s") {
		return false // "the government bans"
	}
	for j := m.Lo - 1; j >= 0 && j >= m.Lo-3; j-- {
		switch t := s.tokens[j]; {
		case s.r.cues.Is(t, "determiner") || s.text(t) == "s" && t.Gap == pattern.Glued:
			return true
		case t.Kind != pattern.Word || t.Upper || s.r.cues.Is(t, "passive") || s.r.cues.Is(t, "infinitive") || s.r.cues.Is(t, "future"):
			return false
		}
	}
	return false
}

// plainForm reports whether a word that is verb and noun is the noun: it stands
// behind a name or a noun, without an ending, and "on", "of" or "against" follows:
// "the Act's ban on imports".
func (s *sentence) plainForm(m pattern.Match) bool {
	w, before := s.text(s.tokens[m.Lo]), s.tokens[m.Lo-1]
	return m.Hi < len(s.tokens) && s.r.cues.Is(s.tokens[m.Hi], "upon") && !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ing") && before.Kind == pattern.Word &&
		(before.Upper && s.inName(before.Start) || s.r.cues.Is(before, "instrument")) && !strings.HasSuffix(s.text(before), "s")
}

// enumerated reports whether a word stands in a list of nouns: "shops, bars, and".
func (s *sentence) enumerated(i int) bool {
	between := func(j int) bool {
		return j >= 0 && j < len(s.tokens) && (s.breaks(s.tokens[j]) == 2 || s.r.cues.Is(s.tokens[j], "and"))
	}
	return strings.HasSuffix(s.text(s.tokens[i]), "s") && between(i-1) && between(i+1) && !s.opaque[i-1]
}

// attributive reports whether a verb only describes the noun behind it: "publishes
// revised measures", 被要求下架的应用.
func (s *sentence) attributive(m pattern.Match) bool {
	if s.tokens[m.Lo].Kind == pattern.Word {
		return m.Lo > 0 && m.Hi-m.Lo == 1 && s.past(s.tokens[m.Lo]) && !s.r.cues.Is(s.tokens[m.Lo], "irregularpast") &&
			(s.r.cues.Is(s.tokens[m.Lo-1], "determiner") || len(s.cues) > 0 && s.cues[len(s.cues)-1].hi == m.Lo && !s.cues[len(s.cues)-1].Noun)
	}
	i := m.Hi
	for i < len(s.tokens) && i < m.Hi+2 && s.r.cues.Is(s.tokens[i], "aspect") {
		i++
	}
	return i < len(s.tokens) && s.tokens[m.Lo].Kind == pattern.Han && s.text(s.tokens[i]) == "的"
}

// negated reports whether one of the three words before a cue denies it; before
// the noun that a denied verb is about there may be more.
func (s *sentence) negated(i int, noun bool) bool {
	reach := 3
	if noun {
		reach = 8
	}
	for j := i - 1; j >= 0 && j >= i-reach; j-- {
		t := s.tokens[j]
		if s.r.cues.Is(t, "negation") || j > 0 && t.Kind == pattern.Han && s.r.cues.Closes(s.tokens[j-1:j+1], "negation") {
			return true
		}
		if t.Kind == pattern.Punct && s.text(t) != "’" && s.text(t) != "'" {
			return false
		}
	}
	return false
}

// passive reports whether the verb of a cue is done to its subject.
func (s *sentence) passive(c cue) bool {
	if c.Noun {
		return false
	}
	verb := c.lo
	if c.governor >= 0 {
		verb = c.governor
	}
	if n := len(s.cues); n > 0 && s.cues[n-1].passive && c.lo > 0 && s.r.cues.Is(s.tokens[c.lo-1], "and") {
		return true // "signed in 1998 and renewed for ten years"
	}
	for j := verb - 1; j >= 0 && j >= verb-3; j-- {
		if s.tokens[j].Kind == pattern.Punct {
			break
		}
		if s.r.cues.Is(s.tokens[j], "passive") {
			return true
		}
		if c.governor < 0 && strings.EqualFold(s.text(s.tokens[j]), "to") {
			return false // "is to adopt"
		}
	}
	if c.hi >= len(s.tokens) || c.hi-c.lo > 1 || !s.past(s.tokens[c.lo]) || s.r.cues.Is(s.tokens[c.lo], "saying") {
		return false
	}
	if c.lo > 0 && s.inActor(s.tokens[c.lo-1].Start) {
		return false // "a ruling that the Council of State upheld in May"
	}
	// "an agreement signed in 1998", "an essay published by the institute"
	next := s.tokens[c.hi]
	return c.lo > 0 && (s.r.cues.Is(next, "at") || s.r.cues.Is(next, "by") || s.insideMention(next.Start))
}

// counted reports whether what a cue tells of is only counted: "the number of fines it
// had issued", "published fewer decisions than before".
func (s *sentence) counted(m pattern.Match) bool {
	if m.Hi < len(s.tokens) && s.r.cues.Is(s.tokens[m.Hi], "comparative") {
		return true
	}
	return m.Lo > 1 && strings.EqualFold(s.text(s.tokens[m.Lo-1]), "of") && s.r.cues.Is(s.tokens[m.Lo-2], "count")
}

// inActor reports whether a byte lies in the name of one who acts.
func (s *sentence) inActor(offset int) bool {
	return slices.ContainsFunc(s.names, func(n lexicon.Match) bool {
		return offset >= n.Start && offset < n.End && (regulatory(n.Entity.Type) || n.Entity.Type == lexicon.Company)
	})
}

// governor returns the verb of ordering or beginning that a cue completes with
// "to": "was ordered to remove", "told stores to take down". The act is then the
// cue's, and it is done as far as the order is.
func (s *sentence) governor(c cue) int {
	if c.Noun || c.lo == 0 || !strings.EqualFold(s.text(s.tokens[c.lo-1]), "to") {
		return -1
	}
	for j := c.lo - 2; j >= 0 && j >= c.lo-9; j-- {
		t := s.tokens[j]
		if s.r.cues.Is(t, "order") || s.r.cues.Is(t, "tell") {
			return j
		}
		if t.Kind == pattern.Punct && s.breaks(t) >= 2 {
			break
		}
	}
	return -1
}
