package source

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a document's blocks one a line, with the kind before the words:
// P, H1, LI2, FN[7], TD1,2, TR1, CODE, X (page furniture), FM (front matter).
func show(d *Document) string {
	var b strings.Builder
	for _, x := range d.Blocks {
		kind := map[Kind]string{Paragraph: "P", Heading: "H", ListItem: "LI", TableCell: "TD", TableRow: "TR", Footnote: "FN", Code: "CODE", Chrome: "X", FrontMatter: "FM"}[x.Kind]
		switch x.Kind {
		case Heading, ListItem:
			kind += fmt.Sprint(x.Level)
		case Footnote:
			kind += "[" + x.Mark + "]"
		case TableRow:
			kind += fmt.Sprint(x.Row)
		case TableCell:
			kind += fmt.Sprintf("%d,%d", x.Row, x.Col)
		}
		fmt.Fprintf(&b, "%s %s\n", kind, Clean(d.Text[x.Start:x.End], 0))
	}
	return b.String()
}

// read makes a document of a text under a name and checks what every document
// promises.
func read(t *testing.T, name, text string) *Document {
	t.Helper()
	d, err := Read(name, []byte(text))
	if err != nil {
		t.Fatalf("Read(%s): %v", name, err)
	}
	if problem := broken(d); problem != "" {
		t.Fatalf("%s: %s", name, problem)
	}
	return d
}

// wantBlocks compares the blocks of a text with those wanted, as show writes them.
func wantBlocks(t *testing.T, name, text, want string) *Document {
	t.Helper()
	d := read(t, name, text)
	if got := show(d); got != strings.TrimLeft(want, "\n") {
		t.Errorf("%s\n--- got\n%s--- want\n%s", text, got, strings.TrimLeft(want, "\n"))
	}
	return d
}
