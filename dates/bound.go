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
	w := boundWords()
	var ahead, after uint8 // the bounds whose words may stand there
	if len(before) > 0 {
		ahead = w.last[before[len(before)-1].Sym]
	}
	if near(behind) {
		after = w.first[behind[0].Sym]
	}
	for i := 0; (ahead|after)>>i != 0; i++ {
		if b := &bounds[i]; ahead>>i&1 != 0 && f.set.Closes(before, b.ahead) || after>>i&1 != 0 && f.set.Opens(behind, b.behind) {
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

// boundSymbols are, by symbols, the bounds that the words before a date may make of it
// that end with one, and those that the words behind it may that begin with one, as
// bits by their place in bounds. Of nearly all dates there are none.
type boundSymbols struct{ last, first []uint8 }

var boundWords = sync.OnceValue(func() *boundSymbols {
	w := new(boundSymbols)
	for i, b := range bounds {
		_, last := patterns().Edges(b.ahead)
		first, _ := patterns().Edges(b.behind)
		if i == 0 {
			w.last, w.first = make([]uint8, len(last)), make([]uint8, len(first))
		}
		for sym := range last {
			if last[sym] {
				w.last[sym] |= 1 << i
			}
			if first[sym] {
				w.first[sym] |= 1 << i
			}
		}
	}
	return w
})
