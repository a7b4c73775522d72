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
