package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Names are compared folded: lower case, without accents, half width, simplified
// characters, one space for white space and hyphens, no apostrophes, no double
// quotation marks, no dots after initials. Only the pieces of a text that are compared are folded, one
// character at a time, so that offsets stay those of the text.

// plain maps an ASCII byte to its folded form, and to 0 where that depends on
// what stands around it.
var plain = func() (t [256]byte) {
	for c := byte('!'); c < 0x7F; c++ {
		t[c] = c
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = byte(c) + 'a' - 'A'
	}
	t['-'], t['\''], t['`'], t['.'], t['"'] = 0, 0, 0, 0, 0
	return t
}()

// wordByte says which ASCII bytes are letters or digits.
var wordByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
	}
	return t
}()

// What a character is for the comparison of names.
type class uint8

const (
	literal    class = iota // stands for itself, folded
	gap                     // white space and hyphens: one space
	apostrophe              // dropped inside a word
	dot                     // dropped after an initial
	silent                  // shows nothing: dropped
	quote                   // double quotation mark: dropped
)

// classify returns the class of the character at text[i:] and its length in bytes.
func classify(text string, i int) (class, rune, int) {
	r, n := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '.':
		return dot, r, n
	case '\'', '`', '´', '‘', '’', 'ʼ', '＇':
		return apostrophe, r, n
	case '"', '“', '”', '„', '‟', '«', '»', '「', '」', '『', '』', '＂':
		return quote, r, n
	}
	switch {
	case isGap(r):
		return gap, r, n
	case isSilent(r):
		return silent, r, n
	}
	return literal, r, n
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

func isGap(r rune) bool {
	return r == '-' || r >= 0x2010 && r <= 0x2013 || r == 0x2212 || r == 0xFF0D || isSpace(r)
}

// isSilent reports control characters, soft hyphens, zero-width characters and
// combining accents.
func isSilent(r rune) bool {
	return r < 0x20 || r == 0xAD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF ||
		r >= 0x300 && r <= 0x36F || r >= 0xFE00 && r <= 0xFE0F
}

// afterGap returns where the white space and hyphens at text[i:] end; broken says
// that a hyphen stands before a line end, ok that at most one blank line lies
// between, as pages set with wide lines have it.
func afterGap(text string, i int) (end int, broken, ok bool) {
	lines, hyphen := 0, false
	for i < len(text) {
		c, r, n := classify(text, i)
		if c != gap && c != silent {
			break
		}
		switch r {
		case '\n':
			lines++
		case '-', 0x2010, 0x2011, 0xAD, 0x02:
			hyphen = true
		}
		i += n
	}
	return i, hyphen && lines > 0, lines < 3
}

// initial reports whether the dot at text[i] follows a single letter, as in
// "F.T.C." or "U.S.".
func initial(text string, i int) bool {
	if i == 0 || !wordByte[text[i-1]] || text[i-1] <= '9' {
		return false
	}
	if i == 1 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i-1])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// foldRune returns the folded form of a character above ASCII.
func foldRune(r rune) rune {
	switch {
	case r >= 0xC0 && r < 0x180:
		return rune(accents[r-0xC0])
	case r >= 0x4E00 && r <= 0x9FFF:
		if s := simplified()[r-0x4E00]; s != 0 {
			return rune(s)
		}
		return r
	case r >= 0xFF01 && r <= 0xFF5E:
		r -= 0xFEE0
	}
	return unicode.ToLower(r)
}

// accents holds the base letters of U+00C0 to U+017F.
const accents = "aaaaaaaceeeeiiiidnooooo*ouuuuyts" +
	"aaaaaaaceeeeiiiidnooooo/ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
	"lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

//go:embed entities/hanzi.txt
var hanziList string

// simplified maps a traditional character to the simplified one, 0 where they do
// not differ.
var simplified = sync.OnceValue(func() *[0x5200]uint16 {
	t := new([0x5200]uint16)
	for line := range strings.Lines(hanziList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			rs := []rune(pair)
			for _, r := range rs[1:] {
				t[r-0x4E00] = uint16(rs[0])
			}
		}
	}
	return t
})

// foldKey returns a name folded.
func foldKey(name string) string { return string(appendKey(nil, name)) }

// appendKey appends a name, folded.
func appendKey(b []byte, name string) []byte {
	name = strings.TrimSpace(name)
	for i := 0; i < len(name); {
		c, r, n := classify(name, i)
		switch {
		case c == gap:
			end, _, _ := afterGap(name, i)
			b = append(b, ' ')
			i = end
			continue
		case c == silent, c == quote, c == apostrophe && inWord(name, i, n), c == dot && initial(name, i):
		case r < utf8.RuneSelf:
			b = append(b, asciiLower(byte(r)))
		default:
			b = utf8.AppendRune(b, foldRune(r))
		}
		i += n
	}
	return b
}

func asciiLower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// inWord reports whether letters stand on both sides of text[i:i+n].
func inWord(text string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+n:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// sameCase reports whether the letters of a and b, which fold to the same, agree
// in case.
func sameCase(a, b string) bool {
	for {
		x, i := firstLetter(a)
		y, j := firstLetter(b)
		if i < 0 || j < 0 {
			return i == j
		}
		if unicode.IsUpper(x) != unicode.IsUpper(y) {
			return false
		}
		a, b = a[i:], b[j:]
	}
}

// firstLetter returns the first letter of s and the offset behind it, or -1.
func firstLetter(s string) (rune, int) {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return r, i + utf8.RuneLen(r)
		}
	}
	return 0, -1
}

// isCJK reports characters of scripts that are written without spaces, or whose
// names take endings without one: Han, kana and hangul.
func isCJK(r rune) bool {
	return isHan(r) || r >= 0x3040 && r <= 0x30FF || r >= 0xAC00 && r <= 0xD7A3
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r == '々' ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}
