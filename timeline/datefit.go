package timeline

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

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
