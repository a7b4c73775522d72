package timeline

import (
	"slices"
	"strings"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// longClause is how many tokens before its verb a clause is looked for.
const longClause = 80

// clauseStart returns where the clause of a cue begins. Where a relative pronoun
// begins it ("Didi, which was ordered …"), subject is the name that it stands for.
func (s *sentence) clauseStart(c cue) (offset int, subject string) {
	for i := c.lo - 1; i >= 0 && i > c.lo-longClause; i-- {
		t := s.tokens[i]
		switch {
		case s.r.cues.Is(t, "relative") && i > 0 && !s.opaque[i]:
			if who := s.antecedent(i); who != "" {
				return s.after(i), who
			}
		case i > 0 && t.Upper && s.r.cues.Is(t, "clauseopener") && !s.opaque[i]:
			return t.Start, ""
		case s.inName(t.Start) || s.aside(i+1) || s.listsNames(i):
		case s.closesDash(i) > 0:
			i = s.closesDash(i)
		case s.enumerates(i):
			return s.after(i + 3), ""
		case s.r.cues.Is(t, "conjunction") && s.hasSubject(i+1, c.lo):
			return s.after(i), ""
		case i == s.verbGroup(c)-1 && s.breaks(t) == 2 && s.relativeBefore(i) > 0:
			if who := s.antecedent(s.relativeBefore(i)); who != "" {
				return s.after(i), who
			}
		case t.Kind == pattern.Punct && s.breaks(t) >= 2 && !s.opaque[i] && s.auxiliary(i+1) && !s.afterAside(i):
			if who := s.companiesBefore(t.Start); who != "" {
				return s.after(i), who
			}
		case t.Kind == pattern.Punct && s.breaks(t) >= 2 && s.hasSubject(i+1, c.lo) && !s.opaque[i]:
			return s.after(i), ""
		}
	}
	return s.said, ""
}

// parenthetic reports whether the comma at token i ends an insertion that is only a
// date: "shall, not later than 3 May,".
func (s *sentence) parenthetic(i int) bool {
	j := i - 1
	for j >= 0 && s.opaque[j] {
		j--
	}
	for j >= 0 && s.leadsDate(j) {
		j--
	}
	return j >= 0 && s.breaks(s.tokens[j]) == 2
}

// enumerates reports whether token i ends a sentence before a numbered one: ". (b)".
func (s *sentence) enumerates(i int) bool {
	return i+3 < len(s.tokens) && s.text(s.tokens[i]) == "." && s.text(s.tokens[i+1]) == "(" && s.text(s.tokens[i+3]) == ")" && len(s.text(s.tokens[i+2])) <= 3
}

// antecedent returns what the relative pronoun at token i stands for: the name
// right before it, else the noun phrase there.
func (s *sentence) antecedent(i int) string {
	at := s.tokens[i].Start
	if n := s.nameBefore(at); n != nil && strings.Trim(s.r.doc.Text[n.End:at], " ,\n[]0123456789") == "" {
		return n.Entity.Name
	}
	j := i - 1
	for j >= 0 && s.breaks(s.tokens[j]) == 2 {
		j--
	}
	j = s.beforeBracket(j)
	if j >= 0 && s.r.cues.Is(s.tokens[j], "plaininstrument") && (j == 0 || s.r.cues.Is(s.tokens[j-1], "article")) {
		return "The " + s.text(s.tokens[j])
	}
	k := j
	for k >= 0 && j-k < 8 && (s.inNounPhrase(k) || s.inName(s.tokens[k].Start) || k > 0 && s.r.cues.Is(s.tokens[k], "nameglue") && s.inNounPhrase(k-1)) && !s.cueAt(k) && !s.opaque[k] {
		k--
	}
	if j == k {
		return ""
	}
	if who := s.tidy(s.tokens[k+1].Start, s.tokens[j].End, nil); len(who) >= 6 {
		return who
	}
	return ""
}

// closesDash returns the dash that opens the insertion which the one at token i ends,
// or 0.
func (s *sentence) closesDash(i int) int {
	k := slices.Index(s.dashed, s.tokens[i].Start)
	if k < 0 || k%2 == 0 {
		return 0
	}
	return s.tokenAt(s.dashed[k-1])
}

// relativeBefore returns the relative pronoun of the clause that the comma at token i
// ends, "The court, which sat in Utrecht, quashed it", or 0.
func (s *sentence) relativeBefore(i int) int {
	for j := i - 1; j > 1; j-- {
		if s.breaks(s.tokens[j]) == 2 && !s.opaque[j] && !s.inNumber(j) {
			if s.r.cues.Is(s.tokens[j+1], "relative") {
				return j + 1
			}
			return 0
		}
	}
	return 0
}

// beforeBracket returns the last token before the bracket that ends with token i, or
// i where none does: "the Universal Service Obligation (USO), which".
func (s *sentence) beforeBracket(i int) int {
	if i < 0 || s.text(s.tokens[i]) != ")" {
		return i
	}
	for j := i - 1; j > 0 && j > i-6; j-- {
		if s.text(s.tokens[j]) == "(" {
			return j - 1
		}
	}
	return i
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

// inNumber reports whether the mark at token i stands between digits: "42,500".
func (s *sentence) inNumber(i int) bool {
	return i > 0 && i+1 < len(s.tokens) && s.tokens[i].Kind == pattern.Punct && s.tokens[i].Gap == pattern.Glued && s.tokens[i+1].Gap == pattern.Glued &&
		s.tokens[i-1].Kind == pattern.Number && s.tokens[i+1].Kind == pattern.Number
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
	said := make([]pattern.Token, 0, to-from) // without "within 60 days of this order"
	for i := from; i < to; i++ {
		if !s.opaque[i] {
			said = append(said, s.tokens[i])
		}
	}
	if s.r.cues.Contains(said, "authority") || s.r.cues.Contains(said, "instrument") {
		return true
	}
	for from < to && (s.r.cues.Is(s.tokens[from], "and") || s.r.cues.Is(s.tokens[from], "conjunction") || s.breaks(s.tokens[from]) == 2) {
		from++
	}
	return from+1 < to && s.r.cues.Is(s.tokens[from], "determiner") || from < to && s.r.cues.Is(s.tokens[from], "subjectpronoun")
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
		case s.opaque[i] || s.inName(t.Start) || s.inNumber(i):
		case (far || i > 0 && s.opaque[i-1]) && s.r.cues.Is(t, "and") && s.cueAt(i+1):
			return t.Start
		case s.text(t) == "that" && s.reported(i):
		case s.breaks(t) == 2 && i > 0 && s.opaque[i-1] && s.parenthetic(i):
			// "shall, not later than 3 May, publish"
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
