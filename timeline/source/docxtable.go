package source

// maxSpan bounds how many columns a cell may say that it spans.
const maxSpan = 64

// table reads a table. One inside a cell is taken for text of that cell.
func (x *docxReader) table(p *xmlPart) error {
	if x.tables++; x.tables == 1 {
		x.row, x.col = 0, 0
	}
	err := x.content(p)
	x.tables--
	return err
}

// tableRow reads a row, unless a tracked change deletes it.
func (x *docxReader) tableRow(p *xmlPart) error {
	if x.tables == 1 {
		x.row, x.col = x.row+1, 0
	}
	deleted := false
	return p.children(func(e element) error {
		switch {
		case e.name() == "trPr":
			return p.children(func(e element) error {
				deleted = deleted || e.name() == "del"
				return p.skip()
			})
		case deleted:
			return p.skip()
		}
		return x.element(p, e)
	})
}

// tableCell reads a cell, unless a tracked change deletes it.
func (x *docxReader) tableCell(p *xmlPart) error {
	outermost := x.tables == 1
	if outermost {
		x.col++
	}
	deleted, span := false, 1
	err := p.children(func(e element) error {
		switch {
		case e.name() == "tcPr":
			return p.children(func(e element) error {
				switch e.name() {
				case "gridSpan":
					span = max(1, min(arabic(e.attr("val")), maxSpan))
				case "cellDel":
					deleted = true
				}
				return p.skip()
			})
		case deleted:
			return p.skip()
		}
		return x.element(p, e)
	})
	if outermost {
		x.col += span - 1
	}
	return err
}
