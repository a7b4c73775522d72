package source

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// part is a part of a container: its name and its content.
type part struct{ name, content string }

// zipOf makes a ZIP archive of parts, in their order.
func zipOf(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err == nil {
			_, err = f.Write([]byte(p.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readError returns why a file can't be read, or "".
func readError(name string, data []byte, limits Limits) string {
	if _, err := ReadWithin(context.Background(), name, data, limits); err != nil {
		return err.Error()
	}
	return ""
}

func TestContainerRefused(t *testing.T) {
	good := docxOf(t, "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")
	locked := bytes.Clone(good)
	for i := range locked { // bit 0 of the flags: encrypted
		switch {
		case bytes.HasPrefix(locked[i:], []byte("PK\x03\x04")):
			locked[i+6] |= 1
		case bytes.HasPrefix(locked[i:], []byte("PK\x01\x02")):
			locked[i+8] |= 1
		}
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"a.docx", "", good},
		{"no-extension", "", good},
		{"a.docx", "", append([]byte("foreign bytes \xff\x00\x01 before"), good...)},
		{"a.docx", "should be a Word document (.docx) but is damaged", good[:len(good)/2]},
		{"a.docx", "is password-protected; remove the password first", locked},
		{"a.zip", "is a ZIP archive; unpack it first", zipOf(t, part{"a.txt", "Text."})},
		{"a.docx", "should be a Word document (.docx) but is damaged: the part with its text is missing", zipOf(t, part{"a.txt", "Text."})},
		{"a.pptx", "is a presentation (.pptx), which timeline does not read; save it as .docx, .pdf or text", zipOf(t, part{"ppt/presentation.xml", "<p/>"})},
		{"a.docx", `is damaged: it holds two parts called "word/document.xml"`, docxOf(t, "", part{"word/document.xml", "<w:document/>"})},
	} {
		if got := readError(c.name, c.data, Limits{}); got != c.want {
			t.Errorf("%s %.20q: %q, want %q", c.name, c.data, got, c.want)
		}
	}
}

// What a container unpacks to is counted, whatever it claims.
func TestContainerLimits(t *testing.T) {
	long := docxOf(t, "<w:p><w:r><w:t>"+strings.Repeat("a ", 100_000)+"</w:t></w:r></w:p>")
	deep := docxOf(t, strings.Repeat("<w:sdt>", 200)+strings.Repeat("</w:sdt>", 200))
	var many []part
	for i := range 300 {
		many = append(many, part{fmt.Sprintf("word/x/%d.xml", i), "<x/>"})
	}
	for _, c := range []struct {
		data   []byte
		limits Limits
		want   string
	}{
		{long, Limits{UnpackedBytes: 100 << 10}, "unpacks to more than 100 KiB, the limit"},
		{long, Limits{UnpackedBytes: 300 << 10}, ""},
		{deep, Limits{Nesting: 100}, "nests more than 100 elements, the limit"},
		{deep, Limits{Nesting: 300}, ""},
		{docxOf(t, "", many...), Limits{Entries: 200}, "holds more than 200 parts, the limit"},
		{docxOf(t, "", many...), Limits{Entries: 400}, ""},
	} {
		if got := readError("a.docx", c.data, c.limits); got != c.want {
			t.Errorf("%+v: %q, want %q", c.limits, got, c.want)
		}
	}
}

func TestContainerDamage(t *testing.T) {
	text := "<w:p><w:r><w:t>The Act applies from 17 May 2021.</w:t></w:r></w:p>"
	for _, c := range []struct{ what, xml, want, blocks string }{
		{"an entity", `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body>` + text + `</w:body></w:document>`, errDocumentType.Error(), ""},
		{"nothing behind the damage", `<w:document><w:body>` + text + `<w:p><w:r><w:t>Th`, "", "P The Act applies from 17 May 2021.\n"},
		{"nothing at all", `<w:document><w:bo`, "is damaged: line 1 of its XML can't be read", ""},
	} {
		d, err := Read("a.docx", docxWith(t, c.xml))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
		if err == nil && (show(d) != c.blocks || len(d.Warnings) != 1) {
			t.Errorf("%s: %s %q", c.what, show(d), d.Warnings)
		}
	}
	stored := bytes.Replace(storedZip(t, docxParts(docxBody(text))...), []byte("17 May"), []byte("18 May"), 1)
	if got := readError("a.docx", stored, Limits{}); !strings.HasPrefix(got, "is damaged: its part") {
		t.Errorf("a wrong checksum: %q", got)
	}
}

// storedZip is zipOf without compression, so that a test can damage a part.
func storedZip(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = f.Write([]byte(p.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
