package lexicon

import (
	"sort"
	"strings"
)

// Names returns the listed names of a text and, between them, what is written
// like a name (see Unknown); ordered and disjoint. A Chinese title in 《》 is one
// name: a listed law inside a longer title is not found for itself.
func (l *Lexicon) Names(text string) []Match {
	known := l.withTitles(text, l.Find(text))
	out := append([]Match(nil), known...)
	from := 0
	for i := 0; i <= len(known); i++ {
		to := len(text)
		if i < len(known) {
			to = known[i].Start
		}
		for _, m := range Unknown(text[from:to]) {
			m.Start, m.End = m.Start+from, m.End+from
			if i == 0 || !endOfCompany(text, known[i-1], m) {
				out = append(out, m)
			}
		}
		if i < len(known) {
			from = known[i].End
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// endOfCompany reports whether an unlisted company is only the end of the listed
// one before it: "Ireland Ltd" behind Google.
func endOfCompany(text string, before, m Match) bool {
	return before.Entity.Type == Company && m.Entity.Type == Company &&
		strings.Trim(text[before.End:m.Start], " ,\n") == ""
}

// withTitles puts the titles of instruments in place of the matches that are only
// a part of them.
func (l *Lexicon) withTitles(text string, known []Match) []Match {
	if !strings.Contains(text, "《") {
		return known
	}
	var out []Match
	next := 0
	for _, t := range titles(text) {
		for next < len(known) && known[next].End <= t.Start {
			out = append(out, known[next])
			next++
		}
		inside := next
		for inside < len(known) && known[inside].Start < t.End {
			inside++
		}
		if inside == next+1 && l.whole(text, t, known[next]) {
			continue // the next round, or the end, takes it
		}
		out = append(out, t)
		next = inside
	}
	return append(out, known[next:]...)
}

// titles returns the titles of instruments in a text.
func titles(text string) []Match {
	u := unknown{text: text, heads: heads()}
	for i := 0; ; {
		at := strings.Index(text[i:], "《")
		if at < 0 {
			return u.out
		}
		i = u.title(i + at)
	}
}

// whole reports whether a listed instrument is all of a title, but for a country
// before it and what stands in brackets behind it.
func (l *Lexicon) whole(text string, title, m Match) bool {
	if m.Entity.Type != Instrument || m.Start < title.Start || m.End > title.End {
		return false
	}
	before := strings.Trim(text[title.Start:m.Start], "“\"")
	after := strings.Trim(text[m.End:title.End], "”\"")
	after = strings.TrimSpace(strings.TrimPrefix(after, "草案"))
	return (before == "" || l.nation(before)) &&
		(after == "" || strings.HasPrefix(after, "（") || strings.HasPrefix(after, "("))
}
