package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// write gives the document the text of the blocks, their offsets and the pages'.
func (l *pdfLayout) write(d *Document) {
	w := &pdfWriter{words: l.vocabulary()}
	for _, head := range l.heads {
		w.add(visible(head.text), Block{Kind: Chrome}) // the day of publication may stand there
	}
	for i := range l.blocks {
		w.block(&l.blocks[i])
	}
	w.blankPages(l.pages)
	w.finish(d)
	d.Pages, d.URL = w.pages, l.origin
}

// pdfWriter writes blocks one after the other.
type pdfWriter struct {
	builder
	pages []int
	words map[string]bool // in lower case, that stand on one line somewhere
}

// block writes one block, and notes the pages that begin in it.
func (w *pdfWriter) block(b *pdfBlock) {
	text, turns := w.join(b.lines)
	if text == "" {
		return
	}
	w.blankPages(turns[0].page)
	w.add(text, b.Block)
	x := w.blocks[len(w.blocks)-1]
	for _, t := range turns {
		if t.page == len(w.pages) && x.Start+t.at < x.End {
			w.pages = append(w.pages, x.Start+t.at)
		}
	}
	w.pages[0] = 0
}

// blankPages adds the pages before page n, from 0, on which no text begins. Each
// gets a form feed, so that no two pages begin at one place.
func (w *pdfWriter) blankPages(n int) {
	for len(w.pages) < n {
		w.pages = append(w.pages, w.text.Len())
		w.pages[0] = 0
		w.text.WriteByte('\f')
	}
}

// turn is a place in a block from which on the text is of a page.
type turn struct{ page, at int }

// join makes one text of lines, without white space at its ends, and tells the
// pages that it is on.
func (w *pdfWriter) join(lines []pdfLine) (string, []turn) {
	var text []byte
	var turns []turn
	for i := range lines {
		line := visible(lines[i].text)
		if line == "" {
			continue
		}
		if len(text) > 0 {
			text = w.glue(text, line)
		}
		if page := lines[i].page; len(turns) == 0 || page > turns[len(turns)-1].page {
			turns = append(turns, turn{page, len(text)})
		}
		text = append(text, line...)
	}
	return strings.ReplaceAll(string(text), string(rune(pdfHyphen)), "-"), turns
}

// visible drops what shows nothing, but for the marks of a hyphen.
func visible(s string) string {
	s = strings.Map(func(r rune) rune {
		if Invisible(r) && r != pdfHyphen && r != 0xAD {
			return -1
		}
		return r
	}, s)
	return strings.TrimRightFunc(strings.TrimLeftFunc(s, func(r rune) bool { return isSpace(r) || r == 0xAD }), isSpace)
}

// glue prepares a text for the line that follows: it takes away the hyphen of a
// broken word, or adds the space between two words.
func (w *pdfWriter) glue(text []byte, next string) []byte {
	s := string(text[max(0, len(text)-80):])
	last, size := utf8.DecodeLastRuneInString(s)
	body := text[:len(text)-size]
	switch {
	case last == 0xAD:
		return body
	case last == pdfHyphen || last == '-' || last == '\u2010':
		if w.breaksWord(s[:len(s)-size], next) {
			return body
		}
		return append(body, '-')
	case isWide(last) && isWide(firstRune(next)), isHan(last) || isHan(firstRune(next)):
		return text
	case endsInAddress(s) && addressGoesOn(s, next):
		return text
	case last == '–' || last == '—' || last == '/':
		return text
	}
	return append(text, ' ')
}

// addressGoesOn reports whether a line is the rest of a web address.
func addressGoesOn(s, next string) bool {
	head := firstField(next)
	if strings.ContainsAny(lastRuneText(s), "/-_=&?.%") {
		return strings.ContainsFunc(head, unicode.IsLetter) || looksAddress(head)
	}
	return looksAddress(head) && !isAddress(head) && !unicode.IsUpper(firstRune(head)) && strings.ContainsAny(strings.TrimRight(head, ".,;)"), "/%=?&_-.")
}

func lastRuneText(s string) string { return string(lastRune(s)) }
