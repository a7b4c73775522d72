package dates

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"It was issued on 4 July 2015.", "between March and May 2020", "2015年7月4日至6日", "民國110年5月1日", "31 April 2021",
		"the end of the year", "on 3, 7 and 12 May", "two weeks ago", "2016/17", "24 months after its entry into force", "5 Sep-\ntember 2021",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		Resolve(Find(text), Context{Text: text}) // without a day to count from
		ms := Find(text)
		Resolve(ms, Context{Text: text, Published: DayOf(2021, 7, 5)})
		end := 0
		for _, m := range ms {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %+v overlaps or is empty in %q", m, text)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])) {
				t.Fatalf("mention %+v cuts a character of %q", m, text)
			}
			for _, p := range m.Parts {
				if p.Start < m.Start || p.End > m.End || p.End <= p.Start {
					t.Fatalf("part %+v of %+v lies outside it in %q", p, m, text)
				}
			}
			end = m.End
			if m.Date.IsZero() {
				continue
			}
			if !m.Date.Valid() {
				t.Fatalf("%q in %q is the impossible date %+v", text[m.Start:m.End], text, m.Date)
			}
			if d, err := Parse(m.Date.String()); err != nil || d != m.Date.WithoutMod() {
				t.Fatalf("%q of %q reads back as %+v, %v", m.Date, text, d, err)
			}
		}
	})
}

// TestFindInLongText checks that a date is found wherever it stands in a text that
// is read piece by piece, also between things that have no end.
func TestFindInLongText(t *testing.T) {
	for _, filler := range []string{"of words ", "1, 2, ", "(((", "a.b/c-d+e", "的", "       ", "the "} {
		for n := 0; n < 6000; n += 97 {
			text := strings.Repeat(filler, n) + "; 4 July 2015; " + strings.Repeat(filler, 3000)
			found := 0
			for _, m := range Find(text) {
				if m.Date == DayOf(2015, 7, 4) {
					found++
				}
			}
			if found != 1 {
				t.Fatalf("the date after %d times %q is found %d times", n, filler, found)
			}
		}
	}
}

// TestNoSuchDay checks that a day that no calendar has is doubted and stays undated.
func TestNoSuchDay(t *testing.T) {
	for _, text := range []string{"31 April 2021", "29 February 2021", "31 June", "2021-02-30", "2021年2月30日"} {
		ms := Find(text)
		Resolve(ms, Context{Text: text, Published: DayOf(2021, 7, 5)})
		if len(ms) != 1 || !ms[0].Date.IsZero() || ms[0].Doubt != noSuchDay {
			t.Errorf("%q is %+v", text, ms)
		}
	}
}
