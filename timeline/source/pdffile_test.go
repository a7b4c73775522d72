package source

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
)

// pdfFile writes a PDF of objects, numbered from 1, of which the first is the catalog.
func pdfFile(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, trailer, xref)
	return b.Bytes()
}

// pdfOf writes a PDF with one page for each content stream, in Helvetica (/F1).
func pdfOf(contents ...string) []byte { return pdfFile(pageObjects(contents...), "") }

func pageObjects(contents ...string) []string {
	kids := ""
	var pages []string
	for i, c := range contents {
		n := 4 + 2*i
		kids += fmt.Sprintf("%d 0 R ", n)
		pages = append(pages,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", n+1),
			stream(c))
	}
	return append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(contents)),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}, pages...)
}

func stream(content string) string {
	return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
}

// lines writes lines of text at x and y in a size, as a content stream.
func lines(x, y, size int, text ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "BT /F1 %d Tf %d TL %d %d Td\n", size, size*6/5, x, y)
	for _, s := range text {
		fmt.Fprintf(&b, "(%s) Tj T*\n", strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s))
	}
	return b.String() + "ET\n"
}

const scannedPage = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"

// lockedPDF encrypts a page with a password (ISO 32000-1, 7.6: RC4, 40 bit).
func lockedPDF(user, content string) []byte {
	const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	pad := func(s string) string { return (s + padding)[:32] }
	hash := func(s string) string { h := md5.Sum([]byte(s)); return string(h[:]) }
	crypt := func(key, s string) string {
		c, _ := rc4.NewCipher([]byte(key))
		out := make([]byte, len(s))
		c.XORKeyStream(out, []byte(s))
		return string(out)
	}
	id, permissions := hash("an id"), int32(-44)
	owner := crypt(hash(pad("owner"))[:5], pad(user))
	p := binary.LittleEndian.AppendUint32(nil, uint32(permissions))
	key := hash(pad(user) + owner + string(p) + id)[:5]
	objects := pageObjects(content)
	objects[4] = stream(crypt(hash(key + "\x05\x00\x00\x00\x00")[:10], content))
	objects = append(objects, fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /O <%x> /U <%x> /P %d >>", owner, crypt(key, padding), permissions))
	return pdfFile(objects, fmt.Sprintf("/Encrypt %d 0 R /ID [<%x> <%x>]", len(objects), id, id))
}

// pdfFixture returns a file of testdata/pdf.
func pdfFixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../testdata/pdf/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
