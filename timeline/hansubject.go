package timeline

import (
	"strings"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// subject returns what stands for the subject of a cue whose own part has none: the
// instrument of an act on one, the noun with which an earlier part begins, the nearest
// first, or the last name before.
func (s *sentence) subject(c cue, lo int) string {
	if family(c.kind) == "force" || c.kind.Track() == Instrument {
		if n := s.instrumentBefore(lo); n != nil {
			return s.titled(n)
		}
	}
	for i := s.tokenAt(lo) - 1; i >= 0; i-- {
		if i > 0 && !s.parts(s.tokens[i-1]) && !s.opaque[i-1] && !s.spaced(i) || s.opaque[i] {
			continue
		}
		if end := s.nounEnd(i); end > 0 && s.tokens[end-1].End <= lo {
			return s.r.doc.Text[s.tokens[i].Start:s.tokens[end-1].End]
		}
	}
	if n := s.nameBefore(lo); n != nil {
		return s.titled(n)
	}
	return ""
}

// instrumentBefore returns the instrument that a later part of the sentence is about:
// the one of the document's title, else the last before an offset that is not only
// what the act rests on (根据《…》).
func (s *sentence) instrumentBefore(offset int) *lexicon.Match {
	var last *lexicon.Match
	for i := range s.names {
		n := &s.names[i]
		if n.End > offset || n.Entity.Type != lexicon.Instrument {
			continue
		}
		if strings.Contains(s.r.doc.Title, s.r.doc.Text[n.Start:n.End]) {
			return n
		}
		if at := s.tokenAt(n.Start); last == nil || !s.r.cues.Contains(s.tokens[max(0, at-4):at], "restson") {
			last = n
		}
	}
	return last
}

// undergoes reports whether the part that begins at an offset begins with 被 or 向:
// the name behind it is not its subject.
func (s *sentence) undergoes(lo int, c cue) bool {
	i := s.tokenAt(lo)
	for i < c.lo && (s.opaque[i] || s.r.cues.Is(s.tokens[i], "at")) {
		i++
	}
	return i < c.lo && (s.r.cues.Is(s.tokens[i], "passive") || s.r.cues.Is(s.tokens[i], "toward"))
}

// ownSubject reports whether a part that begins at token i begins with a noun
// before a word that only a predicate has.
func (s *sentence) ownSubject(i, to int) bool {
	for i < to && s.opaque[i] {
		i++
	}
	end := s.nounEnd(i)
	return end > 0 && end < to
}

// nounEnd returns where the noun that begins at token i ends: at a word that comes
// between a subject and its verb, such as 于, 因, 已 or 被. It is 0 where none does, or
// where the words begin with one that leads no subject.
func (s *sentence) nounEnd(i int) int {
	if i >= len(s.tokens) || s.tokens[i].Kind != pattern.Han || s.cueAt(i) || s.r.cues.Opens(s.tokens[i:], "nosubject") {
		return 0
	}
	numbers := s.text(s.tokens[i]) == "第"
	for j := i + 1; j < len(s.tokens) && j-i <= maxHanSubject; j++ {
		switch {
		case numbers && s.r.cues.Is(s.tokens[j], "division"):
			return 0 // 第四条　… is the label of a provision
		case s.opaque[j], s.r.cues.Opens(s.tokens[j:], "predicate") && !s.r.cues.Opens(s.tokens[j:], "nopredicate") && !s.inName(s.tokens[j].Start), s.cueAt(j):
			if j-i < 2 || j-i > 8 && s.cueAt(j) {
				return 0 // the longer it is, the likelier it is a verb with its object
			}
			return j
		case s.text(s.tokens[j]) == "（" && s.r.cues.Opens(s.tokens[j+1:], "shortform"):
			return j // 某某公司（以下简称某某）因…
		case s.tokens[j].Kind == pattern.Punct && s.breaks(s.tokens[j]) != 1:
			return 0
		}
	}
	return 0
}

// titled returns the words of a name with the marks of a title around them.
func (s *sentence) titled(n *lexicon.Match) string {
	text := s.r.doc.Text
	if strings.HasSuffix(text[:n.Start], "《") && strings.HasPrefix(text[n.End:], "》") {
		return text[n.Start-len("《") : n.End+len("》")]
	}
	return text[n.Start:n.End]
}

// issued puts the issuer of a notice for what it calls itself: "本局", "本院".
func (s *sentence) issued(name string) string {
	for _, w := range s.r.performed {
		if strings.HasPrefix(name, w) && strings.ContainsRune("现現", firstRune(w)) {
			name = name[len("现"):]
			break
		}
	}
	f := s.r.footBehind(s.end)
	if f == nil || f.line == "" {
		return name
	}
	for _, w := range s.r.issuerNames {
		if rest, ok := strings.CutPrefix(name, w); ok {
			return f.line + rest
		}
	}
	return name
}
