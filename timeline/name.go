package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

// maxName is the length, in runes, beyond which a name is cut at a word.
const maxName = 90

// name makes the one line that stands for an event: the clause of the cue, with
// its subject, without date words, attribution and marks of notes.
func (s *sentence) name(c cue, m *dates.Mention) string {
	switch c.ID {
	case "signature":
		return shorten(s.r.title, maxName)
	case stemRule:
		return s.stemName(m)
	}
	if m != nil && s.limits(*m) && s.obligedByStem() {
		return s.stemName(m)
	}
	if m != nil && s.labelled(c, *m) {
		return s.tidy(c.start, c.end, nil)
	}
	if m != nil && s.limits(*m) && s.leadsDuty(*m) && s.duty(c, *m) < len(s.tokens) {
		return s.dutyName(c, m)
	}
	if s.block.Kind == source.Heading || s.block.Kind == source.TableCell {
		return s.tidy(s.start, s.end, m)
	}
	if s.block.Kind == source.TableRow {
		return s.rowName(c, m)
	}
	if s.tokens[min(c.lo, len(s.tokens)-1)].Kind == pattern.Han {
		return s.hanName(c, m)
	}
	if name := s.properMeeting(c); name != "" {
		return name
	}
	if name := s.tidy(s.said, s.end, m); len(s.mentions) <= 1 && utf8.RuneCountInString(name) <= maxName {
		return name
	}
	hi := s.clauseEnd(c)
	act := source.Clean(s.r.doc.Text[c.start:c.end], 0)
	if from, to, ok := s.participle(c); ok {
		if m != nil && m.Start >= c.end && m.Start-c.end < 40 && !s.agentBehind(m) {
			hi = min(hi, m.End) // "Data Security Law enacted in June requires companies"
		}
		return shortenBehind(s.tidy(from, to, nil)+" "+lowerFirst(s.tidy(c.start, hi, m)), act, maxName)
	}
	lo, subject := s.clauseStart(c)
	if subject == "" {
		if who, from := s.coordinated(c, lo); who != "" {
			lo, subject = from, who
		}
	}
	name := s.tidy(lo, hi, m)
	if rest, ok := s.afterPronoun(name); ok && subject == "" {
		if thing := s.firstThing(c); thing != "" {
			return s.fit("The "+thing+" "+rest, act)
		}
	}
	if subject == "" && strings.Count(name, " ") < 3 {
		name = s.tidy(s.said, s.end, m) // "By decision" alone says nothing
	}
	if subject != "" {
		name = subject + " " + lowerFirst(name)
	}
	return s.fit(name, act)
}

// afterPronoun returns what a name says of an "it" or "they" with which it begins.
func (s *sentence) afterPronoun(name string) (string, bool) {
	first, rest, _ := strings.Cut(name, " ")
	return rest, s.r.cues.Known("thingpronoun", first) && strings.Contains(rest, " ")
}

// firstThing returns the noun for an instrument with which a sentence begins, and which
// an "it" behind a mark stands for: "A motion … called on ministers; it was defeated".
func (s *sentence) firstThing(c cue) string {
	for i := 1; i < c.lo && i < 4; i++ {
		if s.r.cues.Is(s.tokens[i], "instrument") && s.r.cues.Is(s.tokens[i-1], "article") {
			return s.text(s.tokens[i])
		}
	}
	return ""
}

// labelled reports whether a cue is one of several labels of dates in a line:
// "Argued: March 20, 2017    Decided: May 15, 2017".
func (s *sentence) labelled(c cue, m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	if c.implied || c.hi > i || i-c.hi > 2 || len(s.mentions) < 2 || c.lo > 0 && !s.opaque[c.lo-1] {
		return false
	}
	for _, t := range s.tokens[c.hi:i] {
		if t.Kind == pattern.Word && !t.Upper {
			return false
		}
	}
	return true
}

// leadsDuty reports whether a time limit opens its sentence or the point of a list.
func (s *sentence) leadsDuty(m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "datethan") {
		i--
	}
	if s.r.cues.Contains(s.tokens[:i], "must") {
		return false // "The Secretary shall, within 60 days, …"
	}
	return s.opens(m) || i > 0 && s.tokens[i-1].Kind == pattern.Punct && s.text(s.tokens[i-1]) != ","
}

// dutyName names what must be done within a time that opens the sentence: "Within
// 60 days of the date of this order, the Secretary, in consultation with …, shall
// publish" is "The Secretary shall publish". An insertion is left out where the
// name would be too long with it.
func (s *sentence) dutyName(c cue, m *dates.Mention) string {
	c.lo = s.duty(c, *m)
	c.hi = min(c.lo+2, len(s.tokens))
	c.start, c.end = s.tokens[c.lo].Start, s.tokens[c.hi-1].End
	lo := s.tokenAt(m.End)
	if s.text(s.tokens[lo]) == "of" { // this Act
		for lo < c.lo && s.breaks(s.tokens[lo]) < 2 {
			lo++
		}
	}
	for lo < c.lo && s.tokens[lo].Kind == pattern.Punct {
		lo++
	}
	name := s.tidy(s.tokens[lo].Start, s.clauseEnd(c), nil)
	if head, rest, ok := strings.Cut(name, ", "); ok && utf8.RuneCountInString(name) > maxName {
		for _, modal := range []string{", shall ", ", must ", ", is to ", ", are to "} {
			if _, act, ok := strings.Cut(", "+rest, modal); ok {
				name = head + strings.TrimPrefix(modal, ",") + act
				break
			}
		}
	}
	return shortenBehind(name, source.Clean(s.r.doc.Text[c.start:c.end], 0), maxName)
}

// duty returns the token behind a time limit that says that something must be done,
// or of the act itself; the number of tokens where neither stands there.
func (s *sentence) duty(c cue, m dates.Mention) int {
	for i := s.tokenAt(m.End); i < len(s.tokens); i++ {
		if s.r.cues.Is(s.tokens[i], "must") || i == c.lo {
			return i
		}
	}
	return len(s.tokens)
}

// agentBehind reports whether the words behind a date say by whom the act was done.
func (s *sentence) agentBehind(m *dates.Mention) bool {
	j := s.tokenAt(m.End)
	return j < len(s.tokens) && s.r.cues.Is(s.tokens[j], "agent")
}

// coordinated returns the subject of a verb that "and" joins to another one with a
// date of its own, and where the verb's own words begin: "The Act was passed in May
// and came into force in June" is "The Act" and "came …".
func (s *sentence) coordinated(c cue, lo int) (subject string, from int) {
	at := s.verbGroup(c)
	if at == 0 || !s.r.cues.Is(s.tokens[at-1], "and") && !(s.breaks(s.tokens[at-1]) >= 2 && family(c.kind) == "force") {
		return "", 0
	}
	for _, o := range s.cues {
		if o.Noun || o.start < lo || o.hi >= at || !s.datesBetween(o.hi, at) {
			continue
		}
		if first := s.verbGroup(o); first > 0 && s.tokens[first-1].End > lo {
			return s.tidy(lo, s.tokens[first-1].End, nil), s.tokens[at].Start
		}
	}
	return "", 0
}

// verbGroup returns the token with which the verb of a cue begins, its auxiliaries
// and adverbs included.
func (s *sentence) verbGroup(c cue) int {
	i := c.lo
	for i > 0 && (s.r.cues.Is(s.tokens[i-1], "passive") || s.r.cues.Is(s.tokens[i-1], "have") || s.r.cues.Is(s.tokens[i-1], "future") || strings.HasSuffix(s.text(s.tokens[i-1]), "ly")) {
		i--
	}
	return i
}

// datesBetween reports whether a date stands among tokens [lo, hi).
func (s *sentence) datesBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.opaque[i] {
			return true
		}
	}
	return false
}

// participle returns the bytes of the noun phrase that a participle belongs to:
// "an agreement signed in 1998 and renewed in 2004" is the agreement for both.
func (s *sentence) participle(c cue) (from, to int, ok bool) {
	if !c.passive || c.Noun || c.governor >= 0 || c.lo == 0 {
		return 0, 0, false
	}
	i := c.lo - 1
	for i > 0 && strings.HasSuffix(s.text(s.tokens[i]), "ly") {
		i--
	}
	if s.r.cues.Is(s.tokens[i], "passive") {
		return 0, 0, false
	}
	if i > 0 && s.breaks(s.tokens[i]) == 2 {
		i-- // "Those plans, published in December, were found unlawful"
	}
	if s.r.cues.Is(s.tokens[i], "and") {
		for _, o := range s.cues {
			if o.hi <= i && o.passive && o.lo > 0 && o.start < c.start {
				if f, t, ok := s.participle(o); ok {
					return f, t, true
				}
			}
		}
		return 0, 0, false
	}
	j := i
	for j >= 0 && i-j < 8 && s.inNounPhrase(j) {
		j--
	}
	if j == i {
		return 0, 0, false
	}
	return s.tokens[j+1].Start, s.tokens[i].End, true
}

// inNounPhrase reports whether a token can be part of the noun phrase before a
// participle: a word that is no article, preposition or verb, or "&".
func (s *sentence) inNounPhrase(i int) bool {
	t := s.tokens[i]
	if t.Kind == pattern.Punct {
		return s.text(t) == "&" || s.text(t) == "-" || s.text(t) == "’" || s.text(t) == "'"
	}
	for _, class := range []string{"article", "at", "nameglue", "agent", "and", "subordinate", "passive", "have", "infinitive", "preposition"} {
		if s.r.cues.Is(t, class) {
			return false
		}
	}
	return true
}
