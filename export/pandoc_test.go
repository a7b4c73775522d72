package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"regtimeline/timeline"
)

// pandoc runs pandoc on Markdown, and skips the test where it is not installed.
// A warning is an error: there must be none.
func pandoc(t *testing.T, md []byte, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed; the Markdown is not checked with it")
	}
	cmd := exec.Command("pandoc", append(args, "--fail-if-warnings")...)
	cmd.Stdin = bytes.NewReader(md)
	var out, warnings bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &warnings
	if err := cmd.Run(); err != nil || warnings.Len() > 0 {
		t.Fatalf("pandoc %s: %v\n%s", strings.Join(args, " "), err, warnings.String())
	}
	return out.Bytes()
}

// hostileTimeline has an event and a document for each hostile text.
func hostileTimeline(testing.TB) *timeline.Timeline {
	all := &timeline.Timeline{}
	for _, s := range hostileTexts {
		one := oneEvent(s)
		one.Documents[0].URL = "https://example.org/"
		all.Documents = append(all.Documents, one.Documents...)
		all.Events = append(all.Events, one.Events...)
	}
	return all
}

// In each dialect pandoc finds the writer's own elements and no others.
func TestPandocFindsOnlyOurElements(t *testing.T) {
	md := write(t, Formats[0], hostileTimeline, Options{Title: "# *Hostile* [texts](x)"})
	events := len(hostileTexts)
	for _, dialect := range []string{"markdown", "gfm", "commonmark_x"} {
		var doc any
		if err := json.Unmarshal(pandoc(t, md, "-f", dialect, "-t", "json"), &doc); err != nil {
			t.Fatal(err)
		}
		got := map[string]int{}
		countElements(doc, got)
		for _, plain := range []string{"Str", "Space", "SoftBreak", "Plain", "Para", "Quoted", "DoubleQuote", "SingleQuote"} {
			delete(got, plain)
		}
		want := map[string]int{"Header": 2, "BulletList": 1, "Strong": events, "Note": events, "Link": events, "Emph": 2 * events}
		for kind, n := range got {
			if n != want[kind] {
				t.Errorf("%s: pandoc finds %d %s, want %d", dialect, n, kind, want[kind])
			}
		}
		for kind, n := range want {
			if got[kind] != n {
				t.Errorf("%s: pandoc finds %d %s, want %d", dialect, got[kind], kind, n)
			}
		}
	}
}

// countElements counts the "t" fields of pandoc's JSON.
func countElements(v any, count map[string]int) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			countElements(x, count)
		}
	case map[string]any:
		if kind, ok := v["t"].(string); ok {
			count[kind]++
		}
		for _, x := range v {
			countElements(x, count)
		}
	}
}

func TestPandocMakesWordDocument(t *testing.T) {
	docx := pandoc(t, write(t, Formats[0], sample, Options{Title: "Platform rules"}), "-f", "markdown", "-t", "docx", "-o", "-")
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	notes, err := z.Open("word/footnotes.xml")
	if err != nil {
		t.Fatal("the Word document has no footnotes")
	}
	defer notes.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(notes); err != nil {
		t.Fatal(err)
	}
	// Word keeps two footnotes of its own: the separators.
	if got, want := strings.Count(b.String(), "<w:footnote "), len(sample(t).Events)+len(sample(t).Undated)+2; got != want {
		t.Errorf("the Word document has %d footnotes, want %d", got, want)
	}
}

func TestPandocHTMLShowsTheTexts(t *testing.T) {
	page := pandoc(t, write(t, Formats[0], sample, Options{}), "-f", "gfm", "-t", "html", "--wrap=none")
	for _, want := range []string{
		">1832</h2>",
		"<strong>4 July 2015</strong> – Platform Fairness Act adopted. <em>Adoption</em>",
		"# @SUM(A1) [link](http://example.invalid) ![i](x.png) &lt;b&gt;bold&lt;/b&gt; &amp;amp; `code` was published.",
		"role=\"doc-endnotes\"",
		"市场监管总局于2015年7月4日通过《平台公平竞争条例》。",
	} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the HTML lacks %q:\n%s", want, page)
		}
	}
}
