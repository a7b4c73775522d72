package source

import (
	"fmt"
	"strings"
	"testing"
)

const (
	docxTypes = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	docxRels  = `<Relationships>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`
	docxPartRels = `<Relationships><Relationship Type="x/styles" Target="styles.xml"/><Relationship Type="x/footnotes" Target="/word/footnotes.xml"/>
<Relationship Type="x/endnotes" Target="endnotes.xml"/><Relationship Type="x/attachedTemplate" Target="http://example.invalid/" TargetMode="External"/></Relationships>`
)

func docxBody(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>` + body + `</w:body></w:document>`
}

func docxParts(document string, more ...part) []part {
	return append([]part{{contentTypesPart, docxTypes}, {"_rels/.rels", docxRels}, {"word/_rels/document.xml.rels", docxPartRels}, {"word/document.xml", document}}, more...)
}

// docxOf makes a Word document with a body and further parts.
func docxOf(t testing.TB, body string, more ...part) []byte {
	t.Helper()
	return docxWith(t, docxBody(body), more...)
}

func docxWith(t testing.TB, document string, more ...part) []byte {
	t.Helper()
	return zipOf(t, docxParts(document, more...)...)
}

// short writes WordprocessingML briefly: ¶ is a paragraph's end and its beginning.
func short(s string) string {
	return "<w:p><w:r><w:t>" + strings.ReplaceAll(s, "¶", "</w:t></w:r></w:p><w:p><w:r><w:t>") + "</w:t></w:r></w:p>"
}

const docxStylesPart = `<w:styles>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="House head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="a"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`

func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestDOCX(t *testing.T) {
	cell := func(s string) string { return "<w:tc>" + short(s) + "</w:tc>" }
	item := func(level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	for _, c := range []struct{ what, body, want string }{
		{"headings by style, and by a style's base", styled("Titel", "Outlook") + styled("berschrift1", "Law") + styled("Own", "Fees") + styled("Round", "Text.") + styled("TOC1", "Law 3"),
			"H1 Outlook\nH1 Law\nH1 Fees\nP Text.\nX Law 3\n"},
		{"a heading by its own outline level", `<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>` + short("Text."), "H3 Fees\nP Text.\n"},
		{"lists", item("0", "owners") + item("1", "of ships") + styled("Bullets", "ferries"), "LI1 owners\nLI2 of ships\nLI1 ferries\n"},
		{"a table", "<w:tbl><w:tblPr/><w:tr>" + cell("Ship") + cell("Fee¶in euro") + "</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + short("ferry") + "</w:tc>" + cell("x") + "</w:tr></w:tbl>" + short("Text."),
			"TD1,1 Ship\nTD1,2 Fee\nTD1,2 in euro\nTD2,1 ferry\nTD2,3 x\nP Text.\n"},
		{"a table that a column dates", "<w:tbl><w:tr>" + cell("Date") + cell("Act") + "</w:tr><w:tr>" + cell("17 May 2021") + cell("The fee is abolished.") + "</w:tr></w:tbl>",
			"TD1,1 Date\nTD1,2 Act\nTR2 17 May 2021 | The fee is abolished.\n"},
		{"a table in a cell", "<w:tbl><w:tr><w:tc>" + short("a") + "<w:tbl><w:tr>" + cell("b") + cell("c") + "</w:tr></w:tbl></w:tc>" + cell("d") + "</w:tr></w:tbl>",
			"TD1,1 a\nTD1,1 b\nTD1,1 c\nTD1,2 d\n"},
		{"tracked changes", `<w:p><w:r><w:t xml:space="preserve">In force on </w:t></w:r><w:del><w:r><w:delText>3 March 2019</w:delText></w:r></w:del><w:ins><w:r><w:t>17 May 2021</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><w:r><w:t>.</w:t></w:r></w:p>`,
			"P In force on 17 May 2021.\n"},
		{"a deleted end of a paragraph", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>In force </w:t></w:r></w:p>` + short("now."), "P In force now.\n"},
		{"a style that was changed", `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Text.</w:t></w:r></w:p>`, "P Text.\n"},
		{"deleted rows and cells", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("old") + "</w:tr><w:tr>" + cell("new") + "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + short("gone") + "</w:tc></w:tr></w:tbl>", "TD2,1 new\n"},
		{"fields", `<w:p><w:r><w:instrText> DATE 2018-01-01 </w:instrText></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t> pages</w:t></w:r></w:hyperlink></w:p>`, "P 7 pages\n"},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not </w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r></w:p>`, "P shown\n"},
		{"a text box, once", `<w:p><w:r><w:t>Before</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + short("In the box") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + short("In the box") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> and after.</w:t></w:r></w:p>`,
			"P Before and after.\nP In the box\n"},
		{"signs", `<w:p><w:r><w:t>17</w:t><w:tab/><w:t>May</w:t><w:br/><w:t>2021, 2022</w:t><w:noBreakHyphen/><w:t>08, en</w:t><w:softHyphen/><w:t>try</w:t></w:r></w:p>`, "P 17 May 2021, 2022-08, entry\n"},
		{"contents", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + short("Law 3") + `</w:sdtContent></w:sdt><w:sdt><w:sdtContent>` + short("Text.") + `</w:sdtContent></w:sdt>`, "X Law 3\nP Text.\n"},
		{"ruby", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>han</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>字。</w:t></w:r></w:p>`, "P 汉字。\n"},
	} {
		d, err := Read("a.docx", docxOf(t, c.body, part{"word/styles.xml", docxStylesPart}))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := show(d); got != c.want || broken(d) != "" {
			t.Errorf("%s\n--- got\n%s--- want\n%s%s", c.what, got, c.want, broken(d))
		}
	}
}

func TestDOCXNotes(t *testing.T) {
	footnotes := `<w:footnotes><w:footnote w:type="separator" w:id="-1">` + short("---") + `</w:footnote><w:footnote w:id="2">` + short("Gazette, 5 July 2019.¶Page 3.") + `</w:footnote><w:footnote w:id="7">` + short("Unused.") + `</w:footnote></w:footnotes>`
	endnotes := `<w:endnotes><w:endnote w:id="2">` + short("Hansard.") + `</w:endnote></w:endnotes>`
	body := `<w:p><w:r><w:t>In force in 2019</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>, they said.</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>`
	d, err := Read("a.docx", docxOf(t, body, part{"word/footnotes.xml", footnotes}, part{"word/endnotes.xml", endnotes}))
	if err != nil {
		t.Fatal(err)
	}
	const want = "P In force in 2019¹, they said.[i]\nFN[1] Gazette, 5 July 2019. Page 3.\nFN[i] Hansard.\n"
	if got := show(d); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestDOCXTitle(t *testing.T) {
	core := func(title string) part {
		return part{"docProps/core.xml", `<cp:coreProperties><dc:title>` + title + `</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`}
	}
	for _, c := range []struct {
		body string
		core part
		want string
	}{
		{styled("Titel", "Outlook") + short("Text."), core("Other"), "Outlook"},
		{short("The text of it."), core("Fees at sea"), "Fees at sea"},
		{short("Fees¶The text of it."), core("Microsoft Word - Document1"), "Fees"},
		{short("Fees¶The text of it."), core("report-final.docx"), "Fees"},
	} {
		d, err := Read("a.docx", docxOf(t, c.body, part{"word/styles.xml", docxStylesPart}, c.core))
		if err != nil || d.Title != c.want || d.Language != "zh" {
			t.Errorf("title %q, language %q, want %q (%v)", d.Title, d.Language, c.want, err)
		}
	}
}

// The pages are those that Word has seen, if it has counted as many.
func TestDOCXPages(t *testing.T) {
	body := `<w:p><w:r><w:t>  One</w:t><w:lastRenderedPageBreak/><w:t>two.</w:t></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>` + short("Three.")
	for count, want := range map[string]string{"3": "[0 3 7]", "4": "[]", "": "[]"} {
		d, err := Read("a.docx", docxOf(t, body, part{"docProps/app.xml", "<Properties><Pages>" + count + "</Pages></Properties>"}))
		if err != nil || fmt.Sprint(d.Pages) != want || broken(d) != "" {
			t.Errorf("%s pages: %v, want %s (%v) %s", count, d.Pages, want, err, broken(d))
		}
	}
}

// FuzzDOCX: whatever stands in the parts, a sound document or an error.
func FuzzDOCX(f *testing.F) {
	f.Add(short("In force on 17 May 2021."), docxStylesPart)
	f.Add("<w:tbl><w:tr><w:tc>"+short("a¶b")+"</w:tc></w:tr></w:tbl></w:p></w:body>", "<w:styles>")
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:footnoteReference w:id="1"/>`, `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>x`)
	f.Fuzz(func(t *testing.T, body, other string) {
		d, err := Read("a.docx", docxOf(t, body, part{"word/styles.xml", other}, part{"word/footnotes.xml", other}))
		if (err == nil) == (d == nil) {
			t.Fatalf("document %v, error %v", d, err)
		}
		if d != nil && broken(d) != "" {
			t.Fatal(broken(d))
		}
	})
}
