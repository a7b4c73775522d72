package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

// A news item begins with where and when it was written and who sent it: "GENEVA, May 3
// (Reuters) - The regulator …". That is no part of what it tells, and its date is that
// of the act only where the sentence has no other.

// datelineReach is how many tokens a place or the name of an agency has at most.
const datelineReach = 6

// dropDateline begins the telling of a sentence behind its dateline.
func (s *sentence) dropDateline() {
	if s.block.Kind != source.Paragraph || s.start != s.block.Start || len(s.mentions) == 0 {
		return
	}
	m := s.mentions[0]
	at := s.tokenAt(m.Start)
	if at > datelineReach || !s.placeBefore(at) {
		return
	}
	next := s.behindAgency(s.tokenAt(m.End))
	if at == 0 && next == s.tokenAt(m.End) {
		return // "2 July – …" is an entry of a chronology
	}
	end := next
	for end < len(s.tokens) && s.isDash(end) {
		end++
	}
	if end == next || end == len(s.tokens) {
		return
	}
	s.said = s.tokens[end].Start
	if datesAct(s.mentions[1:]) {
		s.mentions = s.mentions[1:]
	}
}

// placeBefore reports whether all tokens before token i are those of a place: words
// with a capital letter, and commas.
func (s *sentence) placeBefore(i int) bool {
	for _, t := range s.tokens[:i] {
		if t.Kind != pattern.Word || !t.Upper {
			if w := s.text(t); w != "," && w != "." && w != "/" {
				return false
			}
		}
	}
	return true
}

// behindAgency returns the token behind the name of an agency in brackets or between
// strokes that begins with token i, or i.
func (s *sentence) behindAgency(i int) int {
	closing := ""
	if i < len(s.tokens) {
		switch s.text(s.tokens[i]) {
		case "(":
			closing = ")"
		case "/":
			closing = "/"
		}
	}
	for j := i + 1; closing != "" && j < len(s.tokens) && j <= i+datelineReach; j++ {
		if s.text(s.tokens[j]) == closing {
			return j + 1
		}
	}
	return i
}

func (s *sentence) isDash(i int) bool {
	switch s.text(s.tokens[i]) {
	case "-", "–", "—":
		return true
	}
	return false
}

// datesAct reports whether one of some dates is exact enough to be that of an act in
// the news.
func datesAct(ms []dates.Mention) bool {
	return slices.ContainsFunc(ms, func(m dates.Mention) bool {
		return m.Date.Precision() == dates.PrecisionDay && !m.Date.Open
	})
}
