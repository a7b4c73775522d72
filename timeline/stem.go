package timeline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// Acts are drafted in lists: a stem such as "These Regulations come into force—"
// says for all its points what happens, and each point when.

// stem is what the points of a list complete.
type stem struct {
	s    *sentence
	must bool // it says that something must be done: "each agency shall:"
}

// remembersStem keeps a sentence that ends with a mark which opens a list, and
// lets go of it where what follows is no point of one.
func (r *reader) remembersStem(s *sentence) {
	text := strings.TrimRight(r.doc.Text[s.start:s.end], " \t\r\n")
	switch {
	case s.block.Kind == source.Heading:
		r.stem = stem{}
	case strings.HasSuffix(text, ":") || strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–"):
		if lo := s.lastClause(); r.stem.s == nil || !s.isPoint() {
			r.stem = stem{s: s, must: r.cues.Contains(s.tokens[lo:], "must")}
		}
	case !s.isPoint():
		r.stem = stem{}
	}
}

// lastClause returns the token with which the last clause of a sentence begins.
func (s *sentence) lastClause() int {
	lo := max(len(s.tokens)-1, 0)
	for lo > 0 && s.breaks(s.tokens[lo-1]) < 5 {
		lo--
	}
	return lo
}

// isPoint reports whether a sentence reads on from a stem: it begins in lower case
// or stands in an item of a list.
func (s *sentence) isPoint() bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.r.doc.Text[s.start:s.end], "([0123456789.)] \t"))
	return unicode.IsLower(r) || s.block.Kind == source.ListItem
}

// completeStem gives a point with a date and no act of its own the act of its stem.
func (s *sentence) completeStem() {
	if s.r.stem.s == nil || len(s.cues) > 0 || len(s.mentions) != 1 || !s.isPoint() {
		return
	}
	i := s.tokenAt(s.mentions[0].Start)
	if i == 0 || !s.r.cues.Is(s.tokens[i-1], "at") && !s.r.cues.Is(s.tokens[i-1], "by") {
		return
	}
	for k := len(s.r.stem.s.cues) - 1; k >= 0; k-- {
		c := s.r.stem.s.cues[k]
		if c.Noun || c.kind.Track() != Instrument || !lasting[c.kind] {
			continue
		}
		c.lo, c.hi, c.start, c.end = i-1, i, s.tokens[i-1].Start, s.tokens[i-1].End
		c.ID, c.implied, c.governor = stemRule, true, -1
		s.cues = append(s.cues, c)
		return
	}
}

// stemRule names the rule by which a point has the act of its stem.
const stemRule = "stem"

// stemName is the name of an event of a point: what the stem says, and the point.
func (s *sentence) stemName(m *dates.Mention) string {
	from := s.r.stem.s
	lo := from.tokens[from.lastClause()].Start
	head := from.tidy(lo, from.end, nil)
	return shorten(strings.TrimRight(head, " :—–-")+" "+lowerFirst(s.tidy(s.start, s.end, m)), maxName)
}

// obligedByStem reports whether the stem above a point says that it must be done.
func (s *sentence) obligedByStem() bool { return s.r.stem.s != nil && s.r.stem.must && s.isPoint() }
