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
	kind, err := c.mediaType()
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
		d.Type = "OpenDocument"
		err = d.readODT(c)
	case kind == "application/epub+zip" || kind == "" && c.has("META-INF/container.xml"):
		d.Type = "e-book"
		err = d.readEPUB(c)
	case kind != "":
		err = c.refuse(kind, extension(d.Path))
	default:
		err = d.readPackage(c)
	}
	return err
}

// mediaType is what an archive says that it is, by the rule that OpenDocument and
// EPUB share: in a part of its own; or "".
func (c *container) mediaType() (string, error) {
	if !c.has("mimetype") {
		return "", nil
	}
	b, err := c.readSmall("mimetype")
	return strings.ToLower(strings.TrimSpace(string(b))), err
}

// partly says that only the part of a document before some damage was read.
func (d *Document) partly(damage error) {
	if damage != nil {
		d.Warnings = append(d.Warnings, "The file "+damage.Error()+"; what stands before that was read.")
	}
}

// readPackage reads a document of Office (OPC, ECMA-376 part 2).
func (d *Document) readPackage(c *container) error {
	types, err := c.contentTypes()
	if err != nil {
		return err
	}
	if main := types.part("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "ms-word.document.macroenabled.main+xml", "ms-word.template.macroenabledtemplate.main+xml"); main != "" {
		d.Type = "Word"
		return d.readDOCX(c, main)
	}
	if main := types.part("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml", "ms-excel.sheet.macroenabled.main+xml"); main != "" {
		d.Type = typeWorkbook
		return d.readXLSX(c, main)
	}
	return c.refuse("", extension(d.Path))
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
var zipParts = []struct {
	part, what string
	kind       refusal
}{
	{"xl/workbook.bin", "a binary spreadsheet (.xlsb)", spreadsheet},
	{"ppt/presentation.xml", "a presentation (.pptx)", document},
	{"Index/Document.iwa", "an Apple Pages document", document},
}

// mediaTypes tells the files that are not read by what they say they are.
var mediaTypes = []struct {
	prefix, what string
	kind         refusal
}{
	{"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)", spreadsheet},
	{"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation (.odp)", document},
	{"application/vnd.oasis.opendocument", "an OpenDocument file", document},
}

// refuse says what an archive is that holds no document that timeline reads.
func (c *container) refuse(kind, ext string) error {
	for _, m := range mediaTypes {
		if strings.HasPrefix(kind, m.prefix) {
			return notRead(m.what, m.kind)
		}
	}
	for _, p := range zipParts {
		if c.has(p.part) {
			return notRead(p.what, p.kind)
		}
	}
	if what := documentExtensions[ext]; what != "" {
		return fmt.Errorf("should be %s but is damaged: the part with its text is missing", what)
	}
	return notRead("a ZIP archive", archive)
}
