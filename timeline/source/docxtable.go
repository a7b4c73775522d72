package source

// tableRow reads a row, unless a tracked change deletes it.
func (x *docxReader) tableRow(p *xmlPart) error {
	x.beginRow()
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
	return x.cell(func() (span int, err error) {
		deleted := false
		err = p.children(func(e element) error {
			switch {
			case e.name() == "tcPr":
				return p.children(func(e element) error {
					switch e.name() {
					case "gridSpan":
						span = arabic(e.attr("val"))
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
		return span, err
	})
}
