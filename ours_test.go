package regtimeline_test

import (
	"bytes"
	"strings"
	"testing"

	"regtimeline/export"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// What timeline wrote is no source: a table of an earlier run that lies among the
// documents would bear itself out.
func TestOwnTablesAreNoSources(t *testing.T) {
	docs, _, err := source.Collect(t.Context(), []string{"testdata/forms/report.md"}, nil, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	tl := timeline.Build(docs)
	for _, name := range []string{"csv", "xlsx", "json"} {
		format, ok := export.ByName(name)
		if !ok {
			t.Fatalf("no format %s", name)
		}
		var b bytes.Buffer
		if err := format.Write(&b, tl, export.Options{}); err != nil {
			t.Fatal(err)
		}
		if _, err := source.Read("earlier"+format.Extension, b.Bytes()); err == nil || !strings.Contains(err.Error(), "timeline wrote") {
			t.Errorf("%s is read as a source: %v", name, err)
		}
	}
}
