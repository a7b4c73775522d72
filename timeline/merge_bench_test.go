package timeline

import (
	"fmt"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// BenchmarkMerge shows that the work an event costs does not grow with how many
// there are: ns/event stays about the same from a thousand to a hundred thousand.
func BenchmarkMerge(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			events := manyEvents(n)
			for b.Loop() {
				merge(events)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

// manyEvents makes events of documents that tell of the same acts in pairs, and
// many of one company.
func manyEvents(n int) []Event {
	kinds := []Kind{"penalty", "investigation", "adoption", "entry_into_force", "statement"}
	docs := make([]*source.Document, n/20+1)
	for i := range docs {
		docs[i] = &source.Document{SHA256: fmt.Sprint(i), Text: "The act."}
	}
	events := make([]Event, n)
	for i := range events {
		act := i / 2
		e := Event{Kind: kinds[act%len(kinds)], Date: dates.FromDay(dates.Day{Year: 2000, Month: 1, Day: 1}.AddDays(act % 9000)), Name: fmt.Sprintf("Act number %d", act), Confidence: 0.9}
		switch e.Kind.Track() {
		case Enforcement:
			e.Targets = []string{fmt.Sprintf("Company %d", act%(n/10+1))}
		case Instrument:
			e.Instrument = fmt.Sprintf("Law %d", act)
		}
		if i%10 == 0 {
			e.Targets, e.Instrument = []string{"Everybody"}, ""
		}
		e.Sources = []Source{{Quote: source.Span{Doc: docs[i%len(docs)], End: 8}, Value: e.Date}}
		events[i] = e
	}
	return events
}

// TestCandidatesStayFew holds that an event is compared with about as many others,
// however many there are of its companies in other years.
func TestCandidatesStayFew(t *testing.T) {
	per := func(n int) float64 {
		m := merger{index: map[string][]*cluster{}}
		compared := 0
		for _, e := range bySureness(manyEvents(n)) {
			for _, k := range topics(e) {
				compared += len(m.candidates(e, k))
			}
			m.place(e)
		}
		return float64(compared) / float64(n)
	}
	few, many := per(2_000), per(20_000)
	if many > 2*few {
		t.Errorf("an event among 2,000 is compared with %.0f others, one among 20,000 with %.0f", few, many)
	}
}
