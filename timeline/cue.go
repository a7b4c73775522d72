package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// cue is a place where the text says what sort of act it tells of.
type cue struct {
	lexicon.CueRule
	kind        Kind
	lo, hi      int // tokens of the sentence
	start, end  int // bytes
	passive     bool
	attributive bool // it only describes the noun behind it
	implied     bool // no word says it but the form of the text
	governor    int  // token of the verb that the cue completes ("ordered … to remove"), or -1
}

// noCue is the action of rules for words that only look like a cue: "上市许可持有人".
const noCue = "none"

// findCues matches the cue patterns from left to right. A cue inside the name of
// an instrument ("Order 14028") or a date is none.
func (s *sentence) findCues() {
	for i := 0; i < len(s.tokens); {
		m, ok := s.r.cues.Match(s.tokens, i, s.holds)
		if !ok {
			i++
			continue
		}
		m = s.withoutContext(m)
		if lexicon.RuleOf(m.Rule).Kind == noCue {
			i = m.Hi
			continue
		}
		c := cue{CueRule: *lexicon.RuleOf(m.Rule), lo: m.Lo, hi: m.Hi, start: s.tokens[m.Lo].Start, end: s.tokens[m.Hi-1].End}
		c.kind = Kind(c.Kind)
		c.attributive = s.attributive(m)
		c.Noun = c.Noun || s.nominal(m) || c.attributive
		c.governor = s.governor(c)
		c.passive = s.passive(c)
		s.refine(&c)
		s.dropGoverning(c)
		s.cues = append(s.cues, c)
		i = m.Hi
	}
}

// withoutContext narrows a match to what its rule marks as the cue itself.
func (s *sentence) withoutContext(m pattern.Match) pattern.Match {
	if p, ok := s.r.cues.Parts(s.r.doc.Text, s.tokens, m, nil); ok {
		m.Lo, m.Hi = p.Lo, p.Hi
	}
	return m
}

// dropGoverning takes away the order that a cue completes, which is no act apart.
func (s *sentence) dropGoverning(c cue) {
	if n := len(s.cues); n > 0 && c.governor >= 0 && s.cues[n-1].lo == c.governor && s.cues[n-1].kind == "order" {
		s.cues = s.cues[:n-1]
	}
}

// holds reports whether a matched cue counts: it is not denied, does not stand
// inside a name, and the sentence names what the cue needs.
func (s *sentence) holds(m pattern.Match) bool {
	m = s.withoutContext(m)
	rule := lexicon.RuleOf(m.Rule)
	if rule.Kind == noCue {
		return true
	}
	if s.negated(m.Lo, rule.Noun || s.nominal(m)) || s.inName(s.tokens[m.Lo].Start) || s.opaque[m.Lo] || (rule.Noun || m.Lo == 0) && s.inCompound(m) {
		return false
	}
	if s.counted(m) {
		return false
	}
	if Kind(rule.Kind).Track() == Policy && (m.Lo > 0 && s.r.cues.Is(s.tokens[m.Lo-1], "writer") || m.Hi < len(s.tokens) && s.r.cues.Is(s.tokens[m.Hi], "reader")) {
		return false // "we reported that": the act is what was reported
	}
	if rule.Dates && !s.dateAt(m.Hi) || rule.Dated && (m.Lo == 0 || !s.opaque[m.Lo-1]) {
		return false
	}
	if len(rule.By) > 0 && !s.doneBy(m, rule.By) {
		return false
	}
	if slices.Contains(rule.Needs, "authority") && Kind(rule.Kind).Track() == Enforcement && (s.goesOn() || s.doneToSubject(m)) {
		return true
	}
	if slices.Contains(rule.Needs, "instrument") && s.r.ruledAt > 0 && s.r.count-s.r.ruledAt < 2 && m.Lo > 0 && m.Lo <= 4 && s.r.cues.Is(s.tokens[0], "thingpronoun") {
		return true // "They were published in May", of rules
	}
	if s.continues(m) || s.headedBy(rule) {
		return true
	}
	return len(rule.Needs) == 0 || slices.ContainsFunc(rule.Needs, s.has) || rule.Object && s.objectOf(m.Lo, m.Hi, false) != ""
}

// dateAt reports whether a date begins with token i.
func (s *sentence) dateAt(i int) bool {
	return i < len(s.tokens) && slices.ContainsFunc(s.mentions, func(m dates.Mention) bool { return m.Start == s.tokens[i].Start })
}
