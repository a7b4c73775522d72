package source

import (
	"strconv"
	"strings"
)

// readXLSX reads the sheets of a SpreadsheetML workbook (ECMA-376 part 1) that are
// lists of events; hidden ones are left out. Only values are read: of a formula,
// what it came to when the file was saved.
func (d *Document) readXLSX(c *container, main string) error {
	targets, err := c.relationTargets(main)
	if err != nil {
		return err
	}
	book := workbook{}
	if err := c.readXML(main, func(p *xmlPart) error { return book.read(p) }); err != nil {
		return err
	}
	related, err := c.relations(main)
	if err != nil {
		return err
	}
	if err := book.readStrings(c, related["sharedStrings"]); err != nil {
		return err
	}
	if err := book.readFormats(c, related["styles"]); err != nil {
		return err
	}
	var sheets []sheet
	for _, s := range book.sheets {
		part := targets[s.id]
		if s.hidden || !c.has(part) {
			continue
		}
		rows, err := book.readRows(c, part)
		if err != nil {
			return err
		}
		sheets = append(sheets, sheet{s.name, rows})
	}
	if err := d.readSheets(sheets); err != nil {
		return err
	}
	d.readCoreProperties(c)
	return nil
}

// workbook is what the parts of a workbook share.
type workbook struct {
	sheets  []bookSheet
	from    int      // 1900 or 1904: the year from which days are counted
	strings []string // the shared strings
	formats []dateFormat
}

type bookSheet struct {
	name, id string
	hidden   bool
}

// read reads the list of sheets.
func (b *workbook) read(p *xmlPart) error {
	return p.children(func(e element) error {
		switch e.name() {
		case "workbookPr":
			if isOn(e) && (e.attr("date1904") == "1" || e.attr("date1904") == "true") {
				b.from = 1904
			}
		case "sheet":
			b.sheets = append(b.sheets, bookSheet{e.attr("name"), e.attr("id"), e.attr("state") == "hidden" || e.attr("state") == "veryHidden"})
		case "workbook", "sheets":
			return b.read(p)
		}
		return p.skip()
	})
}

// readStrings reads the strings that the cells share.
func (b *workbook) readStrings(c *container, part string) error {
	if !c.has(part) {
		return nil
	}
	return c.readXML(part, func(p *xmlPart) error {
		return p.each("si", func(element) error {
			s, err := richText(p)
			b.strings = append(b.strings, s)
			return err
		})
	})
}

// richText returns the text of a string, without its phonetic hints.
func richText(p *xmlPart) (string, error) {
	var b strings.Builder
	var read func(e element) error
	read = func(e element) error {
		switch e.name() {
		case "t":
			s, err := p.words()
			b.WriteString(s)
			return err
		case "rPh", "phoneticPr":
			return p.skip()
		}
		return p.children(read)
	}
	err := p.children(read)
	return b.String(), err
}

// readRows reads the cells of a sheet as they are shown.
func (b *workbook) readRows(c *container, part string) ([][]string, error) {
	var rows [][]string
	cells := 0
	err := c.readXML(part, func(p *xmlPart) error {
		return p.each("row", func(e element) error {
			number, _ := strconv.Atoi(e.attr("r"))
			for len(rows)+1 < number && number <= maxRows {
				rows = append(rows, nil) // rows without cells are not written
			}
			var row []string
			err := p.children(func(e element) error {
				col := columnOf(e.attr("r"), len(row))
				for len(row) < col {
					row = append(row, "")
				}
				s, err := b.cell(p, e)
				row = append(row, s)
				return err
			})
			rows = append(rows, row)
			if cells += len(row); err == nil && cells > maxCells {
				err = errCells
			}
			return err
		})
	})
	return rows, err
}

// A sheet has at most so many rows and columns, as Excel has it.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// columnOf returns the column, from 0, of a cell reference such as "AB12"; next is
// that of a cell without one. A cell never stands before the one before it.
func columnOf(ref string, next int) int {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && n < maxColumns; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	if n == 0 || n > maxColumns || n-1 < next {
		return next
	}
	return n - 1
}

// cell returns what a cell shows.
func (b *workbook) cell(p *xmlPart, e element) (string, error) {
	var value string
	err := p.children(func(e element) error {
		var err error
		switch e.name() {
		case "v":
			value, err = p.words()
		case "is":
			value, err = richText(p)
		default:
			err = p.skip()
		}
		return err
	})
	switch e.attr("t") {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && n >= 0 && n < len(b.strings) {
			return b.strings[n], nil
		}
		return "", err
	case "inlineStr", "str":
		return value, err
	case "e", "b":
		return "", err
	case "d":
		day, _, _ := strings.Cut(value, "T")
		return day, err
	}
	return b.number(strings.TrimSpace(value), e.attr("s")), err
}
