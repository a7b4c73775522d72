package dates

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates/pattern"
)

// bounded reports whether a match is cut off cleanly from what touches it: a
// number inside "8601-2:2019", "10.12.20.21" or "report_20210517" is no date.
func (f *finder) bounded(m pattern.Match) bool {
	if m.Rule.Action == "not" && f.tokens[m.Lo].Kind == pattern.Word {
		return f.cleanAfter(m) // "WA.No.846 of 2019"
	}
	return f.cleanBefore(m) && f.cleanAfter(m)
}

func (f *finder) cleanBefore(m pattern.Match) bool {
	first := f.tokens[m.Lo]
	if first.Kind == pattern.Number && f.follows(m.Lo, "currencysign") {
		return false
	}
	if m.Lo == 0 || first.Gap != pattern.Glued || first.Kind == pattern.Han || first.Kind == pattern.Punct {
		return true
	}
	prev := f.tokens[m.Lo-1]
	switch prev.Kind {
	case pattern.Han:
		return true
	case pattern.Word:
		return first.Kind == pattern.Word || f.run(m) && f.label(prev)
	case pattern.Number:
		return false
	}
	before := f.gluedBefore(m.Lo - 1)
	switch f.rune(prev) {
	case '/', '\\', '_', '·', '@', '#', '$', '€', '£', '¥', '￥', '§', '№', '+', '%', '&', '^', '°':
		return false
	case '=':
		return before.Kind == pattern.Punct && !f.wordBefore(m.Lo-1) // "<=2019", not "n =2019"
	case '.', ':', '．', '：':
		return before.Kind != pattern.Number && !(before.Kind == pattern.Word && before.End-before.Start < 3 && before.Start > 0)
	case ',':
		return before.Kind != pattern.Number
	case '-', '‐', '‑', '–', '—', '−', '~':
		if before.End == 0 || before.Kind == pattern.Punct && f.text[before.Start:before.End] == "-" { // "its first quarter--February"
			return true
		}
		return before.Kind == pattern.Word && !allCaps(f.text[before.Start:before.End]) && (m.Hi-m.Lo != 3 || f.hasLetters(m)) // "pre-1997", not "draft-2015-04"
	}
	return true
}

func (f *finder) cleanAfter(m pattern.Match) bool {
	last := f.tokens[m.Hi-1]
	if m.Hi >= len(f.tokens) || f.tokens[m.Hi].Gap != pattern.Glued || last.Kind == pattern.Han {
		return true
	}
	next := f.tokens[m.Hi]
	switch next.Kind {
	case pattern.Han:
		return true
	case pattern.Word, pattern.Number:
		return last.Kind == pattern.Punct || f.clockTime(m.Hi) || f.run(m) && next.Kind == pattern.Word || f.isoDay(m) && next.Kind == pattern.Word && next.Upper && !allCaps(f.text[next.Start:next.End])
	}
	after := f.gluedAfter(m.Hi)
	number := after.Kind == pattern.Number && after.End > 0
	switch f.rune(next) {
	case '%', '°', '_', '\\', '@', '=', '+':
		return false
	case ':', '：':
		if after.Kind == pattern.Word && after.End > 0 && !after.Upper && last.Kind == pattern.Number {
			return false // "2001:db8::1"
		}
		return !number || f.hasLetters(m)
	case '/':
		return !number || f.hasLetters(m)
	case ',':
		return !number || f.hasLetters(m)
	case '.', '．':
		if after.Kind == pattern.Word && after.End > 0 && (!after.Upper || after.End-after.Start > 1 && allCaps(f.text[after.Start:after.End])) {
			return false // the ending of a file's name, or the market of a share's
		}
		return !number || f.hasLetters(m)
	case '-', '‐', '‑', '–', '—', '−':
		return (!number || f.hasLetters(m)) && !(after.End > 0 && f.set.Is(after, "prerelease"))
	}
	return true
}

// run reports whether a match is a whole day with its month in letters, which is one
// also where a page has lost the line ends around it: "updated6 May 2024Share", "Date22 …".
func (f *finder) run(m pattern.Match) bool {
	return m.Hi-m.Lo >= 3 && f.tokens[m.Hi-1].Digits == 4 && f.hasLetters(m)
}

// label reports whether a word is written as ordinary words are, and is no code.
func (f *finder) label(t pattern.Token) bool {
	return t.End-t.Start >= len("on") && f.text[t.End-1] >= 'a' && !f.set.Is(t, "version") && !f.set.Is(t, "pages")
}

// isoDay reports whether a match is a day as ISO 8601 writes it: "2018-11-21Bakery Ltd".
func (f *finder) isoDay(m pattern.Match) bool {
	return m.Hi-m.Lo == 5 && f.tokens[m.Lo].Digits == 4 && f.tokens[m.Lo+2].Digits == 2 && f.tokens[m.Lo+4].Digits == 2 && f.tokens[m.Lo+1].Kind == pattern.Punct
}

// gluedBefore returns the token that touches tokens[i] from before, or none (End 0).
func (f *finder) gluedBefore(i int) pattern.Token {
	if i == 0 || f.tokens[i].Gap != pattern.Glued {
		return pattern.Token{Kind: pattern.Punct}
	}
	return f.tokens[i-1]
}

func (f *finder) gluedAfter(i int) pattern.Token {
	if i+1 >= len(f.tokens) || f.tokens[i+1].Gap != pattern.Glued {
		return pattern.Token{Kind: pattern.Punct}
	}
	return f.tokens[i+1]
}

func (f *finder) rune(t pattern.Token) rune {
	r, _ := utf8.DecodeRuneInString(f.text[t.Start:])
	return r
}

// wordBefore reports whether a word stands before tokens[i] on its line.
func (f *finder) wordBefore(i int) bool { return f.sameLine(i) && f.tokens[i-1].Kind == pattern.Word }

// hasLetters reports whether a word or a Han character is part of the match, so
// that the match is a date whatever number follows it.
func (f *finder) hasLetters(m pattern.Match) bool {
	for _, t := range f.tokens[m.Lo:m.Hi] {
		if t.Kind == pattern.Word || t.Kind == pattern.Han {
			return true
		}
	}
	return false
}

func allCaps(s string) bool { return s == strings.ToUpper(s) }
