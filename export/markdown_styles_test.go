package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

func markdownOf(t testing.TB, tl *timeline.Timeline, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeMarkdown(&b, tl, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMarkdownStylesGolden(t *testing.T) {
	for file, o := range map[string]Options{
		"sample.table.md":     {Title: "Platform rules: a timeline", Markdown: MarkdownOptions{Style: "table", Group: "year"}},
		"sample.narrative.md": {Title: "Platform rules: a timeline", Markdown: MarkdownOptions{Style: "narrative", Group: "month", HeadingLevel: 3, NotePrefix: "tl-", Mermaid: true}},
		"sample.columns.md":   {Columns: []string{"date", "display", "amount", "confidence", "sources"}, Markdown: MarkdownOptions{Style: "table"}},
	} {
		golden(t, file, markdownOf(t, sample(t), o))
	}
}

// Whatever the texts are, each style has the elements that it has for a plain
// text, and shows the text as it is.
func checkStyle(t testing.TB, style, s string) {
	t.Helper()
	o := Options{Markdown: MarkdownOptions{Style: style}, Columns: []string{"name", "display", "authorities", "doubts", "url"}}
	name := source.Clean(strings.ToValidUTF8(s, "\uFFFD"), 0)
	want := nodes(markdownOf(t, oneEvent("plain"), o))
	md := markdownOf(t, oneEvent(s), o)
	got := nodes(md)
	if webAddress(s) != "" {
		want["AutoLink"] = 1
	}
	if name == "" { // an empty doubt or quote has no place in the note
		return
	}
	delete(got, "Text")
	delete(got, "String")
	delete(want, "Text")
	delete(want, "String")
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %q makes %v, want %v:\n%s", style, s, got, want, md)
	}
	if seen := plain(t, md); len(name) < noteQuoteBytes && strings.Count(seen, name) < 3 {
		t.Errorf("%s: %q is not shown as it is:\n%s\n%s", style, s, md, seen)
	}
}

func TestMarkdownStylesAreInert(t *testing.T) {
	for _, style := range []string{"table", "narrative"} {
		for _, s := range append(slices.Clone(hostileTexts), `a\|b`, `\`, `|`, `\\|`, "``|``", "x | y\n|---|") {
			checkStyle(t, style, s)
			checkStyle(t, style, "The rule "+s+" applies.")
		}
	}
}

func FuzzMarkdownTable(f *testing.F) {
	for _, s := range hostileTexts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkStyle(t, "table", s) })
}

func TestPandocReadsEveryStyle(t *testing.T) {
	events := len(hostileTexts)
	for style, want := range map[string]map[string]int{
		"table":     {"Header": 1, "Table": 1, "Note": events, "Link": events, "Emph": events},
		"narrative": {"Header": 2, "Note": events, "Link": events, "Emph": events},
	} {
		md := markdownOf(t, hostileTimeline(t), Options{Title: "# *Hostile* [texts](x)", Markdown: MarkdownOptions{Style: style}})
		for _, dialect := range []string{"markdown", "gfm", "commonmark_x"} {
			var doc any
			if err := json.Unmarshal(pandoc(t, md, "-f", dialect, "-t", "json"), &doc); err != nil {
				t.Fatal(err)
			}
			got := map[string]int{}
			countElements(doc, got)
			for kind := range got {
				if slices.Contains([]string{"Str", "Space", "SoftBreak", "Plain", "Para", "Quoted", "DoubleQuote", "SingleQuote"}, kind) || strings.HasPrefix(kind, "Align") || strings.HasPrefix(kind, "ColWidth") {
					delete(got, kind)
				}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s in %s: pandoc finds %v, want %v", style, dialect, got, want)
			}
		}
	}
}

func TestMarkdownHeadingLevels(t *testing.T) {
	for _, c := range []struct {
		level       int
		title, want string
	}{
		{0, "T", "# T"}, {0, "", "## 480 BC"}, {1, "", "# 480 BC"}, {4, "T", "### T"}, {6, "", "###### 480 BC"}, {9, "", "###### 480 BC"},
	} {
		md := string(markdownOf(t, sample(t), Options{Title: c.title, Markdown: MarkdownOptions{HeadingLevel: c.level}}))
		if got, _, _ := strings.Cut(md, "\n"); got != c.want {
			t.Errorf("level %d begins with %q, want %q", c.level, got, c.want)
		}
	}
}

func TestMarkdownGroups(t *testing.T) {
	headings := func(group string) []string {
		return regexp.MustCompile(`(?m)^#.*`).FindAllString(string(markdownOf(t, sample(t), Options{Markdown: MarkdownOptions{Group: group}})), -1)
	}
	if got, want := headings("month"), []string{"## 480 BC", "## 1790", "## August 1832", "## 2015", "## July 2015", "## 2016", "## November 2020", "## 2021", "## July 2021", "## February 2031", "## Undated"}; !slices.Equal(got, want) {
		t.Errorf("by month: %q, want %q", got, want)
	}
	if got, want := headings("none"), []string{"## Undated"}; !slices.Equal(got, want) {
		t.Errorf("without groups: %q, want %q", got, want)
	}
}

func TestSpokenDates(t *testing.T) {
	for edtf, want := range map[string]string{
		"2015-07-04": "On 4 July 2015", "2015-07": "In July 2015", "2015": "In 2015", "2021-35": "In Q3 2021", "2021-21": "In spring 2021", "2021-41": "In the second half of 2021",
		"199X": "In the 1990s", "2015~": "About 2015", "2015?": "In 2015 (?)", "../2021-07-05": "By 5 July 2021", "2020-11/..": "Since November 2020", "2016/2020": "In 2016–2020",
		"2015-07-04/2015-07-06": "On 4–6 July 2015", "2015-07-06/2015-07-12": "In the week of 6 July 2015", "2019-03-01/2021": "From 1 March 2019 to 2021",
	} {
		if got := spoken(date(t, edtf)); got != want {
			t.Errorf("%s is spoken %q, want %q", edtf, got, want)
		}
	}
	if got := spoken(dates.Date{}); got != "" {
		t.Errorf("no date is spoken %q", got)
	}
}

func TestMarkdownRefusesUnknownNames(t *testing.T) {
	for _, o := range []Options{{Markdown: MarkdownOptions{Style: "poem"}}, {Markdown: MarkdownOptions{Group: "week"}}, {Columns: []string{"colour"}, Markdown: MarkdownOptions{Style: "table"}}} {
		if err := writeMarkdown(new(bytes.Buffer), sample(t), o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
}

// Each line of a diagram is of one of the four shapes that the grammar of
// Mermaid's timeline has, and text of documents is only text in it.
func TestMermaid(t *testing.T) {
	shape := regexp.MustCompile(`^(timeline|    title [^:;]+|    section [^:]+|        [^:]* : [^:]+)$`)
	for _, s := range append(slices.Clone(hostileTexts), "%%{init: {}}%%", "a : b", "section x", "click a call b()", "# ; :") {
		block := mermaid(oneEvent(s).Events, s)
		text, ok := strings.CutPrefix(block, "```mermaid\n")
		text, closed := strings.CutSuffix(text, "\n```")
		if !ok || !closed || strings.Contains(text, "`") {
			t.Fatalf("%q breaks the fence:\n%s", s, block)
		}
		numbered := regexp.MustCompile(`#\d+;`)
		for _, l := range strings.Split(text, "\n") {
			if l = numbered.ReplaceAllString(l, "·"); !shape.MatchString(l) || strings.ContainsAny(l, "%{}<>\"&#;") {
				t.Errorf("%q makes the line %q", s, l)
			}
		}
	}
}

func TestMermaidBreaksChinese(t *testing.T) {
	for in, want := range map[string]string{
		"平台公平竞争条例限制上架": "平台公平竞争条例限制\u200a上架", "平台公平竞争条例限制": "平台公平竞争条例限制", "第745号令 平台公平竞争条例": "第745号令 平台公平竞争条例", "<br>": "#60;br#62;",
	} {
		if got := mermaidText(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
