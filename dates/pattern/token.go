// Package pattern compiles patterns over tokens into one automaton and runs it
// over text that is tokenised once.
//
// A Set of patterns is made of data files (see Parse for their grammar). Its
// Lexer turns text into tokens that are byte offsets and a symbol; a symbol
// stands for the set of classes a token belongs to, so that "may", "5" and "2021"
// may each be several things at once. Match then finds, from one token on, the
// longest pattern in one pass. The package promises that it never changes or
// copies the text, that offsets lie on rune boundaries, and that time is linear
// in the text for patterns of bounded length.
package pattern

import (
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number, a Han character or a punctuation mark.
type Token struct {
	Start, End int    // bytes into the text
	Sym        uint16 // its symbol in the Set that made it
	Gap        Gap    // what stands between it and the token before
	Kind       TokenKind
	Upper      bool  // a word that begins with a capital letter
	Num        int32 // value of a number of at most eight digits; else -1
	Digits     uint8 // how many digits a number has, at most 255
}

// Gap is what separates a token from the one before it.
type Gap uint8

// The gaps. No pattern reaches over Far.
const (
	Glued Gap = iota // nothing, or invisible characters only
	Space            // white space, with line ends at most two
	Far              // the start of the text, or more white space than a phrase has
)

// TokenKind is the coarse kind of a token.
type TokenKind uint8

// The kinds of token.
const (
	Word TokenKind = iota
	Number
	Han
	Punct
)

// maxGap is how many bytes of white space a phrase may hold between two words;
// an indented line in a narrow column needs a few dozen.
const maxGap = 64

// Lex appends the tokens of text[from:to] to buf, which may be nil, and returns it.
func (s *Set) Lex(text string, from, to int, buf []Token) []Token {
	l := lexer{set: s, text: text[:to], tokens: buf, gapStart: from, far: true}
	for i := from; i < to; {
		i = l.next(i)
	}
	return l.tokens
}

type lexer struct {
	set      *Set
	text     string
	tokens   []Token
	gapStart int // end of the last token
	lines    int // line ends since then
	far      bool
	spaced   bool
	scratch  [64]byte
}

// next reads one token or one stretch of white space at i and returns where it ends.
func (l *lexer) next(i int) int {
	c := l.text[i]
	switch {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		return l.word(i)
	case c >= '0' && c <= '9':
		return l.number(i)
	case c == ' ' || c >= '\t' && c <= '\r':
		l.spaced = true
		if c == '\n' {
			l.lines++
		}
		return i + 1
	case c < utf8.RuneSelf:
		if c < ' ' || c == 0x7F {
			return i + 1
		}
		l.emit(Token{Start: i, End: i + 1, Kind: Punct, Sym: l.set.ascii[c], Num: -1})
		return i + 1
	}
	return l.nonASCII(i)
}

func (l *lexer) nonASCII(i int) int {
	r, n := utf8.DecodeRuneInString(l.text[i:])
	switch {
	case ignorable(r):
		return i + n
	case unicode.IsSpace(r):
		l.spaced = true
		return i + n
	case isHan(r):
		l.emit(Token{Start: i, End: i + n, Kind: Han, Sym: l.set.han(r), Num: -1})
		return i + n
	case digit(r) >= 0:
		return l.number(i)
	case unicode.IsLetter(r):
		return l.word(i)
	}
	l.emit(Token{Start: i, End: i + n, Kind: Punct, Sym: l.set.punct(r), Num: -1})
	return i + n
}

func (l *lexer) emit(t Token) {
	switch {
	case l.far || t.Start-l.gapStart > maxGap || l.lines > 2:
		t.Gap = Far
	case l.spaced:
		t.Gap = Space
	}
	l.far, l.spaced, l.lines, l.gapStart = false, false, 0, t.End
	l.tokens = append(l.tokens, t)
}

// word reads letters; a word that is broken by a hyphen at a line end is one
// token where the whole is a word that some pattern knows.
func (l *lexer) word(i int) int {
	end, folded := l.letters(i, l.scratch[:0])
	sym, known := l.set.word(folded)
	if j := l.continuation(end); j > 0 {
		whole := append([]byte(nil), folded...)
		e, whole := l.letters(j, whole)
		if s, ok := l.set.word(whole); ok {
			end, sym, known = e, s, true
		}
	}
	r, _ := utf8.DecodeRuneInString(l.text[i:])
	upper := unicode.IsUpper(r)
	if known && !upper {
		sym = l.set.lower(sym)
	}
	l.emit(Token{Start: i, End: end, Kind: Word, Sym: sym, Upper: upper, Num: -1})
	return end
}

// letters reads a run of letters from i on, and appends its folded form to buf:
// lower case, without accents and invisible characters. Long words are cut
// there, since no pattern has one so long.
func (l *lexer) letters(i int, buf []byte) (int, []byte) {
	end := i
	for i < len(l.text) {
		c := l.text[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			if len(buf) < cap(l.scratch) {
				buf = append(buf, c|0x20)
			}
			i++
			end = i
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(l.text[i:])
		switch {
		case ignorable(r) || unicode.Is(unicode.Mn, r):
			i += n
			if unicode.Is(unicode.Mn, r) {
				end = i
			}
		case !isHan(r) && unicode.IsLetter(r):
			if len(buf) < cap(l.scratch) {
				buf = appendFolded(buf, r)
			}
			i += n
			end = i
		default:
			return end, buf
		}
	}
	return end, buf
}

// continuation returns where a word goes on that ends at end with a hyphen at
// the end of its line, or 0.
func (l *lexer) continuation(end int) int {
	if end >= len(l.text) || l.text[end] != '-' {
		return 0
	}
	i, lines := end+1, 0
	for i < len(l.text) && i < end+maxGap {
		switch c := l.text[i]; {
		case c == '\n':
			lines++
		case c == ' ' || c == '\r' || c == '\t':
		case c >= 'a' && c <= 'z' && lines > 0 && lines <= 2:
			return i
		default:
			return 0
		}
		i++
	}
	return 0
}

// number reads digits of any script that writes decimal numbers, thousands
// separated by commas, and the suffixes of ordinals (4th) and decades (1990s).
func (l *lexer) number(i int) int {
	t := Token{Start: i, Kind: Number}
	value := 0
	end := i
	for i < len(l.text) {
		r, n := rune(l.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(l.text[i:])
		}
		d := digit(r)
		if d < 0 {
			if ignorable(r) {
				i += n
				continue
			}
			break
		}
		i += n
		end = i
		if t.Digits < 255 {
			t.Digits++
		}
		if t.Digits <= 8 {
			value = value*10 + d
		}
	}
	t.Num = int32(value)
	if t.Digits > 8 {
		t.Num = -1
	}
	grouped := false
	if t.Digits <= 3 {
		for e := l.thousands(end); e > 0; e = l.thousands(end) {
			end, grouped = e, true
		}
	}
	switch suffix, e := l.suffix(end); {
	case grouped:
		t.Num, t.Sym = -1, l.set.numbers.other
	case suffix == ordinal:
		end, t.Sym = e, l.set.numbers.ordinal(int(t.Num), int(t.Digits))
	case suffix == plural:
		end, t.Sym = e, l.set.numbers.plural(int(t.Num), int(t.Digits))
	default:
		t.Sym = l.set.numbers.plain(int(t.Num), int(t.Digits))
	}
	t.End = end
	l.emit(t)
	return end
}

// thousands returns the end of ",ddd" at i, or 0.
func (l *lexer) thousands(i int) int {
	t := l.text
	if i+4 > len(t) || t[i] != ',' {
		return 0
	}
	for j := i + 1; j < i+4; j++ {
		if t[j] < '0' || t[j] > '9' {
			return 0
		}
	}
	if i+4 < len(t) && t[i+4] >= '0' && t[i+4] <= '9' {
		return 0
	}
	return i + 4
}

type suffix uint8

const (
	none suffix = iota
	ordinal
	plural
)

func (l *lexer) suffix(i int) (suffix, int) {
	t := l.text
	if i+1 <= len(t) && i < len(t) {
		j := i
		if t[j] == '\'' {
			j++
		} else if len(t) > j+3 && t[j:j+3] == "’" {
			j += 3
		}
		if j < len(t) && t[j] == 's' && t[i-1] == '0' && !letterAt(t, j+1) {
			return plural, j + 1
		}
	}
	if i+2 <= len(t) && !letterAt(t, i+2) {
		switch t[i : i+2] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			return ordinal, i + 2
		}
	}
	return none, i
}

func letterAt(t string, i int) bool {
	if i >= len(t) {
		return false
	}
	c := t[i]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
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
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Unicode lays out the digits of a script in runs of ten that begin at zero.
	zero := r
	for n := 0; n < 9 && unicode.Is(unicode.Nd, zero-1); n++ {
		zero--
	}
	if r >= 0xFF10 && r <= 0xFF19 {
		zero = 0xFF10
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
