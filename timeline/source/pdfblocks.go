package source

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// newBlocks cuts the lines of a column into tables, entries of a table of
// contents, list items and paragraphs.
func newBlocks(l *pdfLayout, r *pdfRegion, lines []pdfLine, rules []rule) []pdfBlock {
	var blocks []pdfBlock
	p := &columnReader{l: l, r: r, lead: l.leadOf(lines)}
	tables := findTables(lines, rules, p.lead)
	for i := 0; i < len(lines); {
		if len(tables) > 0 && tables[0].from == i {
			blocks = append(blocks, tables[0].blocks(rules, p)...)
			i = tables[0].to
			tables = tables[1:]
			continue
		}
		if n := len(blocks) - 1; n >= 0 && blocks[n].Kind != TableCell && blocks[n].Kind != Chrome && p.joins(&blocks[n], &lines[i]) {
			blocks[n].lines = append(blocks[n].lines, lines[i])
		} else {
			blocks = append(blocks, p.begin(lines[i:i+1]))
		}
		i++
	}
	return blocks
}

// columnReader joins the lines of one column.
type columnReader struct {
	l    *pdfLayout
	r    *pdfRegion
	lead float64 // in sizes
}

// leadOf is the distance of the lines of a paragraph in a column, in sizes: the
// least that comes back often enough; else the document's usual one.
func (l *pdfLayout) leadOf(lines []pdfLine) float64 {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if s := step(lines, i); s > 0.8 && s < 3 && math.Abs(lines[i].size-lines[i-1].size) < 0.1 {
			steps = append(steps, s)
		}
	}
	slices.Sort(steps)
	often := max(3, len(steps)/12)
	for i := 0; i+often <= len(steps); i++ {
		if steps[i+often-1]-steps[i] < 0.04 {
			return steps[i+often-1]
		}
	}
	return l.lead
}

func (p *columnReader) begin(lines []pdfLine) pdfBlock {
	b := pdfBlock{lines: slices.Clone(lines), x0: p.r.x0, x1: p.r.x1}
	if isLeader(lines[0].text) {
		b.Kind = Chrome
	}
	return b
}

// joins reports whether a line goes on with a block.
func (p *columnReader) joins(b *pdfBlock, l *pdfLine) bool {
	prev := b.last()
	size := math.Max(prev.size, l.size)
	step := (l.y - prev.y) / size
	runs := runsOn(prev.text, l.text) || brokenDate(prev.text, l.text) || endsHyphenated(prev.text)
	switch {
	case math.Abs(l.size-prev.size) > 0.08*size:
		return false
	case isLeader(l.text) || step > 3:
		return false
	case step > 1.3*p.lead && step > p.lead+0.2:
		return runs && startsLower(l.text) && step < 2*p.lead
	case p.startsItem(b, l, runs):
		return false
	case prev.size > titleSize*p.l.body && step < 1.4*p.lead && prev.bold == l.bold:
		return true // a heading of several lines
	case p.centred(prev) && p.centred(l):
		return prev.bold == l.bold && runs
	case prev.bold != l.bold && p.changesWeight(b, l, runs):
		return false
	case p.indents(b, l):
		return runs && startsLower(l.text)
	}
	return p.fills(b, l) || p.runsOver(b, l)
}

// centred reports whether a line stands in the middle of the column.
func (p *columnReader) centred(l *pdfLine) bool {
	left, right := l.x0-p.r.x0, p.r.x1-l.x1
	return left > 1.5*l.size && math.Abs(left-right) < 0.2*(left+right)
}

// changesWeight reports whether the change from bold to light, or back, is that
// from a heading to text.
func (p *columnReader) changesWeight(b *pdfBlock, l *pdfLine, runs bool) bool {
	if runs && startsLower(l.text) {
		return false
	}
	if l.bold {
		return !p.fills(b, l) || endsSentence(b.last().text)
	}
	for i := range b.lines {
		if !b.lines[i].bold {
			return false
		}
	}
	return true
}

// startsItem reports whether a line begins with the marker of a list.
func (p *columnReader) startsItem(b *pdfBlock, l *pdfLine, runs bool) bool {
	m, ok := readMarker(l.text)
	if !ok || l.bulleted {
		return l.bulleted
	}
	prev := b.last()
	moved := math.Abs(l.x0-prev.x0) > 0.5*l.size
	switch {
	case !m.ordered():
		return m.style != "-" && m.style != "–" && m.style != "—" || moved || !runs
	case p.fills(b, l) && !endsSentence(prev.text):
		return moved && !runs
	}
	return true
}

// indents reports whether a line is set in, or out, as a new paragraph begins.
func (p *columnReader) indents(b *pdfBlock, l *pdfLine) bool {
	prev, first := b.last(), &b.lines[0]
	in := 0.7 * l.size
	hanging := len(b.lines) > 1 && prev.x0 > first.x0+in && prev.page == first.page
	switch {
	case hanging:
		return l.x0 < prev.x0-in // the next of a list, or of references
	case l.x0 > prev.x0+in && len(b.lines) == 1:
		_, item := readMarker(first.text)
		return !item && endsSentence(prev.text) && !p.fills(b, l)
	case l.x0 > prev.x0+in:
		return true
	case l.x0 < prev.x0-in:
		return len(b.lines) > 1 || !p.fills(b, l)
	}
	return false
}

// fills reports whether the first word of l would have found no room behind the
// block's last line.
func (p *columnReader) fills(b *pdfBlock, l *pdfLine) bool {
	prev := b.last()
	return prev.x1+firstWidth(l)+0.2*l.size > p.r.x1-0.3*l.size
}

// firstWidth is the width of what a line can't be broken before.
func firstWidth(l *pdfLine) float64 {
	w := &l.words[0]
	r, n := utf8.DecodeRuneInString(w.text)
	if isWide(r) {
		return w.size
	}
	for i, r := range w.text[n:] {
		if isWide(r) {
			return (w.x1 - w.x0) * float64(n+i) / float64(len(w.text))
		}
	}
	return w.x1 - w.x0
}

// runsOver reports whether a sentence goes on behind a line that is not full.
func (p *columnReader) runsOver(b *pdfBlock, l *pdfLine) bool {
	prev := b.last()
	if endsSentence(prev.text) {
		return startsLower(l.text) && strings.ContainsRune(".:;", lastRune(prev.text))
	}
	r := firstRune(l.text)
	if runsOn(prev.text, l.text) || unicode.IsDigit(r) && !isHan(lastRune(prev.text)) || brokenDate(prev.text, l.text) {
		return true
	}
	return prev.x1-p.r.x0 > 0.75*(p.r.x1-p.r.x0)
}

// endsHyphenated reports whether a line ends amid a word.
func endsHyphenated(s string) bool {
	r := lastRune(s)
	return r == pdfHyphen || r == 0xAD
}

// breaksOff reports whether a block may go on in the next column or page.
func (l *pdfLayout) breaksOff(b *pdfBlock) bool {
	if b.Kind != Paragraph || b.last().size < 0.92*l.body {
		return false
	}
	prev := b.last()
	return endsHyphenated(prev.text) || !endsSentence(prev.text) && !prev.bold && prev.size < 1.12*l.body
}

// goesOn reports whether the first block of a column goes on with a.
func (l *pdfLayout) goesOn(a, b *pdfBlock) bool {
	if a.Kind != Paragraph || b.Kind != Paragraph || b.page()-a.last().page > 1 {
		return false
	}
	prev, next := a.last(), &b.lines[0]
	if math.Abs(prev.size-next.size) > 0.08*prev.size || prev.bold != next.bold || !l.breaksOff(a) {
		return false
	}
	if endsHyphenated(prev.text) || runsOn(prev.text, next.text) || brokenDate(prev.text, next.text) {
		return true
	}
	if _, item := readMarker(next.text); item {
		return false
	}
	full := prev.x1+firstWidth(next)+0.2*next.size > a.x1-0.5*next.size
	return full && next.x0 < b.x0+0.7*next.size
}
