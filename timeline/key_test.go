package timeline

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// place is a source in a document of its own, for tests of keys and ids.
func place(sha string, published dates.Date, text, quote, words string) Source {
	d := &source.Document{SHA256: sha, Published: published, Text: text}
	i := strings.Index(text, quote)
	j := i + strings.Index(quote, words)
	return Source{Quote: source.Span{Doc: d, Start: i, End: i + len(quote)}, Date: source.Span{Doc: d, Start: j, End: j + len(words)}}
}

func TestKeyParts(t *testing.T) {
	const text = "Intro. The regu-\nlation enters into force on 4 July 2015 in all states. End."
	const quote = "The regu-\nlation enters into force on 4 July 2015 in all states."
	base := place("aaaaaaaaaaaaaaaa", dates.Date{}, text, quote, "4 July 2015").Key()
	for _, c := range []struct {
		name                   string
		s                      Source
		document, words, place bool // what stays
	}{
		{"the same", place("aaaaaaaaaaaaaaaa", dates.Date{}, text, quote, "4 July 2015"), true, true, true},
		{"saved again with another head", place("bbbbbbbbbbbbbbbb", dates.Date{}, "A longer introduction. "+text, quote, "4 July 2015"), false, true, false},
		{"laid out anew", place("aaaaaaaaaaaaaaaa", dates.Date{}, strings.ReplaceAll(text, "regu-\nlation", "regulation"), strings.ReplaceAll(quote, "regu-\nlation", "regulation"), "4 July 2015"), true, true, false},
		{"the sentence cut elsewhere", place("aaaaaaaaaaaaaaaa", dates.Date{}, text, "enters into force on 4 July 2015 in all states.", "4 July 2015"), true, false, true},
		{"another date of the sentence", place("aaaaaaaaaaaaaaaa", dates.Date{}, text, quote, "July 2015"), true, false, false},
	} {
		k := c.s.Key()
		if k.Document == base.Document != c.document || k.Words == base.Words != c.words || k.Place == base.Place != c.place {
			t.Errorf("%s: the key is %v beside %v", c.name, k, base)
		}
		if back, ok := ParseKey(k.String()); !ok || back != k {
			t.Errorf("%v is read back as %v, %v", k, back, ok)
		}
	}
	for _, bad := range []string{"", "a", "a.b", "a.b.c", "a..1", "a.b.-1", "a.b.1.2"} {
		if k, ok := ParseKey(bad); ok {
			t.Errorf("%q is read as the key %v", bad, k)
		}
	}
}

// An id stays whatever the rules make of the event, and whichever source is the
// primary one, as long as no document of an earlier day tells of it.
func TestIDsStay(t *testing.T) {
	early := place("cc", dates.DayOf(2015, 7, 4), "It was adopted today.", "It was adopted today.", "today")
	later := place("aa", dates.DayOf(2016, 1, 1), "It was adopted on 4 July 2015.", "It was adopted on 4 July 2015.", "4 July 2015")
	undated := place("bb", dates.Date{}, "It was adopted in July 2015.", "It was adopted in July 2015.", "July 2015")
	id := func(e Event) string {
		events := []Event{e}
		identify(events)
		return events[0].ID
	}
	want := id(Event{Kind: "adoption", Sources: []Source{early}})
	for _, e := range []Event{
		{Kind: "publication", Date: dates.DayOf(2015, 7, 4), Sources: []Source{early}},
		{Kind: "adoption", Sources: []Source{later, early}},
		{Kind: "adoption", Sources: []Source{undated, early, later}},
	} {
		if got := id(e); got != want {
			t.Errorf("the id %s became %s", want, got)
		}
	}
	if id(Event{Sources: []Source{later}}) == want {
		t.Error("two events have one id")
	}
}

func TestIDsAreUnique(t *testing.T) {
	s := place("aa", dates.Date{}, "It fined the firm and closed it.", "It fined the firm and closed it.", "")
	events := make([]Event, 4)
	for i := range events {
		events[i].Sources = []Source{s}
	}
	events[3].Sources = nil
	identify(events[:2], events[2:])
	var ids []string
	for _, e := range events {
		if slices.Contains(ids, e.ID) || e.ID == "" {
			t.Errorf("the id %q is given twice", e.ID)
		}
		ids = append(ids, e.ID)
	}
}

// The anchor is the same in whatever order the sources stand.
func TestAnchorOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sources := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Source {
			var p dates.Date
			if y := rapid.IntRange(0, 3).Draw(t, "year"); y > 0 {
				p = dates.YearOf(2000 + y)
			}
			d := &source.Document{SHA256: rapid.StringOfN(rapid.RuneFrom([]rune("ab")), 2, 2, -1).Draw(t, "sha"), Published: p, Text: "0123456789"}
			n := rapid.IntRange(0, 9).Draw(t, "start")
			return Source{Quote: source.Span{Doc: d, Start: n, End: 10}}
		}), 1, 6).Draw(t, "sources")
		want := anchor(sources).Key()
		if got := anchor(rapid.Permutation(sources).Draw(t, "permuted")).Key(); got != want {
			t.Fatalf("the anchor %v became %v", want, got)
		}
	})
}
