package source

import "testing"

const (
	epubContainer = `<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`
	epubPackage   = `<package><metadata><dc:title>Fees at sea</dc:title><dc:language>en-GB</dc:language><dc:date>2019-07-05</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="p.png" media-type="image/png"/><item id="x" href="text/extra.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="x" linear="no"/><itemref idref="gone"/></spine></package>`
)

func epubParts(one string, more ...part) []part {
	return append([]part{
		{"mimetype", "application/epub+zip"}, {"META-INF/container.xml", epubContainer}, {"OEBPS/book.opf", epubPackage},
		{"OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"}, {"OEBPS/text/extra.xhtml", "<html><body><p>Advertisement</p></body></html>"},
		{"OEBPS/text/two b.xhtml", "<html><body><table><tr><td>a</td></tr></table><p>Second.</p></body></html>"}, {"OEBPS/text/one.xhtml", one},
	}, more...)
}

func TestEPUB(t *testing.T) {
	one := `<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title></head><body><h1>First</h1><p>In force in 2019<a epub:type="noteref" href="#n1">1</a>.</p><table><tr><td>b</td></tr></table><aside epub:type="footnote" id="n1"><p>Gazette.</p></aside></body></html>`
	d, err := Read("a.epub", zipOf(t, epubParts(one)...))
	if err != nil {
		t.Fatal(err)
	}
	const want = "H1 First\nP In force in 2019¹.\nTD1,1 b\nFN[1] Gazette.\nTD1,1 a\nP Second.\n"
	if got := show(d); got != want || broken(d) != "" {
		t.Errorf("got\n%swant\n%s%s", got, want, broken(d))
	}
	if d.Title != "Fees at sea" || d.Language != "en" || d.Published.String() != "2019-07-05" || d.PublishedBasis != BasisMetadata {
		t.Errorf("title %q, language %q, published %v (%s)", d.Title, d.Language, d.Published, d.PublishedBasis)
	}
	locked := zipOf(t, epubParts(one, part{"META-INF/encryption.xml", `<encryption><CipherReference URI="OEBPS/text/one.xhtml"/></encryption>`})...)
	if got := readError("a.epub", locked, Limits{}); got != "is an e-book with copy protection, which timeline can't open" {
		t.Errorf("a protected book: %q", got)
	}
	if got := readError("a.epub", zipOf(t, part{"mimetype", "application/epub+zip"}, part{"META-INF/container.xml", epubContainer}), Limits{}); got != "should be an e-book (EPUB) but is damaged: the part that lists its pages is missing" {
		t.Errorf("a book without pages: %q", got)
	}
}

// FuzzEPUB: whatever stands in the parts, a sound document or an error.
func FuzzEPUB(f *testing.F) {
	f.Add("<html><p>a", epubPackage)
	f.Fuzz(func(t *testing.T, page, opf string) {
		parts := epubParts(page)
		parts[2].content = opf
		d, err := Read("a.epub", zipOf(t, parts...))
		if (err == nil) == (d == nil) {
			t.Fatalf("document %v, error %v", d, err)
		}
		if d != nil && broken(d) != "" {
			t.Fatal(broken(d))
		}
	})
}
