package timeline

import (
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// private reports whether it is a company that does the act, or those who own or
// run one, and the act one that they do too (announce, publish, sign, approve …):
// then it is no regulation.
func (s *sentence) private(c cue, e Event) bool {
	if !doneInPrivate(c) || s.r.cues.Is(s.tokens[c.lo], "receive") || s.r.cues.Is(s.tokens[c.lo], "recall") || e.Kind.Track() == Context || len(e.Authorities) > 0 {
		return false
	}
	if c.passive {
		return s.privateAgent(c)
	}
	if subject := s.nameBefore(c.start); subject != nil {
		return subject.Entity.Type == lexicon.Company && !s.toward(subject)
	}
	return s.privateSubject(c)
}

// doneInPrivate reports whether an act can be one of a company. To sue and to settle
// are its steps in a proceeding, whoever takes them.
func doneInPrivate(c cue) bool {
	switch c.kind {
	case "challenge", "settlement":
		return false
	case "order", "warning", "plan", "approval", "adoption":
		return true
	}
	return len(c.Needs)+len(c.By) > 0
}

// subjectReach is how many tokens before a verb its subject is looked for.
const subjectReach = 6

// privateSubject reports whether a common noun for a company or its people stands
// before a verb, and none for an authority: "holders of the group approved".
func (s *sentence) privateSubject(c cue) bool {
	found := false
	for i := s.verbGroup(c) - 1; i >= 0 && i >= s.verbGroup(c)-subjectReach && s.breaks(s.tokens[i]) < 2 && !s.cueAt(i); i-- {
		if s.r.cues.Is(s.tokens[i], "authority") || s.r.cues.Is(s.tokens[i], "and") {
			return false
		}
		found = found || s.isPrivate(i)
	}
	return found
}

// privateAgent reports whether such a noun stands behind "by".
func (s *sentence) privateAgent(c cue) bool {
	for i := c.hi; i+1 < len(s.tokens) && i < c.hi+2; i++ {
		if s.r.cues.Is(s.tokens[i], "agent") {
			i++
			for i < len(s.tokens) && s.r.cues.Is(s.tokens[i], "article") {
				i++
			}
			return i < len(s.tokens) && s.isPrivate(i)
		}
	}
	return false
}

func (s *sentence) isPrivate(i int) bool {
	return s.r.cues.Is(s.tokens[i], "firm") || s.r.cues.Is(s.tokens[i], "privateactor")
}

// onlySays reports whether a cue only tells on whose word its sentence is told,
// which is no act: "…, the ministry said on Monday", "police said that …".
func (s *sentence) onlySays(c cue) bool {
	if c.kind != "statement" || c.hi-c.lo > 1 || !s.r.cues.Is(s.tokens[c.lo], "saying") {
		return false
	}
	return c.lo > 0 && s.r.cues.Is(s.tokens[c.lo-1], "spokesperson") || s.saidBefore(c)
}

// saidBefore reports whether a sentence ends with who said it and when: nothing but
// dates and small words stand behind the verb, and more than the speaker before it.
func (s *sentence) saidBefore(c cue) bool {
	for i := c.hi; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if !s.opaque[i] && t.Kind != pattern.Punct && !s.leadsDate(i) && !s.r.cues.Is(t, "article") {
			return false
		}
	}
	return s.tailClause(c)
}

// toward reports whether a preposition makes a name that of somebody to whom
// something is done: "against Google", 向阿里巴巴.
func (s *sentence) toward(n *lexicon.Match) bool {
	i := s.tokenAt(n.Start)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "article") {
		i--
	}
	return i > 0 && s.r.cues.Is(s.tokens[i-1], "toward")
}
