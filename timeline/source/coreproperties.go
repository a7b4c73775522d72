package source

import (
	_ "embed"
	"strings"
)

// readCoreProperties takes the title of docProps/core.xml (ECMA-376 part 2, the
// core properties) where the text itself shows none. A damaged part costs the
// title, not the document.
func (d *Document) readCoreProperties(c *container) {
	related, _ := c.relations("")
	part := related["core-properties"]
	if !c.has(part) {
		return
	}
	_ = c.readXML(part, func(p *xmlPart) error {
		return p.each("coreProperties", func(element) error {
			return p.children(func(e element) error {
				s, err := p.words()
				d.coreProperty(e.name(), strings.TrimSpace(s))
				return err
			})
		})
	})
}

func (d *Document) coreProperty(name, value string) {
	switch name {
	case "title":
		if d.Title == "" && !isStockTitle(value) {
			d.Title = Clean(value, titleLimit)
		}
	case "language":
		d.Language = primaryLanguage(value)
	}
}
