package timeline

import (
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// hanActors takes from a Chinese sentence who acted and upon whom. A sentence there
// is a chain of clauses, each with actors of its own: those that stand nearest before
// the verb act, and not everybody who was named before.
func (s *sentence) hanActors(e *Event, c cue) {
	for _, n := range s.nearestGroup(c.start, func(n *lexicon.Match) bool { return regulatory(n.Entity.Type) && !s.toward(n) }) {
		e.Authorities = appendNew(e.Authorities, n.Entity.Name)
	}
	if e.Kind.Track() != Enforcement {
		return
	}
	company := func(n *lexicon.Match) bool { return n.Entity.Type == lexicon.Company }
	lo, hi := s.hanPart(c)
	for i := range s.names {
		if n := &s.names[i]; company(n) && n.Start >= lo && n.End <= hi {
			e.Targets = appendNew(e.Targets, n.Entity.Name)
		}
	}
	if part := s.tokens[s.tokenAt(lo):s.tokenAt(hi)]; len(e.Targets) == 0 && !s.r.cues.Contains(part, "toward") {
		for _, n := range s.nearestGroup(lo, company) {
			e.Targets = appendNew(e.Targets, n.Entity.Name)
		}
	}
}

// nearestGroup returns the last names of a sort before an offset that stand on one
// list: "市场监管总局、工信部等部门".
func (s *sentence) nearestGroup(before int, sort func(*lexicon.Match) bool) []*lexicon.Match {
	var group []*lexicon.Match
	for i := range s.names {
		n := &s.names[i]
		if n.End > before || !sort(n) {
			continue
		}
		if len(group) > 0 && !s.onOneList(group[len(group)-1].End, n.Start) {
			group = group[:0]
		}
		group = append(group, n)
	}
	return group
}

// onOneList reports whether only marks and words of a list stand between two names.
func (s *sentence) onOneList(from, to int) bool {
	for i := s.tokenAt(from); i < len(s.tokens) && s.tokens[i].Start < to; i++ {
		switch t := s.tokens[i]; {
		case t.Kind == pattern.Punct && s.breaks(t) <= 2, s.r.cues.Is(t, "listword"):
		default:
			return false
		}
	}
	return true
}
