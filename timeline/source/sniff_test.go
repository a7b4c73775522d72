package source

import (
	"strings"
	"testing"
)

func TestSniff(t *testing.T) {
	const pdf, zip, ole = "%PDF-1.7\n", "PK\x03\x04\x14\x00", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00"
	for _, c := range []struct{ path, data, want string }{
		{"a.pdf", pdf, "should be a PDF but is damaged"},
		{"a.html", "junk\n" + pdf + "1 0 obj\nendobj", "should be a PDF but is damaged"},
		{"a.txt", "A PDF begins with %PDF-1.4, says the standard.", ""},
		{"a.docx", zip + "broken", "should be a Word document (.docx) but is damaged"},
		{"a.zip", zip + "a.txt", "is damaged: its ZIP archive can't be opened"},
		{"a.doc", ole, "is an old Word document (.doc), which timeline does not read; save it as .docx, .pdf or text"},
		{"a.docx", ole + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", "is an old Word document (.doc), which timeline does not read; save it as .docx"},
		{"a", ole, "is an old Office document, which timeline does not read; save it as .docx, .pdf or text"},
		{"a.docx", ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "is password-protected; remove the password first"},
		{"a.txt", `{\rtf1\ansi text}`, "is an RTF document, which timeline does not read; save it as .docx, .pdf or text"},
		{"a.txt", "\xFF\xD8\xFF\xE0", "is a JPEG picture, not a text"},
		{"a.gz", "\x1F\x8B\x08\x00", "is a gzip archive; unpack it first"},
		{"a.pdf", "", "is empty: it should be a PDF"},
		{"a.txt", "", ""},
		{"a.pdf", "\x01\x02\xff\x03\x04\x05\x06 \x0e\x0f\xfe", "should be a PDF but is damaged"},
		{"a.txt", "\x01\x02\xff\x03\x04\x05\x06 \x0e\x0f\xfe", "is not text: it holds binary data"},
		{"a.txt", "\x1b[2J\x07 The rule\x00 applies.", ""},
	} {
		_, err := Read(c.path, []byte(c.data))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s %.30q: %q, want %q", c.path, c.data, got, c.want)
		}
	}
}

func TestSniffHTML(t *testing.T) {
	for _, c := range []struct {
		path, data string
		html       bool
	}{
		{"a.txt", "<!DOCTYPE html><p>x", true},
		{"-", "\ufeff \n<!-- c --><?xml version='1.0'?><HTML>", true},
		{"a.txt", "<p>The <b>rule</b>", false},
		{"a.htm", "plain", true},
		{"a.md", "<!doctype html>", false},
		{"a.txt", "<header> is a tag", false},
		{"a.txt", "<!-- never closed <html>", false},
	} {
		f, err := sniff(c.path, []byte(c.data))
		if err != nil || (f == formatHTML) != c.html {
			t.Errorf("%s %q: format %d, error %v", c.path, c.data, f, err)
		}
	}
}

// A file whose kind is refused is refused in words that a person can act on.
func TestSignaturesSayWhatToDo(t *testing.T) {
	for _, s := range signatures {
		data := append(make([]byte, s.offset), s.magic...)
		if s.offset > 0 {
			data = append([]byte(strings.Repeat("x", s.offset)), s.magic...)
		}
		_, err := Read("a.txt", data)
		if err == nil || !strings.HasPrefix(err.Error(), "is a") {
			t.Errorf("%q: %v", s.magic, err)
		}
	}
}
