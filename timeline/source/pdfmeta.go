package source

import (
	"strings"
	"unicode"

	"regtimeline/dates"
)

// pdfMeta takes the title and the day of publication from what the file says of
// itself, as far as the text bears it out.
func (d *Document) pdfMeta(s *pdfScan) {
	if title := Clean(s.title, titleLimit); d.Title == "" && d.showsTitle(title) {
		d.Title = title
	}
	if d.Title == "" {
		d.Title = d.largestHeading()
	}
	d.pdfPublished(s)
}

// firstPages is where the first n pages end, in bytes of the text.
func (d *Document) firstPages(n int) int {
	if n < len(d.Pages) {
		return d.Pages[n]
	}
	return len(d.Text)
}

// showsTitle reports whether a title of the file's properties stands in the text
// of the first two pages: others are those of a template or of the program.
func (d *Document) showsTitle(title string) bool {
	if title == "" || isStockTitle(title) || !strings.ContainsFunc(title, unicode.IsLetter) {
		return false
	}
	return strings.Contains(squeezed(d.Text[:d.firstPages(2)]), squeezed(title))
}

// squeezed is a text in lower case without white space.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) || Invisible(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// largestHeading returns the first of the highest headings of the first page.
func (d *Document) largestHeading() string {
	best, end := -1, d.firstPages(1)
	for i, b := range d.Blocks {
		if b.Start >= end {
			break
		}
		if b.Kind == Heading && (best < 0 || b.Level < d.Blocks[best].Level) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return d.clean(d.Blocks[best])
}

// madeSoon is how many days before a file was made the date on its first page may
// lie, for the file to bear it out as the day of publication.
const madeSoon = 100

// pdfPublished suggests as the day of publication a line of the first page that is
// a date, or a place and a date, if the file was made soon after. The file's own
// dates alone say when it was printed or scanned.
func (d *Document) pdfPublished(s *pdfScan) {
	made, ok := pdfDay(s.created)
	if !ok {
		return
	}
	d.suggest(dates.DayOf(made.Year, made.Month, made.Day), BasisMetadata, weak, "the file was made on "+dates.DayOf(made.Year, made.Month, made.Day).Display())
	end := d.firstPages(1)
	for _, b := range d.Blocks {
		if b.Start >= end {
			break
		}
		if b.End-b.Start > datedLine || b.Kind == Footnote || b.Kind == TableCell {
			continue
		}
		if date, ok := loneDate(d.Text[b.Start:b.End]); ok && soonAfter(date, made) {
			d.suggest(date, BasisText, fair, "the line "+quoted(d.Text[b.Start:b.End])+" on the first page, from shortly before the file was made")
			return
		}
	}
}

// loneDate reads a line that is a date, perhaps behind a place: "July 2021",
// "Brussels, 5 July 2021".
func loneDate(line string) (dates.Date, bool) {
	ms := dates.Find(line)
	if len(ms) != 1 || ms[0].Doubt != "" || ms[0].Date.IsZero() || ms[0].Date.Precision() > dates.PrecisionMonth || ms[0].Basis != dates.Stated {
		return dates.Date{}, false
	}
	before, after := Clean(line[:ms[0].Start], 0), Clean(line[ms[0].End:], 0)
	return ms[0].Date, cells(before) <= 24 && cells(after) <= 2 && !endsSentence(after) && !strings.ContainsFunc(before, unicode.IsDigit)
}

// soonAfter reports whether a day is at most madeSoon days behind a date, or a few
// before it.
func soonAfter(date dates.Date, day dates.Day) bool {
	first, last := date.Earliest(), date.Latest()
	if first.IsZero() || last.IsZero() {
		return false
	}
	return day.Compare(first.AddDays(-7)) >= 0 && day.Compare(last.AddDays(madeSoon)) <= 0
}

// pdfDay reads the day of a PDF date (ISO 32000-1, 7.9.4): D:20210705103000+08'00'.
func pdfDay(s string) (dates.Day, bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "D:")
	if len(s) < 8 || strings.Trim(s[:8], "0123456789") != "" {
		return dates.Day{}, false
	}
	date, ok := isoDay(s[:8])
	return date.Earliest(), ok
}
