package dates

import (
	"strings"

	"regtimeline/dates/pattern"
)

// dayAlone decides whether an ordinal alone is a day, "on the 13th", by what stands
// behind it: the sentence ends or goes on with a subject or with its verb, and no noun
// follows that the ordinal counts, as in "on the 13th floor".
func (f *finder) dayAlone(m pattern.Match) bool {
	i := f.afterDays(m.Hi)
	if i > m.Hi && !f.set.Is(f.tokens[m.Hi], "to") && !f.follows(m.Lo, "daysreason") {
		return false // "not far from the 12th and 13th": regiments
	}
	if !f.has(i) || f.tokens[i].Gap == pattern.Far {
		return true
	}
	if f.tokens[i].Kind == pattern.Punct {
		return !f.hyphened(i) // "the 13th-floor flat"
	}
	if f.goesOn(i) {
		return true
	}
	if w := f.tokens[i]; m.Rule.Action != "list" && i == m.Hi && w.Kind == pattern.Word && !w.Upper && inPlural(f.text[w.Start:w.End]) {
		return true // "on the 29th orders came": no ordinal counts several
	}
	if f.tokens[i].Upper {
		return f.opensClause(m.Lo) && f.nameActs(i)
	}
	if f.adverb(i) && f.has(i+1) {
		i++
	}
	if f.has(i) && f.set.Is(f.tokens[i], "pastverb") && !f.set.Is(f.tokens[i], "alsoadjective") {
		return true
	}
	return f.pastVerb(i) && (!f.has(i+1) || f.tokens[i+1].Gap == pattern.Far || f.tokens[i+1].Kind != pattern.Word ||
		f.tokens[i+1].Upper || f.goesOn(i+1) || f.adverb(i+1) || f.pastVerb(i+1)) // not "the 2nd amended bill"
}

// afterDays returns the token behind the other ordinals that tokens[i] joins on: what
// follows "the 4th and 5th" says of both what they are.
func (f *finder) afterDays(i int) int {
	for j := i; f.has(j); j++ {
		switch t := f.tokens[j]; {
		case t.Kind == pattern.Number && isLetter(f.text[t.End-1]):
			i = j + 1
		case !f.set.Is(t, "comma") && !f.set.Is(t, "and") && !f.set.Is(t, "or") && !f.set.Is(t, "to") && !f.set.Is(t, "article"):
			return i
		}
	}
	return i
}

// goesOn reports whether tokens[i] goes on with a sentence rather than names a thing.
func (f *finder) goesOn(i int) bool {
	return f.set.Is(f.tokens[i], "afterday") || f.set.Is(f.tokens[i], "dayfollower")
}

func (f *finder) adverb(i int) bool {
	t := f.tokens[i]
	return t.Kind == pattern.Word && strings.HasSuffix(f.text[t.Start:t.End], "ly")
}

// headsEntry decides whether an ordinal at the start of a line heads the entry of a
// diary: "6th. Moved along the river", "7th Made fifteen miles".
func (f *finder) headsEntry(m pattern.Match) bool {
	i := m.Lo
	if i > 0 && f.tokens[i].Gap == pattern.Glued && !f.set.Is(f.tokens[i-1], "comma") && f.tokens[i-1].Kind == pattern.Punct {
		i-- // a quotation mark
	}
	if i > 0 && f.tokens[i].Gap != pattern.Far && !strings.Contains(f.text[f.tokens[i-1].End:f.tokens[i].Start], "\n") || !f.has(m.Hi+1) {
		return false
	}
	next := f.tokens[m.Hi]
	if next.Kind == pattern.Punct {
		return strings.ContainsRune(".,:—–", f.rune(next)) && f.tokens[m.Hi+1].Upper && f.tokens[m.Hi+1].Kind == pattern.Word
	}
	return f.sameLine(m.Hi) && next.Upper && f.pastForm(m.Hi)
}

// pastVerb reports whether a verb of the past stands at tokens[i].
func (f *finder) pastVerb(i int) bool { return !f.tokens[i].Upper && f.pastForm(i) }

func (f *finder) pastForm(i int) bool {
	t := f.tokens[i]
	return t.Kind == pattern.Word &&
		(f.set.Is(t, "pastverb") || hasPastEnding(f.text[t.Start:t.End]) && !f.set.Is(t, "notpast"))
}

// inPlural reports whether a word is a plural and not only of its form.
func inPlural(w string) bool {
	return len(w) > 4 && isPlural(w) && w != "series" && w != "species" && w != "means"
}

// opensClause reports whether the word before tokens[i] opens a sentence or what a
// comma or "and" joins on: "On the 4th Lee …", but not "an attack on the 4th Maine".
func (f *finder) opensClause(i int) bool {
	if i == 0 || f.tokens[i-1].Upper || f.follows(i, "nightof") {
		return true
	}
	return i > 1 && (f.tokens[i-2].Kind == pattern.Punct || f.set.Is(f.tokens[i-2], "joining"))
}

// nameActs reports whether tokens[i] begins a name that a verb of the past follows, or
// what belongs to that name, and that no ordinal counts.
func (f *finder) nameActs(i int) bool {
	for n := 0; n < nameTokens && f.has(i); n, i = n+1, i+1 {
		t := f.tokens[i]
		switch {
		case t.Kind == pattern.Word && t.Upper:
			if f.set.Is(t, "countedname") && !(n == 0 && f.set.Is(t, "rank")) {
				return false
			}
			if n == 0 && f.set.Is(t, "rank") {
				return true
			}
		case f.rune(t) == '.', f.adverb(i):
		case f.rune(t) == '\'', f.rune(t) == '’':
			return true
		default:
			return f.pastVerb(i)
		}
	}
	return false
}

// nameTokens is how many words and marks of a name are looked through for its verb.
const nameTokens = 8
