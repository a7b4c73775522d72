package export

import (
	"fmt"
	"io"
	"iter"
	"os"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// writeXLSX writes a workbook to be read, corrected and read back: see sheets for
// what is in it. A date that is one exact day is a real date cell, any other is
// text; no cell is a formula. The document's times are those of SOURCE_DATE_EPOCH
// (seconds since 1970), or a fixed instant where that is not set, so that the same
// timeline gives the same bytes.
func writeXLSX(w io.Writer, t *timeline.Timeline, o Options) error {
	return writeWorkbook(w, t, o, excelize.TotalRows)
}

// writeWorkbook is writeXLSX with the number of rows, the header's with them,
// that a sheet holds.
func writeWorkbook(w io.Writer, t *timeline.Timeline, o Options, maxRows int) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b := workbook{file: f, maxRows: maxRows, links: map[string]func(io.Writer) error{}}
	if err := b.setProperties(o); err != nil {
		return err
	}
	if err := b.makeStyles(); err != nil {
		return err
	}
	for _, s := range sheets(t, o, maxRows) {
		add := b.add
		if s.chart != nil {
			add = b.addChart
		}
		if err := add(s); err != nil {
			return fmt.Errorf("the sheet %s cannot be written: %w", s.name, err)
		}
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &sortedZip{w: w, insert: b.links} })
	return f.Write(w)
}

// sheet is one sheet: a header and rows of cells as columns.go describes them.
type sheet struct {
	name    string
	columns []sheetColumn
	frozen  int // columns that stay in sight, from the left
	count   int // of rows, without the header
	rows    iter.Seq[sheetRow]
	table   bool // an Excel table, not only a filter
	review  bool // a reviewer chooses from lists in it
	links   iter.Seq[hyperlink]
	chart   *chart // a sheet that holds a chart and its figures, and nothing else
}

type sheetColumn struct {
	name   string // as in columns; "" for a column of no other sheet
	header string
	width  float64
	use    use
}

// sheetRow is the cells of a row, and the track that colours it.
type sheetRow struct {
	cells []any
	track timeline.Track
}

type workbook struct {
	file    *excelize.File
	styles  styles
	maxRows int
	sheets  int
	links   map[string]func(io.Writer) error // to be inserted in the parts of the archive
}

// add streams one sheet. What excelize writes at the head of a sheet must be set
// before the stream is opened, and everything else before it is flushed: what
// is set later is lost.
func (b *workbook) add(s sheet) error {
	if err := b.newSheet(s.name); err != nil {
		return err
	}
	fit := true
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.setLists(s); err != nil {
		return err
	}
	out, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := b.layOut(out, s); err != nil {
		return err
	}
	if err := b.fill(out, s); err != nil {
		return err
	}
	b.setLinks(s)
	return out.Flush()
}

// newSheet adds a sheet; the first takes the place of the one that a new file has.
func (b *workbook) newSheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// written is the number of rows that there is room for.
func (b *workbook) written(s sheet) int { return min(s.count, b.maxRows-1) }

func (b *workbook) fill(out *excelize.StreamWriter, s sheet) error {
	cells := make([]any, len(s.columns))
	for i, c := range s.columns {
		cells[i] = excelize.Cell{StyleID: b.styles.header, Value: c.header}
	}
	if err := out.SetRow("A1", cells, excelize.RowOpts{Height: headerHeight}); err != nil {
		return err
	}
	if s.table {
		if err := b.addTable(out, s); err != nil {
			return err
		}
	}
	n, room := 1, b.written(s)
	for r := range s.rows {
		if n > room {
			break
		}
		n++
		for i, v := range r.cells {
			cells[i] = b.styles.cell(v, s.columns[i].use, r.track)
		}
		if err := out.SetRow("A"+strconv.Itoa(n), cells, excelize.RowOpts{Height: rowHeight(r.cells, s.columns)}); err != nil {
			return err
		}
	}
	return nil
}

const headerHeight = 20 // points

// addTable makes a table of the sheet. excelize reads the names of its columns
// from the header, which must have been written.
func (b *workbook) addTable(out *excelize.StreamWriter, s sheet) error {
	area, err := b.area(s)
	if err != nil {
		return err
	}
	stripes := false
	return out.AddTable(&excelize.Table{Range: area, Name: s.name, StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
}

func (b *workbook) setProperties(o Options) error {
	at, err := writtenAt()
	if err != nil {
		return err
	}
	stamp := at.Format(time.RFC3339)
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: cellText(or(o.Title, "Timeline")), Creator: "timeline", LastModifiedBy: "timeline",
		Created: stamp, Modified: stamp}); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "timeline"})
}

// writtenAt is the instant that a file is said to be written at.
func writtenAt() (time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > 253402300799 { // the end of the year 9999
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q; it must be a number of seconds since 1970", s)
	}
	return time.Unix(n, 0).UTC(), nil
}

// firstRealDay is the first day on which every spreadsheet agrees: before it,
// Excel counts a 29 February 1900 that never was.
var firstRealDay = dates.Day{Year: 1900, Month: 3, Day: 1}

// realDay returns the time that a spreadsheet takes for the day, and false where
// it has no such day.
func realDay(d dates.Day) (time.Time, bool) {
	if d.Compare(firstRealDay) < 0 || d.Year > 9999 || !dates.ValidDay(d.Year, d.Month, d.Day) {
		return time.Time{}, false
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC), true
}
