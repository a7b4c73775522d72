package source

import (
	"context"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzPDFLayout: wherever the characters stand, they make a sound document.
func FuzzPDFLayout(f *testing.F) {
	f.Add("¹ A note of 5 July 2021\x00and 中文\x00 1 2 3", []byte{10, 10, 10, 200, 30, 5, 9, 0, 0, 10, 20, 12})
	f.Add("1. one\x002. two\x00Contents . . . . 7\x00broken-\x00word", []byte{0, 255, 3, 128, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8})
	f.Add("left left left left left\x00right right right right\x0012\x00\x02", []byte{10, 10, 10, 130, 10, 10, 10, 22, 10, 130, 22, 10})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		if len(text) > 4000 || len(places) < 3 {
			return
		}
		d := &Document{}
		layPages(scattered(text, places)).write(d)
		if problem := broken(d); problem != "" {
			t.Errorf("%s: %q", problem, d.Text)
		}
	})
}

// scattered sets the pieces of a text, which NULs divide, on pages: each place is
// three bytes, x, y and size; a size of 0 turns the page, and one of 255 the text.
func scattered(text string, places []byte) []*pdfPage {
	pages := []*pdfPage{{width: 300, height: 300}}
	for i, piece := range strings.Split(text, "\x00") {
		at := places[3*i%(len(places)-2):]
		x, y, size := float64(at[0]), float64(at[1]), float64(at[2])/8
		p := pages[len(pages)-1]
		if at[2] == 0 {
			p = &pdfPage{rules: []rule{{x, y, x + 50, y + 1}}, dots: []rule{{x - 9, y, x - 6, y + 3}}, width: 300, height: 300}
			pages = append(pages, p)
			size = 10
		}
		frame := 0
		if at[2] == 255 {
			frame = 1
		}
		for k, r := range piece {
			if r == utf8.RuneError || r == ' ' {
				continue
			}
			p.frames[frame] = append(p.frames[frame], glyph{r: r, x0: x + float64(k)*size/2, x1: x + float64(k+1)*size/2, y: y, size: size, breaks: k == 0 || piece[k-1] == ' ', bold: r%7 == 0})
		}
	}
	return pages
}

// FuzzPDFBytes: a damaged file gives a sound document or an error, within its time.
func FuzzPDFBytes(f *testing.F) {
	for _, seed := range [][]byte{
		pdfOf(lines(72, 720, 12, "In force on 17 May 2021.", "And amended.")), lockedPDF("", lines(72, 720, 12, "In force.")), pdfOf(scannedPage),
		pdfFixture(f, "report-latex.pdf"),
	} {
		f.Add(seed, 0, []byte{})
		f.Add(seed, len(seed)/2, []byte("/Length 99999999"))
		f.Add(seed, 3*len(seed)/4, []byte("<<[["))
	}
	f.Fuzz(func(t *testing.T, data []byte, at int, change []byte) {
		if at < 0 || at > len(data) || len(data) > 1<<20 {
			return
		}
		data = append(append(data[:at:at], change...), data[min(len(data), at+len(change)):]...)
		s, err := scanPDF(context.Background(), data, 50, pdfPatience{page: 5 * time.Second, file: 10 * time.Second})
		if err != nil {
			return
		}
		d := &Document{}
		layPages(s.pages).write(d)
		if problem := broken(d); problem != "" {
			t.Error(problem)
		}
	})
}
