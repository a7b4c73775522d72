package regtimeline_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regtimeline/export"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGoldenTimelines builds the timeline of each folder of testdata/docs and
// compares it, as Markdown, with the one in testdata/golden. Documents without
// further ado are what a user has, so this is where a change of any rule shows.
func TestGoldenTimelines(t *testing.T) {
	folders, err := os.ReadDir(filepath.Join("testdata", "docs"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		folder := f.Name()
		t.Run(folder, func(t *testing.T) {
			got := buildMarkdown(t, folder)
			file := filepath.Join("testdata", "golden", folder+".md")
			if *update {
				if err := os.WriteFile(file, got, 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("timeline of %s changed (-want +got; go test . -update accepts it):\n%s", folder, diff)
			}
		})
	}
}

// TestSameOnAnyCores builds one timeline on one core and on four.
func TestSameOnAnyCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := buildMarkdown(t, "china-tech")
	runtime.GOMAXPROCS(4)
	if four := buildMarkdown(t, "china-tech"); !bytes.Equal(one, four) {
		t.Errorf("one core and four give different timelines:\n%s", cmp.Diff(string(one), string(four)))
	}
}

func buildMarkdown(t *testing.T, folder string) []byte {
	t.Helper()
	docs, skips, err := source.Collect(context.Background(), []string{"testdata/docs/" + folder}, nil, source.Options{})
	if err != nil || len(skips) > 0 {
		t.Fatalf("reading %s: %v %v", folder, skips, err)
	}
	format, ok := export.ByName("markdown")
	if !ok {
		t.Fatal("no Markdown format")
	}
	var b bytes.Buffer
	if err := format.Write(&b, timeline.Build(docs).Filter(timeline.Filter{}), export.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
