package export

import (
	"fmt"
	"slices"
	"sort"
	"strconv"

	"github.com/xuri/excelize/v2"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// chart counts events by period and track.
type chart struct {
	unit    string // "month", "year", "decade" or "century"
	periods []string
	counts  [][]int // by period, then by track as in trackLooks
}

// maxPeriods is the number of columns that a chart shows well.
const maxPeriods = 60

// chartOf counts events by the month, or by the finest longer period of which the
// timeline has few enough. An event counts where its date begins.
func chartOf(events []timeline.Event) chart {
	for _, unit := range []struct {
		name   string
		months int
	}{{"month", 1}, {"year", 12}, {"decade", 120}, {"century", 1200}} {
		first, last := 0, 0
		for i := range events {
			n := period(events[i].Date, unit.months)
			if i == 0 {
				first, last = n, n
			}
			first, last = min(first, n), max(last, n)
		}
		if last-first >= maxPeriods && unit.months < 1200 {
			continue
		}
		c := chart{unit: unit.name}
		for n := first; n <= last && n-first < 2*maxPeriods; n++ {
			c.periods = append(c.periods, periodName(n, unit.months))
			c.counts = append(c.counts, make([]int, len(trackLooks)))
		}
		for i := range events {
			if n := period(events[i].Date, unit.months) - first; n < len(c.counts) {
				c.counts[n][trackIndex(events[i].Kind.Track())]++
			}
		}
		return c
	}
	return chart{}
}

// period numbers the periods of so many months.
func period(d dates.Date, months int) int {
	day := d.Earliest()
	if day.IsZero() {
		day = d.Latest()
	}
	n := day.Year*12 + day.Month - 1
	if n < 0 {
		n -= months - 1
	}
	return n / months
}

func periodName(n, months int) string {
	year := n * months / 12
	switch months {
	case 1:
		return fmt.Sprintf("%04d-%02d", n/12, n%12+1)
	case 12:
		return strconv.Itoa(year)
	}
	return "from " + strconv.Itoa(year)
}

func trackIndex(t timeline.Track) int {
	for i, l := range trackLooks {
		if l.track == t {
			return i
		}
	}
	return len(trackLooks) - 1
}

func chartSheet(t *timeline.Timeline) sheet {
	c := chartOf(t.Events)
	return sheet{name: "Chart", chart: &c, count: len(c.periods)}
}

// chartColours are those of the tracks, strong enough for columns and as different
// in print.
var chartColours = []string{"5B84B8", "D9772B", "B9D39A", "D9D9D9"}

// addChart writes the sheet with the chart and the figures that it is drawn from.
func (b *workbook) addChart(s sheet) error {
	if err := b.newSheet(s.name); err != nil {
		return err
	}
	fit := true
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	header := []any{titled(s.chart.unit)}
	for _, l := range trackLooks {
		header = append(header, titled(string(l.track)))
	}
	if err := b.file.SetSheetRow(s.name, "A1", &header); err != nil {
		return err
	}
	if err := b.file.SetCellStyle(s.name, "A1", "E1", b.styles.header); err != nil {
		return err
	}
	for i, p := range s.chart.periods {
		row := []any{p}
		for _, n := range s.chart.counts[i] {
			row = append(row, n)
		}
		if err := b.file.SetSheetRow(s.name, "A"+itoa(i+2), &row); err != nil {
			return err
		}
	}
	if err := b.file.SetColWidth(s.name, "A", "E", 13); err != nil {
		return err
	}
	if err := b.setPage(s); err != nil {
		return err
	}
	if err := b.file.AddChart(s.name, "G2", s.chart.drawing(s.name)); err != nil {
		return err
	}
	// excelize lists the types of pictures in the order of a map.
	types := b.file.ContentTypes.Defaults
	sort.SliceStable(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	return nil
}

func titled(s string) string { return string(s[0]-'a'+'A') + s[1:] }

// drawing is the chart: a column a period, the tracks piled up. A track of no
// event is left out.
func (c *chart) drawing(sheet string) *excelize.Chart {
	overlap, gap := 100, uint(40)
	d := &excelize.Chart{
		Type: excelize.ColStacked, Overlap: &overlap, GapWidth: &gap,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "Events a " + c.unit + ", by track"}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 900, Height: 420},
		XAxis:     excelize.ChartAxis{Font: excelize.Font{Color: "404040", Size: 9}},
		YAxis:     excelize.ChartAxis{Font: excelize.Font{Color: "404040", Size: 9}, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
	}
	last := 1 + len(c.periods)
	for i := range trackLooks {
		if !slices.ContainsFunc(c.counts, func(n []int) bool { return n[i] > 0 }) {
			continue
		}
		letter := string(rune('B' + i))
		d.Series = append(d.Series, excelize.ChartSeries{
			Name:       fmt.Sprintf("%s!$%s$1", sheet, letter),
			Categories: fmt.Sprintf("%s!$A$2:$A$%d", sheet, last),
			Values:     fmt.Sprintf("%s!$%s$2:$%s$%d", sheet, letter, letter, last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{chartColours[i]}},
		})
	}
	return d
}
