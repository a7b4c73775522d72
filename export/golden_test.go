package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the files in testdata anew")

// golden compares what is written with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	g, w := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(g), len(w)) {
		if !bytes.Equal(g[i], w[i]) {
			t.Fatalf("%s:%d:\n-want %s\n+have %s\n(go test ./export -update writes it anew)", file, i+1, w[i], g[i])
		}
	}
	t.Fatalf("%s has %d lines, want %d (go test ./export -update writes it anew)", file, len(g), len(w))
}

func write(t testing.TB, f Format, tl timelineOf, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, tl(t), o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	for _, c := range []struct{ format, file string }{
		{"markdown", "sample.md"}, {"csv", "sample.csv"}, {"json", "sample.json"}, {"jsonl", "sample.jsonl"}, {"ics", "sample.ics"},
	} {
		t.Run(c.format, func(t *testing.T) {
			f, ok := ByName(c.format)
			if !ok {
				t.Fatalf("there is no format %q", c.format)
			}
			golden(t, c.file, write(t, f, sample, Options{Title: "Platform rules: a timeline"}))
		})
	}
}

// Everything that is written depends on the timeline alone.
func TestSameTimelineSameBytes(t *testing.T) {
	for _, f := range Formats {
		first := write(t, f, sample, Options{})
		for range 5 {
			if !bytes.Equal(first, write(t, f, sample, Options{})) {
				t.Errorf("%s: the same timeline gives other bytes the second time", f.Name)
			}
		}
	}
}

func TestWriterErrorsAreReturned(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(fullDisk{}, sample(t), Options{}); err == nil {
			t.Errorf("%s: a writer that fails gives no error", f.Name)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestEmptyTimeline(t *testing.T) {
	for _, f := range Formats {
		got := write(t, f, emptyTimeline, Options{})
		if f.Name == "jsonl" { // no line is how it says that there is no event
			if len(got) > 0 {
				t.Errorf("an empty timeline gives the line %s", got)
			}
			continue
		}
		if len(got) == 0 {
			t.Errorf("%s: an empty timeline gives an empty file", f.Name)
		}
	}
}

// Texts and spans that no timeline should have must not make a writer panic.
func TestHostileTimelineIsWritten(t *testing.T) {
	for _, s := range hostileTexts {
		for _, f := range Formats {
			if f.Name == "xlsx" {
				continue // TestXLSXTextIsInert writes them all at once
			}
			var b bytes.Buffer
			if err := f.Write(&b, oneEvent(s), Options{Title: s}); err != nil {
				t.Errorf("%s of %q: %v", f.Name, s, err)
			}
		}
	}
	for _, f := range Formats {
		if err := f.Write(new(bytes.Buffer), brokenTimeline(), Options{}); err != nil {
			t.Errorf("%s of broken spans: %v", f.Name, err)
		}
	}
}

func TestFormatsAreFound(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"markdown", "markdown"}, {"md", "markdown"}, {"MD", "markdown"}, {"csv", "csv"}, {"XLSX", "xlsx"}, {"json", "json"}, {"", ""}, {"pdf", ""}, {".md", ""},
	} {
		if f, ok := ByName(c.name); f.Name != c.want || ok != (c.want != "") {
			t.Errorf("ByName(%q) is %q, %v, want %q", c.name, f.Name, ok, c.want)
		}
	}
	for _, c := range []struct{ ext, want string }{
		{".md", "markdown"}, {".CSV", "csv"}, {".xlsx", "xlsx"}, {".json", "json"}, {"", ""}, {"md", ""}, {".pdf", ""},
	} {
		if f, ok := ByExtension(c.ext); f.Name != c.want || ok != (c.want != "") {
			t.Errorf("ByExtension(%q) is %q, %v, want %q", c.ext, f.Name, ok, c.want)
		}
	}
}
