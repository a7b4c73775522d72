package dates

import (
	"strings"

	"regtimeline/dates/pattern"
)

// counts reports whether a number before a noun in the plural counts things:
// "about 2250 packages".
func (f *finder) counts(m pattern.Match) bool {
	if m.Hi >= len(f.tokens) || f.tokens[m.Hi].Gap != pattern.Space {
		return false
	}
	next := f.tokens[m.Hi]
	w := f.text[next.Start:next.End]
	if f.set.Is(next, "plural_noun") {
		return true
	}
	if t := f.tokens[m.Lo]; f.set.Is(next, "yearplural") && t.Num > earliestBasic && t.Num < latestBasic && t.Num%100 != 0 {
		return false
	}
	return next.Kind == pattern.Word && !next.Upper && len(w) > 3 && isPlural(w) && !f.set.Is(next, "verb")
}

// numbered reports whether a number goes on from others before it of which one is no
// year, as the end of a telephone number does.
func (f *finder) numbered(i int) bool {
	for ; f.sameLine(i) && f.tokens[i-1].Kind == pattern.Number; i-- {
		if t := f.tokens[i-1]; t.Digits >= 3 && t.Digits <= 4 && (t.Num < earliestPlain || t.Num > latestYear) {
			return true
		}
	}
	return false
}

// fractions reports whether all pairs of numbers in a match may be fractions: "from
// 1/4 to 1/2" is about shares, "from 1/4 to 9/2" is not.
func (f *finder) fractions(m pattern.Match) bool {
	for i := m.Lo + 2; i < m.Hi; i++ {
		if t := f.tokens[i]; t.Kind == pattern.Number && f.rune(f.tokens[i-1]) == '/' && (f.tokens[i-2].Num >= t.Num || t.Num > maxDenominator) {
			return false
		}
	}
	return true
}

// maxDenominator is the greatest number below the line of a fraction in prose.
const maxDenominator = 16

// isPlural reports whether an English noun may be a plural by its ending: "packages",
// not "process", "crisis" or "census".
func isPlural(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "is") && !strings.HasSuffix(w, "us")
}
