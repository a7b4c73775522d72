package source

import (
	"math"
	"slices"
)

// pdfSheet is a page on its way to blocks.
type pdfSheet struct {
	words  []pdfWord // upright
	turned [][]pdfWord
	rules  []rule
	dots   []rule
}

// drop removes the words of a line.
func (s *pdfSheet) drop(l pdfLine) {
	gone := map[pdfWord]bool{}
	for _, w := range l.words {
		w.raised = false
		gone[w] = true
	}
	s.words = slices.DeleteFunc(s.words, func(w pdfWord) bool { return gone[w] })
}

// pdfBlock is lines that belong together.
type pdfBlock struct {
	Block
	lines  []pdfLine
	x0, x1 float64 // the edges of its column
}

func (b *pdfBlock) last() *pdfLine { return &b.lines[len(b.lines)-1] }

// page is the page, from 0, on which the block begins.
func (b *pdfBlock) page() int { return b.lines[0].page }

// pdfLayout is a document in blocks.
type pdfLayout struct {
	pages  int
	body   float64 // the size of most of the text
	lead   float64 // its usual distance of base lines, in sizes
	heads  []pdfLine
	blocks []pdfBlock
	origin string
}

// layPages makes blocks of the characters of the pages.
func layPages(pages []*pdfPage) *pdfLayout {
	l := &pdfLayout{pages: len(pages)}
	sheets := make([]pdfSheet, len(pages))
	var all []pdfWord
	for i, p := range pages {
		sheets[i] = newSheet(p)
		sheets[i].dropLineNumbers()
		all = append(all, sheets[i].words...)
	}
	l.body = typicalSize(all)
	l.heads = runningHeads(sheets, l.body)
	l.origin = printedOrigin(l.heads, len(pages))
	regions := make([][]pdfRegion, len(sheets))
	for i := range sheets {
		regions[i] = sheets[i].regions(i)
	}
	l.lead = usualLead(regions, l.body)
	for i := range sheets {
		l.addPage(&sheets[i], regions[i])
	}
	l.markContents()
	l.markEndnotes()
	l.markItems()
	l.markTitles()
	return l
}

// minorFrame is how many characters turned text has to be more than a stamp at
// the edge of a page.
const minorFrame = 120

func newSheet(p *pdfPage) pdfSheet {
	s := pdfSheet{rules: p.rules, dots: p.dots}
	main := 0
	for i := range p.frames {
		if len(p.frames[i]) > len(p.frames[main]) {
			main = i
		}
	}
	s.words = pdfWords(p.frames[main])
	if main != 0 {
		s.rules, s.dots = nil, nil
	}
	for i := range p.frames {
		if i != main && len(p.frames[i]) >= minorFrame {
			s.turned = append(s.turned, pdfWords(p.frames[i]))
		}
	}
	return s
}

// regions returns the columns of the page in the order of reading.
func (s *pdfSheet) regions(page int) []pdfRegion {
	out := pdfRegions(s.words, s.rules, 0)
	for _, words := range s.turned {
		out = append(out, pdfRegions(words, nil, 0)...)
	}
	for i := range out {
		for k := range out[i].lines {
			l := &out[i].lines[k]
			l.page, l.bulleted = page, hasDot(s.dots, l)
		}
	}
	return out
}

// usualLead is the most frequent distance of lines of the body, in sizes.
func usualLead(regions [][]pdfRegion, body float64) float64 {
	count := map[int]int{}
	best := 24 // 1.2, in twentieths
	for _, page := range regions {
		for i := range page {
			lines := page[i].lines
			for k := 1; k < len(lines); k++ {
				if lines[k].size == lines[k-1].size && math.Abs(lines[k].size-body) < 0.1*body {
					step := int(math.Round((lines[k].y - lines[k-1].y) / body * 20))
					if step < 16 || step > 60 {
						continue
					}
					if count[step]++; count[step] > count[best] || count[step] == count[best] && step < best {
						best = step
					}
				}
			}
		}
	}
	return float64(best) / 20
}

// addPage adds the blocks of a page: those of its columns, and its notes.
func (l *pdfLayout) addPage(s *pdfSheet, regions []pdfRegion) {
	var notes []pdfBlock
	begin := len(l.blocks)
	for i := range regions {
		r := &regions[i]
		body, own := l.cutNotes(r, s.rules)
		notes = append(notes, own...)
		l.addColumn(newBlocks(l, r, body, s.rules))
	}
	l.addNotes(begin, notes)
}

// addColumn adds the blocks of a column, the first of which may go on with the
// last one of the column before.
func (l *pdfLayout) addColumn(blocks []pdfBlock) {
	if len(blocks) == 0 {
		return
	}
	if n := l.lastText(); n >= 0 && l.goesOn(&l.blocks[n], &blocks[0]) {
		l.blocks[n].lines = append(l.blocks[n].lines, blocks[0].lines...)
		l.blocks[n].x0, l.blocks[n].x1 = blocks[0].x0, blocks[0].x1
		blocks = blocks[1:]
	}
	l.blocks = append(l.blocks, blocks...)
}

// lastText returns the index of the block that text may go on with, or -1.
func (l *pdfLayout) lastText() int {
	for n := len(l.blocks) - 1; n >= 0; n-- {
		if l.blocks[n].Kind != Footnote {
			return n
		}
	}
	return -1
}

// addNotes adds the notes of a page: behind its text, or, where a paragraph may run
// on over the page's end, before that, since a block is one stretch of text.
func (l *pdfLayout) addNotes(begin int, notes []pdfBlock) {
	n := l.lastText()
	if n < 0 || n < begin || !l.breaksOff(&l.blocks[n]) {
		l.blocks = append(l.blocks, notes...)
		return
	}
	l.blocks = slices.Insert(l.blocks, n, notes...)
}

// hasDot reports whether a dot stands before a line, as a bullet does.
func hasDot(dots []rule, l *pdfLine) bool {
	for _, d := range dots {
		if d.x1 < l.x0 && l.x0-d.x1 < 1.5*l.size && d.y1 < l.y+0.1*l.size && d.y0 > l.y-0.9*l.size {
			return true
		}
	}
	return false
}
