package dates

import (
	"strings"
	"sync"

	"regtimeline/dates/pattern"
)

// tense says whether a clause tells of what has been or of what is to come.
type tense int8

const (
	tenseUnknown tense = 0
	tensePast    tense = -1
	tenseFuture  tense = 1
	tenseAhead   tense = 2 // only a word such as "until" says so
)

// ahead reports whether the clause tells of what is to come.
func (t tense) ahead() bool { return t >= tenseFuture }

// reach is how many tokens away a verb still governs a date.
const reach = 16

// tense reads the tense of the words around a mention. The verb nearest before
// it in its sentence decides ("said on Friday that it would …" is of the past);
// where there is none, the first one after it does.
func (r *resolver) tense(m *Mention) tense {
	w := r.around(m)
	if !w.tenseKnown {
		w.tense, w.tenseKnown = r.readTense(m, w.before, w.after), true
	}
	return w.tense
}

func (r *resolver) readTense(m *Mention, before, after []pattern.Token) tense {
	set := patterns()
	if t := r.leadIn(before); t != tenseUnknown {
		if t == tenseAhead && len(before) == 1 && r.firstVerb(after, true) == tensePast {
			return tensePast // "Until Thursday, they had not …"
		}
		return t
	}
	if r.possessive(m.End) {
		return tensePast // "Friday's ruling"
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-reach; i-- {
		if t := r.verb(before, i); t != tenseUnknown {
			return t
		}
		if set.Is(before[i], "clauseend") {
			break
		}
	}
	if t := r.firstVerb(after, len(before) > 0); t != tenseUnknown {
		return t
	}
	if set.Contains(before[max(0, len(before)-2):], "maybeahead") {
		return tenseAhead
	}
	return tenseUnknown
}

// firstVerb is the tense of the first verb of a clause's tokens that shows one. Where
// the clause begins before them, what a comma and "and" join on has its own time:
// "…, in October, and will be back".
func (r *resolver) firstVerb(tokens []pattern.Token, begun bool) tense {
	set := patterns()
	for i := range tokens[:min(len(tokens), reach)] {
		if begun && i > 0 && set.Is(tokens[i-1], "comma") && set.Is(tokens[i], "andalso") {
			break
		}
		if t := r.verb(tokens, i); t != tenseUnknown {
			return t
		}
		if i > 0 && set.Is(tokens[i], "clauseend") {
			break
		}
	}
	return tenseUnknown
}

// happened reports whether a verb of the past governs a day: "voted on 6 January",
// 1月6日表决, not "was extended to 6 January" nor "said it is calling for a vote on 6 January".
// Behind a date that lies ahead a verb of the past may count from that.
func (r *resolver) happened(m *Mention) bool {
	if r.start == r.here.Start && r.last.Earliest().Compare(r.Published.Earliest()) > 0 {
		return false
	}
	set := patterns()
	before := r.around(m).before
	i := len(before) - 1
	if i < 0 || !set.Is(before[i], "governedby") {
		return r.toldBehind(r.words.after)
	}
	for i--; i >= 0 && i >= len(before)-governs; i-- {
		t := before[i]
		switch {
		case t.Kind == pattern.Punct, set.Is(t, "notgoverning"):
			return false
		case r.verb(before, i) == tensePast:
			return true
		}
	}
	return false
}

// toldBehind reports whether a verb that tells what has been stands behind a day, up
// to the second mark after it.
func (r *resolver) toldBehind(after []pattern.Token) bool {
	set := patterns()
	for i, t := range after[:min(len(after), reach)] {
		switch {
		case set.Opens(after[i:], "toldverb"):
			return true
		case set.Opens(after[i:], "futureword"), i > 0 && set.Is(t, "clauseend"), set.Is(t, "notgoverning"):
			return false
		}
	}
	return false
}

// governs is how many tokens before a day the verb stands that governs it.
const governs = 8

// attributive reports whether a date stands between an article and a noun, and so only
// says which thing is meant: "the Aug. 7 attacks".
func (r *resolver) attributive(m *Mention) bool {
	set, w := patterns(), r.around(m)
	article := len(w.before) > 0 && set.Is(w.before[len(w.before)-1], "article") || set.Is(w.lex(r.Text, m.Start, m.End)[0], "article")
	return article && len(w.after) > 0 && w.after[0].Kind == pattern.Word && !set.Is(w.after[0], "afterday")
}

// leadIn is the tense that the words right before a date give it: "until
// Friday" lies ahead, "since Friday" behind.
func (r *resolver) leadIn(before []pattern.Token) tense {
	set := patterns()
	last := before[max(0, len(before)-8):] // "until 9 a.m. on Friday"
	switch {
	case set.Contains(last, "aheadword") && !set.Closes(before, "beforeword"): // "effective prior to April 6"
		return tenseAhead
	case len(before) > 0 && set.Is(before[len(before)-1], "infinitive") && set.Contains(last, "moved"):
		return tenseAhead
	case set.Contains(before[max(0, len(before)-2):], "behindword"):
		return tensePast
	}
	return tenseUnknown
}

// verb is the tense of the word at tokens[i], where it is a verb that shows one.
func (r *resolver) verb(tokens []pattern.Token, i int) tense {
	set, t := patterns(), tokens[i]
	switch {
	case t.Upper && i > 0:
		return tenseUnknown // a name, or May
	case i > 0 && t.Gap == pattern.Glued && tokens[i-1].Kind == pattern.Punct && r.Text[tokens[i-1].Start] == '-':
		return tenseUnknown // "lower-than-expected"
	case i > 0 && set.Is(tokens[i-1], "stillso") && set.Is(t, "infinitive"):
		return tenseUnknown
	case set.Opens(tokens[i:], "pastphrase"):
		return tensePast
	case set.Opens(tokens[i:], "futureword") || set.Opens(tokens[i:], "futureverb"):
		return tenseFuture
	case t.Kind == pattern.Han && set.Is(t, "pastverb"):
		return tensePast
	case t.Kind != pattern.Word:
		return tenseUnknown
	case i > 0 && set.Is(tokens[i-1], "presentbe"):
		return tenseUnknown
	case i > 0 && set.Is(tokens[i-1], "infinitive"):
		return tenseUnknown // "to be announced": what stands before decides
	case set.Is(t, "pastverb"):
		return tensePast
	}
	if hasPastEnding(r.Text[t.Start:t.End]) && !set.Is(t, "notpast") {
		return tensePast
	}
	return tenseUnknown
}

// hasPastEnding reports whether a word ends as regular verbs do in the past.
func hasPastEnding(w string) bool {
	for _, ending := range pastEndings() {
		if len(w) > len(ending)+2 && strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// possessive reports whether an apostrophe stands at an offset.
func (r *resolver) possessive(at int) bool {
	return strings.HasPrefix(r.Text[at:], "'s") || strings.HasPrefix(r.Text[at:], "’s")
}

// pastEndings are the endings of regular verbs in the past, of all languages.
var pastEndings = sync.OnceValue(func() []string { return patterns().Words("pastending") })
