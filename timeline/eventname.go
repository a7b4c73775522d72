package timeline

import (
	"strings"

	"regtimeline/dates/pattern"
)

// properMeeting returns the name that a meeting has, where a sentence about
// something else only mentions it: "the term is heard more often since the 19th
// Party Congress" tells of the 19th Party Congress. It is "" for any other cue.
func (s *sentence) properMeeting(c cue) string {
	if c.kind != "meeting" || !c.Noun || c.implied || !s.tokens[c.lo].Upper {
		return ""
	}
	i := c.lo
	for i > 0 && s.partOfName(i-1) {
		i--
	}
	if i == c.lo {
		return ""
	}
	j := i
	for j > 0 && s.r.cues.Is(s.tokens[j-1], "article") {
		j--
	}
	if j == 0 || !s.r.cues.Is(s.tokens[j-1], "at") && !s.r.cues.Is(s.tokens[j-1], "infinitive") && !s.r.cues.Is(s.tokens[j-1], "subordinate") {
		return ""
	}
	return s.tidy(s.tokens[i].Start, s.tokens[c.hi-1].End, nil)
}

// partOfName reports whether a token can belong to a name that goes on behind it: a
// word with a capital letter or an ordinal in figures ("19th").
func (s *sentence) partOfName(i int) bool {
	t := s.tokens[i]
	if s.opaque[i] {
		return false
	}
	w := s.text(t)
	return t.Kind == pattern.Word && t.Upper || strings.HasSuffix(w, "th") && w[0] >= '0' && w[0] <= '9'
}
