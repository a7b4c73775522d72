package source

import (
	_ "embed"
	"strings"
)

//go:embed data/contents.txt
var contentsData string

var contentsHeadings = func() map[string]bool {
	set := map[string]bool{}
	for _, s := range dataLines(contentsData) {
		set[s] = true
	}
	return set
}()

// markContents makes furniture of the entries of a table of contents, which say
// again what stands in the document: what follows its heading and ends with the
// number of a page.
func (l *pdfLayout) markContents() {
	in := false
	for i := range l.blocks {
		b := &l.blocks[i]
		text := l.plain(b)
		switch {
		case contentsHeadings[strings.Trim(squeezed(text), ":：")]:
			in = true
		case !in || b.Kind == Footnote:
		case b.Kind == TableCell || b.Kind == Chrome || endsWithPage(text):
			b.Block = Block{Kind: Chrome}
		default:
			in = false
		}
	}
}

// endsWithPage reports whether a line ends with the number of a page, and no
// sentence.
func endsWithPage(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return len(last) < len(text) && cells(text) <= titleCells && (arabic(last) > 0 || roman(strings.ToUpper(last)) > 0)
}
