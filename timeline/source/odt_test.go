package source

import "testing"

const odtType = "application/vnd.oasis.opendocument.text"

// odtOf makes an OpenDocument text of a body and further parts.
func odtOf(t testing.TB, body string, more ...part) []byte {
	t.Helper()
	content := `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="x"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
	return zipOf(t, append([]part{{"mimetype", odtType}, {"content.xml", content}}, more...)...)
}

func TestODT(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"headings", `<text:p text:style-name="P1">Outlook</text:p><text:h text:outline-level="2">Law</text:h><text:p>Text.</text:p>`, "H1 Outlook\nH2 Law\nP Text.\n"},
		{"lists", `<text:list><text:list-item><text:p>owners</text:p><text:list><text:list-item><text:p>of ships</text:p></text:list-item></text:list></text:list-item></text:list><text:p>Text.</text:p>`,
			"LI1 owners\nLI2 of ships\nP Text.\n"},
		{"a table", `<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Act</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>17 May 2021</text:p></table:table-cell><table:table-cell><text:p>The fee is abolished.</text:p></table:table-cell></table:table-row></table:table>`,
			"TD1,1 Date\nTD1,4 Act\nTR2 17 May 2021 | The fee is abolished.\n"},
		{"white space", "<text:p>17<text:s text:c=\"2\"/>May<text:line-break/>20<text:span>21</text:span>\n     and <text:tab/>later</text:p>", "P 17 May 2021 and later\n"},
		{"tracked deletions and comments", `<text:tracked-changes><text:changed-region><text:deletion><text:p>3 March 2019</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>In force<text:change/><office:annotation><text:p>check!</text:p></office:annotation> now.</text:p>`,
			"P In force now.\n"},
		{"notes", `<text:p>In force in 2019<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Gazette.</text:p></text:note-body></text:note>.</text:p>`, "P In force in 2019¹.\nFN[1] Gazette.\n"},
		{"a text box", `<text:p>Before<draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box><svg:title>no</svg:title></draw:frame> and after.</text:p>`, "P Before and after.\nP In the box\n"},
		{"contents", `<text:table-of-content><text:index-body><text:p>Law 3</text:p></text:index-body></text:table-of-content><text:p>Text.</text:p>`, "X Law 3\nP Text.\n"},
	} {
		d, err := Read("a.odt", odtOf(t, c.body, part{"meta.xml", `<office:document-meta><office:meta><dc:title>Fees</dc:title></office:meta></office:document-meta>`}))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := show(d); got != c.want || broken(d) != "" {
			t.Errorf("%s\n--- got\n%s--- want\n%s%s", c.what, got, c.want, broken(d))
		}
	}
	locked := odtOf(t, "", part{"META-INF/manifest.xml", `<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`})
	if got := readError("a.odt", locked, Limits{}); got != errPassword.Error() {
		t.Errorf("an encrypted text: %q", got)
	}
	if got := readError("a.ods", zipOf(t, part{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}), Limits{}); got != "is an OpenDocument spreadsheet (.ods), which timeline does not read; save it as .xlsx or .csv" {
		t.Errorf("a spreadsheet: %q", got)
	}
}

// FuzzODT: whatever stands in the parts, a sound document or an error.
func FuzzODT(f *testing.F) {
	f.Add(`<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b`)
	f.Add(`<table:table><table:table-row><table:table-cell table:number-columns-repeated="999999"><text:p>x</text:p>`)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := Read("a.odt", odtOf(t, body))
		if (err == nil) == (d == nil) {
			t.Fatalf("document %v, error %v", d, err)
		}
		if d != nil && broken(d) != "" {
			t.Fatal(broken(d))
		}
	})
}
