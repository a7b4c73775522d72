package export

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/net/html"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

func htmlOf(t testing.TB, tl *timeline.Timeline) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeHTML(&b, tl, Options{Title: "Rules"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// elements are the elements of a page, in their order.
func elements(t testing.TB, data []byte) []*html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// The policy names the very bytes of the style and the script, and lets nothing
// else act.
func TestHTMLPolicy(t *testing.T) {
	var policy, style, script string
	scripts := 0
	for _, n := range elements(t, htmlOf(t, sample(t))) {
		switch {
		case n.Data == "meta" && attr(n, "http-equiv") == "Content-Security-Policy":
			policy = attr(n, "content")
		case n.Data == "style":
			style = textIn(n)
		case n.Data == "script" && attr(n, "type") == "":
			script = textIn(n)
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" {
				t.Errorf("<%s> has the attribute %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
	for _, want := range []string{"default-src 'none'", "'" + digestOf(style) + "'", "'" + digestOf(script) + "'", "base-uri 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy %q lacks %s", policy, want)
		}
	}
	if scripts != 1 || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("%d scripts, policy %q", scripts, policy)
	}
	for _, outside := range []string{"http:", "https:", "//", "url(", "@import", "fetch", "XMLHttp", "innerHTML", "eval("} {
		for name, part := range map[string]string{"style": style, "script": regexp.MustCompile(`(?m)^\s*//.*$|; //.*$`).ReplaceAllString(script, "")} {
			if strings.Contains(part, outside) {
				t.Errorf("the %s holds %q", name, outside)
			}
		}
	}
}

// Without scripts the page is a list to read: every event with its date, name,
// kind and quotes, the date words marked.
func TestHTMLIsReadableWithoutScript(t *testing.T) {
	tl := sample(t)
	items := map[string]string{}
	marked := map[string]string{}
	for _, n := range elements(t, htmlOf(t, tl)) {
		if n.Data == "li" && strings.HasPrefix(attr(n, "class"), "event") {
			items[attr(n, "id")] = strings.Join(strings.Fields(textIn(n)), " ")
		}
		if n.Data == "mark" && attr(n.Parent.Parent, "class") == "primary" {
			marked[attr(n.Parent.Parent.Parent.Parent.Parent.Parent, "id")] = textIn(n)
		}
		for p := n; p != nil && n.Data == "li"; p = p.Parent {
			if slices.ContainsFunc(p.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) && items[attr(n, "id")] != "" {
				t.Errorf("%s is hidden", attr(n, "id"))
			}
		}
	}
	for _, e := range slices.Concat(tl.Events, tl.Undated) {
		got := items[e.ID]
		for _, want := range []string{e.Date.Display(), e.Name, e.Kind.Label(), source.Clean(e.Sources[0].Quote.Text(), 0)} {
			if !strings.Contains(got, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s lacks %q: %s", e.ID, want, got)
			}
		}
	}
	if marked["e2"] != "4 July 2015" || marked["e5"] != "third quarter of 2021" {
		t.Errorf("the marked words are %q", marked)
	}
	for id, wants := range map[string][]string{
		"e4": {"sources disagree", "1 doubt", "conflicting", "gives July 2021", "The sources do not agree"},
		"e6": {"scheduled"}, "e9": {"low confidence"}, "u1": {"no date", "proposed"}, "e5": {"EUR 18,228,000.50", "Agency → Example Holdings", "p. 2"},
	} {
		for _, want := range wants {
			if !strings.Contains(items[id], want) {
				t.Errorf("%s lacks %q: %s", id, want, items[id])
			}
		}
	}
}

// Text of documents is text: it adds no element and no address but web links.
func TestHTMLTextIsInert(t *testing.T) {
	count := func(data []byte) map[string]int {
		got := map[string]int{}
		for _, n := range elements(t, data) {
			got[n.Data]++
			if u := attr(n, "href"); n.Data == "a" && !strings.HasPrefix(u, "#") && webAddress(u) != u {
				t.Errorf("a link leads to %q", u)
			}
		}
		return got
	}
	want := count(htmlOf(t, oneEvent("plain")))
	for _, s := range hostileTexts {
		for _, s := range []string{s, "</script><script>alert(1)</script>" + s, "<!--" + s, `"'><img src=x onerror=alert(1)>` + s} {
			data := htmlOf(t, oneEvent(s))
			got := count(data)
			for _, may := range []string{"a", "b", "span", "div", "dt", "dd", "small", "p", "mark"} { // a text may be empty, an address a link
				delete(got, may)
			}
			for tag, n := range got {
				if n != want[tag] {
					t.Errorf("%q makes %d <%s>, want %d", s, n, tag, want[tag])
				}
			}
			if bytes.ContainsAny(data, "\x00\x1b\u202e\u200b") {
				t.Errorf("%q leaves a character that acts on text", s)
			}
			facets(t, data)
		}
	}
}

// facets reads the data of the page's script.
func facets(t testing.TB, data []byte) htmlFacets {
	t.Helper()
	var f htmlFacets
	for _, n := range elements(t, data) {
		if attr(n, "id") == "ui-data" {
			if err := json.Unmarshal([]byte(textIn(n)), &f); err != nil {
				t.Fatal(err)
			}
			return f
		}
	}
	t.Fatal("the page has no data")
	return f
}

// The script counts UTF-16 units of excerpts; what it marks there are the words
// of the documents.
func TestHTMLContextLeadsToTheWords(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{"sample": sample(t), "china-tech": built(t, "china-tech")} {
		excerpts := facets(t, htmlOf(t, tl)).Excerpts
		x := excerptsOf(slices.Concat(pointers(tl.Events), pointers(tl.Undated)))
		n := 0
		for _, e := range slices.Concat(tl.Events, tl.Undated) {
			for _, s := range chosen(e.Sources, htmlSources) {
				var place [5]int
				if err := json.Unmarshal([]byte("["+strings.ReplaceAll(x.place(s), " ", ",")+"]"), &place); err != nil {
					t.Fatal(err)
				}
				units := utf16.Encode([]rune(excerpts[place[0]].Text))
				quote, words := string(utf16.Decode(units[place[1]:place[2]])), string(utf16.Decode(units[place[3]:place[4]]))
				if want := strings.Map(contextRune, s.Quote.Text()); quote != want {
					t.Errorf("%s %s: the quote is %q, want %q", name, e.ID, quote, want)
				}
				want := s.Date.Text()
				if s.Date.Start < s.Quote.Start || s.Date.End > s.Quote.End {
					want = "" // the date stands in the heading above the quote or the signature below it
				}
				if words != want {
					t.Errorf("%s %s: the words are %q, want %q", name, e.ID, words, want)
				}
				n++
			}
		}
		if n == 0 {
			t.Errorf("%s has no sources", name)
		}
	}
}

func TestHTMLExcerptsMeet(t *testing.T) {
	d := &source.Document{ID: "d1", Text: strings.Repeat("𝄞 words\r\n", 1000)}
	e := timeline.Event{}
	for _, at := range []int{0, 300, 9000, len(d.Text) - 10} {
		at -= at % len("𝄞 words\r\n")
		e.Sources = append(e.Sources, timeline.Source{Quote: source.Span{Doc: d, Start: at, End: at + 10}, Date: source.Span{Doc: d, Start: at, End: at}})
	}
	x := excerptsOf([]*timeline.Event{&e})
	if len(x.all) != 3 {
		t.Fatalf("%d excerpts, want 3: the first two meet", len(x.all))
	}
	texts := x.texts()
	if !texts[0].First || texts[0].Last || texts[1].First || texts[1].Last || texts[2].First || !texts[2].Last {
		t.Errorf("the ends of the document are told as %v", texts)
	}
	if got := x.place(e.Sources[1]); got != "0 225 233 225 225" {
		t.Errorf("the second quote is at %q", got)
	}
	if strings.Contains(texts[1].Text, "\r") {
		t.Error("a carriage return is left")
	}
}

func TestPlace(t *testing.T) {
	for edtf, want := range map[string][]int{
		"2015-07-04": {2015, 7, 4}, "2015-07": {2015, 7}, "2015": {2015}, "2021-35": {2021}, "2015-07-06/2015-07-12": {2015, 7}, "../2021-07-05": {2021, 7, 5},
		"2020-11/..": {2020, 11}, "2016/2020": {2016}, "-0479~": {-479}, "2015-07-04/2015-08-01": {2015, 7, 4},
	} {
		if got := place(date(t, edtf)); !slices.Equal(got, want) {
			t.Errorf("%s is placed at %v, want %v", edtf, got, want)
		}
	}
	if got := place(dates.Date{}); len(got) != 0 {
		t.Errorf("no date is placed at %v", got)
	}
}
