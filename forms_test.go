package regtimeline_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// TestFormsAgree reads one report in each of its forms (testdata/forms/make.sh
// makes them): the same events come out of every one, with the same words.
func TestFormsAgree(t *testing.T) {
	files, err := filepath.Glob("testdata/forms/report*.*")
	if err != nil || len(files) < 7 {
		t.Fatalf("only %d forms of the report: %v", len(files), err)
	}
	want := formEvents(t, "testdata/forms/report.md")
	if n := strings.Count(want, "\n"); n != 18 {
		t.Errorf("report.md tells of 18 events, %d were found:\n%s", n, want)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if diff := cmp.Diff(want, formEvents(t, file)); diff != "" {
				t.Errorf("other events than in report.md (-md +%s):\n%s", filepath.Ext(file), diff)
			}
		})
	}
}

// formEvents returns a line for each event of a file: date, kind, status, name and
// the words of the quote.
func formEvents(t *testing.T, file string) string {
	t.Helper()
	docs, skips, err := source.Collect(t.Context(), []string{file}, nil, source.Options{})
	if err != nil || len(skips) > 0 || len(docs) != 1 {
		t.Fatalf("%s: %v %v", file, skips, err)
	}
	d := docs[0]
	if d.Title != "Rules for lake ferries: where they stand" || d.Published.String() != "2024-03-12" || d.Language != "en" || len(d.Warnings) > 0 {
		t.Errorf("%s: title %q, published %s, language %q, warnings %q", file, d.Title, d.Published, d.Language, d.Warnings)
	}
	var b strings.Builder
	for _, e := range timeline.Build(docs).Filter(timeline.Filter{}).Events {
		fmt.Fprintf(&b, "%s %s %s: %s “%s”\n", e.Date, e.Kind, e.Status, e.Name, plainWords(e.Sources[0].Quote.Quote(0)))
	}
	return b.String()
}

// formMarks are what the forms set differently: marks of notes and of table cells.
var formMarks = regexp.MustCompile(`\[\^?\w+\]|[⁰¹²³⁴-⁹]|\|`)

// plainWords returns the words of a quote, without the marks of its form.
func plainWords(quote string) string {
	return strings.Join(strings.Fields(formMarks.ReplaceAllString(quote, " ")), " ")
}
