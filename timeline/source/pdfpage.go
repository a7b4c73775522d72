package source

import (
	"encoding/binary"
	"math"
	"strings"

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

// characters reads the text of the page in the order of its content.
func (r *pageReader) characters() error {
	for name, f := range map[string]*api.Function{
		"FPDFText_GetUnicode": &r.unicode, "FPDFText_GetTextObject": &r.object, "FPDFText_GetCharOrigin": &r.origin, "FPDFText_GetLooseCharBox": &r.looseBox, "FPDFText_GetCharBox": &r.inkBox,
	} {
		if *f = r.g.module.ExportedFunction(name); *f == nil {
			return errPDFMemory
		}
	}
	n, err := r.g.call("FPDFText_CountChars", r.text)
	if err != nil {
		return err
	}
	breaks, spaced := true, true
	for i := range uint64(min(max(int32(n), 0), pdfGlyphs)) {
		u, err := r.hot(r.unicode, i)
		if err != nil {
			return err
		}
		switch c := rune(uint32(u)); {
		case c == 0 || c == 0xFFFE || c == 0xFFFF || c == 0xFFFD || c >= 0xE000 && c < 0xF900:
			r.out.unmapped++
		case c == ' ' || c == '\r' || c == '\n' || c == '\t' || isSpace(c) && c != 0x3000:
			generated, err := r.g.call("FPDFText_IsGenerated", r.text, i)
			if err != nil {
				return err
			}
			breaks, spaced = true, spaced || int32(generated) == 0
		case Invisible(c) && c != pdfHyphen && c != 0xAD:
		default:
			if err := r.add(i, glyph{r: c, breaks: breaks, spaced: spaced}); err != nil {
				return err
			}
			breaks, spaced = false, false
		}
	}
	return nil
}

// hot calls a function of (text page, index).
func (r *pageReader) hot(f api.Function, i uint64) (uint64, error) {
	r.g.stack[0], r.g.stack[1] = r.text, i
	if err := f.CallWithStack(r.g.ctx, r.g.stack[:]); err != nil {
		return 0, errPDFMemory
	}
	return r.g.stack[0], nil
}

// add places character i on the page.
func (r *pageReader) add(i uint64, c glyph) error {
	object, err := r.hot(r.object, i)
	if err != nil {
		return err
	}
	if object != r.current || object == 0 {
		if err := r.enter(object, i); err != nil {
			return err
		}
	}
	box, err := r.box(i)
	if err != nil || r.turn < 0 || !r.visible(box.x, box.y) {
		return err
	}
	c.size, c.bold = r.size, r.isBold
	switch r.turn {
	case 0:
		c.x0, c.x1, c.y = box.left-r.left, box.right-r.left, r.top-box.y
	case 1: // drawn upwards
		c.x0, c.x1, c.y = box.bottom, box.top, box.x
	case 2:
		c.x0, c.x1, c.y = -box.right, -box.left, box.y
	case 3:
		c.x0, c.x1, c.y = -box.top, -box.bottom, -box.x
	}
	if c.x1 < c.x0 || c.size < 0.5 || !sound(c.x0, c.x1, c.y, c.size) {
		return nil
	}
	r.out.frames[r.turn] = append(r.out.frames[r.turn], c)
	return nil
}

// glyphBox is where a character stands, in PDF's coordinates, which go upwards.
type glyphBox struct{ x, y, left, right, bottom, top float64 }

// box returns the origin and the sides of character i: the sides of its advance
// where the text is level, else those of its ink.
func (r *pageReader) box(i uint64) (box glyphBox, err error) {
	s := r.g.scratch
	r.g.stack[2], r.g.stack[3] = s, s+8
	if _, err = r.hot(r.origin, i); err != nil {
		return box, err
	}
	if r.turn == 0 {
		r.g.stack[2] = s + 16
		if _, err = r.hot(r.looseBox, i); err != nil {
			return box, err
		}
		b, err := r.g.read(s, 32)
		if err != nil {
			return box, err
		}
		box = glyphBox{x: double(b), y: double(b[8:]), left: single(b[16:]), top: single(b[20:]), right: single(b[24:]), bottom: single(b[28:])}
		if box.right > box.left {
			return box, nil
		}
	}
	r.g.stack[2], r.g.stack[3], r.g.stack[4], r.g.stack[5] = s+16, s+24, s+32, s+40
	if _, err = r.hot(r.inkBox, i); err != nil {
		return box, err
	}
	b, err := r.g.read(s, 48)
	if err != nil {
		return box, err
	}
	return glyphBox{x: double(b), y: double(b[8:]), left: double(b[16:]), right: double(b[24:]), bottom: double(b[32:]), top: double(b[40:])}, nil
}

func double(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }
func single(b []byte) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b))) }

// sound reports whether numbers can stand on a page.
func sound(values ...float64) bool {
	for _, v := range values {
		if !(math.Abs(v) < 1e6) {
			return false
		}
	}
	return true
}

// visible leaves out what printers note beside the page.
func (r *pageReader) visible(x, y float64) bool {
	x, y = x-r.left, r.top-y
	const margin = 3
	return r.out.width <= 0 || x >= -margin && x <= r.out.width+margin && y >= -margin && y <= r.out.height+margin
}

// enter reads what the characters of a text object have in common.
func (r *pageReader) enter(object, i uint64) error {
	r.current = object
	size, err := r.g.call("FPDFText_GetFontSize", r.text, i)
	if err != nil {
		return err
	}
	if _, err := r.g.call("FPDFText_GetMatrix", r.text, i, r.g.scratch); err != nil {
		return err
	}
	m, err := r.g.floats(4)
	if err != nil {
		return err
	}
	r.size = math.Abs(math.Float64frombits(size)) * math.Hypot(m[2], m[3])
	r.turn = quarterTurns(m[0], m[1])
	font, err := r.g.call("FPDFTextObj_GetFont", object)
	if err != nil {
		return err
	}
	known := false
	if r.isBold, known = r.bold[font]; !known {
		r.isBold, err = r.fontIsBold(i)
		r.bold[font] = r.isBold
	}
	return err
}

// quarterTurns returns by how many quarter turns, against the clock, text is
// turned, and -1 for text that stands askew, such as a watermark.
func quarterTurns(a, b float64) int {
	const askew = 0.1
	switch {
	case math.Abs(b) <= askew*math.Abs(a) && a >= 0:
		return 0
	case math.Abs(a) <= askew*math.Abs(b) && b > 0:
		return 1
	case math.Abs(b) <= askew*math.Abs(a):
		return 2
	case math.Abs(a) <= askew*math.Abs(b):
		return 3
	}
	return -1
}

// fontIsBold tells by the name of the font of character i.
func (r *pageReader) fontIsBold(i uint64) (bool, error) {
	s := r.g.scratch
	const room = 200
	n, err := r.g.call("FPDFText_GetFontInfo", r.text, i, s+64, room, s)
	if err != nil || uint32(n) > room {
		return false, err
	}
	flags, err := r.g.read(s, 4)
	if err != nil {
		return false, err
	}
	const forceBold = 1 << 18 // ISO 32000-1, table 123
	if uint32(n) > 0 && binary.LittleEndian.Uint32(flags)&forceBold != 0 {
		return true, nil
	}
	name, err := r.g.read(s+64, uint32(n))
	if err != nil {
		return false, err
	}
	return boldName(string(name)), nil
}

func boldName(name string) bool {
	low := strings.ToLower(name)
	for _, word := range []string{"bold", "black", "heavy", "demi", "-medi", "cmbx", "cmssbx", "lmroman10-bold", "simhei", "heiti"} {
		if strings.Contains(low, word) {
			return true
		}
	}
	return false
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
