package dates

import (
	"sync"

	"regtimeline/dates/pattern"
)

// Bound says that the words around a date make it the bound of an interval.
type Bound string

// The bounds; an ordinary date has none.
const (
	BoundSince  Bound = "since"  // from the date on
	BoundAfter  Bound = "after"  // later than the date
	BoundBefore Bound = "before" // earlier than the date
	BoundBy     Bound = "by"     // on the date or earlier
	BoundUntil  Bound = "until"  // up to the date
)

// bounds lists the bounds with the classes of the language files that hold their
// words: those that stand before a date and those that stand behind it.
var bounds = []struct {
	bound         Bound
	ahead, behind string
}{
	{BoundBy, "byword", "bybehind"}, // before "later than": "no later than"
	{BoundSince, "sinceword", "sincebehind"},
	{BoundAfter, "afterword", "afterbehind"},
	{BoundBefore, "beforeword", "beforebehind"},
	{BoundUntil, "untilword", "untilbehind"},
}

// boundPhrase is how many tokens the words of a bound may be: "not later than".
const boundPhrase = 4

// bound reads the words around the tokens of a mention.
func (f *finder) bound(lo, hi int) Bound {
	before, behind := f.tokens[max(0, lo-boundPhrase):lo], f.tokens[hi:min(len(f.tokens), hi+boundPhrase)]
	if w := boundWords(); (len(before) == 0 || !w.last[before[len(before)-1].Sym]) && (len(behind) == 0 || !w.first[behind[0].Sym]) {
		return "" // as for nearly all dates
	}
	for _, b := range bounds {
		if f.set.Closes(before, b.ahead) || near(behind) && f.set.Opens(behind, b.behind) {
			return b.bound
		}
	}
	return ""
}

func near(tokens []pattern.Token) bool { return len(tokens) > 0 && tokens[0].Gap != pattern.Far }

// Interval returns the date of a mention with what bounds it: "since 2016" is
// 2016/.., "by 5 July 2021" is ../2021-07-05. EDTF does not tell "before" from "by",
// nor "after" from "since": Bound does.
func (m Mention) Interval() Date {
	if p := m.Date.Precision(); p == None || p == PrecisionRange {
		return m.Date
	}
	switch m.Bound {
	case BoundSince, BoundAfter:
		return Since(m.Date)
	case BoundBefore, BoundBy, BoundUntil:
		return Until(m.Date)
	}
	return m.Date
}

// boundWords are the symbols with which the words before a date that bound it may
// end, and those with which the words behind it may begin.
var boundWords = sync.OnceValue(func() (w struct{ last, first []bool }) {
	var ahead, behind []string
	for _, b := range bounds {
		ahead, behind = append(ahead, b.ahead), append(behind, b.behind)
	}
	_, w.last = patterns().Edges(ahead...)
	w.first, _ = patterns().Edges(behind...)
	return w
})
