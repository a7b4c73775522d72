package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find returns the listed names in a text: ordered, disjoint, and where several
// begin together the longest. A possessive 's is left out of the match. Web and
// mail addresses are passed over.
func (l *Lexicon) Find(text string) []Match {
	var out []Match
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !wordByte[c] {
			i++
			continue
		}
		if (c == 'h' || c == 'w') && i+3 < len(text) && text[i+1] == text[i+2] {
			if end := address(text, i); end > i {
				i = end
				continue
			}
		}
		if l.mayStart(text, i) {
			if end, n := l.longest(text, i); n != nil {
				if n.entity.Type != none {
					out = append(out, Match{Start: withQuote(text, i, end), End: end, Entity: n.entity, Alias: n.alias})
				}
				i = end
				continue
			}
		}
		i = nextStart(text, i)
	}
	return out
}

// withQuote returns the start of a match, before the quotation mark that opens
// there where the match has the one that closes it: “Widget Plus” Plan.
func withQuote(text string, start, end int) int {
	for _, q := range [...][2]string{{"“", "”"}, {"「", "」"}, {"«", "»"}, {"\"", "\""}} {
		if strings.HasSuffix(text[:start], q[0]) && strings.Contains(text[start:end], q[1]) &&
			(q[0] == q[1] || !strings.Contains(text[start:end], q[0])) {
			return start - len(q[0])
		}
	}
	return start
}

// mayStart is a quick check of the beginning of the word at text[i:].
func (l *Lexicon) mayStart(text string, i int) bool {
	if text[i] >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(text[i:])
		r = foldRune(r)
		for _, t := range l.layers {
			if t.startsWithHan(r) {
				return true
			}
		}
		return false
	}
	end := i + 1
	for end < i+maxHead && end < len(text) && wordByte[text[end]] {
		end++
	}
	if end < i+maxHead && end < len(text) && text[end] == ' ' {
		end++
	}
	hash := headHash(text[i:end])
	for _, t := range l.layers {
		if t.starts(hash) {
			return true
		}
	}
	return false
}

// nextStart returns where the next word after the one at text[i:] may begin; in
// scripts without spaces that is the next character.
func nextStart(text string, i int) int {
	first := true
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if !wordByte[c] {
				return i
			}
			i++
			first = false
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if isCJK(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isSilent(r) {
			if first {
				i += n
			}
			return i
		}
		i += n
		first = false
	}
	return i
}

// longest returns the longest name that begins at text[start:].
func (l *Lexicon) longest(text string, start int) (end int, best *name) {
	if start > 0 && inAddress(text[start-1], text[start]) ||
		start > 1 && text[start-1] == '/' && text[start-2] >= '0' && text[start-2] <= '9' { // 2010/87/EU
		return 0, nil
	}
	for _, t := range l.layers {
		w := walk{l: l, t: t, text: text, start: start, end: end, best: best}
		w.from(0, start)
		end, best = w.end, w.best
	}
	return end, best
}

// inAddress reports whether a word with first byte c, behind byte before, is part
// of a mail or web address: "/cybersecurity-law".
func inAddress(before, c byte) bool {
	switch before {
	case '@':
		return true
	case '/', '-', '_', '=':
		return c >= 'a' && c <= 'z'
	}
	return false
}

// walk is one descent in a trie.
type walk struct {
	l     *Lexicon
	t     *layer
	text  string
	start int
	end   int   // of the best match
	best  *name // nil for none
}

// from goes on from a node at text[i:] as far as the trie leads.
func (w *walk) from(node uint32, i int) {
	t, text := w.t, w.text
	for i < len(text) {
		if c := plain[text[i]]; c != 0 {
			if node = t.child(node, c); node == 0 {
				return
			}
			i++
		} else {
			var next int
			var ended bool
			if node, next, ended = w.special(node, i); ended {
				return
			}
			if next < 0 {
				i = -next // nothing consumed that could end a name
				continue
			}
			i = next
		}
		if v := t.value[node]; v >= 0 && i >= w.end {
			w.offer(v, i)
		}
	}
}

// special takes a character that plain does not know. It returns the node
// reached, the offset behind the character, negative where the character was
// only passed over, and whether the trie leads no further.
func (w *walk) special(node uint32, i int) (uint32, int, bool) {
	c, r, n := classify(w.text, i)
	switch {
	case c == gap:
		return w.gap(node, i)
	case c == silent, c == quote && i > w.start, c == apostrophe && inWord(w.text, i, n), c == dot && initial(w.text, i):
		return node, -(i + n), node == 0
	case c == apostrophe:
		r = '\''
	case r >= utf8.RuneSelf:
		r = foldRune(r)
	}
	node = w.t.childRune(node, r)
	return node, i + n, node == 0
}

// gap takes white space and hyphens. They stand for one space, or for nothing
// where a word is hyphenated over a line end or next to a Han character.
func (w *walk) gap(node uint32, i int) (uint32, int, bool) {
	end, broken, ok := afterGap(w.text, i)
	if !ok || end == len(w.text) || node == 0 {
		return 0, 0, true
	}
	space := w.t.child(node, ' ')
	if broken || w.han(i, end) {
		if space != 0 {
			w.from(space, end)
		}
		return node, -end, false
	}
	return space, -end, space == 0
}

// han reports whether a Han character stands next to text[i:end].
func (w *walk) han(i, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(w.text[:i])
	after, _ := utf8.DecodeRuneInString(w.text[end:])
	return isHan(before) || isHan(after)
}

// offer takes the names that end at text[end] if they may stand there. Of names
// that are equally long that of the later layer is kept.
func (w *walk) offer(v int32, end int) {
	if !boundary(w.text, end) {
		return
	}
	for ; ; v++ {
		n := &w.t.names[v]
		if w.l.fits(w.text, w.start, end, n) {
			w.end, w.best = end, n
			return
		}
		if !n.more {
			return
		}
	}
}

// boundary reports whether a name may end at text[i]: not inside a word, nor
// inside a domain name.
func boundary(text string, i int) bool {
	if i == len(text) {
		return true
	}
	c := text[i]
	if c < utf8.RuneSelf && !wordByte[c] {
		return c != '_' && !(c == '.' && i+1 < len(text) && text[i+1] >= 'a' && text[i+1] <= 'z')
	}
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	if isCJK(last) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isCJK(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// fits reports whether a name may stand for text[start:end], which folds to it.
func (l *Lexicon) fits(text string, start, end int, n *name) bool {
	if n.exact && !sameCase(text[start:end], n.alias) {
		return false
	}
	if n.guarded && partOfName(text, start, end) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	if isHan(last) && l.notBefore != nil {
		next, _ := utf8.DecodeRuneInString(text[end:])
		if strings.ContainsRune(l.notBefore[last], foldRune(next)) {
			return false
		}
	}
	return !l.ofTown(text, start, n) && !l.foreign(text, start, end, n.entity)
}

// ofTown reports whether the name of an authority stands behind that of a province
// or town, whose own office it then is: 某市网信办.
func (l *Lexicon) ofTown(text string, start int, n *name) bool {
	chars := l.localities[n.entity.Jurisdiction]
	if chars == "" || n.entity.Type != Authority && n.entity.Type != Court || strings.HasPrefix(n.key, "国家") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:start])
	return isHan(r) && strings.ContainsRune(chars, foldRune(r))
}

// partOfName reports whether a capitalised word is part of a longer name: "Joint
// Commission", "Commission on Widgets".
func partOfName(text string, start, end int) bool {
	if start > 0 && text[start-1] == ' ' {
		word := text[wordStart(text, start-1) : start-1]
		if capitalised(word) && !outside(word) {
			return true
		}
	}
	rest := text[end:]
	for _, small := range [...]string{" of ", " for ", " on "} {
		if strings.HasPrefix(rest, small) {
			r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest[len(small):], "the "))
			return unicode.IsUpper(r)
		}
	}
	return false
}

// address returns the end of a web address at text[i:], or i.
func address(text string, i int) int {
	rest := text[i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return i
	}
	for i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf && !strings.ContainsRune(`<>"')]}`, rune(text[i])) {
		i++
	}
	return i
}
