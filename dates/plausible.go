package dates

import (
	"strings"

	"regtimeline/dates/pattern"
)

// address returns the token after a URL, a mail address or a path that begins
// with tokens[i], or i: no date is looked for in these.
func (f *finder) address(i int) int {
	if !f.has(i+1) || f.tokens[i+1].Gap != pattern.Glued {
		return i // as most words are
	}
	t := &f.tokens[i]
	if t.Kind != pattern.Word && t.Kind != pattern.Number || t.Start < f.noAddress {
		return i
	}
	end := i + 1
	web := false
	for end < i+maxAddress && f.has(end) && f.tokens[end].Gap == pattern.Glued && f.tokens[end].Kind != pattern.Han {
		switch f.rune(f.tokens[end]) {
		case '/':
			web = web || end >= 2 && end-2 >= i && f.rune(f.tokens[end-1]) == '/' && f.rune(f.tokens[end-2]) == ':'
		case '@':
			web = true
		}
		end++
	}
	if web {
		return end
	}
	f.noAddress = f.tokens[end-1].End // so that a long run of marks and words is looked through once
	return i
}

// maxAddress is how many tokens an address may have.
const maxAddress = 1 << 14

// plausible decides the matches that need a reason beyond their shape. Attributes of
// a rule name the class of words that must stand before it (after=CLASS) or behind
// it (before=CLASS), or must not (notafter, notbefore), or a check of its own.
func (f *finder) plausible(m pattern.Match) bool {
	t := &f.traits[m.Rule.Number]
	if t.after != "" && !f.follows(m.Lo, t.after) || t.notAfter != "" && f.follows(m.Lo, t.notAfter) ||
		t.before != "" && !f.precedes(m.Hi, t.before) || t.notBefore != "" && f.precedes(m.Hi, t.notBefore) {
		return false
	}
	switch t.check {
	case "year":
		return f.plausibleYear(m)
	case "things":
		return f.counts(m)
	case "aboutyear":
		return !f.counts(m)
	case "name":
		return f.tokens[m.Lo].Upper
	case "month":
		return f.plausibleMonth(m)
	case "opening":
		return m.Lo == 0 || f.tokens[m.Lo].Gap == pattern.Far || f.set.Is(f.tokens[m.Lo-1], "clauseend")
	case "entry":
		return f.entry(m)
	case "inline":
		return !f.beginsLine(m.Lo)
	case "notnoun":
		return f.noNounBehind(m.Hi)
	case "report":
		return f.namesReport(m)
	case "docket":
		t := f.tokens[m.Lo]
		return (t.Num > 31 || t.Digits > 2) && !(f.isYear(m.Lo) && f.set.Is(f.tokens[m.Lo+1], "slash"))
	case "diary":
		return f.headsEntry(m)
	case "courtyear":
		return f.namesCourt(m)
	case "volume":
		name := f.tokens[m.Hi-2]
		return name.Kind == pattern.Word && name.End-name.Start > 1 && allCaps(f.text[name.Start:name.End])
	case "cited":
		return f.citesYear(m)
	case "monthdash":
		year, mark, end := f.tokens[m.Lo].Num, f.tokens[m.Lo+1], f.tokens[m.Lo+2].Num
		return f.rune(mark) == '-' || end != (year+1)%100 // 2009–10 is two years, as a hyphen would not say
	case "noyear":
		return !(f.has(m.Hi+1) && f.set.Is(f.tokens[m.Hi], "comma") && f.isYear(m.Hi+1))
	case "dayalone":
		return f.dayAlone(m)
	case "leadingzero":
		return f.text[f.tokens[m.Lo].Start] == '0'
	case "alone":
		return !f.has(m.Hi) || f.tokens[m.Hi].Kind == pattern.Punct && f.gluedAfter(m.Hi).Kind != pattern.Number
	case "noname":
		return !f.tokens[m.Hi-1].Upper || !f.beforeName(m.Hi) // "the Spring Offensive"
	case "pointer":
		return !f.inTitle(m.Hi-1) && !f.hyphened(m.Hi) // "USA Today", "tomorrow-proof"
	case "weekday":
		return !f.namedByWeekday(m)
	case "consecutive":
		year, mark, end := f.tokens[m.Hi-3].Num, f.tokens[m.Hi-2], f.tokens[m.Hi-1].Num
		return year <= latestYear && !f.hyphened(m.Hi) && (end == (year+1)%100 || f.rune(mark) != '/' && end > year%100 && end-year%100 <= 20)
	case "notfraction":
		return !f.fractions(m)
	case "dotted":
		year := f.tokens[m.Hi-1].Num
		return year >= earliestDotted && year <= latestYear // "7.4.1099" is a version
	case "lower":
		return !f.tokens[m.Lo].Upper // "ca. 1450", not "Oakland, CA. 2021"
	case "spaceddecade":
		return f.spacedDecade(m)
	case "basic":
		return f.basicDate(m)
	case "years":
		return f.tokens[m.Hi-1].Num <= latestYear // and no pages: "2880-2882"
	case "notpostcode": // "WC1B 4AD"
		return !(f.tokens[m.Hi-1].Gap == pattern.Glued && f.tokens[m.Lo].Digits == 1)
	case "notcas":
		return !(f.tokens[m.Lo+2].Digits == 2 && f.tokens[m.Lo+4].Digits == 1)
	}
	return true
}

// noNounBehind reports whether what stands behind tokens[i-1] is no noun to which that
// may belong: nothing, a mark or a word such as "and".
func (f *finder) noNounBehind(i int) bool {
	return !f.has(i) || f.tokens[i].Kind == pattern.Punct || f.set.Is(f.tokens[i], "afterday")
}

// earliestDotted is before which year hardly any date is written in numbers with points.
const earliestDotted = 1400

// beforeName reports whether a word with a capital letter goes on from tokens[i-1]
// on the same line.
func (f *finder) beforeName(i int) bool {
	return f.has(i) && f.tokens[i].Upper && f.tokens[i].Kind == pattern.Word && f.sameLine(i)
}

// sameLine reports whether only spaces on one line part tokens[i] from the one before.
func (f *finder) sameLine(i int) bool {
	return i > 0 && f.tokens[i].Gap == pattern.Space && !strings.Contains(f.text[f.tokens[i-1].End:f.tokens[i].Start], "\n")
}

// entry reports whether a match begins a line on which text follows, as the date of a
// chronology does: 2010.11　和解.
func (f *finder) entry(m pattern.Match) bool {
	return f.beginsLine(m.Lo) && f.has(m.Hi) && f.sameLine(m.Hi) && f.tokens[m.Hi].Kind == pattern.Han
}

// beginsLine reports whether nothing stands before tokens[i] on its line.
func (f *finder) beginsLine(i int) bool {
	return i == 0 || f.tokens[i].Gap != pattern.Glued && !f.sameLine(i)
}

// inTitle reports whether a capital letter in the middle of a line shows that
// tokens[i] is part of a title: "The Day After Tomorrow".
func (f *finder) inTitle(i int) bool {
	t := f.tokens[i]
	return t.Upper && !allCaps(f.text[t.Start:t.End]) && f.sameLine(i) && f.tokens[i-1].Kind == pattern.Word
}

// hyphened reports whether a word is joined by a hyphen to tokens[i-1].
func (f *finder) hyphened(i int) bool {
	return f.has(i+1) && f.tokens[i].Gap == pattern.Glued && f.rune(f.tokens[i]) == '-' &&
		f.tokens[i+1].Gap == pattern.Glued && f.tokens[i+1].Kind == pattern.Word
}

// namedByWeekday reports whether a weekday is part of the name of somebody or
// something: "The Monday Club", or "Friday Ogun" at the start of a sentence.
func (f *finder) namedByWeekday(m pattern.Match) bool {
	if !f.beforeName(m.Hi) || f.set.Is(f.tokens[m.Hi], "notbyname") {
		return false
	}
	return f.follows(m.Lo, "article") || m.Lo == 0 || f.tokens[m.Lo].Gap == pattern.Far || f.set.Is(f.tokens[m.Lo-1], "sentenceend")
}

// plausibleMonth decides whether a month's name alone is a month: a capital
// letter at the start of a sentence or before another name proves nothing.
func (f *finder) plausibleMonth(m pattern.Match) bool {
	t := f.tokens[m.Lo]
	if t.Kind == pattern.Han {
		return true
	}
	if m.Hi < len(f.tokens) && f.tokens[m.Hi].Upper && f.tokens[m.Hi].Gap == pattern.Space && !f.follows(m.Lo, "strongreason") {
		return false // the first name of somebody
	}
	if !f.set.Is(t, "doubtfulmonth") {
		return true
	}
	return t.Upper && (f.follows(m.Lo, "monthreason") || f.attributive(m) || m.Lo == 0 && f.labelled(m.Hi)) // the head of an entry: "August – …"
}

// labelled reports whether a dash or a colon at tokens[i] parts a label from what
// follows.
func (f *finder) labelled(i int) bool {
	if !f.has(i) {
		return false
	}
	switch f.text[f.tokens[i].Start:f.tokens[i].End] {
	case "–", "—", ":":
		return true
	}
	return false
}

// attributive reports whether a name stands between an article and a noun: "the May
// report", and not "the March on Rome".
func (f *finder) attributive(m pattern.Match) bool {
	return f.follows(m.Lo, "determiner") && f.has(m.Hi) && f.sameLine(m.Hi) && f.tokens[m.Hi].Kind == pattern.Word &&
		!f.tokens[m.Hi].Upper && !f.set.Is(f.tokens[m.Hi], "afterday")
}

// follows reports whether a word or phrase of a class stands before tokens[i].
func (f *finder) follows(i int, class string) bool {
	return i > 0 && f.tokens[i].Gap != pattern.Far && f.set.Closes(f.tokens[max(0, i-2):i], class)
}

// precedes reports whether the word at tokens[i] belongs to a class.
func (f *finder) precedes(i int, class string) bool {
	return f.has(i) && f.tokens[i].Gap != pattern.Far && f.set.Is(f.tokens[i], class)
}

// clockTime reports whether tokens[i] begins the time of an ISO 8601 date: T10:00.
func (f *finder) clockTime(i int) bool {
	t := f.tokens[i]
	return f.text[t.Start:t.End] == "T" && i+1 < len(f.tokens) && f.tokens[i+1].Gap == pattern.Glued && f.tokens[i+1].Kind == pattern.Number
}
