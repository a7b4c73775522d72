package source

import (
	"fmt"
	"strings"
)

// readContainer reads the document that a ZIP archive holds, which its parts tell.
func (d *Document) readContainer(data []byte, limits Limits) error {
	c, err := openContainer(data, limits)
	if err != nil {
		if what := documentExtensions[extension(d.Path)]; what != "" && err == errDamagedZIP {
			return fmt.Errorf("should be %s but is damaged", what)
		}
		return err
	}
	types, err := c.contentTypes()
	if err != nil {
		return err
	}
	if main := types.part("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "ms-word.document.macroenabled.main+xml", "ms-word.template.macroenabledtemplate.main+xml"); main != "" {
		return d.readDOCX(c, main)
	}
	return c.refuse(extension(d.Path))
}

// partTypes are the media types, in lower case, of the parts of an OPC package
// (ECMA-376 part 2), in the order of [Content_Types].xml.
type partTypes []struct{ part, mediaType string }

const contentTypesPart = "[Content_Types].xml"

// contentTypes reads the types of a package's parts; of an archive that is no
// package they are none.
func (c *container) contentTypes() (partTypes, error) {
	if !c.has(contentTypesPart) {
		return nil, nil
	}
	var types partTypes
	err := c.readXML(contentTypesPart, func(p *xmlPart) error {
		return p.each("Override", func(e element) error {
			types = append(types, struct{ part, mediaType string }{partName(e.attr("PartName")), strings.ToLower(e.attr("ContentType"))})
			return p.skip()
		})
	})
	return types, err
}

// part returns the first part whose type ends in one of those given, or "".
func (t partTypes) part(suffixes ...string) string {
	for _, x := range t {
		for _, s := range suffixes {
			if strings.HasSuffix(x.mediaType, s) {
				return x.part
			}
		}
	}
	return ""
}

// zipParts tells the files that are ZIP archives and not read by a part of theirs.
var zipParts = []struct{ part, what string }{
	{"xl/workbook.bin", "a binary spreadsheet (.xlsb)"},
	{"ppt/presentation.xml", "a presentation (.pptx)"},
	{"Index/Document.iwa", "an Apple Pages document"},
}

// refuse says what an archive is that holds no document that timeline reads.
func (c *container) refuse(ext string) error {
	for _, p := range zipParts {
		if c.has(p.part) {
			return notRead(p.what, document)
		}
	}
	if what := documentExtensions[ext]; what != "" {
		return fmt.Errorf("should be %s but is damaged: the part with its text is missing", what)
	}
	return notRead("a ZIP archive", archive)
}
