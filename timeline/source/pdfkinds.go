package source

import (
	"math"
	"slices"
	"strings"
)

// markItems makes list items of the paragraphs with a marker: a sign, or one of a
// row of numbers that counts up.
func (l *pdfLayout) markItems() {
	reached := map[string]map[int]bool{}
	for i := range l.blocks {
		if m, ok := readMarker(l.blocks[i].lines[0].text); ok && m.ordered() && l.blocks[i].Kind == Paragraph {
			if reached[m.style] == nil {
				reached[m.style] = map[int]bool{}
			}
			reached[m.style][m.number] = true
		}
	}
	var nest nesting
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.Kind == Paragraph && b.lines[0].bulleted {
			b.Kind, b.Level = ListItem, nest.level(int(math.Round((b.lines[0].x0-b.x0)/5)), "•")
		}
		m, ok := readMarker(b.lines[0].text)
		if b.Kind != Paragraph || !ok || l.isTitle(b) && m.ordered() {
			continue
		}
		row := reached[m.style]
		if m.ordered() && !strings.ContainsAny(m.style, "(（①") && !row[m.number-1] && !row[m.number+1] {
			continue
		}
		b.Kind = ListItem
		b.Level = nest.level(int(math.Round((b.lines[0].x0-b.x0)/5)), m.style)
		b.lines[0].text = b.lines[0].text[m.length:]
	}
}

// A heading has at most so many lines and cells.
const (
	titleLines = 4
	titleCells = 220
	titleSize  = 1.1 // of the size of the text, from which on a line may be one
)

// isTitle reports whether a paragraph is set as a heading: larger than the text, or
// bold, short, and no sentence.
func (l *pdfLayout) isTitle(b *pdfBlock) bool {
	if len(b.lines) > titleLines {
		return false
	}
	text := l.plain(b)
	size := b.lines[0].size
	large := size > titleSize*l.body
	switch {
	case cells(text) > titleCells || !strings.ContainsFunc(text, isWordRune):
		return false
	case endsSentence(text) && lastRune(text) != '?' && lastRune(text) != '？' && lastRune(text) != '：' && !(large && size > 1.3*l.body):
		return false
	case large:
		return true
	}
	return size > 0.9*l.body && l.allBold(b) && len(b.lines) <= 3 && cells(text) <= headingCells && !startsLower(text)
}

func isWordRune(r rune) bool { return isHan(r) || firstLetter(string(r)) != 0 }

func (l *pdfLayout) allBold(b *pdfBlock) bool {
	return !slices.ContainsFunc(b.lines, func(x pdfLine) bool { return !x.bold })
}

// plain is the text of a block, good enough to judge it by.
func (l *pdfLayout) plain(b *pdfBlock) string {
	var parts []string
	for i := range b.lines {
		parts = append(parts, b.lines[i].text)
	}
	return strings.Join(parts, " ")
}

// markTitles finds the headings and gives them levels by their size.
func (l *pdfLayout) markTitles() {
	var sizes []float64
	var titles []int
	for i := range l.blocks {
		b := &l.blocks[i]
		if b.Kind != Paragraph || !l.isTitle(b) && !l.isSection(i) || !l.headsText(i) {
			continue
		}
		titles = append(titles, i)
		sizes = append(sizes, -l.rank(b))
	}
	slices.Sort(sizes)
	sizes = slices.Compact(sizes)
	under := 0.0 // the rank of the heading right below, or of one that this was below
	for k, i := range slices.Backward(titles) {
		b := &l.blocks[i]
		if k+1 == len(titles) || titles[k+1] != i+1 {
			under = 0
		}
		if l.rank(b) < under {
			continue // the name of an author, a date
		}
		under = l.rank(b)
		b.Kind = Heading
		b.Level = 1 + min(5, slices.Index(sizes, -l.rank(b)))
	}
}

// rank orders headings: by their size, the bold before the light.
func (l *pdfLayout) rank(b *pdfBlock) float64 {
	size := math.Max(b.lines[0].size, l.body)
	r := math.Round(size*2) * 2
	if l.allBold(b) {
		r++
	}
	return r
}

// isSection knows headings that are set like the text by their words.
func (l *pdfLayout) isSection(i int) bool {
	b := &l.blocks[i]
	return len(b.lines) <= 2 && b.lines[0].size > 0.9*l.body && sectionLevel(l.plain(b)) > 0
}

// headsText reports whether text comes after a heading.
func (l *pdfLayout) headsText(i int) bool {
	for n := i + 1; n < len(l.blocks); n++ {
		switch l.blocks[n].Kind {
		case Footnote, Chrome:
			continue
		}
		return true
	}
	return false
}

// isLeader reports whether a line is an entry of a table of contents, whose dots
// lead to a page number, or a blank to fill in.
func isLeader(text string) bool {
	s := strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, text)
	for _, dot := range []string{".", "·", "…", "_", "⋯", "‥"} {
		if strings.Contains(s, strings.Repeat(dot, 8)) {
			return true
		}
	}
	return hasDotLeader(text)
}
