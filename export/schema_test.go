package export

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const schemaFile = "schema/timeline-1.schema.json"

// schemas compiles the published schema of a file and that of a line. With
// closed, a field that the schema does not name is an error: we may add fields
// only with their description, while a reader must expect that more will come.
func schemas(t testing.TB, closed bool) (file, line *jsonschema.Schema) {
	t.Helper()
	f, err := os.Open(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	if closed {
		defs := doc.(map[string]any)["$defs"].(map[string]any)
		doc.(map[string]any)["unevaluatedProperties"] = false
		for _, name := range []string{"document", "datedEvent", "undatedEvent", "source", "line"} {
			defs[name].(map[string]any)["unevaluatedProperties"] = false
		}
		// A line adds to an event, so that only the line itself may be closed.
		defs["line"].(map[string]any)["allOf"] = []any{map[string]any{"$ref": "#/$defs/event"}}
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const at = "urn:regtimeline:schema:timeline-1"
	if err := c.AddResource(at, doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile(at), c.MustCompile(at + "#/$defs/line")
}

// checkSchemas holds what is written for a timeline against the schemas.
func checkSchemas(t testing.TB, tl *timeline.Timeline, file, line *jsonschema.Schema) {
	t.Helper()
	validate := func(s *jsonschema.Schema, data []byte) {
		t.Helper()
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%v:\n%.300s", err, data)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%v\n%.300s", err, data)
		}
	}
	var all, byLine bytes.Buffer
	if err := writeJSON(&all, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := writeJSONL(&byLine, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	validate(file, all.Bytes())
	n := 0
	for text := range bytes.Lines(byLine.Bytes()) {
		validate(line, text)
		n++
	}
	if want := len(tl.Events) + len(tl.Undated); n != want {
		t.Errorf("%d lines, want one for each of %d events", n, want)
	}
}

func TestJSONKeepsItsSchema(t *testing.T) {
	file, line := schemas(t, false)
	closedFile, closedLine := schemas(t, true)
	for name, tl := range map[string]*timeline.Timeline{
		"sample": sample(t), "empty": emptyTimeline(t), "hostile": hostileTimeline(t), "china-tech": built(t, "china-tech"), "genres": built(t, "genres"),
	} {
		t.Run(name, func(t *testing.T) {
			checkSchemas(t, tl, file, line)
			checkSchemas(t, tl, closedFile, closedLine)
		})
	}
}

// built is the timeline of a folder of testdata/docs, with its context.
func built(t testing.TB, folder string) *timeline.Timeline {
	t.Helper()
	docs, skips, err := source.Collect(context.Background(), []string{"../testdata/docs/" + folder}, nil, source.Options{})
	if err != nil || len(skips) > 0 || len(docs) == 0 {
		t.Fatalf("reading %s: %d documents, %v %v", folder, len(docs), skips, err)
	}
	return timeline.Build(docs)
}

// The schema would be of no use if it let everything pass.
func TestSchemaRefuses(t *testing.T) {
	file, line := schemas(t, false)
	data := string(write(t, jsonFormat(t), sample, Options{}))
	for _, c := range []struct{ old, new string }{
		{`"schema": "timeline/1"`, `"schema": "timeline/2"`},
		{`"date": "2015-07-04"`, `"date": "4 July 2015"`},
		{`"date": "2015-07-04"`, `"date": ""`},
		{`"earliest": "2015-07-04"`, `"earliest": "2015-07"`},
		{`"precision": "quarter"`, `"precision": "trimester"`},
		{`"basis": "stated"`, `"basis": "guessed"`},
		{`"status": "scheduled"`, `"status": "planned"`},
		{`"role": "conflicting"`, `"role": "other"`},
		{`"value": "18228000.50"`, `"value": "18,228,000"`},
		{`"confidence": 0.93`, `"confidence": 93`},
		{`"doubts": []`, `"doubts": null`},
		{`"name": `, `"title": `},
		{`"display": "Q3 2021",`, ``},
	} {
		bad := strings.Replace(data, c.old, c.new, 1)
		if bad == data {
			t.Fatalf("the sample has no %s", c.old)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(bad))
		if err != nil {
			t.Fatal(err)
		}
		if file.Validate(v) == nil {
			t.Errorf("the schema accepts %s for %s", c.new, c.old)
		}
	}
	v, _ := jsonschema.UnmarshalJSON(strings.NewReader(data))
	if line.Validate(v) == nil {
		t.Error("the schema of a line accepts a whole timeline")
	}
}

// A line needs no other: it carries its documents.
func TestJSONLIsCompleteLineByLine(t *testing.T) {
	f, ok := ByName("jsonl")
	if !ok {
		t.Fatal("there is no format jsonl")
	}
	rows := strings.SplitAfter(strings.TrimSuffix(string(write(t, f, sample, Options{})), "\n"), "\n")
	fine := read(t, []byte(rows[7]))
	if fine["id"] != "e5" || fine["date"] != "2021-35" || fine["schema"] != Schema {
		t.Errorf("the eighth line is %s", rows[7])
	}
	docs := fine["documents"].([]any)
	if len(docs) != 1 || docs[0].(map[string]any)["title"] != "Platform rules in review" {
		t.Errorf("the documents of the line are %v", docs)
	}
	if last := read(t, []byte(rows[len(rows)-1]+"\n")); last["id"] != "u1" || last["date"] != "" {
		t.Errorf("the last line is %s", rows[len(rows)-1])
	}
}
