package source

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// dateFormat is how exactly the number format of a cell shows a day.
type dateFormat uint8

const (
	noDate dateFormat = iota
	showsDay
	showsMonth
	showsYear
)

// readFormats reads which formats show a date (ECMA-376 part 1, 18.8.30).
func (b *workbook) readFormats(c *container, part string) error {
	if !c.has(part) {
		return nil
	}
	own := map[string]dateFormat{}
	return c.readXML(part, func(p *xmlPart) error {
		var read func(e element) error
		read = func(e element) error {
			switch e.name() {
			case "numFmt":
				own[e.attr("numFmtId")] = readFormat(e.attr("formatCode"))
			case "cellXfs":
				return p.children(func(e element) error {
					id := e.attr("numFmtId")
					f, ok := own[id]
					if !ok {
						f = builtinFormat(id)
					}
					b.formats = append(b.formats, f)
					return p.skip()
				})
			case "styleSheet", "numFmts":
				return p.children(read)
			}
			return p.skip()
		}
		return p.children(read)
	})
}

// builtinFormat knows the formats that files do not spell out; those of East Asian
// versions are dates too, as far as they hold a day.
func builtinFormat(id string) dateFormat {
	n, _ := strconv.Atoi(id)
	switch {
	case n == 17 || n == 55:
		return showsMonth
	case n >= 14 && n <= 16, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n >= 56 && n <= 58:
		return showsDay
	}
	return noDate
}

// readFormat tells what a format code shows, such as "d mmm yyyy" or "yyyy".
func readFormat(code string) dateFormat {
	var letters strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		c := code[i] | 0x20
		switch {
		case code[i] == '"':
			quoted = !quoted
		case quoted:
		case code[i] == '\\', code[i] == '_', code[i] == '*':
			i++
		case code[i] == '[':
			bracket = true
		case code[i] == ']':
			bracket = false
		case bracket:
		case code[i] == ';':
			i = len(code)
		case c >= 'a' && c <= 'z':
			letters.WriteByte(c)
		}
	}
	s := letters.String()
	switch {
	case strings.Contains(s, "general"):
		return noDate
	case strings.Contains(s, "y") && strings.Contains(s, "d"), strings.Contains(s, "m") && strings.Contains(s, "d"):
		return showsDay
	case strings.Contains(s, "y") && strings.Contains(s, "m"):
		return showsMonth
	case strings.Contains(s, "y"):
		return showsYear
	}
	return noDate
}

// number returns a number as its format shows it, where that is a date: as exactly
// and no more.
func (b *workbook) number(value, style string) string {
	n, err := strconv.Atoi(style)
	if err != nil || n < 0 || n >= len(b.formats) || b.formats[n] == noDate {
		return value
	}
	serial, err := strconv.ParseFloat(value, 64)
	if err != nil || serial < 1 || serial >= 2958466 { // the year 10000
		return value
	}
	day := b.day(int(math.Floor(serial)))
	switch b.formats[n] {
	case showsMonth:
		return day.Format("2006-01")
	case showsYear:
		return day.Format("2006")
	}
	return day.Format("2006-01-02")
}

// day is the day of a serial number. Excel counts 29 February 1900, which never was.
func (b *workbook) day(serial int) time.Time {
	if b.from == 1904 {
		return time.Date(1904, 1, 1+serial, 0, 0, 0, 0, time.UTC)
	}
	if serial < 60 {
		serial++
	}
	return time.Date(1899, 12, 30+serial, 0, 0, 0, 0, time.UTC)
}
