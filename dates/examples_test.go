package dates

import (
	"strings"
	"testing"
)

// TestLanguageExamples runs the examples of the language files: each pattern
// must match its examples as a whole, and yield what they say.
func TestLanguageExamples(t *testing.T) {
	set := patterns()
	for _, r := range set.Rules {
		file, _, _ := strings.Cut(r.ID, ":")
		for _, e := range r.Examples {
			text, published := e.Text, Date{}
			if rest, ok := strings.CutPrefix(text, "@"); ok {
				day, after, _ := strings.Cut(rest, " ")
				d, err := Parse(day)
				if err != nil {
					t.Errorf("%s:%d: %v", file, e.Line, err)
				}
				text, published = after, d
			}
			ms := Find(text)
			Resolve(ms, Context{Text: text, Published: published})
			got := ""
			for _, m := range ms {
				if m.Rule == r.ID && m.Start == 0 && m.End == len(text) {
					got = value(m)
				}
			}
			if got != e.Want {
				t.Errorf("%s:%d: %q is %q, want %q by %s; found %+v", file, e.Line, text, got, e.Want, r.ID, ms)
			}
		}
	}
}

// value is what a case of a mention gives: its date, or what it counts from.
func value(m Mention) string {
	if a, ok := m.Anchor(); ok {
		return a.String()
	}
	return m.Date.String()
}
