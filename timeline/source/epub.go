package source

import (
	"errors"
	"io"
	"path"
	"strings"
)

// readEPUB reads an e-book (EPUB 2 and 3) in the order of its spine. The page that
// lists the contents is left out, and so is what is in no reading order.
func (d *Document) readEPUB(c *container) error {
	opf, err := c.epubPackage()
	if err != nil {
		return err
	}
	book := epub{items: map[string]epubItem{}}
	if err := c.readXML(opf, func(p *xmlPart) error { return book.read(p, opf) }); err != nil {
		return err
	}
	locked := c.lockedParts()
	var b builder
	for _, id := range book.spine {
		item := book.items[id]
		switch {
		case !item.isText() || strings.Contains(item.properties, "nav") || !c.has(item.part):
			continue
		case locked[item.part]:
			return errors.New("is an e-book with copy protection, which timeline can't open")
		}
		page, err := c.readPage(item.part)
		if err != nil {
			return err
		}
		b.append(page)
	}
	b.finish(d)
	d.Title, d.Language = Clean(book.title, titleLimit), primaryLanguage(book.language)
	if p, err := parseDate(book.published); err == nil && book.published != "" {
		d.suggest(p, BasisMetadata, likely, "the date of the e-book")
	}
	return nil
}

// epub is what a package document says of its book.
type epub struct {
	title, language, published string
	items                      map[string]epubItem // by id
	spine                      []string            // ids in reading order
}

type epubItem struct{ part, mediaType, properties string }

func (i epubItem) isText() bool {
	return i.mediaType == "application/xhtml+xml" || i.mediaType == "text/html" || i.mediaType == "text/x-oeb1-document"
}

// epubPackage returns the part that describes the book.
func (c *container) epubPackage() (opf string, err error) {
	err = c.readXML("META-INF/container.xml", func(p *xmlPart) error {
		return p.each("rootfile", func(e element) error {
			if opf == "" {
				opf = partName(e.attr("full-path"))
			}
			return p.skip()
		})
	})
	if err == nil && !c.has(opf) {
		err = errors.New("should be an e-book (EPUB) but is damaged: the part that lists its pages is missing")
	}
	return opf, err
}

// read reads a package document.
func (b *epub) read(p *xmlPart, opf string) error {
	return p.children(func(e element) error {
		switch e.name() {
		case "metadata", "dc-metadata":
			return b.metadata(p)
		case "item":
			b.items[e.attr("id")] = epubItem{resolvePart(opf, unescapePath(e.attr("href"))), strings.ToLower(e.attr("media-type")), e.attr("properties")}
		case "itemref":
			if e.attr("linear") != "no" {
				b.spine = append(b.spine, e.attr("idref"))
			}
		case "package", "manifest", "spine":
			return b.read(p, opf)
		}
		return p.skip()
	})
}

func (b *epub) metadata(p *xmlPart) error {
	return p.children(func(e element) error {
		var to *string
		switch e.name() {
		case "dc-metadata", "x-metadata":
			return b.metadata(p)
		case "title":
			to = &b.title
		case "language":
			to = &b.language
		case "date":
			if event := e.attr("event"); event == "" || event == "publication" {
				to = &b.published
			}
		}
		s, err := p.words()
		if to != nil && *to == "" {
			*to = strings.TrimSpace(s)
		}
		return err
	})
}

// lockedParts are the parts that are encrypted; fonts often are, and do no harm.
func (c *container) lockedParts() map[string]bool {
	locked := map[string]bool{}
	if !c.has("META-INF/encryption.xml") {
		return locked
	}
	_ = c.readXML("META-INF/encryption.xml", func(p *xmlPart) error {
		return p.each("CipherReference", func(e element) error {
			locked[partName(path.Clean(unescapePath(e.attr("URI"))))] = true
			return p.skip()
		})
	})
	return locked
}

// readPage reads a page of a book as the HTML that it is.
func (c *container) readPage(part string) (*Document, error) {
	r, err := c.open(part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	page := &Document{Path: part}
	dec, err := decode(data, declaredEncoding(formatHTML, data))
	if err != nil {
		return page, nil // pictures with the wrong type, empty pages
	}
	page.Text = dec.text
	page.readHTML()
	return page, nil
}

// append adds the text and blocks of another document.
func (b *builder) append(d *Document) {
	if len(d.Blocks) == 0 {
		return
	}
	if len(b.blocks) > 0 {
		b.text.WriteString("\n\n")
	}
	shift := b.text.Len()
	b.text.WriteString(d.Text)
	for _, x := range d.Blocks {
		x.Start, x.End = x.Start+shift, x.End+shift
		b.blocks = append(b.blocks, x)
	}
}
