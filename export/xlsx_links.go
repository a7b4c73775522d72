package export

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// hyperlink is a link of a cell, to a place in the workbook or to a web address.
type hyperlink struct {
	column, row int    // of the cell, from 1
	place       string // "'Sources'!A5"
	address     string // "https://…"
}

// linked is the value of a cell that has a link.
type linked struct{ value any }

// maxLinks is the number of links that Excel allows on a sheet.
const maxLinks = 65530

// setLinks prepares the links of the sheet that is being written. excelize's own
// way to set one looks through all others each time, so they are put into the
// part of the archive as it is written (ECMA-376 part 1, 18.3.1.47 hyperlink).
func (b *workbook) setLinks(s sheet) {
	if s.links == nil {
		return
	}
	part := fmt.Sprintf("xl/worksheets/sheet%d.xml", b.sheets)
	var addresses []string
	number := map[string]int{}
	for l := range b.linksWithin(s) {
		if l.address != "" && number[l.address] == 0 {
			addresses = append(addresses, l.address)
			number[l.address] = len(addresses)
		}
	}
	if len(addresses) > 0 {
		b.file.Pkg.Store(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", b.sheets), relationships(addresses))
	}
	b.links[part] = func(w io.Writer) error {
		var out bytes.Buffer
		for l := range b.linksWithin(s) {
			cell, err := excelize.CoordinatesToCellName(l.column, l.row)
			if err != nil {
				return err
			}
			if out.Len() == 0 {
				out.WriteString("<hyperlinks>")
			}
			if l.address != "" {
				fmt.Fprintf(&out, `<hyperlink ref="%s" xmlns:r="%s" r:id="rId%d"/>`, cell, officeRelationships, number[l.address])
			} else {
				fmt.Fprintf(&out, `<hyperlink ref="%s" location="%s"/>`, cell, attribute(l.place))
			}
		}
		if out.Len() == 0 {
			return nil
		}
		out.WriteString("</hyperlinks>")
		_, err := w.Write(out.Bytes())
		return err
	}
}

// linksWithin yields the links of the rows that are written, as many as Excel allows.
func (b *workbook) linksWithin(s sheet) func(yield func(hyperlink) bool) {
	return func(yield func(hyperlink) bool) {
		n := 0
		for l := range s.links {
			if n == maxLinks || l.row > 1+b.written(s) {
				return
			}
			if n++; !yield(l) {
				return
			}
		}
	}
}

const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// relationships is the part that holds the web addresses of a sheet.
func relationships(addresses []string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, a := range addresses {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1, officeRelationships, attribute(a))
	}
	b.WriteString(`</Relationships>`)
	return b.Bytes()
}

func attribute(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
