package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A heading has at most so many cells, words and lines.
const (
	headingCells = 160
	headingWords = 20
	headingLines = 3
)

// markHeadings finds the paragraphs that head what follows: short, without a full
// stop, written like a title, and followed by text rather than by their like.
func (p *page) markHeadings(blocks []textBlock) {
	for k := range blocks {
		b := &blocks[k]
		if b.kind != Paragraph && b.kind != ListItem {
			continue
		}
		if level := p.headingLevel(blocks, k); level > 0 {
			b.kind, b.level = Heading, level
		}
	}
	markTitle(blocks)
}

// headingLevel returns the level of block k as a heading, and 0 for no heading.
func (p *page) headingLevel(blocks []textBlock, k int) int {
	b := &blocks[k]
	s := p.text[b.start:b.end]
	if b.last-b.first >= headingLines || b.end-b.start > 3*headingCells || cells(s) > headingCells {
		return 0
	}
	t := Clean(s, 0)
	if end, ok := cutNoteNumber(t); ok {
		t = t[:end]
	}
	level := sectionLevel(t)
	switch {
	case b.kind == ListItem:
		if level == 0 || !p.ownLine(blocks, k) { // 一、总体要求
			level = p.numberedHeading(blocks, k, t)
		}
	case level > 0:
	case !titleLike(t) || !p.ownLine(blocks, k):
		return 0
	default:
		level = 3
		if isCaps(t) {
			level = 2
		}
	}
	if level == 0 || !p.heads(blocks, k) {
		return 0
	}
	if p.lines[b.first].newPage {
		level = min(level, 2) // a chapter
	}
	return level
}

// numberedHeading returns the level of a list item that is the numbered title of
// a section: its marker counts in capitals, and text, not the next item, follows.
func (p *page) numberedHeading(blocks []textBlock, k int, t string) int {
	m, ok := readMarker(p.str(&p.lines[blocks[k].first]))
	if !ok || !m.ordered() || endsSentence(t) || k+1 >= len(blocks) || blocks[k+1].kind != Paragraph {
		return 0
	}
	switch m.style {
	case "I.", "一、":
		if cells(t) <= 70 {
			return 2
		}
	case "1.", "1、", "(一", "（一":
		if cells(t) <= 70 && titleLike(t) {
			return 3
		}
	}
	return 0
}

// ownLine reports whether a block stands apart from what is before it: nothing, a
// blank line, the end of a sentence or another short line.
func (p *page) ownLine(blocks []textBlock, k int) bool {
	if k == 0 || blocks[k].kind == ListItem {
		return true
	}
	prev := &blocks[k-1]
	if prev.kind != Paragraph || endsSentence(p.text[prev.start:prev.end]) {
		return true
	}
	if p.layout.style == doubleSpaced {
		return !p.full(blocks[k].first - 1)
	}
	return p.lines[blocks[k].first].blanks > 0 || p.layout.style == paragraphLines
}

// heads reports whether text follows that a heading can head: a list, a longer
// paragraph, or another heading that does.
func (p *page) heads(blocks []textBlock, k int) bool {
	own := cells(p.text[blocks[k].start:blocks[k].end])
	short := 0
	for n := k + 1; n < len(blocks) && n <= k+4; n++ {
		next := &blocks[n]
		text := p.text[next.start:next.end]
		switch next.kind {
		case Chrome, Footnote:
			continue
		case ListItem:
			return true
		}
		if w := cells(text[:min(len(text), 600)]); w >= 60 && (w > own || endsSentence(text)) || endsSentence(text) && lastRune(text) != ':' {
			return true
		}
		if short++; short > 2 {
			return false
		}
	}
	return false
}

// markTitle makes a heading at the very head of the document its title.
func markTitle(blocks []textBlock) {
	for k := range blocks {
		switch blocks[k].kind {
		case Chrome:
			continue
		case Heading:
			blocks[k].level = 1
		}
		return
	}
}

// sectionLevel knows the headings of acts and reports that name their own rank:
// 第一章 总则, Chapter 2, Article 5, Narrative 1: …; 0 is none. An article that is
// a sentence is no heading.
func sectionLevel(s string) int {
	if endsSentence(s) && lastRune(s) != '：' {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); r == '第' {
		return hanSection(s[n:])
	}
	word := firstWord(s)
	rest := strings.TrimLeft(s[min(len(s), len(word)):], " \u00a0")
	if !strings.HasPrefix(s, word) || word == "" || rest == "" || cells(s) > 110 {
		return 0
	}
	level := map[string]int{"part": 1, "title": 1, "book": 1, "chapter": 2, "annex": 2, "appendix": 2, "schedule": 2, "section": 3, "subsection": 4, "article": 4}[strings.ToLower(word)]
	number := strings.TrimRight(firstField(rest), ".:,—–-")
	if level == 0 || !unicode.IsUpper(firstRune(word)) || !isSectionNumber(number) {
		return 0
	}
	if after := strings.TrimLeft(rest[len(firstField(rest)):], " .:—–-"); after != "" && unicode.IsLower(firstRune(after)) {
		return 0 // Section 5 of the Act
	}
	return level
}

func isSectionNumber(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	return isASCIIDigit(s[0]) || roman(s) > 0 || len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' || map[string]bool{"One": true, "Two": true, "Three": true, "Four": true, "Five": true, "Six": true, "Seven": true, "Eight": true, "Nine": true, "Ten": true}[s]
}

// hanSection reads 一章 总则, 3条: a number, the rank, and a short title or nothing.
func hanSection(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsDigit(r) && !strings.ContainsRune("一二三四五六七八九十百千零〇两", r)
	})
	if end <= 0 {
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[end:])
	title := strings.TrimLeft(s[end+n:], " \u3000\t")
	glued := len(title) == len(s)-end-n
	if cells(title) > 60 || strings.ContainsAny(title, "，。；") || glued && title != "" && cells(title) > 30 {
		return 0
	}
	switch r {
	case '编', '編', '部':
		return 1
	case '章':
		return 2
	case '节', '節':
		return 3
	case '条', '條':
		if title == "" {
			return 4
		}
	}
	return 0
}

// titleLike reports whether a short text is written like a title: no end of a
// sentence, a capital at its head, and capitals at most of its longer words – or
// so few words that it can't be a sentence. Chinese: few characters, no comma.
func titleLike(s string) bool {
	r := firstRune(s)
	question := lastRune(s) == '?' || lastRune(s) == '？'
	if endsSentence(s) && !question || s == "" || isCaption(s) {
		return false
	}
	if isHan(firstLetter(s)) {
		dated := strings.Contains(s, "年") && strings.Contains(s, "日") && hasDigit(s)
		return cells(s) <= 60 && !strings.ContainsAny(s, "，。；、：") && !dated && r != '（' && r != '('
	}
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && r != '“' && r != '"' && r != '‘' {
		return false
	}
	words := strings.Fields(s)
	if len(words) > headingWords || cells(s) > 120 || isAddress(s) {
		return false
	}
	long, upper := longWords(words)
	if long == 0 {
		return len(words) <= 4 && unicode.IsLetter(firstLetter(s)) && !hasDigit(s)
	}
	return upper*3 >= long*2 || len(words) <= 10 && !strings.Contains(s, ", ")
}

// isCaption reports whether a line belongs to a picture or a table.
func isCaption(s string) bool {
	head, rest, _ := strings.Cut(s, " ")
	switch strings.TrimRight(head, ".:") {
	case "Figure", "Fig", "Table", "Chart", "Exhibit", "Box", "Photo", "Image":
		return hasDigit(firstField(rest)) || strings.HasSuffix(head, ":")
	case "Source", "Sources", "Note", "Notes", "Credit":
		return strings.HasSuffix(head, ":")
	}
	r, n := utf8.DecodeRuneInString(s)
	return (r == '图' || r == '表' || r == '圖') && unicode.IsDigit(firstRune(strings.TrimLeft(s[n:], " "))) || strings.HasPrefix(s, "来源：") || strings.HasPrefix(s, "來源：")
}

// isTitleCase reports whether most of a line's longer words begin with capitals.
func isTitleCase(s string) bool {
	long, upper := longWords(strings.Fields(s))
	return long >= 2 && upper*3 >= long*2 && !endsSentence(s) && !startsLower(s)
}

// longWords counts the words of four letters or more, and those with a capital.
func longWords(words []string) (long, upper int) {
	for _, w := range words {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if unicode.IsUpper(firstRune(w)) {
			upper++
		}
	}
	return long, upper
}

// firstLetter returns the first letter of a text, or 0.
func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}
