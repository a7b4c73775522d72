package pattern

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// byteClass is what the lexer does at a byte.
type byteClass uint8

const (
	otherByte byteClass = iota // of a character beyond ASCII
	letterByte
	digitByte
	spaceByte
	markByte
	silentByte // a control character
)

var byteClasses = func() (t [256]byteClass) {
	for c := range 0x80 {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			t[c] = letterByte
		case c >= '0' && c <= '9':
			t[c] = digitByte
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = spaceByte
		case c < ' ' || c == 0x7F:
			t[c] = silentByte
		default:
			t[c] = markByte
		}
	}
	return t
}()

// runeAt decodes the character beyond ASCII at text[i:]. Nearly all Han characters
// are three bytes from E4 to E9 on.
func runeAt(text string, i int) (rune, int) {
	if i+2 < len(text) && text[i] >= 0xE4 && text[i] <= 0xE9 && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
		return rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// runeClass is what the lexer does at a character beyond ASCII.
type runeClass uint8

const (
	unclassed runeClass = iota
	silentRune
	spaceRune
	hanRune
	digitRune
	letterRune
	accentRune // it belongs to the letter before it
	markRune
)

// classOf returns the class of a character. Those of the scripts and marks that
// are met most are looked up.
func classOf(r rune) runeClass {
	if r >= 0x4E00 && r <= 0x9FFF {
		return hanRune
	}
	if r < 0x10000 {
		if page := runePages()[r>>8]; page != nil {
			return page[r&0xFF]
		}
	}
	return classify(r)
}

func classify(r rune) runeClass {
	switch {
	case ignorable(r):
		return silentRune
	case unicode.IsSpace(r):
		return spaceRune
	case isHan(r):
		return hanRune
	case digit(r) >= 0:
		return digitRune
	case unicode.IsLetter(r):
		return letterRune
	case unicode.Is(unicode.Mn, r):
		return accentRune
	}
	return markRune
}

// runePages holds the classes of Latin, Greek and Cyrillic letters, of general
// and Chinese punctuation and of full-width forms.
var runePages = sync.OnceValue(func() *[256]*[256]runeClass {
	pages := new([256]*[256]runeClass)
	for _, p := range []rune{0x00, 0x01, 0x03, 0x04, 0x20, 0x30, 0xFF} {
		pages[p] = new([256]runeClass)
		for r := range rune(256) {
			pages[p][r] = classify(p<<8 | r)
		}
	}
	return pages
})

// runeTable holds a symbol for single characters; of all others it is zero.
type runeTable struct {
	pages [256]*[256]uint16 // of the Basic Multilingual Plane
	rest  map[rune]uint16
}

func (t *runeTable) get(r rune) uint16 {
	if r >= 0x10000 {
		return t.rest[r]
	}
	if page := t.pages[r>>8]; page != nil {
		return page[r&0xFF]
	}
	return 0
}

// ascii returns the symbol of an ASCII character; page 0 holds the built-in marks.
func (t *runeTable) ascii(c byte) uint16 { return t.pages[0][c] }

func (t *runeTable) set(r rune, sym uint16) {
	if r >= 0x10000 {
		if t.rest == nil {
			t.rest = map[rune]uint16{}
		}
		t.rest[r] = sym
		return
	}
	if t.pages[r>>8] == nil {
		t.pages[r>>8] = new([256]uint16)
	}
	t.pages[r>>8][r&0xFF] = sym
}

// digit returns the value of a decimal digit of any script, or -1. Superscripts
// are no digits: they are marks of notes.
func digit(r rune) int {
	if r < utf8.RuneSelf {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if r >= 0xFF10 && r <= 0xFF19 {
		return int(r - 0xFF10)
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Unicode lays out the digits of a script in runs of ten that begin at zero.
	zero := r
	for n := 0; n < 9 && unicode.Is(unicode.Nd, zero-1); n++ {
		zero--
	}
	return int(r - zero)
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r == 0x3007 || r >= 0x3400 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// ignorable reports whether a character may stand inside a word or number
// without being seen: soft hyphen, zero-width and directional marks, variation
// selectors. Directional overrides are not among them: text that they turn
// round does not say what its characters say.
func ignorable(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0xFEFF, r == 0x061C:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2069:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}
