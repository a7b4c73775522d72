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

// candidate is an encoding that a text may be in, with the groups of letters
// (data/letters.txt) that its texts are written in.
type candidate struct {
	name     string // as the user is told
	encoding encoding.Encoding
	letters  []string
	prior    float64 // how much likelier it is than the others to begin with
}

var (
	candidateUTF8    = candidate{name: "UTF-8", encoding: encoding.Nop, letters: []string{"han", "hangul", "cyrillic", "greek", "hebrew", "arabic", "thai", "western", "central", "turkish", "baltic"}, prior: 0.1}
	candidateUTF16LE = candidate{name: "UTF-16LE", encoding: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), letters: candidateUTF8.letters}
	candidateUTF16BE = candidate{name: "UTF-16BE", encoding: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), letters: candidateUTF8.letters}
)

// candidates lists the encodings that are tried; of equally good ones the first
// is taken. Encodings of one family come in the order of their use.
var candidates = sync.OnceValue(func() []candidate {
	list := []candidate{candidateUTF8}
	for _, c := range []candidate{
		{name: "windows-1252", letters: []string{"western"}, prior: 0.1},
		{name: "GB18030", letters: []string{"han"}},
		{name: "Big5", letters: []string{"han"}},
		{name: "Shift_JIS", letters: []string{"han"}},
		{name: "EUC-JP", letters: []string{"han"}},
		{name: "EUC-KR", letters: []string{"hangul"}},
		{name: "windows-1251", letters: []string{"cyrillic"}},
		{name: "KOI8-R", letters: []string{"cyrillic"}},
		{name: "IBM866", letters: []string{"cyrillic"}},
		{name: "ISO-8859-5", letters: []string{"cyrillic"}},
		{name: "windows-1250", letters: []string{"central"}},
		{name: "ISO-8859-2", letters: []string{"central"}},
		{name: "windows-1254", letters: []string{"turkish"}},
		{name: "windows-1257", letters: []string{"baltic"}},
		{name: "windows-1253", letters: []string{"greek"}},
		{name: "windows-1255", letters: []string{"hebrew"}},
		{name: "windows-1256", letters: []string{"arabic"}},
		{name: "windows-874", letters: []string{"thai"}},
		{name: "macintosh", letters: []string{"western"}, prior: -0.1},
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
	best, bestScore := list[1], 0.0
	for _, c := range list {
		score := plausibility(sample, c) + c.prior
		if strings.EqualFold(c.name, vote) {
			score += 0.15
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
// an encoding: the mean worth of the characters beyond ASCII, from -3 (garbage)
// to 1 (the most frequent letters of its languages). Without any it is 0.
func plausibility(sample []byte, c candidate) float64 {
	text := string(sample)
	if c.encoding != encoding.Nop {
		out, _ := c.encoding.NewDecoder().Bytes(sample)
		text = string(out)
	}
	weights := letterWeights()
	sum, n := 0.0, 0
	prev := rune(' ')
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r >= 0x80 && !(i >= len(text)-3 && r == utf8.RuneError) { // the sample may be cut inside a character
			next, _ := utf8.DecodeRuneInString(text[i:])
			sum += worth(weights, c.letters, prev, r, next)
			n++
		}
		prev = r
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// worth judges one character beside its neighbours.
func worth(weights map[string]map[rune]float64, groups []string, prev, r, next rune) float64 {
	if r == utf8.RuneError || r >= 0x80 && r < 0xA0 || stdunicode.Is(stdunicode.Co, r) || !stdunicode.IsGraphic(r) && !Invisible(r) {
		return -3
	}
	if v, ok := punctuationWorth(prev, r, next); ok {
		return v
	}
	if !stdunicode.IsLetter(r) && !stdunicode.IsMark(r) {
		if stdunicode.IsLetter(prev) && stdunicode.IsLetter(next) {
			return -1
		}
		return -0.7
	}
	v := letterWorth(weights, groups, r)
	switch {
	case stdunicode.IsUpper(r) && stdunicode.IsLower(prev):
		return v - 1 // case turned about: KOI8-R read as windows-1251
	case foreign(prev, r) || foreign(next, r):
		return v - 1 // two scripts in one word
	}
	return v
}

func letterWorth(weights map[string]map[rune]float64, groups []string, r rune) float64 {
	for _, g := range groups {
		if v, ok := weights[g][r]; ok {
			return v
		}
		if v, ok := weights[g][stdunicode.ToLower(r)]; ok {
			return 0.9 * v
		}
	}
	switch {
	case r >= 0x3041 && r <= 0x30FE:
		return 1 // kana
	case r >= 0xFF61 && r <= 0xFF9F:
		return -0.5 // half-width kana, which any byte can be
	case stdunicode.Is(stdunicode.Han, r):
		return -0.1
	case stdunicode.Is(stdunicode.Hangul, r):
		return 0.1
	}
	return -0.3
}

// punctuationWorth knows the punctuation marks that texts really use.
func punctuationWorth(prev, r, next rune) (float64, bool) {
	switch r {
	case '’', '‘', '“', '”', '–', '—', '…', '„', '«', '»', '•', '§', '©', '®', '°', '€', 0xA0, '™', '£':
		if r != '’' && stdunicode.IsLetter(prev) && stdunicode.IsLetter(next) && prev < 0x250 && r != '—' && r != '–' && r != 0xA0 {
			return -1, true
		}
		return 0.8, true
	case '、', '。', '，', '；', '：', '？', '！', '（', '）', '《', '》', '「', '」', '『', '』', '【', '】', '〔', '〕', '·', '・', 0x3000:
		return 0.7, true
	}
	if r >= 0xFF10 && r <= 0xFF5A {
		return 0.5, true // full-width ASCII
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
var letterWeights = sync.OnceValue(func() map[string]map[rune]float64 {
	all := map[string]map[rune]float64{}
	for line := range strings.Lines(letterData) {
		name, chars, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		all[name] = map[rune]float64{}
		for i, tier := range strings.Split(chars, "|") {
			for _, r := range strings.TrimSpace(tier) {
				if _, twice := all[name][r]; !twice {
					all[name][r] = [...]float64{1, 0.7, 0.2}[min(i, 2)]
				}
			}
		}
	}
	return all
})
