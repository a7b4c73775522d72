package source

import (
	_ "embed"
	"strings"
)

//go:embed data/notes.txt
var notesData string

var notesHeadings = func() map[string]bool {
	set := map[string]bool{}
	for _, s := range dataLines(notesData) {
		set[s] = true
	}
	return set
}()

// isNotesHeading reports whether a line heads a list of notes or references.
func isNotesHeading(s string) bool {
	if len(s) > 80 {
		return false
	}
	s = strings.ToLower(Clean(s, 0))
	s = strings.TrimLeft(s, "0123456789.# ")
	return notesHeadings[strings.ReplaceAll(strings.TrimRight(s, ":： "), " ", "")]
}

// markSections finds what the headings and phrases of a document say of the
// blocks after them, in any format: lists of references, comments of readers,
// lists of links, phrases of page furniture.
func (d *Document) markSections() {
	d.markReferences()
	d.markFurniture()
}

// markReferences makes notes of the blocks under a heading such as "References",
// up to the next heading of its rank.
func (d *Document) markReferences() {
	total := 0
	for _, b := range d.Blocks {
		total += b.End - b.Start
	}
	under := 0 // the level of the heading, 0 outside such a list
	for i := range d.Blocks {
		b := &d.Blocks[i]
		text := d.Text[b.Start:b.End]
		switch {
		case (b.Kind == Heading || b.Kind == Paragraph) && isNotesHeading(text) && !d.mostFollows(i, total):
			if b.Kind == Paragraph {
				b.Kind, b.Level = Heading, lineHeading
			}
			under = b.Level
		case b.Kind == Heading && under > 0 && b.Level <= under:
			under = 0
		case under > 0 && (b.Kind == Paragraph || b.Kind == ListItem):
			b.Kind, b.Level, b.Mark = Footnote, 0, d.markBefore(b.Start)
		}
	}
}

// lineHeading is the level of a heading of notes that is only a line of its own.
const lineHeading = 2

// mostFollows reports whether the section of a heading holds more than two thirds
// of a document of a given size: then it is the text, under a heading such as
// "Citations" that stood in a box beside it, and no list of notes.
func (d *Document) mostFollows(heading, total int) bool {
	level, under := d.Blocks[heading].Level, 0
	if d.Blocks[heading].Kind == Paragraph {
		level = lineHeading
	}
	for _, b := range d.Blocks[heading+1:] {
		if b.Kind == Heading && b.Level <= level {
			break
		}
		under += b.End - b.Start
	}
	return under*3 > total*2
}

// markBefore returns the number of the marker that stands on a block's line
// before it, or "".
func (d *Document) markBefore(start int) string {
	from := max(0, start-16)
	head := d.Text[from:start]
	if i := strings.LastIndexAny(head, "\n\r\f\v"); i >= 0 {
		head = head[i+1:]
	}
	m, ok := readMarker(strings.TrimLeft(head, " \t>") + "x")
	if !ok || !m.ordered() {
		return ""
	}
	return m.text
}

// markFurniture finds the blocks that are page furniture by their words, and what
// belongs to them.
func (d *Document) markFurniture() {
	f := chromePhrases()
	total, done := 0, 0
	for _, b := range d.Blocks {
		total += b.End - b.Start
	}
	links := false // in a list of links
	for i := range d.Blocks {
		b := &d.Blocks[i]
		text := d.Text[b.Start:b.End]
		size := b.End - b.Start
		done += size
		phrase := size <= chromeLimit && isChrome(text)
		switch {
		case b.Kind == FrontMatter || b.Kind == Code || b.Kind == Footnote:
		case phrase && f.opensComments(chromeKey(text)) && (total-done)*2 <= total:
			for k := i; k < len(d.Blocks); k++ {
				d.Blocks[k] = chromeBlock(d.Blocks[k])
			}
			return
		case phrase:
			links = f.related[chromeKey(text)]
			*b = chromeBlock(*b)
		case links && size <= 400 && b.Kind != Heading && !endsSentence(text):
			*b = chromeBlock(*b)
		case b.Kind != Chrome:
			links = false
		}
	}
}

func chromeBlock(b Block) Block { return Block{Start: b.Start, End: b.End, Kind: Chrome} }

// opensComments reports whether a phrase begins what readers have written.
func (f furniture) opensComments(key string) bool {
	if f.openers[key] {
		return true
	}
	for _, p := range f.openerPrefixes {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	return false
}
