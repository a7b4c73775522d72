package source

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/tetratelabs/wazero/api"
)

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
