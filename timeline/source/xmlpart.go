package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// xmlPart reads an XML part from its beginning to its end, one element at a time.
// Prefixes are not resolved: the formats are told apart before, and inside one of
// them the local names suffice. Document types are refused, so that no entity is
// ever defined, let alone fetched.
type xmlPart struct {
	dec   *xml.Decoder
	depth int
	limit int
}

// element is the start of an element.
type element struct{ xml.StartElement }

// name is the element's name without its prefix.
func (e element) name() string { return e.Name.Local }

// attr returns an attribute by its name without prefix, or "".
func (e element) attr(name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name {
			return e.Attr[i].Value
		}
	}
	return ""
}

// errDamagedXML says that a part breaks off or is no XML: what was read before may
// be used.
var errDamagedXML = errors.New("is damaged")

var errDocumentType = errors.New("holds a document type definition, which such a file never does; it was not read")

// readXML reads a part with a function and then to its end, so that its sum is
// checked.
func (c *container) readXML(name string, read func(*xmlPart) error) error {
	r, err := c.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	failing := &firstError{r: r}
	p := newXMLPart(failing, c.limits.Nesting)
	err = read(p)
	if failing.err != nil {
		return failing.err // what the XML says of it is only the consequence
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, failing)
	return err
}

// firstError keeps the error that a reader gave, which a decoder may wrap.
type firstError struct {
	r   io.Reader
	err error
}

func (f *firstError) Read(b []byte) (int, error) {
	n, err := f.r.Read(b)
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}

func newXMLPart(r io.Reader, nesting int) *xmlPart {
	dec := xml.NewDecoder(decodedXML(r))
	dec.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return input, nil // its mark has been obeyed
		}
		return charset.NewReaderLabel(label, input)
	}
	return &xmlPart{dec: dec, limit: nesting}
}

// decodedXML obeys a byte order mark; without one the XML declaration is obeyed.
func decodedXML(r io.Reader) io.Reader {
	head := make([]byte, 4)
	n, _ := io.ReadFull(r, head)
	whole := io.MultiReader(bytes.NewReader(head[:n]), r)
	if e, name := markedEncoding(head[:n]); e != nil && name == "UTF-16" {
		return e.NewDecoder().Reader(whole)
	}
	return whole
}

// next returns the next token; io.EOF is the proper end of the part.
func (p *xmlPart) next() (xml.Token, error) {
	t, err := p.dec.RawToken()
	switch {
	case err == io.EOF && p.depth > 0:
		return nil, fmt.Errorf("%w: it breaks off", errDamagedXML)
	case err == io.EOF:
		return nil, err
	case err != nil:
		var syntax *xml.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("%w: line %d of its XML can't be read", errDamagedXML, syntax.Line)
		}
		return nil, fmt.Errorf("%w: its XML can't be read", errDamagedXML)
	}
	switch t := t.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > p.limit {
			return nil, beyond("nests more than %d elements, the limit", p.limit)
		}
	case xml.EndElement:
		if p.depth--; p.depth < 0 {
			return nil, fmt.Errorf("%w: its XML can't be read", errDamagedXML)
		}
	case xml.Directive:
		if bytes.HasPrefix(bytes.TrimSpace(t), []byte("DOCTYPE")) {
			return nil, errDocumentType
		}
	}
	return t, nil
}

// children calls visit for each element inside the one that was begun, and ends
// behind it. Each visit must read its element to the end: by children, skip or
// words. At the beginning of a part it visits the root.
func (p *xmlPart) children(visit func(element) error) error {
	return p.content(nil, visit)
}

// content is children that is told of the text between them too.
func (p *xmlPart) content(text func(string), visit func(element) error) error {
	for {
		t, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := visit(element{t}); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

// skip passes over the element that was begun.
func (p *xmlPart) skip() error {
	for depth := p.depth; p.depth >= depth; {
		if _, err := p.next(); err != nil {
			return err
		}
	}
	return nil
}

// words returns all text in the element that was begun.
func (p *xmlPart) words() (string, error) {
	var b strings.Builder
	for depth := p.depth; p.depth >= depth; {
		t, err := p.next()
		if err != nil {
			return b.String(), err
		}
		if c, ok := t.(xml.CharData); ok {
			b.Write(c)
		}
	}
	return b.String(), nil
}

// each calls visit for every element of a name, however deep, that lies in none
// of its own name.
func (p *xmlPart) each(name string, visit func(element) error) error {
	return p.children(func(e element) error {
		if e.name() == name {
			return visit(e)
		}
		return p.each(name, visit)
	})
}
