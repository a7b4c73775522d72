package export

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// manyEvents is a timeline of n events, each with one source of its own.
func manyEvents(n int) *timeline.Timeline {
	var text bytes.Buffer
	d := &source.Document{ID: "d1", Path: "a.txt", Title: "Report", Language: "en", SHA256: "0123456789abcdef", URL: "https://example.org/a"}
	tl := &timeline.Timeline{Documents: []*source.Document{d}}
	for i := range n {
		start := text.Len()
		fmt.Fprintf(&text, "On 17 May 2021 the authority fined company %d for a breach of article %d of the act.\n", i, i%99)
		tl.Events = append(tl.Events, timeline.Event{
			ID: fmt.Sprintf("e%012x", i), Date: dates.FromDay(dates.Day{Year: 2000, Month: 1, Day: 1}.AddDays(i / 12)), Basis: dates.Stated, Rule: "en.txt:1",
			Kind: timeline.Kinds[i%len(timeline.Kinds)].Kind, Status: timeline.Occurred, Name: fmt.Sprintf("The authority fines company %d for a breach of the act", i),
			Authorities: []string{"Authority"}, Targets: []string{fmt.Sprint("Company ", i)}, Confidence: 0.9,
			Sources: []timeline.Source{{Role: timeline.Primary, Quote: source.Span{Doc: d, Start: start, End: text.Len() - 1}, Date: source.Span{Doc: d, Start: start + 3, End: start + 14}, Value: dates.DayOf(2021, 5, 17)}},
		})
	}
	d.Text = text.String()
	return tl
}

// BenchmarkXLSX writes workbooks beside CSV, as the measure of what the same
// machine needs for the same rows.
func BenchmarkXLSX(b *testing.B) {
	tl := manyEvents(100_000)
	for _, name := range []string{"csv", "xlsx"} {
		f, _ := ByName(name)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Write(io.Discard, tl, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
		})
	}
}

// BenchmarkReadRows reads back what BenchmarkXLSX writes.
func BenchmarkReadRows(b *testing.B) {
	tl := manyEvents(100_000)
	for _, name := range []string{"csv", "xlsx"} {
		f, _ := ByName(name)
		var out bytes.Buffer
		if err := f.Write(&out, tl, Options{}); err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				rows, err := ReadRows(out.Bytes())
				if err != nil || len(rows) != len(tl.Events) {
					b.Fatalf("%d rows: %v", len(rows), err)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
		})
	}
}
