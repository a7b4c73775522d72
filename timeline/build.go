// Package timeline makes one ordered timeline of documents: it reads the acts
// that each tells of, dates them, merges what several tell of the same act, and
// orders the result.
//
// It promises that no date is invented, that every event leads back to its words,
// that merging loses no source, and that the same documents give the same
// timeline on any number of cores.
package timeline

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// Build makes one timeline of documents. It gives them their ids (d1, d2 …) in
// the order given.
func Build(docs []*source.Document) *Timeline { return BuildWith(docs, Options{}) }

// Options are what a caller may add to a build.
type Options struct {
	// Lexicon holds the names to look for; nil is lexicon.Default.
	Lexicon *lexicon.Lexicon
	// Progress is told after each document how many of them are read. It is never
	// called twice at a time.
	Progress func(done, total int)
}

// BuildWith is Build with options.
func BuildWith(docs []*source.Document, o Options) *Timeline {
	for i, d := range docs {
		d.ID = fmt.Sprintf("d%d", i+1)
	}
	events, mentions, failures := extractAll(docs, o)
	events = merge(events)
	t := &Timeline{Documents: docs, Mentions: mentions, Failures: failures}
	for _, e := range events {
		if e.Date.IsZero() {
			t.Undated = append(t.Undated, e)
		} else {
			t.Events = append(t.Events, e)
		}
	}
	position := positions(docs)
	order(t.Events, position)
	order(t.Undated, position)
	identify(t.Events, t.Undated)
	return t
}

// extracted is what came of reading one document.
type extracted struct {
	events   []Event
	mentions int
	reason   string // why there are no events, as a sentence; or ""
}

// extractAll reads the documents on all cores; the result is in their order.
func extractAll(docs []*source.Document, o Options) (events []Event, mentions int, failures []Failure) {
	names := sync.OnceValue(func() *lexicon.Lexicon {
		if o.Lexicon != nil {
			return o.Lexicon
		}
		return lexicon.Default()
	})
	go names() // made on first use; the other core may as well begin
	results := make([]extracted, len(docs))
	work, read := make(chan int), make(chan struct{})
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), max(1, len(docs))) {
		wg.Go(func() {
			for i := range work {
				results[i] = extractOne(docs[i], names)
				read <- struct{}{}
			}
		})
	}
	go func() {
		for i := range docs {
			work <- i
		}
		close(work)
		wg.Wait()
		close(read)
	}()
	for done := 1; ; done++ {
		if _, more := <-read; !more {
			break
		}
		if o.Progress != nil {
			o.Progress(done, len(docs))
		}
	}
	for i, r := range results {
		events, mentions = append(events, r.events...), mentions+r.mentions
		if r.reason != "" {
			failures = append(failures, Failure{docs[i], r.reason})
		}
	}
	return events, mentions, failures
}

// extractOne reads the events of one document. A fault in our own code costs the
// events of that document, which is said, and not those of the others.
func extractOne(doc *source.Document, names func() *lexicon.Lexicon) (x extracted) {
	defer func() {
		if fault := recover(); fault != nil {
			x = extracted{reason: fmt.Sprintf("its events could not be read because of a fault in timeline (%v); please report it", fault)}
		}
	}()
	mentions := Mentions(doc)
	x = extracted{events: extract(doc, mentions, names), mentions: len(mentions)}
	bound(x.events)
	return x
}

// bound dates, in a document that dates nothing and whose day of publication is
// known, the acts that it reports: they happened on that day or before it.
func bound(events []Event) {
	if slices.ContainsFunc(events, func(e Event) bool { return !e.Date.IsZero() && !e.note && e.Kind.Track() != Context }) {
		return // it dates what it tells of, so that what it leaves undated may be long past
	}
	for i := range events {
		e := &events[i]
		p := e.Sources[0].Quote.Doc.Published
		if !e.Date.IsZero() || e.note || p.Precision() != dates.PrecisionDay {
			continue
		}
		if e.Status == Occurred && e.Kind.Track() == Enforcement && len(e.Targets) > 0 {
			e.Date, e.Basis, e.Rule = dates.Until(p), dates.Resolved, "document date"
			e.Doubts = append(e.Doubts, "The text gives no date; it was published on "+p.Display()+".")
		}
	}
}

func positions(docs []*source.Document) map[*source.Document]int {
	m := make(map[*source.Document]int, len(docs))
	for i, d := range docs {
		m[d] = i
	}
	return m
}

// order sorts events as people read them: by earliest day (of an interval without
// a known start its last one), the coarser date first, then by the kind's place in
// the life of an instrument, then as the documents tell it.
func order(events []Event, position map[*source.Document]int) {
	slices.SortStableFunc(events, func(a, b Event) int {
		x, y := a.first(), b.first()
		return cmp.Or(
			sortDay(a.Date).Compare(sortDay(b.Date)),
			-cmp.Compare(a.Date.Precision(), b.Date.Precision()),
			cmp.Compare(a.Kind.Rank(), b.Kind.Rank()),
			cmp.Compare(position[x.Quote.Doc], position[y.Quote.Doc]),
			cmp.Compare(x.Quote.Start, y.Quote.Start),
			cmp.Compare(x.Date.Start, y.Date.Start),
			cmp.Compare(a.Name, b.Name),
		)
	})
}

// first is the primary source, and none where a reviewer added the event.
func (e Event) first() Source {
	if len(e.Sources) == 0 {
		return Source{}
	}
	return e.Sources[0]
}

func sortDay(d dates.Date) dates.Day {
	if e := d.Earliest(); !e.IsZero() {
		return e
	}
	return d.Latest()
}

// Filter says which events to keep.
type Filter struct {
	Since, Until dates.Day // inclusive; zero is unbounded. Undated events are not affected.
	Kinds        []Kind    // empty keeps all
	All          bool      // keep all of the context track too, and not only what is corroborated
}

// Filter returns a timeline with only the events that f keeps; t is unchanged.
// What a reviewer made of an event that is left out is not lost: it is kept as a row.
func (t *Timeline) Filter(f Filter) *Timeline {
	keeps := f.keeping(corroborated(t.Events, t.Undated))
	out := &Timeline{Documents: t.Documents, Mentions: t.Mentions, Events: kept(t.Events, keeps), Undated: kept(t.Undated, keeps), Rejected: t.Rejected, Failures: t.Failures}
	out.Kept = slices.Concat(t.Kept, reviewed(t.Events, keeps), reviewed(t.Undated, keeps))
	return out
}

// reviewed returns the rows of the events that are left out though reviewed.
func reviewed(events []Event, keeps func(Event) bool) []Row {
	var rows []Row
	for i := range events {
		if e := &events[i]; !e.Review.IsZero() && !keeps(*e) {
			r := RowOf(e)
			r.Kept, r.Why = true, "left out this time by --since, --until or --kind"
			rows = append(rows, r)
		}
	}
	return rows
}

func kept(events []Event, keeps func(Event) bool) []Event {
	var out []Event
	for _, e := range events {
		if keeps(e) {
			out = append(out, e)
		}
	}
	return out
}

// keeping returns what decides on an event; of the context only what a reviewer
// touched and what is corroborated stays, unless all of it shall.
func (f Filter) keeping(corroborated func(Event) bool) func(Event) bool {
	return func(e Event) bool {
		if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, e.Kind) {
			return false
		}
		if !f.All && len(f.Kinds) == 0 && !e.unread && e.Kind.Track() == Context && e.Review.IsZero() && !corroborated(e) {
			return false
		}
		first, last := e.Date.Earliest(), e.Date.Latest()
		if !f.Since.IsZero() && !last.IsZero() && last.Compare(f.Since) < 0 {
			return false
		}
		return f.Until.IsZero() || first.IsZero() || first.Compare(f.Until) <= 0
	}
}
