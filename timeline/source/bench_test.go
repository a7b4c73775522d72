package source

import (
	"archive/zip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The benchmarks read a long document made of many copies of the report in
// testdata/forms, and have pandoc read the same file in the same run: ×pandoc is how
// often the one reads it while the other does so once. The speed is that of the
// mark-up, unpacked.

const benchCopies = 200

func BenchmarkHTML(b *testing.B) {
	page := readForm(b, "report.html")
	head, body, ok := strings.Cut(string(page), "<body>")
	if !ok {
		b.Fatal("the page has no body")
	}
	body, _, _ = strings.Cut(body, "</body>")
	data := []byte(head + "<body>" + strings.Repeat(body, benchCopies) + "</body></html>")
	benchmarkForm(b, "long.html", data, len(data))
}

func BenchmarkDOCX(b *testing.B) {
	data, size := longDOCX(b)
	benchmarkForm(b, "long.docx", data, size)
}

// longDOCX is the report with its text repeated, and the size of that text's part.
func longDOCX(b *testing.B) (data []byte, size int) {
	zr, err := zip.OpenReader(formPath("report.docx"))
	if err != nil {
		b.Fatal(err)
	}
	defer zr.Close()
	var parts []part
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			b.Fatal(err)
		}
		content := string(data)
		if f.Name == "word/document.xml" {
			head, body, _ := strings.Cut(content, "<w:body>")
			body, tail, ok := strings.Cut(body, "<w:sectPr")
			if !ok {
				b.Fatal("the document has no section")
			}
			size = benchCopies * len(body)
			content = head + "<w:body>" + strings.Repeat(body, benchCopies) + "<w:sectPr" + tail
		}
		parts = append(parts, part{f.Name, content})
	}
	return zipOf(b, parts...), size
}

func formPath(name string) string { return filepath.Join("..", "..", "testdata", "forms", name) }

func readForm(b *testing.B, name string) []byte {
	data, err := os.ReadFile(formPath(name))
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// benchmarkForm reads a file of so many bytes unpacked, and has pandoc read it once.
func benchmarkForm(b *testing.B, name string, data []byte, size int) {
	if _, err := Read(name, data); err != nil { // word lists are made on first use
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var spent time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := Read(name, data); err != nil {
			b.Fatal(err)
		}
		spent += time.Since(start)
	}
	ours := spent.Seconds() / float64(b.N)
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		b.Log("pandoc is missing: nothing to compare with")
		return
	}
	file := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(file, data, 0o666); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if out, err := exec.Command(pandoc, "-t", "plain", "-o", os.DevNull, file).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	b.ReportMetric(time.Since(start).Seconds()/ours, "×pandoc")
}
