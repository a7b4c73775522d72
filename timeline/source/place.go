package source

import (
	"fmt"
	"sort"
)

// placeBytes is how many bytes of a heading are quoted to tell a place.
const placeBytes = 60

// Lined reports whether the lines of the document's text are those of the file, or
// of a table its rows: then a line is a place that people can look up. Of a web page
// or a Word document it is Span.Paragraph.
func (d *Document) Lined() bool {
	switch d.Type {
	case typeNames[formatText], typeNames[formatMarkdown], typeNames[formatCSV], typeWorkbook, "":
		return true
	}
	return false
}

// Paragraph says for people where the span begins in a document without pages:
// "under “Background”, paragraph 3", counted from the heading on since nobody counts
// a whole document; also that it is a heading, a note or the row of a table. In a
// document without blocks it returns "".
func (s Span) Paragraph() string {
	blocks := s.Doc.Blocks
	at := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > s.Start })
	if at == len(blocks) {
		return ""
	}
	switch b := blocks[at]; {
	case b.Kind == Heading:
		return "heading “" + s.Doc.heading(b) + "”"
	case b.Kind == Footnote && b.Mark != "":
		return "note " + Clean(b.Mark, placeBytes)
	case b.Kind == Footnote:
		return "a note"
	}
	count, head := 0, ""
	for i := at; i >= 0; i-- {
		b := blocks[i]
		if b.Kind == Heading {
			head = "under “" + s.Doc.heading(b) + "”, "
			break
		}
		if startsParagraph(blocks, i) {
			count++
		}
	}
	place := fmt.Sprintf("%sparagraph %d", head, max(count, 1))
	if b := blocks[at]; b.Row > 0 {
		place += fmt.Sprintf(", row %d of the table", b.Row)
	}
	return place
}

func (d *Document) heading(b Block) string { return Clean(d.Text[b.Start:b.End], placeBytes) }

// startsParagraph reports whether block i is counted: a paragraph, an item of a
// list, and of a table only its first cell.
func startsParagraph(blocks []Block, i int) bool {
	switch b := blocks[i]; b.Kind {
	case Paragraph, ListItem, Code:
		return true
	case TableCell, TableRow:
		return i == 0 || blocks[i-1].Row == 0 || before(b, blocks[i-1])
	}
	return false
}
