package pattern

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// Lexer reads the tokens of a text, piece by piece.
type Lexer struct {
	set      *Set
	text     string
	at       int
	gapStart int // end of the last token
	lines    int // line ends since then
	far      bool
	spaced   bool
}

// Lexer returns a lexer of text[from:to].
func (s *Set) Lexer(text string, from, to int) Lexer {
	return Lexer{set: s, text: text[:to], at: from, gapStart: from, far: true}
}

// Lex appends the tokens of text[from:to] to buf, which may be nil, and returns it.
func (s *Set) Lex(text string, from, to int, buf []Token) []Token {
	l := s.Lexer(text, from, to)
	return l.Read(buf, math.MaxInt)
}

// Done reports whether the text has been read to its end.
func (l *Lexer) Done() bool { return l.at >= len(l.text) }

// Read appends tokens to buf, up to n in all, and returns it.
func (l *Lexer) Read(buf []Token, n int) []Token {
	text, i := l.text, l.at
	for i < len(text) && len(buf) < n {
		var t Token
		switch c := text[i]; byteClasses[c] {
		case letterByte:
			t = l.word(i)
		case digitByte:
			t = l.number(i)
		case spaceByte:
			l.spaced = true
			if c == '\n' {
				l.lines++
			}
			i++
			continue
		case markByte:
			t = Token{Start: i, End: i + 1, Kind: Punct, Sym: l.set.runes.get(rune(c)), Num: -1}
		case silentByte:
			i++
			continue
		default:
			var size int
			if t, size = l.beyondASCII(i); size > 0 {
				i += size
				continue
			}
		}
		t.Gap = l.gap(i)
		l.gapStart, l.lines, l.spaced, l.far = t.End, 0, false, false
		buf = append(buf, t)
		i = t.End
	}
	l.at = i
	return buf
}

// gap returns what stands between the last token and one that begins at i.
func (l *Lexer) gap(i int) Gap {
	switch {
	case l.far || i-l.gapStart > maxGap || l.lines > 2:
		return Far
	case l.spaced:
		return Space
	}
	return Glued
}

// beyondASCII returns the token at i, or the length of a character that is none.
func (l *Lexer) beyondASCII(i int) (Token, int) {
	r, n := utf8.DecodeRuneInString(l.text[i:])
	switch classOf(r) {
	case silentRune:
		return Token{}, n
	case spaceRune:
		l.spaced = true
		return Token{}, n
	case hanRune:
		return Token{Start: i, End: i + n, Kind: Han, Sym: l.set.runes.get(r), Num: -1}, 0
	case digitRune:
		return l.number(i), 0
	case letterRune:
		return l.anyWord(i), 0
	}
	return Token{Start: i, End: i + n, Kind: Punct, Sym: l.set.runes.get(r), Num: -1}, 0
}

// word reads a word that begins with an ASCII letter, as nearly all do that hold
// nothing else.
func (l *Lexer) word(i int) Token {
	key, n := asciiWord(l.text, i)
	end := i + n
	if end < len(l.text) && (l.text[end] == '-' || l.text[end] >= utf8.RuneSelf) && l.goesOn(end) {
		return l.anyWord(i)
	}
	return l.token(i, end, l.set.words.find(key, l.text[i:end]), l.text[i] < 'a')
}

// goesOn reports whether a word may go on behind its ASCII letters.
func (l *Lexer) goesOn(end int) bool {
	if l.text[end] == '-' {
		return l.continuation(end) > 0
	}
	r, _ := utf8.DecodeRuneInString(l.text[end:])
	switch classOf(r) {
	case letterRune, accentRune, silentRune:
		return true
	}
	return false
}

// token returns the token of a word.
func (l *Lexer) token(start, end int, entry uint16, upper bool) Token {
	e := &l.set.words.entries[entry]
	t := Token{Start: start, End: end, Kind: Word, Sym: e.lower, Upper: upper, Num: -1, word: entry}
	if upper {
		t.Sym = e.sym
	}
	return t
}

// anyWord reads letters of any script; a word that is broken by a hyphen at a
// line end is one token where the whole is a word that some pattern knows.
func (l *Lexer) anyWord(i int) Token {
	var scratch [maxWord]byte
	end, folded := l.letters(i, scratch[:0])
	entry := l.set.words.find(wordKey(string(folded)), string(folded))
	if j := l.continuation(end); j > 0 {
		e, whole := l.letters(j, folded)
		if x := l.set.words.find(wordKey(string(whole)), string(whole)); x != 0 {
			end, entry = e, x
		}
	}
	r, _ := utf8.DecodeRuneInString(l.text[i:])
	return l.token(i, end, entry, unicode.IsUpper(r))
}

// maxWord is how many bytes of a folded word are compared; no pattern has one so long.
const maxWord = 64

// letters reads a run of letters from i on, and appends its folded form to buf:
// lower case, without accents and invisible characters. Long words are cut
// there, since no pattern has one so long.
func (l *Lexer) letters(i int, buf []byte) (int, []byte) {
	end := i
	for i < len(l.text) {
		c := l.text[i]
		if c < utf8.RuneSelf {
			if byteClasses[c] != letterByte {
				break
			}
			if len(buf) < maxWord {
				buf = append(buf, c|0x20)
			}
			i++
			end = i
			continue
		}
		r, n := utf8.DecodeRuneInString(l.text[i:])
		switch classOf(r) {
		case silentRune:
			i += n
			if unicode.Is(unicode.Mn, r) { // a variation selector
				end = i
			}
		case accentRune:
			i += n
			end = i
		case letterRune:
			if len(buf) < maxWord {
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
func (l *Lexer) continuation(end int) int {
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
func (l *Lexer) number(i int) Token {
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
	return t
}

// thousands returns the end of ",ddd" at i, or 0.
func (l *Lexer) thousands(i int) int {
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

func (l *Lexer) suffix(i int) (suffix, int) {
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
