package export

import (
	"crypto/sha256"
	"encoding/hex"
	"math"
	"strings"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// sample is a small timeline made by hand: a report with pages, a Chinese
// notice, a note from 1832 and a page that tries to act in every format.
func sample(t testing.TB) *timeline.Timeline {
	t.Helper()
	report := &source.Document{
		Path: "reports/platforms.pdf", Title: "Platform rules in review", URL: "https://example.org/reports/platforms.pdf?v=2&lang=en",
		Language: "en", Published: dates.MonthOf(2022, 3), PublishedBasis: source.BasisManifest,
		Text: "The Platform Fairness Act was adopted on 4 July 2015.\n" +
			"It has applied since November 2020, although the ministry first said 2019.\n\f" +
			"The agency fined Example Holdings €18,228,000.50 in the third quarter of 2021\nfor tying its services. The plan covered 2016–2020.\n\f" +
			"A reform is to enter into force on 2 February 2031. The office also\nopened an inquiry into search rankings.\n",
	}
	report.Pages = pagesOf(report.Text)
	notice := &source.Document{
		Path: "notices/通知.txt", Title: "关于平台公平竞争的通知", Language: "zh", URL: "https://example.cn/通知.html",
		Published: dates.DayOf(2021, 7, 5), PublishedBasis: source.BasisText,
		Text: "市场监管总局于2015年7月4日通过《平台公平竞争条例》。\n自2021年7月起施行。\n",
	}
	history := &source.Document{
		Path: "history.md", Language: "en", PublishedBasis: source.BasisNone,
		Text: "The Markets Act of 9 August 1832 set the first licence fee. Guilds kept price books in the 1790s and, it is said, in 480 BC.\n",
	}
	hostile := &source.Document{
		Path: "odd/=1+1,\xff.txt", Title: "=HYPERLINK(\"http://example.invalid\",\"x\") | *bold* <script>", URL: "javascript:alert(1)",
		Language: "en", PublishedBasis: source.BasisNone,
		Text: "# @SUM(A1) [link](http://example.invalid) ![i](x.png) <b>bold</b> &amp; `code` was published about 2015.\n",
	}
	docs := []*source.Document{report, notice, history, hostile}
	for i, d := range docs {
		d.ID = "d" + string(rune('1'+i))
		sum := sha256.Sum256([]byte(d.Text))
		d.SHA256 = hex.EncodeToString(sum[:])
	}
	s := func(d *source.Document, role timeline.Role, quote, words, value string) timeline.Source {
		return sourceAt(t, d, role, quote, words, value)
	}

	return &timeline.Timeline{Documents: docs, Events: []timeline.Event{
		{ID: "e9", Date: date(t, "-0479~"), Basis: dates.Stated, Rule: "en.txt:9", Kind: "fact", Status: timeline.Occurred,
			Name: "Guilds kept price books", Confidence: 0.2, Doubts: []string{"The year is hearsay."},
			Sources: []timeline.Source{s(history, timeline.Primary, "Guilds kept", "480 BC", "-0479~")}},
		{ID: "e8", Date: date(t, "179X"), Basis: dates.Stated, Rule: "en.txt:8", Kind: "fact", Status: timeline.Occurred,
			Name: "Guilds kept price books again", Confidence: 0.4,
			Sources: []timeline.Source{s(history, timeline.Primary, "Guilds kept", "1790s", "179X")}},
		{ID: "e1", Date: date(t, "1832-08-09"), Basis: dates.Stated, Rule: "en.txt:1", Kind: "adoption", Status: timeline.Occurred,
			Name: "Markets Act sets the first licence fee", Instrument: "Markets Act", Confidence: 0.9,
			Sources: []timeline.Source{s(history, timeline.Primary, "The Markets Act", "9 August 1832", "1832-08-09")}},
		{ID: "e7", Date: date(t, "2015~"), Basis: dates.Stated, Rule: "en.txt:7", Kind: "publication", Status: timeline.Occurred,
			Name: "# @SUM(A1) [link](http://example.invalid) ![i](x.png) <b>bold</b> &amp; `code` was published", Confidence: 0.5,
			Authorities: []string{"=cmd|' /C calc'!A0", "A_b_ *c*"},
			Sources:     []timeline.Source{s(hostile, timeline.Primary, "# @SUM(A1)", "about 2015", "2015~")}},
		{ID: "e2", Date: date(t, "2015-07-04"), Basis: dates.Stated, Rule: "en.txt:1", Kind: "adoption", Status: timeline.Occurred,
			Name: "Platform Fairness Act adopted", Instrument: "Platform Fairness Act", Provision: "Article 12(3)",
			Authorities: []string{"State Administration for Market Regulation", "Ministry of Commerce"}, Jurisdiction: "CN", Confidence: 0.93,
			Sources: []timeline.Source{
				s(report, timeline.Primary, "The Platform Fairness Act", "4 July 2015", "2015-07-04"),
				s(notice, timeline.Corroborating, "市场监管总局", "2015年7月4日", "2015-07-04"),
			}},
		{ID: "e3", Date: date(t, "2016/2020"), Basis: dates.Stated, Rule: "en.txt:3", Kind: "plan", Status: timeline.Occurred,
			Name: "Five-year plan for platform markets", Confidence: 0.8,
			Sources: []timeline.Source{s(report, timeline.Primary, "The plan covered", "2016–2020", "2016/2020")}},
		{ID: "e4", Date: date(t, "2020-11/.."), Basis: dates.Stated, Rule: "en.txt:4", Kind: "application", Status: timeline.Occurred,
			Name: "Platform Fairness Act applies", Instrument: "Platform Fairness Act", Confidence: 0.71,
			Doubts: []string{"The sources do not agree: 2019, November 2020, July 2021."},
			Sources: []timeline.Source{
				s(report, timeline.Primary, "It has applied", "November 2020", "2020-11"),
				s(report, timeline.Conflicting, "It has applied", "2019", "2019"),
				s(notice, timeline.Conflicting, "自2021年7月", "2021年7月", "2021-07"),
			}},
		{ID: "e5", Date: date(t, "2021-35"), Basis: dates.Stated, Rule: "en.txt:5", Kind: "penalty", Status: timeline.Occurred,
			Name: "Agency fines Example Holdings for tying its services", Authorities: []string{"Agency"}, Targets: []string{"Example Holdings"},
			Amount: timeline.Amount{Value: "18228000.50", Currency: "EUR"}, Jurisdiction: "EU", Confidence: 0.95,
			Sources: []timeline.Source{s(report, timeline.Primary, "The agency fined", "third quarter of 2021", "2021-35")}},
		{ID: "e10", Date: date(t, "../2021-07-05"), Basis: dates.Resolved, Rule: "en.txt:10", Kind: "restriction", Status: timeline.Occurred,
			Name: "平台公平竞争条例限制上架", Authorities: []string{"市场监管总局"}, Targets: []string{"示例公司"}, Jurisdiction: "CN", Confidence: 0.6,
			Sources: []timeline.Source{s(notice, timeline.Primary, "自2021年7月", "", "")}},
		{ID: "e6", Date: date(t, "2031-02-02"), Basis: dates.Stated, Rule: "en.txt:1", Kind: "entry_into_force", Status: timeline.Scheduled,
			Name: "Reform of the Platform Fairness Act enters into force", Confidence: 0.9,
			Sources: []timeline.Source{s(report, timeline.Primary, "A reform is", "2 February 2031", "2031-02-02")}},
	}, Undated: []timeline.Event{
		{ID: "u1", Kind: "investigation", Status: timeline.Proposed, Name: "Office opens an inquiry into search rankings",
			Authorities: []string{"Office"}, Confidence: 0.4,
			Sources: []timeline.Source{s(report, timeline.Primary, "The office also", "", "")}},
	}}
}

// pagesOf begins a page after each form feed.
func pagesOf(text string) []int {
	pages := []int{0}
	for i := range len(text) {
		if text[i] == '\f' {
			pages = append(pages, i+1)
		}
	}
	return pages
}

func date(t testing.TB, edtf string) dates.Date {
	t.Helper()
	d, err := dates.Parse(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sourceAt quotes from the words begin to the end of their sentence, and finds
// the date words there.
func sourceAt(t testing.TB, d *source.Document, role timeline.Role, begin, words, value string) timeline.Source {
	t.Helper()
	start := strings.Index(d.Text, begin)
	if start < 0 {
		t.Fatalf("%q is not in %s", begin, d.Path)
	}
	end := len(d.Text)
	for _, stop := range []string{". ", ".\n", "。"} {
		if n := strings.Index(d.Text[start:], stop); n >= 0 {
			end = min(end, start+n+len(strings.TrimRight(stop, " \n")))
		}
	}
	s := timeline.Source{Role: role, Quote: source.Span{Doc: d, Start: start, End: end}}
	s.Date = source.Span{Doc: d, Start: start, End: start}
	if words != "" {
		n := strings.Index(d.Text[start:end], words)
		if n < 0 {
			t.Fatalf("%q is not in %q", words, d.Text[start:end])
		}
		s.Date = source.Span{Doc: d, Start: start + n, End: start + n + len(words)}
		s.Value = date(t, value)
	}
	return s
}

// oneEvent is a timeline of one event whose every text is s.
func oneEvent(s string) *timeline.Timeline {
	d := &source.Document{ID: "d1", Path: s, Title: s, URL: s, Language: "en", Text: strings.ToValidUTF8(s, "\uFFFD")}
	return &timeline.Timeline{Documents: []*source.Document{d}, Events: []timeline.Event{{
		ID: "e1", Date: dates.DayOf(2021, 5, 17), Basis: dates.Stated, Rule: s, Kind: timeline.Kind("order"), Status: timeline.Occurred,
		Name: s, Instrument: s, Provision: s, Authorities: []string{s}, Targets: []string{s}, Jurisdiction: s, Doubts: []string{s},
		Sources: []timeline.Source{{Role: timeline.Primary, Quote: source.Span{Doc: d, Start: 0, End: len(d.Text)}, Date: source.Span{Doc: d}}},
	}}}
}

// hostileTexts try to become something in a spreadsheet or in Markdown.
var hostileTexts = []string{
	"=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\u200b=1+1", "＝1+1", "＋1", "－1+1", "＠A1", "\u202e=1+1",
	"=HYPERLINK(\"http://example.invalid/?x=\"&A1,\"x\")", "=cmd|' /C calc'!A0", "x\",\"=1+1\",\"y", "x;=1+1;y", "x; @SUM(1)", "-5", "-5.25", "+7",
	"# heading", "heading\n====", "- item", "+ item", "* item", "1. item", "1) item", "a. item", "(1) item", "#. item", "(@x) item",
	"> quote", "    code", "```\ncode\n```", "~~~", "`code ``x` ```", "---", "***", "___", ": definition", "| a | b |\n|---|---|", "% title",
	"[link](http://example.invalid/)", "![image](http://example.invalid/x.png)", "[x]: ref", "[ref][x]", "[^1]", "[^1]: note", "^[inline note]", "[ ] task",
	"<b>bold</b>", "<script>alert(1)</script>", "<!-- comment -->", "<?php ?>", "<javascript:alert(1)>", "<a@example.invalid>", "&amp; &lt; &#124; &copy;",
	"*em* **strong** _em_ __strong__ ***both***", "snake_case_name and 2*3*4", "~~struck~~ H~2~O x^2^", "==mark== ++ins++", "$x^2$ $$y$$", "\\(z\\) \\[w\\]", "\\begin{x}y\\end{x}",
	"www.example.invalid", "WWW.example.invalid", "http://example.invalid/a_b", "https://example.invalid.", "ftp://example.invalid", "see http://example.invalid", "someone@example.invalid",
	"mailto:someone@example.invalid", "{.class} {#id}", "::: div", "@cite and [@cite]", ":smile:", "ends with a backslash \\", "\\", "*", "_", "`", "[", "]", "!", "Yahoo!", "a--b---c...d",
	"bell \a escape \x1b[31m red", "bidi \u202e override \u2066 isolate", "broken \xff\xfe UTF-8", "", " ", "“quoted”", "'", "\"", "(", ")", "数据安全法*强调*与_下划线_", "：", "*。*", "a*。*b",
	"_x0041_", "_x005F_x0041_", "{{ site.title }}", "<https://example.invalid>", "a\u2028b\u2029c", "1832", "Term\n: definition", "<custom-tag>", "\u0000",
}

// timelineOf makes a timeline for a test.
type timelineOf func(t testing.TB) *timeline.Timeline

func emptyTimeline(testing.TB) *timeline.Timeline { return &timeline.Timeline{} }

// brokenTimeline has spans that lie nowhere and an event without a source.
func brokenTimeline() *timeline.Timeline {
	d := &source.Document{ID: "d1", Path: "x", Text: "abc"}
	return &timeline.Timeline{
		Documents: []*source.Document{d},
		Events: []timeline.Event{
			{ID: "e1", Date: dates.DayOf(2021, 5, 17), Confidence: math.NaN()},
			{ID: "e2", Date: dates.DayOf(2021, 13, 40), Confidence: math.Inf(1), Sources: []timeline.Source{{}}},
			{ID: "e3", Date: dates.Date{Open: true}, Sources: []timeline.Source{
				{Quote: source.Span{Doc: d, Start: 2, End: 9}, Date: source.Span{Doc: d, Start: -1, End: 2}},
				{Quote: source.Span{Doc: d, Start: 3, End: 1}, Date: source.Span{Start: 1, End: 2}},
			}},
		},
	}
}
