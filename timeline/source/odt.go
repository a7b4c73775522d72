package source

import (
	"errors"
	"strings"
)

// readODT reads an OpenDocument text (OASIS ODF 1.3 part 3). Its tracked deletions
// are kept by the format outside the text, so that what is read is the text with
// all changes accepted. The error is a sentence, as that of readDOCX.
func (d *Document) readODT(c *container) error {
	if data, err := c.readSmall("META-INF/manifest.xml"); err == nil && strings.Contains(string(data), "encryption-data") {
		return errPassword
	}
	x := &odtReader{parents: map[string]string{}}
	if c.has("styles.xml") {
		if err := c.readXML("styles.xml", x.readStyles); err != nil {
			return err
		}
	}
	damage := c.readXML("content.xml", func(p *xmlPart) error { return x.content(p) })
	if damage != nil && (!errors.Is(damage, errDamagedXML) || len(x.blocks) == 0) {
		return damage
	}
	d.partly(damage)
	for _, n := range x.notes {
		x.add(n.text, Block{Kind: Footnote, Mark: n.mark})
	}
	x.finish(d)
	d.Title = x.title
	d.readODFMeta(c)
	return nil
}

// odtReader is the state of the reading of one document.
type odtReader struct {
	flow
	parents map[string]string // of a style the one that it is based on
	lists   int               // the lists around
	notes   []odtNote
}

type odtNote struct{ mark, text string }

// readStyles keeps which style is based on which.
func (x *odtReader) readStyles(p *xmlPart) error {
	return p.each("style", func(e element) error {
		x.parents[e.attr("name")] = e.attr("parent-style-name")
		return p.skip()
	})
}

// isTitle reports whether a style is that of titles, or based on it.
func (x *odtReader) isTitle(style string) bool {
	for range 16 { // a chain that is longer goes in a circle
		if style == "Title" {
			return true
		}
		style = x.parents[style]
	}
	return false
}

// content reads what an element holds: text only inside paragraphs.
func (x *odtReader) content(p *xmlPart) error {
	return p.content(x.characters, func(e element) error { return x.element(p, e) })
}

// characters adds text; line ends and indents of the XML are single spaces.
func (x *odtReader) characters(s string) {
	if para := x.current(); para != nil {
		var b strings.Builder
		space := strings.HasSuffix(para.words.String(), " ") || para.words.Len() == 0
		for _, r := range s {
			white := r == ' ' || r == '\t' || r == '\n' || r == '\r'
			switch {
			case white && !space:
				b.WriteByte(' ')
			case !white:
				b.WriteRune(r)
			}
			space = white
		}
		x.write(b.String())
	}
}

// element reads one element.
func (x *odtReader) element(p *xmlPart, e element) error {
	inside := func() error { return x.content(p) }
	switch e.name() {
	case "automatic-styles":
		return x.readStyles(p)
	case "h":
		return x.paragraph(paragraphStyle{heading: max(1, arabic(e.attr("outline-level")))}, inside)
	case "p":
		return x.paragraph(x.style(e), inside)
	case "list":
		x.lists++
		defer func() { x.lists-- }()
	case "table":
		return x.table(inside)
	case "table-row":
		x.beginRow()
	case "table-cell", "covered-table-cell":
		return x.cell(func() (int, error) { return arabic(e.attr("number-columns-repeated")), x.content(p) })
	case "note":
		return x.footnote(p)
	case "s":
		x.write(strings.Repeat(" ", max(1, min(arabic(e.attr("c")), 64))))
	case "tab":
		x.write("\t")
	case "line-break":
		x.write("\n")
	case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index":
		x.chrome++
		defer func() { x.chrome-- }()
	case "tracked-changes", "annotation", "ruby-text", "hidden-text", "font-face-decls", "scripts", "forms", "title", "desc", "sequence-decls":
		return p.skip()
	}
	return inside()
}

func (x *odtReader) style(e element) paragraphStyle {
	s := paragraphStyle{list: x.lists}
	if x.isTitle(e.attr("style-name")) {
		s.heading, s.isTitle = 1, true
	}
	return s
}

// footnote sets the mark of a note and keeps its text.
func (x *odtReader) footnote(p *xmlPart) error {
	var n odtNote
	err := p.children(func(e element) error {
		if e.name() == "note-citation" {
			mark, err := p.words()
			n.mark = strings.TrimSpace(Clean(mark, 12))
			return err
		}
		outer, open, lists := x.note, x.open, x.lists
		x.note, x.open, x.lists = &strings.Builder{}, nil, 0
		err := x.content(p)
		n.text = x.note.String()
		x.note, x.open, x.lists = outer, open, lists
		return err
	})
	x.write(raised(n.mark))
	x.notes = append(x.notes, n)
	return err
}

// readODFMeta takes the title and language of meta.xml where the text itself shows
// none. A damaged part costs these, not the document.
func (d *Document) readODFMeta(c *container) {
	if !c.has("meta.xml") {
		return
	}
	_ = c.readXML("meta.xml", func(p *xmlPart) error {
		return p.each("meta", func(element) error {
			return p.children(func(e element) error {
				s, err := p.words()
				d.coreProperty(e.name(), strings.TrimSpace(s))
				return err
			})
		})
	})
}
