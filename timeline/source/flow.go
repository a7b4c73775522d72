package source

import "strings"

// flow puts the paragraphs of an office document in order, wherever its elements
// nest them: in tables, text boxes, notes.
type flow struct {
	builder
	title string // the first paragraph in the style of titles

	open   []*paragraph // text boxes put paragraphs into paragraphs
	joined string       // of a paragraph whose end is deleted: the next one goes on with it
	hidden int          // above 0 nothing is shown
	chrome int          // above 0 it is a table of contents or an index

	tables   int // the tables around
	row, col int // in the outermost of them

	pages []int // where in the text a page was seen to begin, but for the first

	note *strings.Builder // gathers the paragraphs of a note, else nil
}

// paragraph is a paragraph that is being read.
type paragraph struct {
	words  strings.Builder
	style  paragraphStyle
	joins  bool     // its end is deleted
	pages  []int    // where in its words a page begins
	inside []func() // adds the text boxes that stand in it
}

// paragraphStyle is the part that a paragraph plays in the document.
type paragraphStyle struct {
	heading  int // its level from 1, or 0
	list     int // its nesting from 1, or 0
	contents bool
	isTitle  bool
}

// paragraph reads a paragraph by a function. One inside another is that of a text
// box: it follows the paragraph that it stands in.
func (f *flow) paragraph(style paragraphStyle, read func() error) error {
	para := &paragraph{style: style}
	if len(f.open) == 0 {
		para.words.WriteString(f.joined)
		f.joined = ""
	}
	f.open = append(f.open, para)
	err := read()
	f.open = f.open[:len(f.open)-1]
	if err != nil {
		return err // half a paragraph may end in half a date
	}
	if n := len(f.open); n > 0 {
		f.open[n-1].inside = append(f.open[n-1].inside, func() { f.end(para) })
	} else {
		f.end(para)
	}
	return nil
}

// end adds a paragraph that was read.
func (f *flow) end(para *paragraph) {
	words := para.words.String()
	switch {
	case f.note != nil:
		f.note.WriteString(words + "\n")
	case para.joins && len(para.inside) == 0:
		f.joined = words
	default:
		f.addPaged(words, f.block(para.style), para.pages)
		if para.style.isTitle && f.title == "" {
			f.title = Clean(words, titleLimit)
		}
	}
	for _, add := range para.inside {
		add()
	}
}

// addPaged adds a block in whose words pages begin.
func (f *flow) addPaged(words string, b Block, pages []int) {
	before := len(f.blocks)
	f.add(words, b)
	at := f.text.Len()
	if len(f.blocks) > before {
		from, _ := trim(words, 0, len(words))
		at = f.blocks[before].Start - from
	}
	for _, p := range pages {
		if len(f.blocks) == before {
			p = 0 // the page begins with what follows
		}
		f.pages = append(f.pages, max(at+p, 0))
	}
}

// block says what a paragraph of a style is at this place.
func (f *flow) block(s paragraphStyle) Block {
	switch {
	case s.contents || f.chrome > 0:
		return Block{Kind: Chrome}
	case f.tables > 0:
		return Block{Kind: TableCell, Row: max(f.row, 1), Col: max(f.col, 1)}
	case s.heading > 0:
		return Block{Kind: Heading, Level: min(s.heading, 6)}
	case s.list > 0:
		return Block{Kind: ListItem, Level: min(s.list, 12)}
	}
	return Block{}
}

// current is the paragraph that is open, or nil.
func (f *flow) current() *paragraph {
	if len(f.open) == 0 {
		return nil
	}
	return f.open[len(f.open)-1]
}

// write adds words to the paragraph that is open.
func (f *flow) write(s string) {
	if p := f.current(); p != nil && f.hidden == 0 {
		p.words.WriteString(s)
	}
}

// table reads a table by a function. One inside a cell is taken for text of that
// cell.
func (f *flow) table(read func() error) error {
	if f.tables++; f.tables == 1 {
		f.row, f.col = 0, 0
	}
	err := read()
	f.tables--
	return err
}

func (f *flow) beginRow() {
	if f.tables == 1 {
		f.row, f.col = f.row+1, 0
	}
}

// maxSpan bounds how many columns a cell may say that it spans.
const maxSpan = 64

// cell reads a cell by a function, which returns how many columns it spans.
func (f *flow) cell(read func() (span int, err error)) error {
	outermost := f.tables == 1
	if outermost {
		f.col++
	}
	span, err := read()
	if outermost {
		f.col += max(1, min(span, maxSpan)) - 1
	}
	return err
}
