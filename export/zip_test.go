package export

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// What is put into a part stands before the first marker, wherever the writes
// are cut, and a part without the marker is an error.
func TestInserter(t *testing.T) {
	const text = "<a><page><pageMargins/><pageMargins/></a>"
	const want = "<a><page><links/><pageMargins/><pageMargins/></a>"
	for size := 1; size <= len(text); size++ {
		var b bytes.Buffer
		in := &inserter{w: &b, before: []byte("<pageMargins"), insert: func(w io.Writer) error {
			_, err := io.WriteString(w, "<links/>")
			return err
		}}
		for s := text; s != ""; {
			n := min(size, len(s))
			if got, err := in.Write([]byte(s[:n])); got != n || err != nil {
				t.Fatalf("%d of %d bytes are written: %v", got, n, err)
			}
			s = s[n:]
		}
		if b.String() != want {
			t.Errorf("in pieces of %d bytes it is %s", size, b.String())
		}
	}
	z := &sortedZip{w: io.Discard, insert: map[string]func(io.Writer) error{"a.xml": func(io.Writer) error { return nil }}}
	w, err := z.Create("a.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, "<a/>"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err == nil || !strings.Contains(err.Error(), "a.xml") {
		t.Errorf("a part without the marker gives the error %v", err)
	}
}
