package export

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const (
	icsQuoteBytes  = 600
	icsPeriodDays  = 92 // the longest period that has an entry: a quarter
	icsLineOctets  = 75 // RFC 5545, 3.1: without the line break
	icsProductName = "-//timeline//timeline//EN"
)

// writeICS writes an iCalendar (RFC 5545) of what is upcoming, an entry of whole
// days for each event. A date that is no exact day is never made one: a week, a
// month or a quarter has an entry as long as it is, whose title says so, and what
// is vaguer than that has none and is counted in the calendar's description.
//
// The time stamp is that of SOURCE_DATE_EPOCH or, where that is not set, the
// latest day of publication.
func writeICS(w io.Writer, t *timeline.Timeline, o Options) error {
	h := horizonOf(t, o)
	stamp, err := icsStamp(t)
	if err != nil {
		return err
	}
	var entries []icsEntry
	vague := 0
	for _, e := range upcoming(t, h) {
		if entry, ok := newICSEntry(e); ok {
			entries = append(entries, entry)
		} else {
			vague++
		}
	}
	c := &icsWriter{w: bufio.NewWriter(w)}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", icsProductName)
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	title, about := icsText(or(source.Clean(valid(o.Title), nameBytes), "Timeline")), icsText(icsDescription(h, len(entries), vague))
	c.line("NAME", title) // RFC 7986; the names with X-WR are read by older programs
	c.line("X-WR-CALNAME", title)
	c.line("DESCRIPTION", about)
	c.line("X-WR-CALDESC", about)
	for _, e := range entries {
		c.entry(e, stamp)
	}
	if len(entries) == 0 { // a calendar must hold something
		c.utc()
	}
	c.line("END", "VCALENDAR")
	return c.w.Flush()
}

// icsStamp is the instant of DTSTAMP.
func icsStamp(t *timeline.Timeline) (string, error) {
	at, err := writtenAt()
	if err != nil {
		return "", err
	}
	if day := horizonOf(t, Options{}).day; os.Getenv("SOURCE_DATE_EPOCH") == "" && day.Year > 0 {
		at = time.Date(day.Year, time.Month(day.Month), day.Day, 0, 0, 0, 0, time.UTC)
	}
	return at.Format("20060102T150405Z"), nil
}

// icsDescription says what the calendar holds and what it leaves out.
func icsDescription(h horizon, entries, vague int) string {
	s := fmt.Sprintf("Upcoming dates and deadlines: %s.", h)
	if entries == 0 {
		s += " There are none."
	}
	if vague > 0 {
		s += fmt.Sprintf(" Not in the calendar, because their dates are vaguer than a quarter: %d.", vague)
	}
	return s
}

// icsEntry is an event with the days that it fills.
type icsEntry struct {
	event       *timeline.Event
	first, last dates.Day
}

// newICSEntry returns false for an event whose days are not known well enough.
// "By 5 July" is that day; "from 5 July on" begins on that day.
func newICSEntry(e *timeline.Event) (icsEntry, bool) {
	first, last := e.Date.Earliest(), e.Date.Latest()
	if first.IsZero() {
		first = last
		if e.Date.To.Precision != dates.PrecisionDay {
			return icsEntry{}, false
		}
	}
	if last.IsZero() {
		last = first
		if e.Date.From.Precision != dates.PrecisionDay {
			return icsEntry{}, false
		}
	}
	if first.Year < 1 || last.Year > 9999 || last.Compare(first.AddDays(icsPeriodDays)) >= 0 || e.Date.IsApproximate() {
		return icsEntry{}, false
	}
	return icsEntry{e, first, last}, true
}

// exact reports whether the date is one day, or an interval between two.
func (e icsEntry) exact() bool {
	from, to := e.event.Date.From.Precision, e.event.Date.To.Precision
	return (from == dates.PrecisionDay || from == dates.None) && (to == dates.PrecisionDay || to == dates.None)
}

// summary begins with the date where the days of the entry do not say it all.
func (e icsEntry) summary() string {
	s := or(source.Clean(valid(e.event.Name), nameBytes), e.event.Kind.Label())
	if l := e.event.Kind.Label(); l != s {
		s = l + ": " + s
	}
	if !e.exact() || e.event.Date.Open {
		s = "[" + e.event.Date.Display() + "] " + s
	}
	return s
}

// description holds the date as written, who acts upon whom, the source, and the doubts.
func (e icsEntry) description() string {
	x := e.event
	lines := []string{"Date: " + x.Date.Display()}
	if !e.exact() {
		lines[0] += " (the day is not given)"
	}
	if x.Status != timeline.Occurred {
		lines = append(lines, "Status: "+string(x.Status))
	}
	for _, p := range []struct{ name, text string }{
		{"Authority", list(x.Authorities)}, {"Target", list(x.Targets)}, {"Instrument", x.Instrument}, {"Provision", x.Provision},
	} {
		if text := source.Clean(valid(p.text), nameBytes); text != "" {
			lines = append(lines, p.name+": "+text)
		}
	}
	if len(x.Sources) > 0 {
		c := primary(x, icsQuoteBytes)
		place := "Source: " + documentName(c.doc)
		if c.page > 0 {
			place += fmt.Sprintf(", p. %d", c.page)
		}
		if c.place != "" {
			place += ", " + c.place
		}
		lines = append(lines, place, "“"+c.quote+"”")
	}
	for _, d := range x.Doubts {
		lines = append(lines, "Doubt: "+source.Clean(valid(d), nameBytes))
	}
	return strings.Join(lines, "\n")
}

// icsWriter writes content lines; a failure is returned by Flush.
type icsWriter struct{ w *bufio.Writer }

func (c *icsWriter) entry(e icsEntry, stamp string) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", icsText(source.Clean(valid(e.event.ID), 0))+"@timeline")
	c.line("DTSTAMP", stamp)
	c.line("DTSTART;VALUE=DATE", icsDay(e.first))
	c.line("DTEND;VALUE=DATE", icsDay(e.last.AddDays(1))) // exclusive
	c.line("SUMMARY", icsText(e.summary()))
	c.line("DESCRIPTION", icsText(e.description()))
	c.line("CATEGORIES", icsText(string(e.event.Kind.Track()))+","+icsText(e.event.Kind.Label()))
	if u := webAddress(primary(e.event, 0).doc.URL); u != "" {
		c.line("URL", u)
	}
	if e.event.Status == timeline.Proposed {
		c.line("STATUS", "TENTATIVE")
	} else {
		c.line("STATUS", "CONFIRMED")
	}
	c.line("TRANSP", "TRANSPARENT") // it makes nobody busy
	c.line("END", "VEVENT")
}

// utc is a component without content: RFC 5545 wants one in every calendar.
func (c *icsWriter) utc() {
	for _, l := range [][2]string{{"BEGIN", "VTIMEZONE"}, {"TZID", "Etc/UTC"}, {"BEGIN", "STANDARD"}, {"DTSTART", "19700101T000000"},
		{"TZOFFSETFROM", "+0000"}, {"TZOFFSETTO", "+0000"}, {"END", "STANDARD"}, {"END", "VTIMEZONE"}} {
		c.line(l[0], l[1])
	}
}

// line writes one content line, folded between characters.
func (c *icsWriter) line(name, value string) {
	room := icsLineOctets
	for i, r := range name + ":" + value {
		n := utf8.RuneLen(r)
		if i > 0 && n > room {
			c.w.WriteString("\r\n ")
			room = icsLineOctets - 1
		}
		room -= n
		c.w.WriteRune(r)
	}
	c.w.WriteString("\r\n")
}

// icsText escapes a value of the type TEXT (RFC 5545, 3.3.11).
func icsText(s string) string { return icsEscapes.Replace(s) }

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

func icsDay(d dates.Day) string { return fmt.Sprintf("%04d%02d%02d", d.Year, d.Month, d.Day) }
