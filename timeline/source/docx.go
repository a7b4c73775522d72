package source

import "errors"

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
	d.partly(damage)
	if err := x.addNotes(c, related); err != nil {
		return err
	}
	x.finish(d)
	d.Pages = x.pageStarts(c)
	d.Title = x.title
	d.readCoreProperties(c)
	return nil
}

// docxReader is the state of the reading of one document.
type docxReader struct {
	flow
	styles              map[string]docxStyle
	footnotes, endnotes docxNotes
	references          []docxReference
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
		return x.paragraph(paragraphStyle{}, func() error { return x.content(p) })
	case "pPr":
		return x.properties(p)
	case "r":
		return x.run(p)
	case "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "footnoteReference", "endnoteReference":
		return x.words(p, e)
	case "tbl":
		return x.table(func() error { return x.content(p) })
	case "tr":
		return x.tableRow(p)
	case "tc":
		return x.tableCell(p)
	case "AlternateContent":
		return x.alternate(p)
	case "sdt":
		return x.control(p)
	case "lastRenderedPageBreak":
		if para := x.current(); para != nil {
			para.pages = append(para.pages, para.words.Len())
		}
		return p.skip()
	case "del", "moveFrom", "instrText", "delInstrText", "delText", "rt", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "rPrChange", "pPrChange", "sdtPr", "softHyphen":
		return p.skip()
	}
	return x.content(p)
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
