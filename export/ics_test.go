package export

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// ahead is a timeline of upcoming events with these dates.
func ahead(t testing.TB, name string, edtf ...string) *timeline.Timeline {
	d := &source.Document{ID: "d1", Path: "a.txt", Title: name, URL: "https://example.org/a", Published: dates.DayOf(2021, 7, 5), Text: name}
	tl := &timeline.Timeline{Documents: []*source.Document{d}}
	for i, s := range edtf {
		tl.Events = append(tl.Events, timeline.Event{ID: fmt.Sprint("e", i), Date: date(t, s), Basis: dates.Stated, Kind: "deadline", Status: timeline.Scheduled,
			Name: name, Authorities: []string{name}, Doubts: []string{name},
			Sources: []timeline.Source{{Role: timeline.Primary, Quote: source.Span{Doc: d, End: len(d.Text)}, Date: source.Span{Doc: d}}}})
	}
	return tl
}

// calendar writes a timeline as a calendar, checks each line against RFC 5545,
// and returns what another library reads.
func calendar(t testing.TB, tl *timeline.Timeline, o Options) *ics.Calendar {
	t.Helper()
	var b bytes.Buffer
	if err := writeICS(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	checkICSLines(t, b.String())
	c, err := ics.ParseCalendar(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatalf("%v:\n%s", err, b.String())
	}
	return c
}

// contentLine is the grammar of RFC 5545, 3.1, for the parameters that we write.
var contentLine = regexp.MustCompile(`^[A-Z-]+(;VALUE=DATE)?:[^\x00-\x08\x0a-\x1f\x7f]*$`)

func checkICSLines(t testing.TB, text string) {
	t.Helper()
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\r\n") || strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\n") {
		t.Errorf("the lines do not all end in CR LF, or are not UTF-8: %q", text)
	}
	for _, l := range strings.Split(text, "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Errorf("a line has %d octets: %q", len(l), l)
		}
	}
	open := []string{}
	seen := map[string]int{}
	for _, l := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		if !contentLine.MatchString(l) {
			t.Errorf("no content line: %q", l)
		}
		name, value, _ := strings.Cut(l, ":")
		switch name {
		case "BEGIN":
			open = append(open, value)
			clear(seen)
		case "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("END:%s closes %v", value, open)
			}
			open = open[:len(open)-1]
			if value == "VEVENT" {
				for _, must := range []string{"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY"} {
					if seen[must] != 1 {
						t.Errorf("an entry has %d %s", seen[must], must)
					}
				}
			}
		case "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE":
			if !regexp.MustCompile(`^\d{8}$`).MatchString(value) {
				t.Errorf("%s is no day", l)
			}
		case "SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME", "X-WR-CALDESC":
			if rest := regexp.MustCompile(`\\[\\;,n]`).ReplaceAllString(value, ""); strings.ContainsAny(rest, `\;,`) {
				t.Errorf("not escaped: %q", l)
			}
		}
		seen[name]++
	}
	if len(open) > 0 {
		t.Errorf("%v is not closed", open)
	}
}

func TestICSDays(t *testing.T) {
	dated := map[string]string{
		"2031-02-02":            "20310202 20310203 Deadline: Apply, now; or never",
		"2031-12-31":            "20311231 20320101 Deadline: Apply, now; or never",
		"../2031-07-05":         "20310705 20310706 [by 5 July 2031] Deadline: Apply, now; or never",
		"2031-02-02/..":         "20310202 20310203 [since 2 February 2031] Deadline: Apply, now; or never",
		"2031-02-02/2031-02-10": "20310202 20310211 Deadline: Apply, now; or never",
		"2031-02":               "20310201 20310301 [February 2031] Deadline: Apply, now; or never",
		"2031-35":               "20310701 20311001 [Q3 2031] Deadline: Apply, now; or never",
		// These would fill calendars or are no certain days.
		"2031": "", "2031-40": "", "203X": "", "2031-02-02~": "", "2031-02/..": "", "../2031-07": "", "2031/2033": "",
	}
	for edtf, want := range dated {
		c := calendar(t, ahead(t, "Apply, now; or never", edtf), Options{})
		about := c.CalendarProperties[len(c.CalendarProperties)-1].Value
		if want == "" {
			if len(c.Events()) != 0 || !strings.Contains(about, "vaguer than a quarter: 1.") {
				t.Errorf("%s: %d entries, %q", edtf, len(c.Events()), about)
			}
			continue
		}
		e := c.Events()[0]
		value := func(p ics.ComponentProperty) string { return e.GetProperty(p).Value }
		if got := value("DTSTART") + " " + value("DTEND") + " " + value("SUMMARY"); got != want {
			t.Errorf("%s is %q, want %q", edtf, got, want)
		}
		if day := len(edtf) > 7; !day && !strings.Contains(value("DESCRIPTION"), "(the day is not given)") {
			t.Errorf("%s: the description is %q", edtf, value("DESCRIPTION"))
		}
	}
}

func TestICSOfSample(t *testing.T) {
	f, ok := ByName("ics")
	if !ok {
		t.Fatal("there is no format ics")
	}
	c := calendar(t, sample(t), Options{Title: "Rules"})
	if len(c.Events()) != 1 || c.Events()[0].Id() != "e6@timeline" {
		t.Fatalf("the calendar has %d entries", len(c.Events()))
	}
	if got := c.Events()[0].GetProperty("DTSTAMP").Value; got != "20220331T000000Z" {
		t.Errorf("the stamp is %s, want the latest day of publication", got)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "1700000000")
	if got := string(write(t, f, sample, Options{})); !strings.Contains(got, "DTSTAMP:20231114T221320Z") {
		t.Errorf("SOURCE_DATE_EPOCH does not set the stamp:\n%s", got)
	}
	if got := calendar(t, sample(t), Options{Today: dates.Day{Year: 2040, Month: 1, Day: 1}}); len(got.Events()) != 0 {
		t.Error("in 2040 nothing is upcoming")
	}
}

func TestICSTextIsInert(t *testing.T) {
	for _, s := range hostileTexts {
		for _, s := range []string{s, strings.Repeat(s+"法", 40)} {
			c := calendar(t, ahead(t, s, "2031-02-02"), Options{Title: s})
			if n := len(c.Events()); n != 1 {
				t.Errorf("%q makes %d entries", s, n)
				continue
			}
			name := source.Clean(strings.ToValidUTF8(s, "\uFFFD"), nameBytes)
			if got := c.Events()[0].GetProperty("SUMMARY").Value; !strings.HasSuffix(got, name) {
				t.Errorf("%q is read back as %q", s, got)
			}
		}
	}
}
