package export

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"regtimeline/dates"
)

// styles are the looks of cells, by their excelize numbers.
type styles struct {
	header, text, wrapped, date, count, share, whole, cents int
}

func (b *workbook) makeStyles() error {
	line := []excelize.Border{{Type: "bottom", Style: 1, Color: "D9D9D9"}}
	font := &excelize.Font{Family: "Calibri", Size: 11}
	top := &excelize.Alignment{Vertical: "top"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	center := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	day := "yyyy-mm-dd"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.styles.header, excelize.Style{
			Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"},
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3864"}},
			Alignment: &excelize.Alignment{Vertical: "center"},
		}},
		{&b.styles.text, excelize.Style{Alignment: top, NumFmt: 49}}, // 49 is "text"
		{&b.styles.wrapped, excelize.Style{Alignment: wrap, NumFmt: 49}},
		{&b.styles.date, excelize.Style{Alignment: left, CustomNumFmt: &day}},
		{&b.styles.count, excelize.Style{Alignment: center, NumFmt: 1}}, // 0
		{&b.styles.share, excelize.Style{Alignment: center, NumFmt: 2}}, // 0.00
		{&b.styles.whole, excelize.Style{Alignment: top, NumFmt: 3}},    // #,##0
		{&b.styles.cents, excelize.Style{Alignment: top, NumFmt: 4}},    // #,##0.00
	} {
		if s.id != &b.styles.header {
			s.style.Border, s.style.Font = line, font
		}
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// cell gives a value (see columns.go) its type and look. Nothing is left out of
// the row, so that a long text is not drawn over its empty neighbour.
func (s styles) cell(v any, u use) excelize.Cell {
	if text, ok := shownText(v); ok {
		return s.string(text, u)
	}
	switch v := v.(type) {
	case int:
		return excelize.Cell{StyleID: s.count, Value: v}
	case float64:
		return excelize.Cell{StyleID: s.share, Value: v}
	case dates.Date:
		t, _ := realDay(v.Earliest())
		return excelize.Cell{StyleID: s.date, Value: t}
	case dates.Day:
		t, _ := realDay(v)
		return excelize.Cell{StyleID: s.date, Value: t}
	case money:
		return s.sum(string(v))
	}
	return excelize.Cell{}
}

// shownText returns the text of a value that is written as text, and false for
// one that is written as a number or a real date.
func shownText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case term:
		return v.label, true
	case dates.Date:
		_, real := realDay(v.Earliest())
		return v.String(), !real || v != dates.FromDay(v.Earliest())
	case dates.Day:
		_, real := realDay(v)
		return v.String(), !real
	case money:
		return string(v), !exactNumber(string(v))
	}
	return "", false
}

func (s styles) string(text string, u use) excelize.Cell {
	style := s.text
	if u&wrapped != 0 {
		style = s.wrapped
	}
	if text == "" {
		return excelize.Cell{StyleID: style}
	}
	return excelize.Cell{StyleID: style, Value: cellText(text)}
}

// exactNumber reports whether decimal digits are few enough, 15, for a
// spreadsheet to keep them all.
func exactNumber(n string) bool {
	whole, part, found := strings.Cut(n, ".")
	return digits(whole) && (!found || digits(part)) && len(whole)+len(part) <= 15
}

func (s styles) sum(n string) excelize.Cell {
	style := s.whole
	if strings.Contains(n, ".") {
		style = s.cents
	}
	f, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return s.string(n, 0)
	}
	return excelize.Cell{StyleID: style, Value: f}
}
