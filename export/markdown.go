package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline"
)

const (
	noteSources    = 5    // that are cited in a note; the rest is counted
	noteQuoteBytes = 300  // of a quote in a note
	nameBytes      = 1000 // of an event's name
)

// writeMarkdown writes a text to be pasted into a report: a heading a year, one
// list line an event, and the sources as numbered footnotes at the end. It reads
// the same on GitHub, in pandoc and in goldmark, and no text of a document is
// mark-up in it (see markdownText).
func writeMarkdown(w io.Writer, t *timeline.Timeline, o Options) error {
	m := &markdownWriter{w: bufio.NewWriter(w)}
	if title := markdownText(o.Title, 0); title != "" {
		m.block("# " + title)
	}
	if len(t.Events) == 0 {
		m.block("No dated events were found.")
	}
	for _, y := range byYear(t.Events) {
		m.block("## " + y.heading)
		m.list(y.events)
	}
	if len(t.Undated) > 0 {
		m.block("## Undated")
		m.list(pointers(t.Undated))
	}
	for i, n := range m.notes {
		m.block(fmt.Sprintf("[^%d]: %s", i+1, n))
	}
	return m.w.Flush()
}

// markdownWriter keeps what is written between calls; a failure to write is
// returned by the last Flush.
type markdownWriter struct {
	w     *bufio.Writer
	begun bool
	notes []string
}

// block writes one line with an empty line before it.
func (m *markdownWriter) block(s string) {
	if m.begun {
		m.w.WriteByte('\n')
	}
	m.begun = true
	m.w.WriteString(s + "\n")
}

func (m *markdownWriter) list(events []*timeline.Event) {
	m.w.WriteByte('\n')
	for _, e := range events {
		m.w.WriteString("- " + m.line(e) + "\n")
	}
}

// line is "**4 July 2015** – Name. *Plan* (authority → target)[^1]".
func (m *markdownWriter) line(e *timeline.Event) string {
	var b strings.Builder
	b.WriteString("**" + or(e.Date.Display(), "Undated") + "** – ")
	b.WriteString(sentence(markdownText(e.Name, nameBytes)))
	if l := label(e); l != "" {
		b.WriteString(" *" + l + "*")
	}
	if p := parties(e); p != "" {
		b.WriteString(" (" + p + ")")
	}
	if n := note(e); n != "" {
		m.notes = append(m.notes, n)
		fmt.Fprintf(&b, "[^%d]", len(m.notes))
	}
	return b.String()
}

// label is the kind, and the status where the act is not done.
func label(e *timeline.Event) string {
	words := []string{markdownText(e.Kind.Label(), 0)}
	if e.Status != timeline.Occurred {
		words = append(words, markdownText(string(e.Status), 0))
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// parties is "authorities → targets; sum", or what of it is known.
func parties(e *timeline.Event) string {
	s := names(e.Authorities)
	if t := names(e.Targets); t != "" {
		s = strings.TrimPrefix(s+" → "+t, " ")
	}
	if a := strings.TrimSpace(markdownText(e.Amount.Currency, 0) + " " + grouped(markdownText(e.Amount.Value, 0))); a != "" {
		if s != "" {
			s += "; "
		}
		s += a
	}
	return s
}

func names(list []string) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = markdownText(n, nameBytes)
	}
	return strings.Join(out, ", ")
}

// grouped sets commas between the thousands of decimal digits.
func grouped(n string) string {
	whole, part, found := strings.Cut(n, ".")
	if !digits(whole) || found && !digits(part) {
		return n
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		return whole + "." + part
	}
	return whole
}

// sentence ends text with a full stop, the Chinese one after Chinese, where it
// has no end of its own, also within quotation marks.
func sentence(s string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"'»）)"))
	switch {
	case s == "":
		return "No name."
	case strings.ContainsRune(".!?…。！？", last):
		return s
	case unicode.Is(unicode.Han, last) && strings.HasSuffix(s, string(last)):
		return s + "。"
	}
	return s + "."
}

// note is the text of an event's footnote: its sources, where they disagree,
// how the date is known where it is not simply stated, and the doubts.
func note(e *timeline.Event) string {
	kept := chosen(e.Sources, noteSources)
	references := make([]string, 0, len(kept)+1)
	var before citation
	for _, s := range kept {
		c := cite(s, noteQuoteBytes)
		references = append(references, reference(c, before))
		before = c
	}
	if n := len(e.Sources) - len(kept); n > 0 {
		references = append(references, fmt.Sprintf("and %d more", n))
	}
	var sentences []string
	if len(references) > 0 {
		sentences = append(sentences, sentence(strings.Join(references, "; ")))
	}
	switch e.Basis {
	case dates.Resolved:
		sentences = append(sentences, "Date resolved from the context.")
	case dates.Derived:
		sentences = append(sentences, "Date derived from another event.")
	}
	for _, d := range e.Doubts {
		if d = markdownText(d, noteQuoteBytes); d != "" {
			sentences = append(sentences, "Doubt: "+sentence(d))
		}
	}
	return strings.Join(sentences, " ")
}

// reference is "*Title*, p. 7: “quote” <https://…>". Where the reference before
// it was to the same document, "also" stands for title and address, and a quote
// is not given twice.
func reference(c, before citation) string {
	var place []string
	if c.page > 0 {
		place = append(place, "p. "+strconv.Itoa(c.page))
	}
	if c.role == timeline.Conflicting {
		place = append(place, strings.TrimSuffix("conflicting ("+c.shown+")", " ()"))
	}
	same := c.doc == before.doc
	s := strings.TrimSuffix("also "+strings.Join(place, ", "), " ")
	if !same {
		s = strings.Join(slices.Insert(place, 0, "*"+markdownText(documentName(c.doc), nameBytes)+"*"), ", ")
	}
	if q := markdownText(c.quote, 0); q != "" && !(same && c.quote == before.quote) {
		s += ": “" + q + "”"
	}
	if u := webAddress(c.doc.URL); u != "" && !same {
		s += " <" + u + ">"
	}
	return s
}

// yearOfEvents are the events under one heading, in the timeline's order.
type yearOfEvents struct {
	year    int
	heading string
	events  []*timeline.Event
}

// byYear puts each event under the year of its earliest day, or of its latest
// where the start is open. A year has one heading, even where the order of the
// timeline would come back to it.
func byYear(events []timeline.Event) []yearOfEvents {
	var years []yearOfEvents
	place := map[int]int{}
	for i := range events {
		e := &events[i]
		day := e.Date.Earliest()
		if day.IsZero() {
			day = e.Date.Latest()
		}
		n, ok := place[day.Year]
		if !ok {
			n = len(years)
			place[day.Year] = n
			years = append(years, yearOfEvents{year: day.Year, heading: dates.YearOf(day.Year).Display()})
		}
		years[n].events = append(years[n].events, e)
	}
	slices.SortStableFunc(years, func(a, b yearOfEvents) int { return a.year - b.year })
	return years
}

func pointers(events []timeline.Event) []*timeline.Event {
	out := make([]*timeline.Event, len(events))
	for i := range events {
		out[i] = &events[i]
	}
	return out
}
