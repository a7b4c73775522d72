package dates

import "regtimeline/dates/pattern"

// The years that texts speak of with a number alone; one before earliestPlain only
// behind a word such as "in", and where no noun follows that it counts.
const (
	earliestYear  = 1000
	earliestPlain = 1200
	latestYear    = 2100
)

// plausibleYear decides whether a bare number of four digits is a year: it lies
// in the years that texts speak of, and does not count something.
func (f *finder) plausibleYear(m pattern.Match) bool {
	year := f.tokens[m.Lo].Num
	if year < earliestYear || year > latestYear || f.follows(m.Lo, "namenoun") || f.inHan(m) || f.docketed(m) || f.precedes(m.Hi, "modelyear") {
		return false
	}
	if year < earliestPlain {
		return f.follows(m.Lo, "inmonth") && f.noNounBehind(m.Hi)
	}
	dashed := m.Lo > 1 && f.tokens[m.Lo].Gap == pattern.Glued && f.rune(f.tokens[m.Lo-1]) == '-' // "pre-1997 contracts"
	if year < 1700 || year > 2050 {
		return dashed || f.follows(m.Lo, "yearreason") && !f.counts(m) || year < 1700 && f.headsLine(m)
	}
	named := m.Lo > 1 && f.tokens[m.Lo-2].Upper && f.follows(m.Lo, "yearreason") // "the Telecommunications Act of 1996 says"
	if dashed || named || f.follows(m.Lo, "strongyear") {
		return true
	}
	return !f.counts(m) && !f.numbered(m.Lo) && !f.inName(m) && !f.coded(m) && !f.postal(m) && !f.quantity(m)
}

// headsLine reports whether a number is the head of an entry, "1665: The company is
// founded" or "1216 Louis entered England", or stands behind a label of what happened then: "Founded: 1665".
func (f *finder) headsLine(m pattern.Match) bool {
	if m.Lo == 0 || f.tokens[m.Lo].Gap == pattern.Far {
		return f.labelled(m.Hi) || f.beforeName(m.Hi) && f.tells(m.Hi)
	}
	label := m.Lo - 2
	return label >= 0 && f.rune(f.tokens[m.Lo-1]) == ':' && f.sameLine(m.Lo) && f.tokens[label].Upper &&
		hasPastEnding(f.text[f.tokens[label].Start:f.tokens[label].End])
}

// tells reports whether a sentence that begins with tokens[i] tells what has been, as an
// entry of annals does: "1216 Louis entered England".
func (f *finder) tells(i int) bool {
	for end := i + sentenceHead; i < end && f.has(i) && f.tokens[i].Gap != pattern.Far && f.rune(f.tokens[i]) != '.'; i++ {
		if f.pastVerb(i) {
			return true
		}
	}
	return false
}

// sentenceHead is how many tokens of a sentence are looked through for its verb.
const sentenceHead = 24

// leadsYear reports whether the word before a number is one that years follow.
func (f *finder) leadsYear(i int) bool {
	return f.follows(i, "yearreason") || f.follows(i, "yearlead") || f.follows(i, "yearname")
}

// quantity reports whether a number is an amount of what the word before it names,
// as in "a staff of men 1850," or of what a verb in the plural tells: "1950 were valid".
func (f *finder) quantity(m pattern.Match) bool {
	if f.leadsYear(m.Lo) || f.follows(m.Lo, "and") {
		return false
	}
	if f.precedes(m.Hi, "pluralverb") {
		return true
	}
	if !f.sameLine(m.Lo) || f.has(m.Hi) && f.tokens[m.Hi].Kind != pattern.Punct && f.tokens[m.Hi].Gap != pattern.Far || f.precedes(m.Hi, "close") {
		return false
	}
	prev := f.tokens[m.Lo-1]
	return prev.Kind == pattern.Word && !prev.Upper && !f.set.Is(prev, "pastverb") && !hasPastEnding(f.text[prev.Start:prev.End])
}

// coded reports whether a number begins a code that goes on in capitals and digits:
// "2012 DA14".
func (f *finder) coded(m pattern.Match) bool {
	if !f.beforeName(m.Hi) || !f.has(m.Hi+1) {
		return false
	}
	next, after := f.tokens[m.Hi], f.tokens[m.Hi+1]
	return allCaps(f.text[next.Start:next.End]) && after.Kind == pattern.Number && after.Gap == pattern.Glued
}

// postal reports whether a number before a name is the code of a place in an
// address: one that begins a line, or follows a comma after the number of a house.
func (f *finder) postal(m pattern.Match) bool {
	if !f.beforeName(m.Hi) {
		return false
	}
	if m.Lo == 0 || f.tokens[m.Lo].Gap == pattern.Far {
		return f.has(m.Hi+1) && f.set.Is(f.tokens[m.Hi+1], "comma")
	}
	return m.Lo > 1 && f.set.Is(f.tokens[m.Lo-1], "comma") && f.tokens[m.Lo-2].Kind == pattern.Number && f.tokens[m.Lo-2].Num < earliestPlain
}

// inName reports whether a number is the end of a name or code on the same line, as
// in "Orion 1980", "UN 1993" or "Avenue Louise 2001", and not the year of what is
// known by it, as in "Olympics 2012", nor of a reference ("Alaska 2013)").
func (f *finder) inName(m pattern.Match) bool {
	if !f.sameLine(m.Lo) || f.precedes(m.Hi, "close") || f.precedes(m.Hi, "year") || f.precedes(m.Hi, "yearly") {
		return false // the last for "Sales 2018 2019"
	}
	prev := f.tokens[m.Lo-1]
	return prev.Upper && prev.Kind == pattern.Word && !f.leadsYear(m.Lo) && !hasPastEnding(f.text[prev.Start:prev.End])
}

// inHan reports whether a number is glued to Chinese characters that make no year of
// it, as the name of a model in 标致2008 does.
func (f *finder) inHan(m pattern.Match) bool {
	return m.Lo > 0 && f.tokens[m.Lo].Gap == pattern.Glued && f.tokens[m.Lo-1].Kind == pattern.Han && !f.follows(m.Lo, "hanyearlead") &&
		!(f.has(m.Hi) && f.set.Is(f.tokens[m.Hi], "hanyearbehind"))
}

// docketed reports whether a year in brackets begins the number of a Chinese case
// or document: （2016）最高法民终2001号.
func (f *finder) docketed(m pattern.Match) bool {
	if !f.precedes(m.Hi, "close") {
		return false
	}
	for i := m.Hi + 1; i < m.Hi+docket && f.has(i) && f.tokens[i].Gap == pattern.Glued; i++ {
		switch t := f.tokens[i]; {
		case t.Kind == pattern.Number && f.has(i+1) && f.set.Is(f.tokens[i+1], "hannumbermark"):
			return true
		case t.Kind == pattern.Punct:
			return false
		}
	}
	return false
}

// docket is how many tokens the court and kind of a case may take in its number.
const docket = 16

// spacedDecade reports whether a match is a decade whose s stands apart, as PDFs leave
// it: "the 1990 s", not "the 1990 S-class" nor "the 90 s button".
func (f *finder) spacedDecade(m pattern.Match) bool {
	i := m.Hi - 1
	for f.tokens[i].Kind != pattern.Number {
		i--
	}
	year, s := f.tokens[i], f.tokens[m.Hi-1]
	if year.Num%10 != 0 || f.tokens[i+1].Gap != pattern.Space || s.Upper {
		return false
	}
	return year.Digits == 4 || !f.has(m.Hi) || f.tokens[m.Hi].Kind == pattern.Punct && f.tokens[m.Hi].Gap == pattern.Glued
}
