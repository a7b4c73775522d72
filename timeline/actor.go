package timeline

import (
	"slices"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// doneBy reports whether one of some classes stands before a verb, so that it can
// be the one that acts, or behind it after "by".
func (s *sentence) doneBy(m pattern.Match, classes []string) bool {
	lo := m.Lo
	for lo > 0 && lo > m.Lo-longClause && s.breaks(s.tokens[lo-1]) < 5 {
		lo--
	}
	tokens := s.tokens[lo:m.Lo]
	if s.auxiliaryBefore(m.Lo) {
		tokens = nil // what stands before a passive verb does not act
	}
	for _, class := range classes {
		if s.r.cues.Contains(tokens, class) {
			return true
		}
		for _, n := range s.names {
			if ofClass(n, class) && (len(tokens) > 0 && n.Start >= s.tokens[lo].Start && n.Start < s.tokens[m.Lo].Start || s.actsBehind(n.Start)) {
				return true
			}
		}
		if class == "authority" && s.pointsToAuthority(lo, m.Lo) {
			return true
		}
	}
	return s.agentAhead(m.Hi, classes)
}

// agentAhead reports whether "by" and one of some classes stand behind a verb that ends
// before token i, perhaps over a date: "certified in 2017 by the U.S. Federal Aviation
// Administration".
func (s *sentence) agentAhead(i int, classes []string) bool {
	for i < len(s.tokens) && (s.opaque[i] || s.r.cues.Is(s.tokens[i], "at")) {
		i++
	}
	if i+1 >= len(s.tokens) || !s.r.cues.Is(s.tokens[i], "agent") {
		return false
	}
	end := min(i+8, len(s.tokens))
	for _, class := range classes {
		if s.r.cues.Contains(s.tokens[i:end], class) || class == "authority" && slices.ContainsFunc(s.names, func(n lexicon.Match) bool {
			return regulatory(n.Entity.Type) && n.Start >= s.tokens[i].Start && n.Start <= s.tokens[end-1].Start
		}) {
			return true
		}
	}
	return false
}

// auxiliaryBefore reports whether a form of "be" makes the verb at token i passive.
func (s *sentence) auxiliaryBefore(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if s.r.cues.Is(s.tokens[j], "passive") {
			return s.past(s.tokens[i])
		}
	}
	return false
}

// actsBehind reports whether a name stands behind "by".
func (s *sentence) actsBehind(offset int) bool {
	i := s.tokenAt(offset)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "article") {
		i--
	}
	return i > 0 && s.r.cues.Is(s.tokens[i-1], "agent")
}

// pointsToAuthority reports whether a pronoun among tokens [lo, hi) can stand for
// an authority that one of the sentences before named.
func (s *sentence) pointsToAuthority(lo, hi int) bool {
	if s.r.count-s.r.actedAt >= 2 || s.r.actedAt == 0 {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.r.cues.Is(s.tokens[i], "subjectpronoun") && !s.r.cues.Is(s.tokens[i+1], "passive") {
			return true // and not "it was expected that"
		}
	}
	return false
}

// doneToSubject reports whether a verb is passive and no agent is named, in a text
// that has just told of an authority: "The drug was granted fast track status".
func (s *sentence) doneToSubject(m pattern.Match) bool {
	if s.r.count-s.r.actedAt >= 2*reach || s.r.actedAt == 0 || !s.past(s.tokens[m.Lo]) || s.block.Kind != source.Paragraph {
		return false
	}
	for j := m.Lo - 1; j >= 0 && j >= m.Lo-3; j-- {
		if s.r.cues.Is(s.tokens[j], "passive") {
			return true
		}
		if s.tokens[j].Kind == pattern.Punct {
			return false
		}
	}
	return false
}

// goesOn reports whether a sentence points back at what one shortly before it told
// of an authority.
func (s *sentence) goesOn() bool {
	return s.r.count-s.r.actedAt < reach && s.r.actedAt > 0 && s.pointsBack(len(s.tokens))
}

// has reports whether the sentence names something of a class: an entity of a
// type, or a word of the data's class.
func (s *sentence) has(need string) bool {
	for _, n := range s.names {
		if ofClass(n, need) {
			return true
		}
	}
	if need == "state" && len(s.r.lexicon.Countries(s.r.doc.Text[s.start:s.end])) > 0 {
		return true
	}
	if need == "instrument" && s.r.cues.Contains(s.tokens, "lawyers") {
		return s.namesRule()
	}
	return s.r.cues.Contains(s.tokens, need)
}

// namesRule reports whether a noun for an instrument stands in the sentence, other
// than in "law firm".
func (s *sentence) namesRule() bool {
	for i, t := range s.tokens {
		if s.r.cues.Is(t, "instrument") && !(i+1 < len(s.tokens) && s.r.cues.Is(s.tokens[i+1], "lawyers")) {
			return true
		}
	}
	return false
}

// ofClass reports whether a name is that of something of a class.
func ofClass(n lexicon.Match, class string) bool {
	return typeClass(n.Entity.Type) == class || class == "authority" && regulatory(n.Entity.Type)
}

func typeClass(t lexicon.Type) string {
	switch t {
	case lexicon.Court, lexicon.Company, lexicon.Instrument:
		return string(t)
	}
	return ""
}

// regulatory reports whether an entity of the type can do a regulatory act.
func regulatory(t lexicon.Type) bool {
	switch t {
	case lexicon.Authority, lexicon.Court, lexicon.Legislature, lexicon.Government, lexicon.Body:
		return true
	}
	return false
}
