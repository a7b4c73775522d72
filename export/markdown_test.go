package export

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"regtimeline/timeline/source"
)

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// nodes counts the elements that goldmark finds, by kind.
func nodes(md []byte) map[string]int {
	count := map[string]int{}
	ast.Walk(gfm.Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			count[n.Kind().String()]++
		}
		return ast.WalkContinue, nil
	})
	return count
}

// plain is what a reader of the rendered page sees.
func plain(t testing.TB, md []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := gfm.Convert(md, &b); err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(tags.ReplaceAllString(b.String(), ""))
}

var tags = regexp.MustCompile(`<[^>]*>`)

// checkInert holds Markdown of one event whose every text is s against what
// may be in it: the writer's own elements, and s as text, unchanged.
func checkInert(t testing.TB, s string) {
	t.Helper()
	var b bytes.Buffer
	if err := writeMarkdown(&b, oneEvent(s), Options{Title: s}); err != nil {
		t.Fatal(err)
	}
	md := b.Bytes()
	name := source.Clean(strings.ToValidUTF8(s, "\uFFFD"), 0)
	titles, links := 1, 0
	if name == "" {
		titles = 0
	}
	if webAddress(s) != "" {
		links = 1
	}
	want := map[string]int{"Heading": 1 + titles, "List": 1, "ListItem": 1, "Emphasis": 3, "AutoLink": links,
		"FootnoteLink": 1, "FootnoteList": 1, "Footnote": 1, "FootnoteBacklink": 1, "Paragraph": 1, "TextBlock": 1, "Document": 1}
	got := nodes(md)
	delete(got, "Text")
	delete(got, "String")
	for kind, n := range got {
		if n != want[kind] {
			t.Errorf("%q makes %d %s, want %d:\n%s", s, n, kind, want[kind], md)
		}
	}
	if lines := strings.Count(string(md), "\n"); lines != 5+2*titles {
		t.Errorf("%q changes the number of lines to %d:\n%s", s, lines, md)
	}
	if seen := plain(t, md); len(name) < noteQuoteBytes && strings.Count(seen, name) < 4 {
		t.Errorf("%q is not shown as it is:\n%s\n%s", s, md, seen)
	}
}

func TestMarkdownTextIsInert(t *testing.T) {
	for _, s := range hostileTexts {
		checkInert(t, s)
		checkInert(t, "The rule "+s+" applies.")
		checkInert(t, s+"\n\n"+s)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkInert(t, s) })
}

func TestMarkdownIsOneLineAnEvent(t *testing.T) {
	md := string(write(t, Formats[0], sample, Options{}))
	items := regexp.MustCompile(`(?m)^- \*\*.+\*\* – .+\[\^\d+\]$`).FindAllString(md, -1)
	tl := sample(t)
	if want := len(tl.Events) + len(tl.Undated); len(items) != want {
		t.Errorf("%d list lines, want %d", len(items), want)
	}
	headings := regexp.MustCompile(`(?m)^#.*`).FindAllString(md, -1)
	want := []string{"## 480 BC", "## 1790", "## 1832", "## 2015", "## 2016", "## 2020", "## 2021", "## 2031", "## Undated"}
	if !slices.Equal(headings, want) {
		t.Errorf("headings are %q, want %q", headings, want)
	}
}

// An order that comes back to a year, as open dates may make it, must not give
// the year a second heading.
func TestMarkdownHasOneHeadingAYear(t *testing.T) {
	tl := sample(t)
	open := tl.Events[8]
	tl.Events = slices.Insert(slices.Delete(tl.Events, 8, 9), 0, open)
	var b bytes.Buffer
	if err := writeMarkdown(&b, tl, Options{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "## 2021\n"); n != 1 {
		t.Errorf("2021 has %d headings, want 1", n)
	}
	if !regexp.MustCompile(`## 2021\n\n- \*\*by 5 July 2021\*\*.*\n- \*\*Q3 2021`).MatchString(b.String()) {
		t.Errorf("events of one year do not stand in the timeline's order:\n%s", b.String())
	}
}

func TestMarkdownNote(t *testing.T) {
	tl := sample(t)
	e := tl.Events[6] // two sources give other dates
	for _, want := range []string{
		"*Platform rules in review*, p. 1: “It has applied since November 2020, although the ministry first said 2019.” <https://example.org/",
		"; also p. 1, conflicting (2019); ",
		"*关于平台公平竞争的通知*, conflicting (July 2021): “自2021年7月起施行。”",
		" Doubt: The sources do not agree",
	} {
		if got := note(&e); !strings.Contains(got, want) {
			t.Errorf("the note lacks %q:\n%s", want, got)
		}
	}
	for range 9 { // sources that only agree give way to those that do not
		e.Sources = slices.Insert(e.Sources, 1, tl.Events[4].Sources[1])
	}
	got := note(&e)
	if !strings.Contains(got, "; and 7 more") || strings.Count(got, "conflicting") != 2 {
		t.Errorf("a note of 12 sources should cite 5, the conflicting ones among them:\n%s", got)
	}
}

func TestMarkdownSentence(t *testing.T) {
	for in, want := range map[string]string{
		"Act adopted": "Act adopted.", "Act adopted.": "Act adopted.", "Yahoo!": "Yahoo!", "He said “no.”": "He said “no.”", "He said “no”": "He said “no”.",
		"通过条例": "通过条例。", "通过条例。": "通过条例。", "《条例》": "《条例》.", "": "No name.", "(as amended)": "(as amended).",
	} {
		if got := sentence(in); got != want {
			t.Errorf("sentence(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a_b*c?x=1&y=2#z": "https://example.org/a_b*c?x=1&y=2#z",
		"http://example.org/通知":               "http://example.org/%E9%80%9A%E7%9F%A5",
		"https://example.org/a b>c":           "https://example.org/a%20b%3Ec",
		"https://example.org/?q=<b>`x`":       "https://example.org/?q=%3Cb%3E%60x%60",
		"javascript:alert(1)":                 "",
		"data:text/html,x":                    "",
		"file:///etc/passwd":                  "",
		"//example.org/":                      "",
		"https:///path":                       "",
		"example.org":                         "",
		"https://exa\nmple.org":               "",
		"":                                    "",
		"https://example.org/" + strings.Repeat("a", maxAddress): "",
	} {
		if got := webAddress(in); got != want {
			t.Errorf("webAddress(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownAmounts(t *testing.T) {
	for in, want := range map[string]string{
		"1": "1", "999": "999", "1000": "1,000", "18228000000": "18,228,000,000", "18228000.50": "18,228,000.50", "": "", "about 5": "about 5", "1.x": "1.x",
	} {
		if got := grouped(in); got != want {
			t.Errorf("grouped(%q) is %q, want %q", in, got, want)
		}
	}
}
