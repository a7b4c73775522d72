package source

import (
	"strings"
	"testing"
)

const htmlPage = `<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Fees rise | Harbour News</title>
<meta property="og:title" content="Fees rise">
<link rel="canonical" href="https://x.org/fees">
<meta name="date" content="2020-01-01">
<meta property="article:published_time" content="2019-07-05T08:00:00Z">
<script>var d = "2011-01-01";</script><style>/* 2012-01-01 */</style>
</head><body data-day="2013-01-01">
<header><a href="/">Harbour News</a></header>
<nav><ul><li>Home<li>Ports</ul></nav>
<!-- 2014-01-01 --><template>2015-01-01</template><noscript>2016-01-01</noscript>
<div hidden><div>Not</div> shown</div><p style="display: none">Nor this</p>
<article><header><h1>Fees <em>rise</em></h1><time datetime="2019-07-06">yesterday</time></header>
<p>The Act en&shy;tered into force on 4&nbsp;<b>Ju</b>ly
   2019.<sup>1</sup><br>It was <i>long</i> in coming.
<h2>Who pays</h2>
<ul><li>owners<ul><li><p>of ships</p></ul><li>ferries</ul>
<table><tr><th>Ship<th>Fee<tr><td>ferry<td><p>none</p></table>
<pre>a  b
c</pre>
<ol class="references"><li id="fn1">Harbour Act, s. 2.</ol>
</article>
<aside>Related: other fees</aside>
<footer>© 2020 Harbour News</footer>
</body></html>`

func TestHTML(t *testing.T) {
	d := wantBlocks(t, "a.html", htmlPage, `
X Harbour News
X Home
X Ports
H1 Fees rise
P yesterday
P The Act entered into force on 4 July 2019.¹ It was long in coming.
H2 Who pays
LI1 owners
LI2 of ships
LI1 ferries
TD1,1 Ship
TD1,2 Fee
TD2,1 ferry
TD2,2 none
CODE a b c
FN[1] Harbour Act, s. 2.
X Related: other fees
X © 2020 Harbour News
`)
	if d.Title != "Fees rise" || d.URL != "https://x.org/fees" || d.Language != "en" || d.Published.String() != "2019-07-05" || d.PublishedBasis != BasisMetadata {
		t.Errorf("title %q, url %q, language %q, published %v (%s)", d.Title, d.URL, d.Language, d.Published, d.PublishedBasis)
	}
	if strings.Contains(d.Text, "Not") || strings.Contains(d.Text, "Nor this") || strings.Contains(d.Text, "201"+"1") {
		t.Errorf("hidden text is read: %q", d.Text)
	}
}

func TestHTMLPublished(t *testing.T) {
	for page, want := range map[string]string{
		`<meta name="PubDate" content="2019-07-04 10:00">`:                                                  "2019-07-04",
		`<meta itemprop="datePublished" content="2019-07"><meta name="date" content="2018">`:                "2019-07",
		`<script type="application/ld+json">{"@graph":[{"x":[1,{"datePublished":"2019-07-04"}]}]}</script>`: "2019-07-04",
		`<script type="application/ld+json">{"datePublished": broken</script><time datetime=2019-07-04>x`:   "2019-07-04",
		`<script>{"datePublished":"2019-07-04"}</script>`:                                                   "",
		`<time datetime="PT2H">two hours</time>`:                                                            "",
		`<nav><time datetime="2019-07-04">today</time></nav>`:                                               "",
		`<meta property="article:published_time" content="soon"><meta name="dc.date" content="2017">`:       "2017",
		`<meta property="article:modified_time" content="2019-07-04">`:                                      "",
	} {
		if d := read(t, "a.html", "<html>"+page+"<p>Text."); d.Published.String() != want {
			t.Errorf("%s: published %q, want %q", page, d.Published, want)
		}
	}
}

func TestHTMLAuthor(t *testing.T) {
	for page, want := range map[string]string{
		`<meta name="author" content="Mara Lind">`: "Mara Lind",
		`<meta property="article:author" content="https://a.example/mara"><meta name="dc.creator" content="M. Lind">`:       "M. Lind",
		`<script type="application/ld+json">{"author":{"@type":"Person","name":"Mara Lind"},"name":"A title"}</script>`:     "Mara Lind",
		`<script type="application/ld+json">{"author":[{"name":"Mara Lind"},{"name":"B"}]}</script>`:                        "Mara Lind",
		`<script type="application/ld+json">{"author":"Mara Lind"}</script>`:                                                "Mara Lind",
		`<script type="application/ld+json">{"role":"author","name":"A title","datePublished":"2019-07-04"}</script>`:       "",
		`<script type="application/ld+json">{"publisher":{"name":"The Lantern"},"keywords":["author","name","x"]}</script>`: "",
	} {
		if d := read(t, "a.html", "<html>"+page+"<p>Text."); d.Author != want {
			t.Errorf("%s: author %q, want %q", page, d.Author, want)
		}
	}
}

// Broken and odd mark-up is read as well as can be.
func TestHTMLOdd(t *testing.T) {
	for page, want := range map[string]string{
		"<p><b><i>Text</b> a < b <3 <> </ <!x <![CDATA[y]]> <a href='":                              "P Text a < b <3 <>\n",
		strings.Repeat("<div>", 2000) + "Text" + strings.Repeat("</div>", 2000):                     "P Text\n",
		"<ul><li>12<li>May 2021</ul><table><tr><td>20<td>May 2021</table>":                          "LI1 12\nLI1 May 2021\nTD1,1 20\nTD1,2 May 2021\n",
		"<form id=page><p>Some sites put the whole page into a form.</p></form>":                    "P Some sites put the whole page into a form.\n",
		"<p>Long text that is the page.</p><form><input name=q>Search here</form>":                  "P Long text that is the page.\nX Search here\n",
		"<div hidden><p>no<div>no</div></div>yes":                                                   "P yes\n",
		`<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x; text`: "P &x; text\n",
		"<p>2024-<wbr>06-03</p>":                              "P 2024-06-03\n",
		"<p>Text</p><h2>References</h2><ul><li>A, 2019.</ul>": "P Text\nH2 References\nFN[] A, 2019.\n",
	} {
		wantBlocks(t, "a.html", page, want)
	}
}

const prose = "<p>The harbour office has raised the fees for ferries, and the owners of ships will have to pay them from July on.</p>"

// What sites put around a document is told by its names and its links.
func TestHTMLFurniture(t *testing.T) {
	links := func(n int) string {
		return strings.Repeat(`<li><a href="/x">Ports fined in May 2020</a></li>`, n)
	}
	text := "P The harbour office has raised the fees for ferries, and the owners of ships will have to pay them from July on.\n"
	for _, c := range []struct{ what, page, want string }{
		{"a sidebar of links", prose + `<div class="col sidebar"><ul>` + links(2) + `</ul></div>`, text + "X Ports fined in May 2020\nX Ports fined in May 2020\n"},
		{"a box of the text in a sidebar", prose + `<div class="sidebar"><p>The fees were set in May 2020.</p></div>`, text + "P The fees were set in May 2020.\n"},
		{"what belongs to it", prose + `<section id="related_posts"><p>In May 2020 a port was fined.</p></section>`, text + "X In May 2020 a port was fined.\n"},
		{"a menu without a name", `<ul>` + links(4) + `</ul>` + prose + prose, strings.Repeat("X Ports fined in May 2020\n", 4) + text + text},
		{"a list of notices is the page", `<ul>` + links(9) + `</ul>`, strings.Repeat("LI1 Ports fined in May 2020\n", 9)},
		{"notices with their dates", `<ul>` + strings.Repeat(`<li><a href="/x">Ports are fined</a> 4 May 2020</li>`, 4) + `</ul>` + prose + prose, strings.Repeat("LI1 Ports are fined 4 May 2020\n", 4) + text + text},
	} {
		d := read(t, "a.html", "<html><body>"+c.page)
		if got := show(d); got != c.want {
			t.Errorf("%s\n--- got\n%s--- want\n%s", c.what, got, c.want)
		}
	}
}

// Old pages arrange their parts in tables; such cells are paragraphs.
func TestHTMLLayoutTables(t *testing.T) {
	wantBlocks(t, "a.html", `<table><tr><td><h1>Fees</h1><p>In force.</p></td><td><table><tr><td>17 May 2021<td>The fee is abolished<tr><td colspan=2>Total<td>x</table></td></tr></table><table role=presentation><tr><td>a<td>b</table>`, `
H1 Fees
P In force.
TR1 17 May 2021 | The fee is abolished
TD2,1 Total
TD2,3 x
P a
P b
`)
}
