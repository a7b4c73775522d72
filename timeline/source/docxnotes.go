package source

import (
	"strconv"
	"strings"
)

// docxNotes numbers the footnotes, or the endnotes, in the order of the text.
type docxNotes struct {
	count int
	text  map[string]string // by id, once their part is read
}

// docxReference is a mark in the text with the note that it leads to.
type docxReference struct {
	endnote  bool
	id, mark string
}

// refer returns the mark of a note as it stands in the text, and remembers the
// note. Footnotes are counted 1, 2, 3 and endnotes i, ii, iii, as Word does where
// the author has not chosen otherwise; a mark of the author's own follows as text.
func (x *docxReader) refer(e element) string {
	if x.current() == nil || x.hidden > 0 || x.note != nil {
		return ""
	}
	r := docxReference{endnote: e.name() == "endnoteReference", id: e.attr("id")}
	switch {
	case e.attr("customMarkFollows") == "1":
	case r.endnote:
		x.endnotes.count++
		r.mark = smallRoman(x.endnotes.count)
	default:
		x.footnotes.count++
		r.mark = strconv.Itoa(x.footnotes.count)
	}
	x.references = append(x.references, r)
	return raised(r.mark)
}

// raised returns a note's mark as it is set: digits are raised, so that they
// can't be read as part of a year before them, other marks are put in brackets.
func raised(mark string) string {
	var b strings.Builder
	for _, r := range mark {
		if r < '0' || r > '9' {
			return "[" + mark + "]"
		}
		b.WriteString(superscriptOf[r-'0'])
	}
	return b.String()
}

var superscriptOf = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}

// smallRoman writes a number as i, ii, iii, iv; above 3999 in digits.
func smallRoman(n int) string {
	if n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.sign)
		}
	}
	return b.String()
}

// addNotes adds the notes behind the text, in the order of their marks.
func (x *docxReader) addNotes(c *container, related map[string]string) error {
	if len(x.references) == 0 {
		return nil
	}
	for _, part := range []struct {
		notes   *docxNotes
		kind    string
		element string
	}{{&x.footnotes, "footnotes", "footnote"}, {&x.endnotes, "endnotes", "endnote"}} {
		if err := x.readNotes(c, related[part.kind], part.element, part.notes); err != nil {
			return err
		}
	}
	for _, r := range x.references {
		notes := &x.footnotes
		if r.endnote {
			notes = &x.endnotes
		}
		x.add(notes.text[r.id], Block{Kind: Footnote, Mark: r.mark})
	}
	return nil
}

// readNotes reads the words of the notes in a part. Those with a type are the
// lines that separate notes from the text.
func (x *docxReader) readNotes(c *container, part, name string, notes *docxNotes) error {
	notes.text = map[string]string{}
	if !c.has(part) {
		return nil
	}
	defer func() { x.note = nil }()
	return c.readXML(part, func(p *xmlPart) error {
		return p.each(name, func(e element) error {
			if t := e.attr("type"); t != "" && t != "normal" {
				return p.skip()
			}
			x.note = &strings.Builder{}
			err := x.content(p)
			notes.text[e.attr("id")] = x.note.String()
			return err
		})
	})
}
