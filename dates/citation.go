package dates

import "regtimeline/dates/pattern"

// namesReport decides whether a year in brackets is that of a report of a judgment:
// what stands between it and a number in the end is written like the name of a court or
// of a series, "[2019] EWCA Civ 123", "(2004) 39 EHRR 1". In round brackets, which
// hold many a year, a volume or an abbreviation must show it too.
func (f *finder) namesReport(m pattern.Match) bool {
	square := f.rune(f.tokens[m.Lo]) == '['
	i := m.Lo + 3
	volume := f.tokens[i].Kind == pattern.Number
	if volume {
		i++
	}
	first := f.tokens[i]
	if first.Kind != pattern.Word || !first.Upper || f.set.Is(first, "month") || f.set.Is(first, "monab") {
		return false
	}
	for ; i < m.Hi-1; i++ {
		t := f.tokens[i]
		if t.Kind == pattern.Word && !t.Upper && !f.set.Is(t, "pages") && f.text[t.Start:t.End] != "of" {
			return false
		}
		if t.Kind == pattern.Number && (t.Digits > 1 || t.Gap == pattern.Space) {
			return false
		}
	}
	name := f.text[first.Start:first.End]
	return f.sameLine(m.Lo+3) && (square || volume || len(name) > 1 && allCaps(name))
}

// citesYear reports whether the year in a match is one that texts speak of: "UKSC
// 2439" has none.
func (f *finder) citesYear(m pattern.Match) bool {
	for i := m.Lo; i < m.Hi; i++ {
		if f.isYear(i) {
			return true
		}
	}
	return false
}

// isYear reports whether tokens[i] is a number that can be a year.
func (f *finder) isYear(i int) bool {
	t := f.tokens[i]
	return t.Kind == pattern.Number && t.Digits == 4 && t.Num >= earliestYear && t.Num <= latestYear
}

// namesCourt decides whether the abbreviations before a year in brackets may be those of
// a court: "(S.D.N.Y. 2015)", but not "(Sept. 2015)" or "(Est. 1990)".
func (f *finder) namesCourt(m pattern.Match) bool {
	for i := m.Lo + 1; i < m.Hi-2; i++ {
		if t := f.tokens[i]; t.Kind != pattern.Punct && (!t.Upper || f.set.Is(t, "month") || f.set.Is(t, "monab") || f.set.Is(t, "nocourt")) {
			return false
		}
	}
	return f.isYear(m.Hi - 2)
}
