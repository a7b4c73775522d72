package source

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// languageSample is how many bytes of a text are looked at.
const languageSample = 200 << 10

// primaryLanguage returns the primary subtag of a language tag: "en" of "en-GB".
// What is no tag is "".
func primaryLanguage(tag string) string {
	tag = strings.ToLower(strings.TrimSpace(tag))
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) < 2 || len(tag) > 3 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return tag
}

// script is a script that stands for one language well enough.
type script struct {
	language string
	table    *unicode.RangeTable
	weight   int // of its characters, in Latin letters
}

var scripts = []script{
	{"zh", unicode.Han, 3},
	{"ja", unicode.Hiragana, 3},
	{"ja", unicode.Katakana, 3},
	{"ko", unicode.Hangul, 3},
	{"ru", unicode.Cyrillic, 1},
	{"el", unicode.Greek, 1},
	{"ar", unicode.Arabic, 1},
	{"he", unicode.Hebrew, 1},
	{"th", unicode.Thai, 1},
	{"hi", unicode.Devanagari, 1},
}

// language tells the language of a text by its script, and English by its
// commonest words; "" is one that it can't tell.
func language(text string) string {
	if len(text) > languageSample {
		text = text[:languageSample]
	}
	latin, weights := 0, make([]int, len(scripts))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z':
			latin++
		case r >= 0x370:
			for k, s := range scripts {
				if unicode.Is(s.table, r) {
					weights[k] += s.weight
					break
				}
			}
		}
	}
	han, kana := weights[0], weights[1]+weights[2]
	if kana*10 > han {
		weights[1], weights[0] = han+kana, 0
	}
	best := 0
	for k := range weights {
		if weights[k] > weights[best] {
			best = k
		}
	}
	switch {
	case weights[best] > latin:
		return scripts[best].language
	case isEnglish(text):
		return "en"
	}
	return latinLanguage(text)
}

//go:embed data/languages.txt
var languagesData string

// latinWords are the common words of each language of data/languages.txt.
var latinWords = func() map[string]map[string]bool {
	languages := map[string]map[string]bool{}
	for _, line := range dataLines(languagesData) {
		fields := strings.Fields(line)
		languages[fields[0]], _ = wordSets(strings.Join(fields[1:], " "))
	}
	return languages
}()

// latinLanguage returns the language whose common words make up most of the text,
// one word in eight at the least, or "".
func latinLanguage(text string) string {
	words, hits := 0, map[string]int{}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for language, common := range latinWords {
			if common[strings.ToLower(w)] {
				hits[language]++
			}
		}
	}
	best := ""
	for _, language := range slices.Sorted(maps.Keys(hits)) {
		if hits[language] > hits[best] {
			best = language
		}
	}
	if hits[best]*8 < words || hits[best] < 2 {
		return ""
	}
	return best
}

// englishWords are common words; those after the bar are words of other
// languages too and count half.
var englishWords, sharedWords = wordSets("the of and that with which this from have has had been are were its their it would shall should into not be or any such by they these those there may will can other when who what after before under between during about than also but if we you our your all more most new as at no | to in on for is was a an he she his her said act law")

func wordSets(list string) (own, shared map[string]bool) {
	a, b, _ := strings.Cut(list, "|")
	sets := [2]map[string]bool{{}, {}}
	for i, words := range []string{a, b} {
		for _, w := range strings.Fields(words) {
			sets[i][w] = true
		}
	}
	return sets[0], sets[1]
}

// isEnglish reports whether about one word in ten is a common English one.
func isEnglish(text string) bool {
	words, score := 0, 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		switch w = strings.ToLower(w); {
		case englishWords[w]:
			score += 2
		case sharedWords[w]:
			score++
		}
	}
	return score > 0 && score*8 >= words
}
