package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// maxName is the length, in runes, beyond which a name is cut at a word.
const maxName = 90

// name makes the one line that stands for an event: the clause of the cue, with
// its subject, without date words, attribution and marks of notes.
func (s *sentence) name(c cue, m *dates.Mention) string {
	if c.ID == "signature" {
		return shorten(s.r.doc.Title, maxName)
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
	if name := s.tidy(s.start, s.end, m); len(s.mentions) <= 1 && utf8.RuneCountInString(name) <= maxName {
		return name
	}
	hi := s.clauseEnd(c)
	if from, to, ok := s.participle(c); ok {
		return shorten(s.tidy(from, to, nil)+" "+lowerFirst(s.tidy(c.start, hi, m)), maxName)
	}
	lo, subject := s.clauseStart(c)
	name := s.tidy(lo, hi, m)
	if subject == "" && strings.Count(name, " ") < 2 {
		name = s.tidy(s.start, s.end, m) // "By decision" alone says nothing
	}
	if subject != "" {
		name = subject + " " + lowerFirst(name)
	}
	return shorten(name, maxName)
}

// hanName makes a name of Chinese text: the part between commas that holds the
// cue, with the subject from an earlier part where it has none of its own.
func (s *sentence) hanName(c cue, m *dates.Mention) string {
	lo, hi := s.start, s.end
	for i, t := range s.tokens {
		if i > 0 && s.spaced(i) {
			if i <= c.lo {
				lo = t.Start
			} else {
				hi = s.tokens[i-1].End
				break
			}
		}
		if !s.parts(t) {
			continue
		}
		if i < c.lo {
			lo = t.End
		} else if i >= c.hi {
			hi = t.Start
			break
		}
	}
	name := s.tidy(lo, hi, m)
	if c.lo > 0 && s.hasSubject(s.tokenAt(lo), c.lo) {
		return shorten(name, maxName)
	}
	if n := s.subjectBefore(c, lo); n != nil {
		name = s.r.doc.Text[n.Start:n.End] + name
	}
	return shorten(source.Clean(name, 0), maxName)
}

// spaced reports whether a space, and no line end, parts token i from the Han
// character before it: in Chinese it stands between clauses.
func (s *sentence) spaced(i int) bool {
	a, b := s.tokens[i-1], s.tokens[i]
	return a.Kind == pattern.Han && b.Kind == pattern.Han && b.Gap == pattern.Space && !strings.ContainsAny(s.r.doc.Text[a.End:b.Start], "\n\r")
}

// subjectBefore returns the name before an offset that a cue's clause is about: of
// an act on an instrument the instrument, else who comes last.
func (s *sentence) subjectBefore(c cue, offset int) *lexicon.Match {
	switch c.kind {
	case "entry_into_force", "application", "repeal", "amendment", "publication", "adoption":
		for i := range s.names {
			if n := &s.names[i]; n.End <= offset && n.Entity.Type == lexicon.Instrument {
				return n
			}
		}
	}
	return s.nameBefore(offset)
}

// parts reports whether a mark parts Chinese text into clauses.
func (s *sentence) parts(t pattern.Token) bool {
	switch s.text(t) {
	case "，", "；", "。", "：", ",", ";":
		return !s.insideMention(t.Start)
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

// longClause is how many tokens before its verb a clause is looked for.
const longClause = 80

// clauseStart returns where the clause of a cue begins. Where a relative pronoun
// begins it ("Didi, which was ordered …"), subject is the name that it stands for.
func (s *sentence) clauseStart(c cue) (offset int, subject string) {
	for i := c.lo - 1; i >= 0 && i > c.lo-longClause; i-- {
		t := s.tokens[i]
		switch {
		case s.r.cues.Is(t, "relative") && i > 0 && !s.opaque[i]:
			if n := s.nameBefore(t.Start); n != nil {
				return s.after(i), n.Entity.Name
			}
		case s.inName(t.Start) || s.aside(i+1) || s.listsNames(i):
		case s.r.cues.Is(t, "conjunction") && s.hasSubject(i+1, c.lo):
			return s.after(i), ""
		case t.Kind == pattern.Punct && s.breaks(t) >= 2 && !s.opaque[i] && s.auxiliary(i+1) && !s.afterAside(i):
			if who := s.companiesBefore(t.Start); who != "" {
				return s.after(i), who
			}
		case t.Kind == pattern.Punct && s.breaks(t) >= 2 && s.hasSubject(i+1, c.lo) && !s.opaque[i]:
			return s.after(i), ""
		}
	}
	return s.start, ""
}

// auxiliary reports whether token i is an auxiliary verb, so that the subject
// stands before the mark before it.
func (s *sentence) auxiliary(i int) bool {
	return i < len(s.tokens) && (s.r.cues.Is(s.tokens[i], "passive") || s.r.cues.Is(s.tokens[i], "have") || s.r.cues.Is(s.tokens[i], "future"))
}

// companiesBefore names the companies before a byte offset, at most three.
func (s *sentence) companiesBefore(offset int) string {
	var who []string
	for _, n := range s.names {
		if n.End <= offset && n.Entity.Type == lexicon.Company && len(who) < 3 {
			who = appendNew(who, n.Entity.Name)
		}
	}
	return strings.Join(who, " and ")
}

// inName reports whether a byte lies within a name: the "and" of one joins no
// clauses, and the words of "Draft Order 2021" act on nothing.
func (s *sentence) inName(offset int) bool {
	return slices.ContainsFunc(s.names, func(n lexicon.Match) bool { return offset >= n.Start && offset < n.End })
}

// aside reports whether token i begins an insertion that is no clause: "including …".
func (s *sentence) aside(i int) bool {
	return i < len(s.tokens) && s.r.cues.Is(s.tokens[i], "insertion")
}

// afterAside reports whether the mark at token i ends an insertion that another
// mark opened: "manufacturers, including BMW, are".
func (s *sentence) afterAside(i int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if s.tokens[j].Kind == pattern.Punct && s.breaks(s.tokens[j]) >= 2 {
			return s.aside(j + 1)
		}
	}
	return false
}

// listsNames reports whether the mark or word at token i stands between two names
// of a list: "Alibaba, Tencent, and Didi".
func (s *sentence) listsNames(i int) bool {
	j := i - 1
	for j > 0 && s.breaks(s.tokens[j]) == 2 {
		j--
	}
	k := i + 1
	for k < len(s.tokens) && s.r.cues.Is(s.tokens[k], "and") {
		k++
	}
	return j >= 0 && k < len(s.tokens) && s.inName(s.tokens[j].Start) && s.inName(s.tokens[k].Start)
}

// cueAt reports whether another act begins with token i.
func (s *sentence) cueAt(i int) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.lo == i && !c.Noun })
}

func (s *sentence) after(i int) int {
	if i+1 < len(s.tokens) {
		return s.tokens[i+1].Start
	}
	return s.end
}

// hasSubject reports whether a name or a noun for one who acts stands in tokens
// [from, to), so that a clause can begin there.
func (s *sentence) hasSubject(from, to int) bool {
	if from >= to {
		return false
	}
	start, end := s.tokens[from].Start, s.tokens[to-1].End
	for _, n := range s.names {
		if n.Start >= start && n.End <= end {
			return true
		}
	}
	return s.r.cues.Contains(s.tokens[from:to], "authority") || s.r.cues.Contains(s.tokens[from:to], "instrument")
}

// insideMention reports whether a byte lies within the words of a date.
func (s *sentence) insideMention(offset int) bool {
	return slices.ContainsFunc(s.mentions, func(m dates.Mention) bool { return offset >= m.Start && offset < m.End })
}

// clauseEnd returns where the clause of a cue ends: at a mark or a word that
// begins another one, when enough stands before it.
func (s *sentence) clauseEnd(c cue) int {
	for i := c.hi; i < len(s.tokens); i++ {
		t := s.tokens[i]
		far := i-c.hi >= 3
		switch {
		case s.opaque[i] || s.inName(t.Start):
		case far && s.r.cues.Is(t, "and") && s.cueAt(i+1):
			return t.Start
		case t.Kind == pattern.Punct && s.breaks(t) >= 5,
			far && t.Kind == pattern.Punct && s.breaks(t) >= 2 && s.text(t) != "、",
			far && s.r.cues.Is(t, "subordinate") && !s.r.cues.Is(t, "since"):
			if s.after(i)-s.start > 24 {
				return t.Start
			}
		}
	}
	return s.end
}
