package export

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// styles are the looks of cells, by their excelize numbers.
type styles struct {
	header, count, countLink, share, whole, cents int
	plain                                         looks
	tracks                                        map[timeline.Track]looks
	rejected, accepted, edited                    int // conditional
}

// looks are those of text and dates, without colour or in that of a track.
type looks struct{ text, wrapped, date, link int }

// trackLooks are told apart in print without colour too: by how dark they are,
// and by the letters.
var trackLooks = []struct {
	track        timeline.Track
	fill         string
	bold, italic bool
}{
	{timeline.Instrument, "D9E5F3", false, false},
	{timeline.Enforcement, "F2B98F", true, false},
	{timeline.Policy, "EFF5E6", false, true},
	{timeline.Context, "FFFFFF", false, false},
}

func (b *workbook) makeStyles() error {
	sum := &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1} // apart from the currency
	center := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	plain := excelize.Font{Family: "Calibri", Size: 11}
	linked := plain
	linked.Color, linked.Underline = linkColour, "single"
	for _, s := range []struct {
		id    *int
		style excelize.Style
		font  excelize.Font
	}{
		{&b.styles.count, excelize.Style{Alignment: center, NumFmt: 1}, plain}, // 0
		{&b.styles.countLink, excelize.Style{Alignment: center, NumFmt: 1}, linked},
		{&b.styles.share, excelize.Style{Alignment: center, NumFmt: 2}, plain}, // 0.00
		{&b.styles.whole, excelize.Style{Alignment: sum, NumFmt: 3}, plain},    // #,##0
		{&b.styles.cents, excelize.Style{Alignment: sum, NumFmt: 4}, plain},    // #,##0.00
	} {
		if err := b.style(s.id, s.style, s.font, ""); err != nil {
			return err
		}
	}
	var err error
	if b.styles.plain, err = b.makeLooks(plain, ""); err != nil {
		return err
	}
	b.styles.tracks = map[timeline.Track]looks{}
	for _, look := range trackLooks {
		font := plain
		font.Bold, font.Italic = look.bold, look.italic
		if b.styles.tracks[look.track], err = b.makeLooks(font, look.fill); err != nil {
			return err
		}
	}
	return b.makeMarks()
}

const linkColour = "1F4E9E"

// makeLooks adds the looks of text and dates in a font on a ground.
func (b *workbook) makeLooks(font excelize.Font, fill string) (looks, error) {
	var l looks
	linked := font
	linked.Color, linked.Underline = linkColour, "single"
	top := &excelize.Alignment{Vertical: "top"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left"}
	const asText = 49
	day := "yyyy-mm-dd"
	for _, s := range []struct {
		id    *int
		style excelize.Style
		font  excelize.Font
	}{
		{&l.text, excelize.Style{Alignment: top, NumFmt: asText}, font},
		{&l.wrapped, excelize.Style{Alignment: wrap, NumFmt: asText}, font},
		{&l.date, excelize.Style{Alignment: left, CustomNumFmt: &day}, font},
		{&l.link, excelize.Style{Alignment: wrap, NumFmt: asText}, linked},
	} {
		if err := b.style(s.id, s.style, s.font, fill); err != nil {
			return l, err
		}
	}
	return l, nil
}

// style adds one look, with a line below the cell.
func (b *workbook) style(id *int, s excelize.Style, font excelize.Font, fill string) (err error) {
	s.Font = &font
	s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "D9D9D9"}}
	if fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	*id, err = b.file.NewStyle(&s)
	return err
}

// makeMarks adds the look of the header, and those that a row takes on when its
// review is set to rejected, accepted or edited.
func (b *workbook) makeMarks() (err error) {
	if b.styles.header, err = b.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F3864"}},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}); err != nil {
		return err
	}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.styles.rejected, excelize.Style{Font: &excelize.Font{Color: "8C8C8C", Strike: true}}},
		{&b.styles.accepted, excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBD5"}}}},
		{&b.styles.edited, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF2CC"}}}},
	} {
		if *s.id, err = b.file.NewConditionalStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

// cell gives a value (see columns.go) its type and look. Nothing is left out of
// the row, so that a long text is not drawn over its empty neighbour.
func (s styles) cell(v any, u use, track timeline.Track) excelize.Cell {
	look := s.plain
	if t, ok := s.tracks[track]; ok && u&tracked != 0 {
		look = t
	}
	if text, ok := shownText(v); ok {
		return look.string(text, u)
	}
	switch v := v.(type) {
	case int:
		return excelize.Cell{StyleID: s.count, Value: v}
	case float64:
		return excelize.Cell{StyleID: s.share, Value: v}
	case dates.Date:
		t, _ := realDay(v.Earliest())
		return excelize.Cell{StyleID: look.date, Value: t}
	case dates.Day:
		t, _ := realDay(v)
		return excelize.Cell{StyleID: look.date, Value: t}
	case money:
		return s.sum(string(v))
	case linked:
		c := s.cell(v.value, u, track)
		c.StyleID = look.link
		if _, ok := v.value.(int); ok {
			c.StyleID = s.countLink
		}
		return c
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

func (s looks) string(text string, u use) excelize.Cell {
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
		return s.plain.string(n, 0)
	}
	return excelize.Cell{StyleID: style, Value: f}
}
