package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML replaces the text, so far the page's mark-up, by what a reader sees of
// it: blocks with blank lines between them. It reads the tokens one by one, so
// that no nesting is too deep and nothing is ever fetched.
func (d *Document) readHTML() {
	h := &htmlReader{d: d, z: html.NewTokenizer(strings.NewReader(d.Text[bomLen(d.Text):]))}
	for h.z.Next() != html.ErrorToken {
		h.token()
	}
	h.flush()
	h.settleTables()
	h.settleRegions()
	h.markLinkLists()
	h.finish(d)
	h.meta.apply(d)
}

// htmlReader is the state of the reading of one page.
type htmlReader struct {
	builder
	d *Document
	z *html.Tokenizer

	buf   strings.Builder // of the open block
	space bool            // white space is due before the next word
	block Block
	pre   int

	raised      int    // elements of raised text
	inLink      bool   // a link is open
	linkBytes   int    // of the open block, in links
	linked      []int  // the same of each block
	hidden      string // the element that hides what is in it
	hiddenDepth int
	regions     []region // open regions of page furniture
	regionOf    []int    // of each block the number of its region, from 1
	regionSizes []regionSize
	lists       int
	tables      []htmlTable // the tables around, the outermost first
	tableOf     []int       // of each block the number of its table, from 1
	layout      []bool      // of each table: it only arranges the page
	article     int
	notes       int // depth of a list of notes
	noteMark    string
	meta        htmlMeta
	inTitle     bool
	inScript    bool
}

// region is an element that holds no part of the document: navigation, a form.
type region struct {
	tag    string
	depth  int // of elements of its name inside it
	number int
}

// regionSize is what was read in a region.
type regionSize struct {
	sign         furnitureSign
	bytes, links int
}

func (h *htmlReader) token() {
	t := h.z.Token()
	switch t.Type {
	case html.TextToken:
		h.words(t.Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		h.startTag(t)
	case html.EndTagToken:
		h.endTag(t.DataAtom, t.Data)
	}
}

// words adds text to the open block, its white space folded as a browser does.
func (h *htmlReader) words(s string) {
	switch {
	case h.inTitle:
		h.meta.title += s
		return
	case h.inScript:
		h.meta.readJSON(s)
		return
	case h.hidden != "":
		return
	case h.text.Len() == 0 && h.buf.Len() == 0:
		s = strings.TrimPrefix(strings.TrimLeft(s, " \t\r\n"), "]>") // the end of a DOCTYPE with entities
	}
	if digits := strings.TrimSpace(s); h.raised > 0 && digits != "" && strings.Trim(digits, "0123456789") == "" {
		s = raised(digits)
	}
	if h.inLink {
		h.linkBytes += len(strings.TrimSpace(s))
	}
	if h.pre > 0 {
		h.buf.WriteString(s)
		return
	}
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			h.space = true
			continue
		}
		if h.space && h.buf.Len() > 0 {
			h.buf.WriteByte(' ')
		}
		h.space = false
		h.buf.WriteRune(r)
	}
}

// flush ends the open block.
func (h *htmlReader) flush() {
	s := strings.Trim(h.buf.String(), "\n")
	h.buf.Reset()
	h.space = false
	h.raised = 0
	links := h.linkBytes
	h.linkBytes = 0
	from, to := trim(s, 0, len(s))
	b := h.block
	if h.notes == 0 || b.Kind != Footnote {
		h.noteMark = ""
	}
	if from == to {
		return
	}
	number := 0
	if n := len(h.regions); n > 0 {
		number = h.regions[n-1].number
		h.regionSizes[number-1].bytes += to - from
		h.regionSizes[number-1].links += links
	}
	if b.Kind == Heading && b.Level == 1 && h.meta.heading == "" {
		h.meta.heading = s[from:to]
	}
	h.add(s[from:to], b)
	h.linked = append(h.linked, links)
	h.regionOf, h.tableOf = append(h.regionOf, number), append(h.tableOf, h.tableNumber(to-from))
}

// open ends the open block and says what the next one is.
func (h *htmlReader) open(b Block) {
	h.flush()
	h.block = b
}

func (h *htmlReader) startTag(t html.Token) {
	tag := t.Data
	if h.hidden != "" {
		if tag == h.hidden && t.Type == html.StartTagToken {
			h.hiddenDepth++
		}
		return
	}
	h.meta.read(t, h.article > 0 || len(h.regions) == 0)
	if t.Type == html.StartTagToken && !voidTags[t.DataAtom] && isHidden(t) {
		if hiddenBlocks[t.DataAtom] {
			h.flush()
		}
		h.hidden, h.hiddenDepth = tag, 1
		h.inScript = t.DataAtom == atom.Script && strings.Contains(attr(t, "type"), "ld+json")
		return
	}
	h.openRegion(t)
	h.openElement(t)
}

// openElement begins the block that an element makes.
func (h *htmlReader) openElement(t html.Token) {
	switch t.DataAtom {
	case atom.Title:
		h.inTitle = h.meta.title == ""
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.open(Block{Kind: Heading, Level: int(t.Data[1] - '0')})
	case atom.Ul, atom.Ol, atom.Menu:
		h.open(Block{})
		h.lists++
		h.openNotes(t)
	case atom.Li:
		h.openItem(t)
	case atom.Table:
		h.openTable(t)
	case atom.Tr:
		h.openRow()
	case atom.Td, atom.Th:
		h.openCell(t)
	case atom.Pre:
		h.open(Block{Kind: Code})
		h.pre++
	case atom.Br:
		h.lineBreak()
	case atom.Sup:
		h.raise(t)
	case atom.A:
		h.inLink = attr(t, "href") != "" && t.Type == html.StartTagToken
		if isNoteReference(t) {
			h.raise(t)
		}
	case atom.Article, atom.Main:
		h.open(Block{})
		h.article++
	case atom.P, atom.Div, atom.Dd, atom.Dt, atom.Aside:
		h.openParagraph(t)
	default:
		if !inlineTags[t.Data] && !inlineMore[t.DataAtom] {
			h.open(h.inherited())
		}
	}
}

// openParagraph begins a paragraph, which inside a list item, a cell or a note is
// part of that.
func (h *htmlReader) openParagraph(t html.Token) {
	if isNote(t) {
		h.open(Block{Kind: Footnote, Mark: digitsOf(attr(t, "id"))})
		return
	}
	if isNoteID(attr(t, "id")) && (h.notes > 0 || t.DataAtom == atom.P) {
		h.open(Block{Kind: Footnote, Mark: digitsOf(attr(t, "id"))})
		return
	}
	h.open(h.inherited())
}

// inherited is the block that goes on when an element inside another begins.
func (h *htmlReader) inherited() Block {
	switch h.block.Kind {
	case ListItem, TableCell, Footnote:
		return h.block
	}
	return Block{}
}

func (h *htmlReader) openItem(t html.Token) {
	id := attr(t, "id")
	if h.notes > 0 || isNoteID(id) {
		h.open(Block{Kind: Footnote, Mark: digitsOf(id)})
		return
	}
	h.open(Block{Kind: ListItem, Level: max(1, min(h.lists, 12))})
}

// openNotes knows the lists of notes that wikis and text processors write.
func (h *htmlReader) openNotes(t html.Token) {
	class := attr(t, "class")
	if h.notes > 0 || strings.Contains(class, "references") || strings.Contains(class, "footnotes") || strings.Contains(class, "endnotes") || attr(t, "role") == "doc-endnotes" {
		h.notes++
	}
}

// raise sets the digits of an element high, so that they can't be read as part of a
// number before them; at most to the end of the block.
func (h *htmlReader) raise(t html.Token) {
	if t.Type == html.StartTagToken {
		h.raised++
	}
}

func (h *htmlReader) lineBreak() {
	if h.buf.Len() > 0 {
		h.buf.WriteByte('\n')
		h.space = false
	}
}

func (h *htmlReader) endTag(a atom.Atom, tag string) {
	if h.hidden != "" {
		if tag == h.hidden {
			if h.hiddenDepth--; h.hiddenDepth == 0 {
				h.hidden, h.inScript = "", false
			}
		}
		return
	}
	switch a {
	case atom.Title:
		h.inTitle = false
	case atom.Ul, atom.Ol, atom.Menu:
		h.open(Block{})
		h.lists, h.notes = max(0, h.lists-1), max(0, h.notes-1)
		if h.lists > 0 {
			h.block = Block{Kind: ListItem, Level: min(h.lists, 12)}
		}
	case atom.Sup, atom.A:
		h.raised = max(0, h.raised-1)
		h.inLink = h.inLink && a != atom.A
	case atom.Pre:
		h.open(Block{})
		h.pre = max(0, h.pre-1)
	case atom.Article, atom.Main:
		h.open(Block{})
		h.article = max(0, h.article-1)
	case atom.P, atom.Div:
		h.open(h.inherited())
	case atom.Table:
		h.closeTable()
	default:
		if !inlineTags[tag] && !inlineMore[a] {
			h.open(Block{})
		}
	}
	h.closeRegion(tag)
}
