package pattern

import (
	"math"
	"unicode"
	"unicode/utf8"
)

// Lexer reads the tokens of a text, piece by piece.
type Lexer struct {
	set   *Set
	text  string
	at    int
	end   int // of the last token
	gap   Gap // since then, as far as has been read
	lines int // line ends since then
}

// Lexer returns a lexer of text[from:to].
func (s *Set) Lexer(text string, from, to int) Lexer {
	return Lexer{set: s, text: text[:to], at: from, end: from, gap: Far}
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
	text := l.text
	for i := l.at; ; {
		if i < len(text) && text[i] == ' ' { // as between most words
			l.gap = max(l.gap, Space)
			i++
		}
		if i >= len(text) || len(buf) >= n {
			l.at = i
			return buf
		}
		c := text[i]
		class := byteClasses[c]
		var r rune // of a character beyond ASCII
		var size int
		var beyond runeClass
		switch class {
		case spaceByte:
			l.gap = max(l.gap, Space)
			if c == '\n' {
				l.lines++
			}
			i++
			continue
		case silentByte:
			i++
			continue
		case otherByte:
			r, size = runeAt(text, i)
			switch beyond = classOf(r); beyond {
			case spaceRune:
				l.gap = max(l.gap, Space)
				i += size
				continue
			case silentRune:
				i += size
				continue
			}
		}
		// The token is written where it stays, for a copy right after the writing
		// would have to wait for it.
		buf = append(buf, Token{})
		t := &buf[len(buf)-1]
		t.Start, t.Gap, t.Num = i, l.gap, -1
		if i-l.end > maxGap || l.lines > 2 {
			t.Gap = Far
		}
		switch class {
		case letterByte:
			l.word(t)
		case digitByte:
			l.number(t)
			if n := len(buf); n > 1 && t.Gap == Space && buf[n-2].word == 0 && buf[n-2].Kind == Word {
				if at := l.joint(&buf[n-2]); at > 0 {
					buf = l.part(buf, at)
					t = &buf[n]
				}
			}
		case markByte:
			t.End, t.Kind, t.Sym = i+1, Punct, l.set.runes.ascii(c)
		default:
			l.beyondASCII(t, r, size, beyond)
		}
		i = t.End
		l.end, l.lines, l.gap = i, 0, Glued
	}
}

// joint returns where in an unknown word before a number a word with a capital letter
// begins with which a pattern does, or 0: "ForceMay 25", as a page without its line
// ends has it.
func (l *Lexer) joint(t *Token) int {
	for i := t.End - 1; i > t.Start; i-- {
		if c := l.text[i]; c >= 'A' && c <= 'Z' {
			if before := l.text[i-1]; before < 'a' || before > 'z' {
				return 0
			}
			key, n := asciiWord(l.text, i)
			entry := l.set.words.find(key, l.text[i:i+n])
			if n < 3 || i+n != t.End || entry == 0 || !l.set.begins[l.set.words.entries[entry].sym] {
				return 0
			}
			return i
		}
	}
	return 0
}

// part parts the last word but one of the tokens at a byte.
func (l *Lexer) part(buf []Token, at int) []Token {
	n := len(buf)
	buf = append(buf, buf[n-1])
	word := Token{Start: at, Gap: Glued, Num: -1}
	key, size := asciiWord(l.text, at)
	l.known(&word, at+size, l.set.words.find(key, l.text[at:at+size]), true)
	buf[n-2].End, buf[n-1] = at, word
	return buf
}

// beyondASCII reads a token that begins with a character beyond ASCII.
func (l *Lexer) beyondASCII(t *Token, r rune, size int, class runeClass) {
	switch class {
	case hanRune:
		t.End, t.Kind, t.Sym = t.Start+size, Han, l.set.runes.get(r)
	case digitRune:
		l.number(t)
	case letterRune:
		l.anyWord(t)
	default:
		t.End, t.Kind, t.Sym = t.Start+size, Punct, l.set.runes.get(r)
	}
}

// word reads a word that begins with an ASCII letter, as nearly all do that hold
// nothing else.
func (l *Lexer) word(t *Token) {
	key, n := asciiWord(l.text, t.Start)
	end := t.Start + n
	if end < len(l.text) && (l.text[end] == '-' || l.text[end] >= utf8.RuneSelf) && l.goesOn(end) {
		l.anyWord(t)
		return
	}
	l.known(t, end, l.set.words.find(key, l.text[t.Start:end]), l.text[t.Start] < 'a')
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

// known makes the token of a word by its entry.
func (l *Lexer) known(t *Token, end int, entry uint16, upper bool) {
	e := &l.set.words.entries[entry]
	t.End, t.Kind, t.word, t.Upper, t.Sym = end, Word, entry, upper, e.lower
	if upper {
		t.Sym = e.sym
	}
}

// anyWord reads letters of any script; a word that is broken by a hyphen at a
// line end is one token where the whole is a word that some pattern knows.
func (l *Lexer) anyWord(t *Token) {
	var scratch [maxWord]byte
	end, folded := l.letters(t.Start, scratch[:0])
	entry := l.set.words.find(wordKey(string(folded)), string(folded))
	if j := l.continuation(end); j > 0 {
		e, whole := l.letters(j, folded)
		if x := l.set.words.find(wordKey(string(whole)), string(whole)); x != 0 {
			end, entry = e, x
		}
	}
	r, _ := utf8.DecodeRuneInString(l.text[t.Start:])
	l.known(t, end, entry, unicode.IsUpper(r))
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
// separated by commas, and the suffixes of ordinals (4th, 22d) and decades (1990s).
func (l *Lexer) number(t *Token) {
	t.Kind = Number
	i := t.Start
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
	switch suffix, e := l.suffix(end, int(t.Num)); {
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

// suffix returns what stands behind the digits of num, which end at i, and its end.
func (l *Lexer) suffix(i, num int) (suffix, int) {
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
	if i < len(t) && t[i] == 'd' && oldOrdinal(num) && !letterAt(t, i+1) {
		return ordinal, i + 1
	}
	return none, i
}

// oldOrdinal reports whether the ordinal of a day was once written with a d alone: "the 22d".
func oldOrdinal(num int) bool { return num == 2 || num == 3 || num == 22 || num == 23 }

func letterAt(t string, i int) bool {
	if i >= len(t) {
		return false
	}
	c := t[i]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
