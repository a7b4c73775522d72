package source

import (
	"strings"
	"testing"
)

func TestParagraph(t *testing.T) {
	const page = `<html><body><p>Lead.</p><h1>Fees</h1><p>First.</p><ul><li>Second</li></ul><table><tr><td>Date<td>Act<tr><td>17 May 2021<td>The fee is abolished</table><p>Fourth.</p><h2>References</h2><ol class=references><li id=fn2>Gazette.</ol></body></html>`
	for _, c := range []struct{ name, text, words, want string }{
		{"a.html", page, "Lead", "paragraph 1"},
		{"a.html", page, "Fees", "heading “Fees”"},
		{"a.html", page, "First", "under “Fees”, paragraph 1"},
		{"a.html", page, "Second", "under “Fees”, paragraph 2"},
		{"a.html", page, "abolished", "under “Fees”, paragraph 3, row 2 of the table"},
		{"a.html", page, "Fourth", "under “Fees”, paragraph 4"},
		{"a.html", page, "Gazette", "note 2"},
		{"a.md", "# One\n\nTwo.\n", "Two", "under “One”, paragraph 1"},
	} {
		d := read(t, c.name, c.text)
		i := strings.Index(d.Text, c.words)
		if got := (Span{d, i, i + 1}).Paragraph(); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.words, got, c.want)
		}
	}
}

func TestLined(t *testing.T) {
	for name, want := range map[string]bool{"a.txt": true, "a.md": true, "a.html": false} {
		if d := read(t, name, "Text."); d.Lined() != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
	if d := read(t, "a.csv", "2021-05-17,The fee is abolished\n"); !d.Lined() {
		t.Error("the rows of a table are lines")
	}
}
