package source

import "slices"

// pageStarts returns where the pages begin that Word has seen when it last saved
// the document. They are believed only where they are as many as the document's
// properties count: other programs leave old marks standing, or drop some.
func (x *docxReader) pageStarts(c *container) []int {
	starts := append([]int{0}, x.pages...)
	end := x.text.Len()
	starts = slices.Compact(slices.DeleteFunc(starts, func(at int) bool { return at >= end }))
	if len(x.pages) == 0 || c.pageCount() != len(x.pages)+1 || !slices.IsSorted(starts) {
		return nil
	}
	return starts
}

// pageCount is the number of pages that docProps/app.xml gives, or 0.
func (c *container) pageCount() int {
	related, _ := c.relations("")
	part := related["extended-properties"]
	if !c.has(part) {
		return 0
	}
	pages := 0
	_ = c.readXML(part, func(p *xmlPart) error {
		return p.each("Pages", func(element) error {
			s, err := p.words()
			pages = arabic(s)
			return err
		})
	})
	return pages
}
