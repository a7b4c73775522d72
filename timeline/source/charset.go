package source

import (
	_ "embed"
	"strings"
	"sync"
	stdunicode "unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// candidate is an encoding that a text may be in.
type candidate struct {
	name      string // as the user is told
	encoding  encoding.Encoding
	languages []string // the groups of letters (data/letters.txt), of which a text uses one
	prior     int      // how much likelier it is than the others to begin with, in hundredths
}

var (
	candidateUTF8    = candidate{name: "UTF-8", encoding: encoding.Nop, languages: []string{"*"}, prior: 10}
	candidateUTF16LE = candidate{name: "UTF-16LE", encoding: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), languages: []string{"*"}}
	candidateUTF16BE = candidate{name: "UTF-16BE", encoding: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), languages: []string{"*"}}
)

var westernLanguages = []string{"french", "german", "spanish", "italian", "portuguese", "dutch", "nordic", "icelandic"}

// candidates lists the encodings that are tried; of equally good ones the first
// is taken. Encodings of one family come in the order of their use.
var candidates = sync.OnceValue(func() []candidate {
	list := []candidate{candidateUTF8}
	for _, c := range []candidate{
		{name: "windows-1252", languages: westernLanguages, prior: 10},
		{name: "GB18030", languages: []string{"han"}},
		{name: "Big5", languages: []string{"han"}},
		{name: "Shift_JIS", languages: []string{"han"}},
		{name: "EUC-JP", languages: []string{"han"}},
		{name: "EUC-KR", languages: []string{"hangul"}},
		{name: "windows-1251", languages: []string{"cyrillic"}},
		{name: "KOI8-R", languages: []string{"cyrillic"}},
		{name: "IBM866", languages: []string{"cyrillic"}},
		{name: "ISO-8859-5", languages: []string{"cyrillic"}},
		{name: "windows-1250", languages: []string{"polish", "czech", "slovak", "hungarian", "romanian", "croatian"}},
		{name: "ISO-8859-2", languages: []string{"polish", "czech", "slovak", "hungarian", "romanian", "croatian"}},
		{name: "windows-1254", languages: []string{"turkish"}},
		{name: "windows-1257", languages: []string{"lithuanian", "latvian", "estonian"}},
		{name: "windows-1253", languages: []string{"greek"}},
		{name: "windows-1255", languages: []string{"hebrew"}},
		{name: "windows-1256", languages: []string{"arabic"}},
		{name: "windows-874", languages: []string{"thai"}},
		{name: "macintosh", languages: westernLanguages, prior: -10},
	} {
		c.encoding = mustEncoding(c.name)
		list = append(list, c)
	}
	return list
})

// guess returns the encoding in which the bytes make the best sense as text. The
// detector of the chardet package has a vote; it alone is weak on short texts.
func guess(data []byte) candidate {
	sample := sampleOf(data)
	vote := detected(sample)
	list := candidates()
	best, bestScore := list[1], 0
	for _, c := range list {
		score := plausibility(sample, c) + c.prior
		if strings.EqualFold(c.name, vote) {
			score += 15
		}
		if score > bestScore {
			best, bestScore = c, score
		}
	}
	return best
}

// detected returns what chardet makes of the bytes, under the name of a candidate.
func detected(sample []byte) string {
	found := chardet.Detect(sample).Encoding
	switch strings.ToUpper(found) {
	case "CP949", "JOHAB":
		return "EUC-KR"
	case "CP932":
		return "Shift_JIS"
	}
	_, name := charset.Lookup(found)
	if name == "gbk" {
		return "GB18030"
	}
	return name
}

// sampleSize is how many bytes are looked at for a guess.
const sampleSize = 32 << 10

// sampleOf returns the part of the bytes that tells most of the encoding: from
// the line on which the first byte that is no ASCII stands.
func sampleOf(data []byte) []byte {
	at := 0
	for at < len(data) && data[at] < 0x80 {
		at++
	}
	start := at
	for start > 0 && at-start < 200 && data[start-1] != '\n' {
		start--
	}
	start &^= 3 // UTF-16 and UTF-32 stay in step
	return data[start:min(len(data), start+sampleSize)]
}

// plausibility returns how much the bytes look like text when they are read in
// an encoding: the mean worth of the characters beyond ASCII in hundredths, from
// -300 (garbage) to 100 (the most frequent letters of a language). Without any it
// is 0. Whole numbers, so that the order of adding up changes nothing.
func plausibility(sample []byte, c candidate) int {
	text := string(sample)
	if c.encoding != encoding.Nop {
		out, _ := c.encoding.NewDecoder().Bytes(sample)
		text = string(out)
	}
	letters, others, n := weigh(text)
	if n == 0 {
		return 0
	}
	best := -300
	for _, language := range c.languages {
		sum := others
		for r, count := range letters {
			sum += count * letterWorth(language, r)
		}
		best = max(best, sum/n)
	}
	if isLatin(letters) { // loan words bring letters of several languages into one text
		best = max(best, (allLetters(letters)+others)/n-30)
	}
	return best
}

// weigh counts the letters beyond ASCII, adds up the worth of all else that can
// be told without knowing the language, and returns how many characters beyond
// ASCII there are.
func weigh(text string) (letters map[rune]int, others, n int) {
	letters = map[rune]int{}
	prev := rune(' ')
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r >= 0x80 && !(i >= len(text)-3 && r == utf8.RuneError) { // the sample may be cut inside a character
			next, _ := utf8.DecodeRuneInString(text[i:])
			others += worth(prev, r, next)
			if stdunicode.IsLetter(r) || stdunicode.IsMark(r) {
				letters[r]++
			}
			n++
		}
		prev = r
	}
	return letters, others, n
}

// worth judges one character by its neighbours; a letter in its place is worth 0.
func worth(prev, r, next rune) int {
	switch {
	case r == utf8.RuneError || r < 0xA0 || stdunicode.Is(stdunicode.Co, r) || !stdunicode.IsGraphic(r) && !Invisible(r):
		return -300
	case stdunicode.IsLetter(r) || stdunicode.IsMark(r):
		return letterPlace(prev, r, next)
	}
	if v, ok := punctuationWorth(prev, r, next); ok {
		return v
	}
	if stdunicode.IsLetter(prev) && stdunicode.IsLetter(next) {
		return -100
	}
	return -70
}

// letterPlace judges where a letter stands.
func letterPlace(prev, r, next rune) int {
	switch {
	case stdunicode.IsUpper(r) && stdunicode.IsLower(prev):
		return -100 // case turned about: KOI8-R read as windows-1251
	case foreign(prev, r) || foreign(next, r):
		return -100 // two scripts in one word
	case r == 'ς' && stdunicode.IsLetter(next):
		return -150 // the sigma of a word's end
	case !stdunicode.Is(stdunicode.Latin, r):
		return 0
	}
	v := 0 // Latin words are mostly made of ASCII letters
	for _, neighbour := range []rune{prev, next} {
		if neighbour >= 0x80 && stdunicode.IsLetter(neighbour) {
			v -= 40
		}
	}
	return v
}

// letterWorth is what a letter is worth in a language; "*" is any of them.
func letterWorth(language string, r rune) int {
	weights := letterWeights()[language]
	if v, ok := weights[r]; ok {
		return v
	}
	if v, ok := weights[stdunicode.ToLower(r)]; ok {
		return v * 9 / 10
	}
	switch {
	case r >= 0x3041 && r <= 0x30FE:
		return 100 // kana
	case r >= 0xFF61 && r <= 0xFF9F:
		return -50 // half-width kana, which any byte can be
	case stdunicode.Is(stdunicode.Han, r):
		return -10
	case stdunicode.Is(stdunicode.Hangul, r):
		return 10
	}
	return -30
}

func allLetters(letters map[rune]int) int {
	sum := 0
	for r, count := range letters {
		sum += count * letterWorth("latin", r)
	}
	return sum
}

func isLatin(letters map[rune]int) bool {
	for r := range letters {
		if !stdunicode.Is(stdunicode.Latin, r) {
			return false
		}
	}
	return true
}

// punctuationWorth knows the punctuation marks that texts really use.
func punctuationWorth(prev, r, next rune) (int, bool) {
	switch r {
	case '’', '‘', '“', '”', '–', '—', '…', '„', '«', '»', '•', '§', '©', '®', '°', '€', 0xA0, '™', '£':
		if r != '’' && stdunicode.IsLetter(prev) && stdunicode.IsLetter(next) && prev < 0x250 && r != '—' && r != '–' && r != 0xA0 {
			return -100, true
		}
		return 80, true
	case '、', '。', '，', '；', '：', '？', '！', '（', '）', '《', '》', '「', '」', '『', '』', '【', '】', '〔', '〕', '·', '・', 0x3000:
		return 70, true
	}
	if r >= 0xFF10 && r <= 0xFF5A {
		return 50, true // full-width ASCII
	}
	return 0, false
}

// foreign reports whether two letters can't stand in one word: Latin beside
// Cyrillic, Greek, Hebrew, Arabic or Thai, and lower-case Latin beside Han.
func foreign(a, r rune) bool {
	latin := a|0x20 >= 'a' && a|0x20 <= 'z'
	if !latin {
		return false
	}
	if stdunicode.Is(stdunicode.Han, r) || stdunicode.Is(stdunicode.Hangul, r) {
		return a >= 'a'
	}
	return !stdunicode.Is(stdunicode.Latin, r) && stdunicode.IsLetter(r)
}

//go:embed data/letters.txt
var letterData string

// letterWeights returns the worth of the letters of each group of letters.txt.
var letterWeights = sync.OnceValue(func() map[string]map[rune]int {
	all := map[string]map[rune]int{"*": {}}
	for line := range strings.Lines(letterData) {
		name, chars, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		all[name] = map[rune]int{}
		for i, tier := range strings.Split(chars, "|") {
			for _, r := range strings.TrimSpace(tier) {
				v := [...]int{100, 70, 20}[min(i, 2)]
				all[name][r] = max(all[name][r], v)
				all["*"][r] = max(all["*"][r], v)
			}
		}
	}
	return all
})
