package source

import "strings"

// markEndnotes makes notes of the items of a list whose numbers stand raised in
// the text before it, as books have them at the end, and pages printed by a browser.
func (l *pdfLayout) markEndnotes() {
	total := l.raisedMarks()
	for mark := range l.footMarks() {
		delete(total, mark)
	}
	if len(total) == 0 {
		return
	}
	seen := map[string]bool{}
	for i := 0; i < len(l.blocks); {
		end := l.numberedRun(i)
		if end > i && l.areEndnotes(i, end, seen, total) {
			for k := i; k < end; k++ {
				l.makeNote(&l.blocks[k])
			}
			i = end
			continue
		}
		for end = max(end, i+1); i < end; i++ {
			l.blocks[i].raised(seen)
		}
	}
}

// numberedRun returns where the run of numbered paragraphs ends that begins with block i.
func (l *pdfLayout) numberedRun(i int) int {
	last := 0
	for ; i < len(l.blocks) && l.blocks[i].Kind == Paragraph; i++ {
		mark, _, ok := noteMark(l.blocks[i].lines[0].text)
		if n := arabic(mark); !ok || n <= last {
			break
		} else {
			last = n
		}
	}
	return i
}

// areEndnotes judges a run by how many of its numbers stand raised before it, and
// by whether its items cite or account for the marks of the whole document: a
// list may count like the notes.
func (l *pdfLayout) areEndnotes(from, to int, seen, total map[string]bool) bool {
	marked, cited := 0, 0
	for i := from; i < to; i++ {
		mark, rest, _ := noteMark(l.blocks[i].lines[0].text)
		if seen[mark] && total[mark] {
			marked++
		}
		if isCitation(l.plain(&l.blocks[i])) || strings.Contains(rest, returnArrow) {
			cited++
		}
	}
	n := to - from
	return marked*10 >= n*8 && n*10 >= len(total)*8 && (cited*10 >= n*3 || to > len(l.blocks)-3)
}

// returnArrow leads back from a note to its mark on web pages.
const returnArrow = "↩"

// makeNote makes a note of a numbered paragraph.
func (l *pdfLayout) makeNote(b *pdfBlock) {
	mark, rest, _ := noteMark(b.lines[0].text)
	b.Kind, b.Level, b.Mark = Footnote, 0, mark
	b.lines[0].text = rest
	last := b.last()
	last.text = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(last.text, " \ufe0e"), returnArrow), " ")
}

// raisedMarks returns the numbers that stand raised in the text.
func (l *pdfLayout) raisedMarks() map[string]bool {
	all := map[string]bool{}
	for i := range l.blocks {
		l.blocks[i].raised(all)
	}
	return all
}

// raised adds the numbers that stand raised in a block, but for the mark at the
// head of a note.
func (b *pdfBlock) raised(into map[string]bool) {
	for i := range b.lines {
		for k, w := range b.lines[i].words {
			if w.raised && (k > 0 || i > 0 && b.Kind != Footnote) {
				for _, mark := range strings.FieldsFunc(w.text, func(r rune) bool { return r < '0' || r > '9' }) {
					into[mark] = true
				}
			}
		}
	}
}

// footMarks returns the marks of the notes at the feet of pages.
func (l *pdfLayout) footMarks() map[string]bool {
	marks := map[string]bool{}
	for i := range l.blocks {
		if l.blocks[i].Kind == Footnote {
			marks[l.blocks[i].Mark] = true
		}
	}
	return marks
}
