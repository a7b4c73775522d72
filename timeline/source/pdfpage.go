package source

import (
	"math"

	"github.com/tetratelabs/wazero/api"
)

// glyph is a character of a page. Coordinates are points (1/72 inch) from the top
// left corner, for a reader who has turned the page so that the text stands upright.
type glyph struct {
	r      rune
	x0, x1 float64
	y      float64 // of the base line
	size   float64 // of the type
	bold   bool
	breaks bool // white space stands before it
	spaced bool // which the document wrote, and not only left
}

// rule is a line drawn on a page, level or upright.
type rule struct{ x0, y0, x1, y1 float64 }

// pdfPage is what is read of a page.
type pdfPage struct {
	width, height float64
	frames        [4][]glyph // the text by the quarter turns it was drawn with
	rules         []rule
	dots          []rule // small shapes, which may be the bullets of a list
	pictured      bool   // pictures cover most of it
	drawn         bool   // something is on it
	unmapped      int    // characters of which the font does not say what they are
	failed        error
}

// pdfGlyphs is how many characters are read of a page.
const pdfGlyphs = 200_000

// pageReader reads one page.
type pageReader struct {
	g                                         *pdfGuest
	page, text                                uint64
	left, top                                 float64 // of the visible part, in PDF's coordinates
	out                                       *pdfPage
	unicode, object, origin, looseBox, inkBox api.Function
	bold                                      map[uint64]bool // by font

	// of the text object that the last character is in
	current uint64
	size    float64
	turn    int
	isBold  bool
}

// readPage reads page n, from 0, of the open document.
func (g *pdfGuest) readPage(n int) (*pdfPage, error) {
	r := &pageReader{g: g, out: &pdfPage{}, bold: map[uint64]bool{}}
	var err error
	if r.page, err = g.call("FPDF_LoadPage", g.doc, uint64(n)); err != nil {
		return nil, err
	}
	if r.page == 0 {
		return nil, errPDFPage
	}
	if err = r.read(); err == nil {
		_, err = g.call("FPDF_ClosePage", r.page)
	}
	return r.out, err
}

func (r *pageReader) read() error {
	if err := r.bounds(); err != nil {
		return err
	}
	var err error
	if r.text, err = r.g.call("FPDFText_LoadPage", r.page); err != nil {
		return err
	}
	if r.text != 0 {
		if err := r.characters(); err != nil {
			return err
		}
		if _, err := r.g.call("FPDFText_ClosePage", r.text); err != nil {
			return err
		}
	}
	return r.objects()
}

// bounds reads the visible part of the page.
func (r *pageReader) bounds() error {
	if _, err := r.g.call("FPDF_GetPageBoundingBox", r.page, r.g.scratch); err != nil {
		return err
	}
	box, err := r.g.floats(4) // left, top, right, bottom
	r.left, r.top = box[0], box[1]
	r.out.width, r.out.height = box[2]-box[0], box[1]-box[3]
	return err
}

// sound reports whether numbers can stand on a page.
func sound(values ...float64) bool {
	for _, v := range values {
		if !(math.Abs(v) < 1e6) {
			return false
		}
	}
	return true
}

// The kinds of FPDFPageObj_GetType.
const (
	pdfPath  = 2
	pdfImage = 3
	pdfForm  = 5
)

// pdfObjects is how many objects of a page are looked at.
const pdfObjects = 5000

// objects looks at what else than text is on the page: lines and pictures.
func (r *pageReader) objects() error {
	n, err := r.g.call("FPDFPage_CountObjects", r.page)
	if err != nil {
		return err
	}
	covered := 0.0
	r.out.drawn = int32(n) > 0
	for i := range uint64(min(max(int32(n), 0), pdfObjects)) {
		object, err := r.g.call("FPDFPage_GetObject", r.page, i)
		if err != nil {
			return err
		}
		kind, err := r.g.call("FPDFPageObj_GetType", object)
		if err != nil {
			return err
		}
		if k := uint32(kind); object == 0 || k != pdfPath && k != pdfImage && k != pdfForm {
			continue
		}
		s := r.g.scratch
		ok, err := r.g.call("FPDFPageObj_GetBounds", object, s, s+4, s+8, s+12)
		if err != nil {
			return err
		}
		b, err := r.g.floats(4) // left, bottom, right, top
		if err != nil {
			return err
		}
		if uint32(ok) == 0 || !sound(b[:]...) {
			continue
		}
		if uint32(kind) == pdfPath {
			r.addRule(b)
		} else {
			covered += math.Max(0, b[2]-b[0]) * math.Max(0, b[3]-b[1])
		}
	}
	r.out.pictured = covered > 0.5*r.out.width*r.out.height && covered > 0
	return nil
}

// addRule keeps a path that is a line, or as small as a bullet.
func (r *pageReader) addRule(b [6]float64) {
	const thin, long, smallest, largest = 2, 8, 1.2, 8
	w, h := b[2]-b[0], b[3]-b[1]
	at := rule{x0: b[0] - r.left, x1: b[2] - r.left, y0: r.top - b[3], y1: r.top - b[1]}
	switch {
	case h <= thin && w >= long || w <= thin && h >= long:
		r.out.rules = append(r.out.rules, at)
	case w >= smallest && w <= largest && h >= smallest && h <= largest && math.Abs(w-h) < 1:
		r.out.dots = append(r.out.dots, at)
	}
}
