package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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
	if (t.DataAtom == atom.A || t.DataAtom == atom.Span) && isBackLink(t) {
		return true
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

// hiddenBlocks are the elements that end a block even where they are hidden; the
// others stand in the midst of a line.
var hiddenBlocks = map[atom.Atom]bool{
	atom.Div: true, atom.P: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Section: true,
	atom.Article: true, atom.Aside: true, atom.Header: true, atom.Footer: true, atom.Nav: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true,
}

// isNote reports whether an element says that it is the text of a note (EPUB
// structural semantics, DPUB-ARIA).
func isNote(t html.Token) bool {
	switch attr(t, "role") {
	case "doc-footnote", "doc-endnote":
		return true
	}
	switch attr(t, "epub:type") {
	case "footnote", "endnote", "rearnote", "note":
		return true
	}
	return false
}

// isNoteReference reports whether a link leads to a note.
func isNoteReference(t html.Token) bool {
	return attr(t, "role") == "doc-noteref" || attr(t, "epub:type") == "noteref" || strings.Contains(attr(t, "class"), "footnote-ref")
}

// isBackLink reports whether a link only leads from a note back to the text.
func isBackLink(t html.Token) bool {
	class := attr(t, "class")
	return attr(t, "role") == "doc-backlink" || strings.Contains(class, "footnote-back") || strings.Contains(class, "mw-cite-backlink") || attr(t, "rev") == "footnote"
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
