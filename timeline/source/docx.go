package source

import (
	"errors"
	"strings"
)

// readDOCX reads a WordprocessingML document (ECMA-376 part 1) as it stands once
// all its tracked changes are accepted: insertions are text; deletions, the codes
// of fields and hidden text are not. The error is a sentence; where the file is
// damaged amid its text, that before the damage is read and a warning says so.
func (d *Document) readDOCX(c *container, main string) error {
	related, err := c.relations(main)
	if err != nil {
		return err
	}
	x := &docxReader{}
	if err := x.readStyles(c, related["styles"]); err != nil {
		return err
	}
	damage := c.readXML(main, func(p *xmlPart) error { return p.each("body", func(element) error { return x.content(p) }) })
	x.add(x.joined, Block{})
	if damage != nil && (!errors.Is(damage, errDamagedXML) || len(x.blocks) == 0) {
		return damage
	}
	if damage != nil {
		d.Warnings = append(d.Warnings, "The file "+damage.Error()+"; what stands before that was read.")
	}
	if err := x.addNotes(c, related); err != nil {
		return err
	}
	x.finish(d)
	if len(d.Blocks) == 0 {
		d.Warnings = append(d.Warnings, noText)
	}
	d.Title = x.title
	return d.readCoreProperties(c)
}

// noText is the warning of a document in which there is nothing to read.
const noText = "The document holds no text; it may consist of pictures."

// docxReader is the state of the reading of one document.
type docxReader struct {
	builder
	styles map[string]docxStyle
	title  string // the paragraph in the style "Title"

	open   []*docxParagraph // text boxes put paragraphs into paragraphs
	joined string           // of a paragraph whose end is deleted: the next one goes on with it
	tables int              // the tables around
	row    int              // in the outermost of them
	col    int
	hidden int // in a run that is not shown
	chrome int // in a table of contents

	footnotes, endnotes docxNotes
	references          []docxReference
	note                *strings.Builder // gathers the paragraphs of a note, else nil
}

// docxParagraph is a paragraph that is being read.
type docxParagraph struct {
	words  strings.Builder
	style  docxStyle
	joins  bool     // its end is deleted
	inside []func() // adds the text boxes that stand in it
}

// content reads what a body, a cell, a text box or a note consists of.
func (x *docxReader) content(p *xmlPart) error {
	return p.children(func(e element) error { return x.element(p, e) })
}

// element reads one element, whatever is around it: changes, fields and content
// controls may stand almost anywhere.
func (x *docxReader) element(p *xmlPart, e element) error {
	switch e.name() {
	case "p":
		return x.paragraph(p)
	case "pPr":
		return x.properties(p)
	case "r":
		return x.run(p)
	case "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "footnoteReference", "endnoteReference":
		return x.words(p, e)
	case "tbl":
		return x.table(p)
	case "tr":
		return x.tableRow(p)
	case "tc":
		return x.tableCell(p)
	case "AlternateContent":
		return x.alternate(p)
	case "sdt":
		return x.control(p)
	case "del", "moveFrom", "instrText", "delInstrText", "delText", "rt", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "rPrChange", "pPrChange", "sdtPr", "softHyphen":
		return p.skip()
	}
	return x.content(p)
}

// paragraph reads one paragraph. One inside another is that of a text box: it
// follows the paragraph that it stands in.
func (x *docxReader) paragraph(p *xmlPart) error {
	para := &docxParagraph{}
	if len(x.open) == 0 {
		para.words.WriteString(x.joined)
		x.joined = ""
	}
	x.open = append(x.open, para)
	err := x.content(p)
	x.open = x.open[:len(x.open)-1]
	if err != nil {
		return err // half a paragraph may end in half a date
	}
	if n := len(x.open); n > 0 {
		x.open[n-1].inside = append(x.open[n-1].inside, func() { x.end(para) })
	} else {
		x.end(para)
	}
	return nil
}

// end adds a paragraph that was read.
func (x *docxReader) end(para *docxParagraph) {
	words := para.words.String()
	switch {
	case x.note != nil:
		x.note.WriteString(words + "\n")
	case para.joins && len(para.inside) == 0:
		x.joined = words
	default:
		x.add(words, x.block(para.style))
		if para.style.isTitle && x.title == "" {
			x.title = Clean(words, titleLimit)
		}
	}
	for _, add := range para.inside {
		add()
	}
}

// block says what a paragraph of a style is at this place.
func (x *docxReader) block(s docxStyle) Block {
	switch {
	case s.contents || x.chrome > 0:
		return Block{Kind: Chrome}
	case x.tables > 0:
		return Block{Kind: TableCell, Row: max(x.row, 1), Col: max(x.col, 1)}
	case s.heading > 0:
		return Block{Kind: Heading, Level: min(s.heading, 6)}
	case s.list > 0:
		return Block{Kind: ListItem, Level: min(s.list, 12)}
	}
	return Block{}
}

// write adds words to the paragraph that is open.
func (x *docxReader) write(s string) {
	if n := len(x.open); n > 0 && x.hidden == 0 {
		x.open[n-1].words.WriteString(s)
	}
}

// run reads a stretch of text of one formatting; hidden text is passed over.
func (x *docxReader) run(p *xmlPart) error {
	before := x.hidden
	err := p.children(func(e element) error {
		if e.name() == "rPr" {
			return p.children(func(e element) error {
				if e.name() == "vanish" && isOn(e) {
					x.hidden++
				}
				return p.skip()
			})
		}
		return x.element(p, e)
	})
	x.hidden = before
	return err
}

// isOn reads a property that is there or not, or says so.
func isOn(e element) bool {
	switch e.attr("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// words reads an element that stands for characters.
func (x *docxReader) words(p *xmlPart, e element) error {
	switch e.name() {
	case "t":
		s, err := p.words()
		x.write(s)
		return err
	case "tab", "ptab":
		x.write("\t")
	case "br", "cr":
		x.write("\n")
	case "noBreakHyphen":
		x.write("-")
	case "footnoteReference", "endnoteReference":
		x.write(x.refer(e))
	}
	return p.skip()
}

// alternate reads the first of several forms of one thing.
func (x *docxReader) alternate(p *xmlPart) error {
	done := false
	return p.children(func(e element) error {
		if done || e.name() != "Choice" {
			return p.skip()
		}
		done = true
		return x.content(p)
	})
}

// control reads a content control; one that makes the table of contents is no
// part of the text.
func (x *docxReader) control(p *xmlPart) error {
	contents := 0
	err := p.children(func(e element) error {
		if e.name() == "sdtPr" {
			return p.each("docPartGallery", func(e element) error {
				if e.attr("val") == "Table of Contents" {
					contents = 1
				}
				return p.skip()
			})
		}
		x.chrome += contents
		defer func() { x.chrome -= contents }()
		return x.element(p, e)
	})
	return err
}
