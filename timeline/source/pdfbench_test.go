package source

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkPDF reads PDFs and has pdftotext read them in the same run: those of
// testdata/pdf, or those that PDF_FILES names, with spaces between. It tells pages
// a second, and how many pages it reads while pdftotext reads one, on one core and
// – the pages of a long file are shared out – on all.
func BenchmarkPDF(b *testing.B) {
	files, _ := filepath.Glob("../../testdata/pdf/*.pdf")
	if named := strings.Fields(os.Getenv("PDF_FILES")); len(named) > 0 {
		files = named
	}
	var data [][]byte
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, content)
	}
	if _, err := swiftPDF(); err != nil { // compiled, or taken from the cache, once a process
		b.Fatal(err)
	}
	pages := 0
	var spent time.Duration
	for b.Loop() {
		start := time.Now()
		pages = 0
		for i, f := range files {
			d, err := Read(f, data[i])
			if err != nil {
				b.Fatalf("%s: %v", f, err)
			}
			pages += len(d.Pages)
		}
		spent += time.Since(start)
	}
	perPage := spent.Seconds() / float64(pages*b.N)
	b.ReportMetric(1/perPage, "pages/s")
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Log("pdftotext is missing: nothing to compare with")
		return
	}
	const rounds = 3
	start := time.Now()
	for range rounds {
		for _, f := range files {
			if err := exec.Command(program, f, os.DevNull).Run(); err != nil {
				b.Fatalf("pdftotext %s: %v", f, err)
			}
		}
	}
	theirs := time.Since(start).Seconds() / float64(rounds*pages)
	b.ReportMetric(theirs/perPage, "×pdftotext")
}
