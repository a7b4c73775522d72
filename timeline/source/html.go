package source

import (
	"strings"
	"unicode"

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
	h.settleRegions()
	d.Text, d.Blocks = h.text.String(), h.blocks
	h.meta.apply(d)
}

// htmlReader is the state of the reading of one page.
type htmlReader struct {
	d      *Document
	z      *html.Tokenizer
	text   strings.Builder
	blocks []Block

	buf   strings.Builder // of the open block
	space bool            // white space is due before the next word
	block Block
	pre   int

	hidden      string // the element that hides what is in it
	hiddenDepth int
	regions     []region // open regions of page furniture
	regionOf    []int    // of each block the number of its region, from 1
	regionSizes []regionSize
	lists       int
	row, col    int
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

type regionSize struct {
	tag   string
	bytes int
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
	from, to := trim(s, 0, len(s))
	b := h.block
	if h.notes == 0 || b.Kind != Footnote {
		h.noteMark = ""
	}
	if from == to {
		return
	}
	if h.text.Len() > 0 {
		h.text.WriteString("\n\n")
	}
	b.Start = h.text.Len()
	h.text.WriteString(s[from:to])
	b.End = h.text.Len()
	number := 0
	if n := len(h.regions); n > 0 {
		number = h.regions[n-1].number
		h.regionSizes[number-1].bytes += to - from
	}
	if b.Kind == Heading && b.Level == 1 && h.meta.heading == "" {
		h.meta.heading = s[from:to]
	}
	h.blocks = append(h.blocks, b)
	h.regionOf = append(h.regionOf, number)
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
		h.flush()
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
		h.open(Block{})
		h.row, h.col = 0, 0
	case atom.Tr:
		h.open(Block{})
		h.row, h.col = h.row+1, 0
	case atom.Td, atom.Th:
		h.col++
		h.open(Block{Kind: TableCell, Row: max(h.row, 1), Col: h.col})
	case atom.Pre:
		h.open(Block{Kind: Code})
		h.pre++
	case atom.Br:
		h.lineBreak()
	case atom.Article, atom.Main:
		h.open(Block{})
		h.article++
	case atom.P, atom.Div, atom.Dd, atom.Dt:
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
	case atom.Pre:
		h.open(Block{})
		h.pre = max(0, h.pre-1)
	case atom.Article, atom.Main:
		h.open(Block{})
		h.article = max(0, h.article-1)
	case atom.P, atom.Div:
		h.open(h.inherited())
	default:
		if !inlineTags[tag] && !inlineMore[a] {
			h.open(Block{})
		}
	}
	h.closeRegion(tag)
}

// inlineMore are the elements, besides inlineTags, that end no block.
var inlineMore = map[atom.Atom]bool{
	atom.Img: true, atom.Label: true, atom.Input: true, atom.Button: true, atom.Svg: true, atom.Picture: true, atom.Source: true, atom.Data: true,
	atom.Dfn: true, atom.Var: true, atom.Samp: true, atom.Bdi: true, atom.Bdo: true, atom.Ruby: true, atom.Rb: true, atom.Tt: true, atom.Big: true, atom.Strike: true, atom.Nobr: true,
	atom.Meta: true, atom.Link: true, atom.Map: true, atom.Area: true, atom.Col: true, atom.Colgroup: true, atom.Param: true,
}

var voidTags = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true, atom.Input: true,
	atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}

// isHidden reports whether a browser shows nothing of an element.
func isHidden(t html.Token) bool {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Svg, atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Button, atom.Rp, atom.Rt, atom.Math, atom.Noembed, atom.Noframes:
		return true
	case atom.Html, atom.Body, atom.Title:
		return false
	}
	for _, a := range t.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			v := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

func attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// isNoteID reports whether an id is one that text processors and wikis give to
// the text of a note.
func isNoteID(id string) bool {
	id = strings.ToLower(id)
	for _, p := range []string{"fn", "ftn", "_ftn", "edn", "_edn", "footnote", "endnote", "cite_note", "note-", "fn:"} {
		if rest, ok := strings.CutPrefix(id, p); ok && !strings.HasPrefix(rest, "ref") && digitsOf(rest) != "" {
			return true
		}
	}
	return false
}

// digitsOf returns the last run of digits in an id.
func digitsOf(id string) string {
	end := strings.LastIndexFunc(id, unicode.IsDigit) + 1
	start := end
	for start > 0 && isASCIIDigit(id[start-1]) {
		start--
	}
	return id[start:end]
}
