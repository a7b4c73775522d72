package export

import (
	"bytes"
	"strings"
	"testing"

	"regtimeline/timeline"
)

func inject(t testing.TB, report string, tl *timeline.Timeline, o Options) string {
	t.Helper()
	out, err := Inject([]byte(report), tl, o)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

const place0 = "<!-- timeline:begin -->\n<!-- timeline:end -->"

func TestInjectKeepsTheRest(t *testing.T) {
	for _, c := range []struct{ name, before, after string }{
		{"plain", "# Report\n\n<!-- timeline:begin -->\n", "<!-- timeline:end -->\n\nMore.\n"},
		{"no final newline", "<!-- timeline:begin -->\n", "<!-- timeline:end -->"},
		{"CRLF", "\ufeff# Report\r\n\r\n<!-- timeline:begin -->\r\n", "<!-- timeline:end -->\r\n\r\nMore.  \r\n\r\n"},
		{"spaces", "  <!--timeline:begin-->  \n", " <!--  timeline:end  -->\n"},
		{"code", "```md\n<!-- timeline:begin -->\n<!-- timeline:end -->\n```\n\n~~~~\n~~~\n<!-- timeline:end -->\n~~~~\n<!-- timeline:begin -->\n", "<!-- timeline:end -->\n"},
		{"in a line", "Say `<!-- timeline:begin -->` here.\n\n<!-- timeline:begin -->\n", "<!-- timeline:end -->\n"},
		{"chinese", "# 报告\n\n<!-- timeline:begin -->\n", "<!-- timeline:end -->\n\n结束。"},
	} {
		for _, old := range []string{"", "ancient\n", "\n\n# ancient [^timeline-1]\n\n[^timeline-1]: x\n\n"} {
			once := inject(t, c.before+old+c.after, sample(t), Options{})
			middle, ok := strings.CutPrefix(once, c.before)
			middle, also := strings.CutSuffix(middle, c.after)
			if !ok || !also {
				t.Fatalf("%s: what stands around the timeline changes:\n%q", c.name, once)
			}
			if strings.Contains(middle, "ancient") || !strings.Contains(middle, "Platform Fairness Act adopted") {
				t.Errorf("%s: the timeline is not written anew:\n%s", c.name, middle)
			}
			if crlf := strings.Contains(c.before, "\r\n"); strings.Count(middle, "\r\n") != map[bool]int{true: strings.Count(middle, "\n")}[crlf] {
				t.Errorf("%s: the lines of the timeline end otherwise than the report's", c.name)
			}
			if twice := inject(t, once, sample(t), Options{}); twice != once {
				t.Errorf("%s: the second time gives other bytes", c.name)
			}
		}
	}
}

func TestInjectRefuses(t *testing.T) {
	begin, end := "<!-- timeline:begin -->\n", "<!-- timeline:end -->\n"
	for report, want := range map[string]string{
		"":                                "has no place for the timeline; put the lines <!-- timeline:begin --> and <!-- timeline:end --> where it is to stand",
		"# Report\n":                      "has no place",
		"```\n" + begin + end + "```\n":   "has no place",
		"say " + begin + "and " + end:     "has no place",
		begin:                             "has a line <!-- timeline:begin --> and none that ends: put <!-- timeline:end --> after it",
		end:                               "has a line <!-- timeline:end --> and none that begins: put <!-- timeline:begin --> before it",
		end + begin:                       "has the line <!-- timeline:end --> before the line <!-- timeline:begin -->; change them over",
		begin + begin + end:               "has 2 lines <!-- timeline:begin -->; keep one of them",
		begin + end + end:                 "has 2 lines <!-- timeline:end -->",
		begin + end + begin + end:         "has 2 lines <!-- timeline:begin -->",
		begin + "```\n" + end:             "and none that ends", // the end stands in code that is not closed
		"\xff\xfe<\x00" + begin + end:     "is not UTF-8 text",
		"<!-- timeline:begin -->\r" + end: "has",
	} {
		if err := CheckInjection([]byte(report)); err == nil || !strings.HasPrefix(err.Error(), strings.SplitN(want, "…", 2)[0]) && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: the error is %v, want %q", report, err, want)
		}
		if out, err := Inject([]byte(report), sample(t), Options{}); err == nil || out != nil {
			t.Errorf("%q is written to", report)
		}
	}
}

// Headings go on below the one that the timeline stands under.
func TestInjectHeadings(t *testing.T) {
	for report, want := range map[string]string{
		place0:                                      "\n# 480 BC\n",
		"# Report\n\n" + place0:                     "\n## 480 BC\n",
		"# Report\n\n### Part\n" + place0:           "\n#### 480 BC\n",
		"Report\n======\n\n" + place0:               "\n## 480 BC\n",
		"Report\n------\n\n" + place0:               "\n### 480 BC\n",
		"###### Deep\n" + place0:                    "\n###### 480 BC\n",
		"# Report\n\n```\n### code\n```\n" + place0: "\n## 480 BC\n",
		"\n---\n" + place0 + "\n## After\n":         "\n# 480 BC\n",
	} {
		if got := inject(t, report, sample(t), Options{}); !strings.Contains(got, want) {
			t.Errorf("%q: the first heading is not %q:\n%.120s", report, want, got)
		}
	}
	if got := inject(t, "# Report\n"+place0, sample(t), Options{Title: "Events"}); !strings.Contains(got, "\n## Events\n\n### 480 BC\n") {
		t.Errorf("the title does not stand below the report's:\n%.200s", got)
	}
	if got := inject(t, "# Report\n"+place0, sample(t), Options{Markdown: MarkdownOptions{HeadingLevel: 5}}); !strings.Contains(got, "\n##### 480 BC\n") {
		t.Errorf("the level that is asked for is not kept:\n%.200s", got)
	}
}

// The report's own notes stay its own, whatever they are called.
func TestInjectNotes(t *testing.T) {
	report := "Text.[^1] More.[^Timeline-1]\n\n" + place0 + "\n\n[^1]: One.\n\n[^Timeline-1]: Two.\n"
	got := inject(t, report, sample(t), Options{})
	if !strings.Contains(got, "[^timeline2-1]: ") || strings.Contains(got, "[^timeline-1]") {
		t.Errorf("the notes collide:\n%s", got)
	}
	page := plain(t, []byte(got))
	for _, want := range []string{"One.", "Two.", "Guilds kept price books"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
	notes := bytes.Count(pandoc(t, []byte(got), "-f", "markdown", "-t", "native"), []byte("Note"))
	if want := 2 + len(sample(t).Events) + len(sample(t).Undated); notes != want {
		t.Errorf("pandoc finds %d notes, want %d", notes, want)
	}
}

func FuzzInject(f *testing.F) {
	for _, s := range []string{place0, "# R\r\n" + place0, "```\n" + place0, "\ufeff" + place0 + "\n[^timeline-1]: x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, report string) {
		tl := oneEvent("plain")
		once, err := Inject([]byte(report), tl, Options{})
		if err != nil {
			return
		}
		twice, err := Inject(once, tl, Options{})
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%q: the second time gives other bytes, or %v", report, err)
		}
	})
}
