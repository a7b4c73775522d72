package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// read decodes what was written as another program would, without our types.
func read(t testing.TB, data []byte) map[string]any {
	t.Helper()
	if !utf8.Valid(data) {
		t.Error("the JSON is not valid UTF-8")
	}
	if !bytes.HasSuffix(data, []byte("}\n")) || bytes.HasSuffix(data, []byte("\n\n")) {
		t.Error("the JSON does not end in one newline")
	}
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestJSONShape(t *testing.T) {
	m := read(t, write(t, jsonFormat(t), sample, Options{}))
	checkKeys(t, "the timeline", m, "schema documents events undated", "")
	if m["schema"] != "timeline/1" {
		t.Errorf("schema is %v", m["schema"])
	}
	for _, d := range m["documents"].([]any) {
		checkKeys(t, "a document", d, "id path title url language published publishedBasis sha256", "")
	}
	for _, list := range []string{"events", "undated"} {
		for _, e := range m[list].([]any) {
			checkKeys(t, "an event", e, "id date earliest latest precision display basis rule kind track status name instrument provision "+
				"authorities targets jurisdiction confidence doubts sources", "amount sourcesOmitted")
			for _, s := range e.(map[string]any)["sources"].([]any) {
				checkKeys(t, "a source", s, "document role line start end text quote date key", "page")
			}
		}
	}
	undated := m["undated"].([]any)[0].(map[string]any)
	for key, want := range map[string]any{"date": "", "earliest": "", "latest": "", "display": "", "precision": "none", "basis": "none", "track": "enforcement"} {
		if undated[key] != want {
			t.Errorf("an undated event has %s %v, want %v", key, undated[key], want)
		}
	}
}

func checkKeys(t *testing.T, what string, v any, must, may string) {
	t.Helper()
	m := v.(map[string]any)
	for _, k := range strings.Fields(must) {
		switch v, ok := m[k]; {
		case !ok:
			t.Errorf("%s has no %q", what, k)
		case v == nil:
			t.Errorf("%s has null for %q", what, k)
		}
	}
	for k := range m {
		if !slices.Contains(strings.Fields(must+" "+may), k) {
			t.Errorf("%s has an unknown %q", what, k)
		}
	}
}

// Every source leads back to its words, and to the line and page that the
// document itself gives.
func TestJSONOffsets(t *testing.T) {
	tl := sample(t)
	m := read(t, write(t, jsonFormat(t), sample, Options{}))
	events := append(m["events"].([]any), m["undated"].([]any)...)
	for _, e := range events {
		for _, v := range e.(map[string]any)["sources"].([]any) {
			s := v.(map[string]any)
			i := slices.IndexFunc(tl.Documents, func(d *source.Document) bool { return d.ID == s["document"] })
			span := source.Span{Doc: tl.Documents[i], Start: int(s["start"].(float64)), End: int(s["end"].(float64))}
			if words := s["text"]; words != "" && words != span.Text() {
				t.Errorf("at %d of %s stands %q, not %q", span.Start, span.Doc.ID, span.Text(), words)
			}
			if words := s["text"]; words == "" && span.Quote(600) != s["quote"] {
				t.Errorf("without date words the offsets are %q, not the quote %q", span.Text(), s["quote"])
			}
			if s["line"] != float64(span.Line()) {
				t.Errorf("%q of %s is on line %d, not %v", span.Text(), span.Doc.ID, span.Line(), s["line"])
			}
			if page, _ := s["page"].(float64); int(page) != span.Page() {
				t.Errorf("%q of %s is on page %d, not %v", span.Text(), span.Doc.ID, span.Page(), s["page"])
			}
		}
	}
}

func TestJSONEmptyLists(t *testing.T) {
	got := string(write(t, jsonFormat(t), emptyTimeline, Options{}))
	want := "{\n  \"schema\": \"timeline/1\",\n  \"documents\": [],\n  \"events\": [],\n  \"undated\": []\n}\n"
	if got != want {
		t.Errorf("an empty timeline is\n%s", got)
	}
}

func TestJSONKeepsTextAsItIs(t *testing.T) {
	data := write(t, jsonFormat(t), sample, Options{})
	for _, want := range []string{`<script>`, `lang=en`, `&amp;`, `通知.html`, `"path": "odd/=1+1,�.txt"`} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("the JSON lacks %s", want)
		}
	}
}

func TestJSONLimitsSources(t *testing.T) {
	tl := sample(t)
	e := &tl.Events[6]
	for range 70 {
		e.Sources = slices.Insert(e.Sources, 1, tl.Events[4].Sources[1])
	}
	var b bytes.Buffer
	if err := writeJSON(&b, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	got := read(t, b.Bytes())["events"].([]any)[6].(map[string]any)
	sources := got["sources"].([]any)
	if len(sources) != 50 || got["sourcesOmitted"] != 23.0 {
		t.Errorf("%d sources are written and %v omitted, want 50 and 23", len(sources), got["sourcesOmitted"])
	}
	roles := map[any]int{}
	for _, s := range sources {
		roles[s.(map[string]any)["role"]]++
	}
	if want := map[any]int{"primary": 1, "conflicting": 2, "corroborating": 47}; !reflect.DeepEqual(roles, want) {
		t.Errorf("the roles that are kept are %v, want %v", roles, want)
	}
}

func TestJSONConfidence(t *testing.T) {
	for in, want := range map[float64]float64{0.1 + 0.2: 0.3, 1.5: 1, -1: 0, 0.93: 0.93, 1.0 / 3: 0.3333} {
		if got := share(in); got != want {
			t.Errorf("share(%v) is %v, want %v", in, got, want)
		}
	}
}

func jsonFormat(t testing.TB) Format {
	t.Helper()
	f, ok := ByName("json")
	if !ok {
		t.Fatal("there is no format json")
	}
	return f
}

func TestLinesAreThoseOfSpans(t *testing.T) {
	d := &source.Document{Text: "\na\n\nbc\r\nd"}
	at := lines{}
	for i := range len(d.Text) + 1 {
		if got, want := at.number(d, i), (source.Span{Doc: d, Start: i, End: i}).Line(); got != want {
			t.Errorf("offset %d is on line %d, want %d", i, got, want)
		}
	}
}

func TestChosenKeepsTheOrder(t *testing.T) {
	roles := func(s string) []timeline.Source {
		var out []timeline.Source
		for _, r := range s {
			out = append(out, timeline.Source{Role: map[rune]timeline.Role{'p': timeline.Primary, 'c': timeline.Corroborating, 'x': timeline.Conflicting}[r]})
		}
		return out
	}
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{{"pcx", 3, "pcx"}, {"pccx", 3, "pcx"}, {"pxcxcx", 3, "pxx"}, {"ppp", 2, "pp"}, {"", 3, ""}, {"cccx", 1, "x"}} {
		if got := chosen(roles(c.in), c.limit); !reflect.DeepEqual(got, roles(c.want)) {
			t.Errorf("of %q %d are kept as %v, want %q", c.in, c.limit, got, c.want)
		}
	}
}
