package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

const (
	maxHanName    = 45 // the length, in characters, beyond which a Chinese name is made shorter
	maxHanSubject = 20 // and that of the longest noun taken for a subject
)

// hanName makes a name of Chinese text: the part between marks that holds the
// cue, with the subject from an earlier part where it has none of its own.
func (s *sentence) hanName(c cue, m *dates.Mention) string {
	lo, hi := s.hanPart(c)
	from := s.beforeTitle(c, lo)
	if title := s.titleBehind(c); title > 0 {
		hi = title // 审议通过的《…》业经…: what follows the title is another act
	}
	name := s.tidy(from, hi, m)
	if from == lo && (s.undergoes(lo, c) || !s.hasSubject(s.tokenAt(lo), c.lo) && !s.ownSubject(s.tokenAt(lo), c.lo)) {
		name = s.subject(c, lo) + name
	}
	if utf8.RuneCountInString(name) < 4 {
		name = s.tidy(s.start, hi, m) // 生效 alone says nothing
	}
	if name == "" {
		name = s.tidy(s.start, s.end, m) // 民国十七年　迁址上海: the part with the cue is the date alone
	}
	name = s.issued(dropByline(source.Clean(name, 0)))
	if utf8.RuneCountInString(name) <= maxHanName {
		return name
	}
	return s.hanShort(name, c)
}

// hanPart returns the bytes between the marks around a cue.
func (s *sentence) hanPart(c cue) (lo, hi int) {
	lo, hi = s.start, s.end
	depth := 0
	for i, t := range s.tokens {
		if i > 0 && (s.spaced(i) || t.Gap != pattern.Glued && s.r.cues.Opens(s.tokens[i:], "restson")) {
			if i <= c.lo {
				lo = t.Start
			} else {
				return lo, s.tokens[i-1].End
			}
		}
		switch s.text(t) {
		case "（", "(", "《":
			if i > 0 { // what stands in brackets as a whole is no aside
				depth++
			}
		case "）", ")", "》":
			depth = max(0, depth-1)
		}
		switch {
		case depth > 0 || !s.parts(t):
		case i < c.lo:
			lo = t.End
		case i >= c.hi:
			return lo, t.Start
		}
	}
	return lo, hi
}

// spaced reports whether a space, and no line end, parts token i from the Han
// character before it: in Chinese it stands between clauses.
func (s *sentence) spaced(i int) bool {
	a, b := s.tokens[i-1], s.tokens[i]
	return a.Kind == pattern.Han && (b.Kind == pattern.Han || b.Kind == pattern.Number) && b.Gap == pattern.Space && !strings.ContainsAny(s.r.doc.Text[a.End:b.Start], "\n\r")
}

// parts reports whether a mark parts Chinese text into clauses.
func (s *sentence) parts(t pattern.Token) bool {
	switch s.text(t) {
	case "，", "；", "。", "：", ",", ";", ":":
		return !s.insideMention(t.Start)
	}
	return false
}

// titleBehind returns the end of the title that a cue only describes, as in
// 审议通过的《…》, or 0.
func (s *sentence) titleBehind(c cue) int {
	if !c.attributive {
		return 0
	}
	i := c.hi
	for i < len(s.tokens) && (s.r.cues.Is(s.tokens[i], "aspect") || s.text(s.tokens[i]) == "的") {
		i++
	}
	if i == len(s.tokens) || s.text(s.tokens[i]) != "《" {
		return 0
	}
	end := strings.Index(s.r.doc.Text[s.tokens[i].Start:s.end], "》")
	if end < 0 {
		return 0
	}
	return s.tokens[i].Start + end + len("》")
}

// beforeTitle returns where the name of an act begins on a title that another act
// describes: of "…通过的《…》业经…批准" what is approved is the title.
func (s *sentence) beforeTitle(c cue, lo int) int {
	for _, o := range s.cues {
		if o.start < lo || o.hi >= c.lo || c.attributive {
			continue
		}
		if end := s.titleBehind(o); end > 0 && end <= c.start {
			return lo + strings.LastIndex(s.r.doc.Text[lo:end], "《")
		}
	}
	return lo
}
