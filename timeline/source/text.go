package source

import "strings"

// readText cuts plain text into blocks: pasted articles, laws, pages saved as
// text, the text of a PDF. Its steps: lines; how the lines make paragraphs
// (layout.go); page furniture (chrome.go); notes (notes.go); list items
// (lists.go); tables (texttable.go); lines joined into blocks (join.go); headings (headings.go).
func (d *Document) readText() {
	start := max(d.frontMatter(), bomLen(d.Text))
	p := &page{text: d.Text, lines: splitLines(d.Text, start)}
	d.Pages = formFeedPages(d.Text)
	p.layout = detectLayout(p.text, p.lines)
	p.markPages()
	p.markChrome()
	p.markNotes()
	p.markLists()
	p.markTables()
	p.markMasthead()
	blocks := p.join()
	p.markHeadings(blocks)
	for _, b := range blocks {
		d.addBlock(b.start, b.end, Block{Kind: b.kind, Level: b.level, Mark: b.mark})
	}
}

// page is a plain text on its way to blocks.
type page struct {
	text   string
	lines  []line
	layout layout
}

// line is a line of text that is not blank, without the white space around it.
type line struct {
	start, end int
	body       int    // where the text begins behind a list marker or a note's number
	indent     int    // cells of white space before it
	width      int    // cells of its text; an ideograph takes two
	blanks     int    // blank lines before it
	formFeed   bool   // a form feed stands before it
	newPage    bool   // a page begins with it
	kind       Kind   // Paragraph until a step knows better
	starts     bool   // a block begins with it whatever stands before
	mark       string // of a note
	level      int    // of a list item
}

func (p *page) str(l *line) string { return p.text[l.start:l.end] }

// splitLines returns the lines of the text from start on that are not blank.
func splitLines(text string, start int) []line {
	var lines []line
	blanks, feed := 0, false
	for at := start; at < len(text); {
		raw := lineAt(text, at)
		s, e := trim(text, raw.start, raw.end)
		if s == e {
			if raw.end > raw.start || len(lines) > 0 {
				blanks++
			}
		} else {
			l := line{start: s, end: e, body: s, blanks: blanks, formFeed: feed}
			l.indent, l.width = cells(text[raw.start:s]), cells(text[s:e])
			lines = append(lines, l)
			blanks, feed = 0, false
		}
		if raw.end < raw.next && text[raw.end] == '\f' {
			feed = true
		}
		at = raw.next
	}
	return lines
}

// cells returns the width of a text on a fixed grid; a tab is taken for four.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4
		case Invisible(r):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// isWide reports whether a character takes two cells, as ideographs do.
func isWide(r rune) bool {
	return r >= 0x1100 && (r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFF60 || r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x20000 && r <= 0x3FFFD)
}

// formFeedPages returns where the pages of a text begin that a form feed at a
// line's head or end divides, as the text of a PDF; nil where there is none.
func formFeedPages(text string) []int {
	var pages []int
	for i := 0; i < len(text); i++ {
		n := strings.IndexByte(text[i:], '\f')
		if n < 0 {
			break
		}
		i += n
		atLine := i == 0 || text[i-1] == '\n' || text[i-1] == '\r' || i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r')
		if atLine && i+1 < len(text) {
			if pages == nil {
				pages = append(pages, 0)
			}
			pages = append(pages, i+1)
		}
	}
	return pages
}
