package source

import (
	"strconv"
	"strings"
)

// docxStyle is what a style says of a paragraph's part in the document.
type docxStyle struct {
	paragraphStyle
	based string
}

// readStyles reads the paragraph styles, by their ids. Names of the styles that
// are built in are English in every language version of Word.
func (x *docxReader) readStyles(c *container, part string) error {
	x.styles = map[string]docxStyle{}
	if !c.has(part) {
		return nil
	}
	err := c.readXML(part, func(p *xmlPart) error {
		return p.each("style", func(e element) error {
			id, s := e.attr("styleId"), docxStyle{}
			if e.attr("type") != "paragraph" {
				return p.skip()
			}
			err := p.children(func(e element) error {
				switch e.name() {
				case "name":
					s.named(e.attr("val"))
				case "basedOn":
					s.based = e.attr("val")
				case "pPr":
					return s.readProperties(p, nil)
				}
				return p.skip()
			})
			x.styles[id] = s
			return err
		})
	})
	x.inheritStyles()
	return err
}

// named takes what the name of a built-in style says.
func (s *docxStyle) named(name string) {
	name = strings.ToLower(name)
	switch {
	case name == "title":
		s.heading, s.isTitle = 1, true
	case strings.HasPrefix(name, "heading "):
		s.heading, _ = strconv.Atoi(name[len("heading "):])
	case strings.HasPrefix(name, "toc ") || name == "table of figures":
		s.contents = true
	}
}

// inheritStyles gives each style what the ones that it is based on say.
func (x *docxReader) inheritStyles() {
	resolved := make(map[string]docxStyle, len(x.styles))
	for id, s := range x.styles {
		base := s.based
		for range 16 { // a chain that is longer goes in a circle
			b, ok := x.styles[base]
			if !ok {
				break
			}
			if s.heading == 0 {
				s.heading = b.heading
			}
			if s.list == 0 {
				s.list = b.list
			}
			s.contents = s.contents || b.contents
			base = b.based
		}
		resolved[id] = s
	}
	x.styles = resolved
}

// properties reads what a paragraph says of itself.
func (x *docxReader) properties(p *xmlPart) error {
	para := x.current()
	if para == nil {
		return p.skip()
	}
	return para.style.readProperties(p, func(e element) error {
		switch e.name() {
		case "pStyle":
			para.style = x.styles[e.attr("val")].paragraphStyle
		case "rPr": // of the paragraph's end
			return p.children(func(e element) error {
				para.joins = para.joins || e.name() == "del" || e.name() == "moveFrom"
				return p.skip()
			})
		}
		return p.skip()
	})
}

// readProperties reads the outline level and the list level of a paragraph or a
// style; other takes the elements that are neither.
func (s *paragraphStyle) readProperties(p *xmlPart, other func(element) error) error {
	return p.children(func(e element) error {
		switch {
		case e.name() == "outlineLvl":
			if level := arabic(e.attr("val")) + 1; level <= 9 {
				s.heading = level // the tenth is that of body text
			} else {
				s.heading = 0
			}
		case e.name() == "numPr":
			return s.readNumbering(p)
		case other != nil:
			return other(e)
		}
		return p.skip()
	})
}

// readNumbering reads the place of a paragraph in a list; list 0 is none.
func (s *paragraphStyle) readNumbering(p *xmlPart) error {
	s.list = max(s.list, 1)
	return p.children(func(e element) error {
		switch e.name() {
		case "ilvl":
			s.list = arabic(e.attr("val")) + 1
		case "numId":
			if e.attr("val") == "0" {
				s.list = 0
			}
		}
		return p.skip()
	})
}
