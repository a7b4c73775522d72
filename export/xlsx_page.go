package export

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// layOut sets the widths, the frozen header, the filter and the page.
func (b *workbook) layOut(out *excelize.StreamWriter, s sheet) error {
	// excelize puts each column before those set earlier, and they must ascend.
	for i, c := range slices.Backward(s.columns) {
		if err := out.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
		if c.use&hidden != 0 {
			if err := out.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	corner, err := excelize.CoordinatesToCellName(s.frozen+1, 2)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if s.frozen > 0 {
		pane = "bottomRight"
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.frozen, YSplit: 1, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}}}); err != nil {
		return err
	}
	area, err := b.area(s)
	if err != nil {
		return err
	}
	if !s.table { // a table has its own
		if err := b.file.AutoFilter(s.name, area, nil); err != nil {
			return err
		}
	}
	return b.setPage(s)
}

// area is the header and the rows of a sheet, such as "A1:H20".
func (b *workbook) area(s sheet) (string, error) {
	end, err := excelize.CoordinatesToCellName(len(s.columns), 1+b.written(s))
	return "A1:" + end, err
}

// setPage sets landscape A4, as wide as the columns meant for paper, with the
// header on every page.
func (b *workbook) setPage(s sheet) error {
	orientation, a4, wide, high := "landscape", 9, 1, 0
	if err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Orientation: &orientation, Size: &a4, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	margin, foot := 0.4, 0.6 // inches
	if err := b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &foot}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	if len(s.columns) == 0 {
		return nil
	}
	paper := 0
	for paper < len(s.columns) && s.columns[paper].use&printed != 0 {
		paper++
	}
	last, err := excelize.ColumnNumberToName(paper)
	if err != nil {
		return err
	}
	if err := b.name(s, "_xlnm.Print_Area", fmt.Sprintf("$A$1:$%s$%d", last, 1+b.written(s))); err != nil {
		return err
	}
	return b.name(s, "_xlnm.Print_Titles", "$1:$1")
}

func (b *workbook) name(s sheet, name, area string) error {
	return b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: "'" + s.name + "'!" + area, Scope: s.name})
}
