package source

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed data/compounds.txt
var compoundsData string

// compounds are the first parts of data/compounds.txt, and its endings.
var compounds, wordEndings = func() (first, endings map[string]bool) {
	first, endings = map[string]bool{}, map[string]bool{}
	for _, line := range dataLines(compoundsData) {
		into := first
		for _, w := range strings.Fields(line) {
			if w == "-" {
				into = endings
				continue
			}
			into[w] = true
		}
	}
	return first, endings
}()

// breaksWord reports whether the hyphen at the end of a line, which s is without
// it, broke a word in two and is none of the word's own, as in "cross-border". The
// words of the document decide, where they know either.
func (w *pdfWriter) breaksWord(s, next string) bool {
	before, after := lastToken(s), leadingLetters(next)
	if endsInAddress(s) || before == "" || after == "" || !unicode.IsLetter(lastRune(s)) || !unicode.IsLower(firstRune(next)) {
		return false
	}
	first, second := strings.ToLower(before), strings.ToLower(after)
	switch {
	case w.words[first+second]:
		return true
	case w.words[first+"-"+second], compounds[first] && !wordEndings[second]:
		return false
	}
	return !w.words[first] || !w.words[second] || len(second) < 3
}

func leadingLetters(s string) string {
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		return s[:end]
	}
	return s
}

// vocabulary returns the words of the document that no line end can have broken,
// in lower case.
func (l *pdfLayout) vocabulary() map[string]bool {
	words := map[string]bool{}
	for i := range l.blocks {
		for k := range l.blocks[i].lines {
			fields := strings.Fields(l.blocks[i].lines[k].text)
			for n, f := range fields {
				if n == 0 && k > 0 || n == len(fields)-1 && k < len(l.blocks[i].lines)-1 {
					continue
				}
				words[strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) }))] = true
			}
		}
	}
	return words
}
