package timeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// FuzzBuild holds the promises of Build for any text: no failure, no event without
// a source, no impossible date, and date words that lie in their sentence.
func FuzzBuild(f *testing.F) {
	files, _ := filepath.Glob("../testdata/docs/*/*")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(string(b[:min(len(b), 1500)]))
		}
	}
	f.Add("The law was adopted on 7 November 2016 and took effect on 1 June 2017.")
	f.Add("1. Smith, “The Act Takes Effect,” June 1, 2017.\n2. Jones, 2018.\n")
	f.Add("（2021年）施行，。被罚款")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := source.Read("fuzz.txt", []byte(text))
		if err != nil {
			return
		}
		doc.Published = dates.DayOf(2021, 7, 5)
		tl := timeline.Build([]*source.Document{doc})
		for _, fail := range tl.Failures {
			t.Fatalf("%q: %s", text, fail.Reason)
		}
		for _, e := range append(tl.Events, tl.Undated...) {
			if len(e.Sources) == 0 || e.ID == "" || e.Name == "" {
				t.Fatalf("%q: an event without source, id or name: %+v", text, e)
			}
			if !e.Date.IsZero() && !e.Date.Valid() {
				t.Fatalf("%q: the impossible date %s", text, e.Date)
			}
			for _, s := range e.Sources {
				if s.Quote.Start < 0 || s.Quote.End > len(doc.Text) || s.Quote.Start > s.Quote.End || s.Date.Start < 0 || s.Date.Start > s.Date.End || s.Date.End > len(doc.Text) || s.Date.End > s.Quote.End && s.Date.Start < s.Quote.End {
					t.Fatalf("%q: spans %+v", text, s)
				}
			}
		}
	})
}
