package timeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// TestSentences runs the one-line cases of testdata/corpus/events; the head of
// en.txt there says how a case is written.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("../testdata/corpus/events/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		published := dates.Date{}
		for i, line := range strings.Split(string(b), "\n") {
			where := fmt.Sprintf("%s:%d", filepath.Base(file), i+1)
			switch {
			case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "@"):
				published, _ = dates.Parse(line[1:])
			default:
				rest, known := strings.CutPrefix(line, "? ")
				got, want := runCase(t, where, rest, published)
				switch {
				case known && got == want:
					t.Errorf("%s: a known miss passes now; take the ? away", where)
				case !known && got != want:
					t.Errorf("%s:\n got %s\nwant %s\n  in %s", where, got, want, rest)
				}
			}
		}
	}
}

func runCase(t *testing.T, where, line string, published dates.Date) (got, want string) {
	want, text, ok := strings.Cut(line, "= ")
	if !ok {
		t.Fatalf("%s: a case needs \"= \"", where)
	}
	text, names, named := strings.Cut(text, " => ")
	doc, err := source.Read("case.txt", []byte(text+"\n"))
	if err != nil {
		t.Fatalf("%s: %v", where, err)
	}
	doc.Published = published
	tl := timeline.Build([]*source.Document{doc}).Filter(timeline.Filter{})
	var parts, called []string
	for _, e := range append(tl.Events, tl.Undated...) {
		d := e.Date.String()
		if d == "" {
			d = "-"
		}
		s := d + " " + string(e.Kind)
		if e.Status != timeline.Occurred {
			s += " " + string(e.Status)
		}
		parts = append(parts, s)
		called = append(called, e.Name)
	}
	got, want = strings.Join(parts, ", "), strings.TrimSpace(want)
	if named {
		got += " => " + strings.Join(called, " | ")
		want += " => " + strings.TrimSpace(names)
	}
	return got, want
}
