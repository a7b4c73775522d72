package source

import "strings"

// readCoreProperties takes from docProps/core.xml (ECMA-376 part 2) the title, where
// the text shows none, the language, and the day on which the file was made. A
// damaged part costs these, not the document.
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
	case "created", "creation-date":
		if p, err := parseDate(value); err == nil {
			d.suggest(p, BasisMetadata, weak, "the file was made on "+p.Display())
		}
	case "language":
		d.Language = primaryLanguage(value)
	}
}
