package source

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlMeta is what a page says of itself in its mark-up.
type htmlMeta struct {
	title, ogTitle, heading string
	author                  string
	language, url           string
	published               string // from a meta element or JSON-LD
	publishedRank           int    // of its name in publishedNames, from 1; 0 is none
	time                    string // from the first time element in the text
}

// publishedNames are the names, in lower case, under which pages give the day of
// their publication, the most reliable first.
var publishedNames = []string{
	"article:published_time", "datepublished", "og:published_time", "article:published", "firstpublishedtime", "citation_publication_date", "citation_online_date", "dcterms.issued", "dc.date.issued",
	"pubdate", "publishdate", "publish-date", "publication_date", "publish_date", "parsely-pub-date", "sailthru.date", "og:release_date", "dcterms.available",
	"dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "date",
}

// surePublishedNames is how many of them mean nothing else.
const surePublishedNames = 18

// read takes what one element says; inText tells whether it stands in the text.
func (m *htmlMeta) read(t html.Token, inText bool) {
	switch t.DataAtom {
	case atom.Html:
		if m.language == "" {
			m.language = primaryLanguage(attr(t, "lang"))
		}
		if m.language == "" {
			m.language = primaryLanguage(attr(t, "xml:lang"))
		}
	case atom.Link:
		if m.url == "" && strings.EqualFold(attr(t, "rel"), "canonical") && isWebAddress(attr(t, "href")) {
			m.url = attr(t, "href")
		}
	case atom.Meta:
		m.readMeta(t)
	case atom.Time:
		m.readItem(t)
		if at := attr(t, "datetime"); m.time == "" && inText && at != "" {
			m.time = at
		}
	case atom.Span, atom.Div, atom.P, atom.Abbr:
		m.readItem(t)
	}
}

// readItem takes the day of publication from an element that is marked as such
// (schema.org microdata).
func (m *htmlMeta) readItem(t html.Token) {
	if !strings.EqualFold(attr(t, "itemprop"), "datePublished") {
		return
	}
	for _, value := range []string{attr(t, "content"), attr(t, "datetime"), attr(t, "title")} {
		if value != "" {
			m.publishedAs("datepublished", value)
			return
		}
	}
}

func (m *htmlMeta) readMeta(t html.Token) {
	content := strings.TrimSpace(attr(t, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(attr(t, key))
		switch {
		case slices.Contains(authorNames, name):
			m.writtenBy(content)
		case name == "og:title" && m.ogTitle == "":
			m.ogTitle = content
		case name == "og:url" && m.url == "" && isWebAddress(content):
			m.url = content
		default:
			m.publishedAs(name, content)
		}
	}
}

// authorNames are the names, in lower case, under which pages give their byline.
var authorNames = []string{"author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl"}

// writtenBy keeps the first author; some pages give an address in place of a name.
func (m *htmlMeta) writtenBy(name string) {
	if m.author == "" && !isWebAddress(name) {
		m.author = name
	}
}

// publishedAs keeps a date if its name is more reliable than that of the one known.
func (m *htmlMeta) publishedAs(name, value string) {
	for i, n := range publishedNames {
		if n == name && (m.publishedRank == 0 || i+1 < m.publishedRank) {
			if _, err := parseDate(value); err == nil {
				m.published, m.publishedRank = value, i+1
			}
			return
		}
	}
}

// readJSON takes the date of publication and the author from a JSON-LD script.
func (m *htmlMeta) readJSON(s string) {
	dec := json.NewDecoder(strings.NewReader(s))
	var open []json.Delim // brackets and braces that are open
	key, isKey := "", false
	author := 0 // how many were open where the author began, 0 outside of it
	for range 20000 {
		t, err := dec.Token()
		if err != nil || len(open) > 200 {
			return
		}
		switch v := t.(type) {
		case json.Delim:
			switch {
			case v == '{' || v == '[':
				open = append(open, v)
				if key == "author" && author == 0 {
					author = len(open)
				}
			default:
				open = open[:len(open)-1]
			}
			if len(open) < author {
				author = 0
			}
		case string:
			if isKey {
				key, isKey = v, false
				continue
			}
			switch {
			case key == "datePublished":
				m.publishedAs("datepublished", v)
			case key == "author", key == "name" && author > 0:
				m.writtenBy(v)
			}
		}
		isKey = len(open) > 0 && open[len(open)-1] == '{'
		if isKey {
			key = ""
		}
	}
}

// apply gives the document what the page says of itself.
func (m *htmlMeta) apply(d *Document) {
	title := m.ogTitle
	if title == "" {
		title = m.title
	}
	if title == "" {
		title = m.heading
	}
	d.Title, d.URL, d.Language = Clean(title, titleLimit), m.url, m.language
	d.Author = Clean(m.author, titleLimit)
	if p, err := parseDate(m.published); err == nil && m.published != "" {
		name := publishedNames[m.publishedRank-1]
		confidence := likely
		if m.publishedRank <= surePublishedNames {
			confidence = sure
		}
		d.suggest(p, BasisMetadata, confidence, fmt.Sprintf("the page's field %q", name))
	}
	if p, err := parseDate(m.time); err == nil && m.time != "" {
		d.suggest(p, BasisMetadata, fair, "the first time element of the page")
	}
}
