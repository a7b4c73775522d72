// Package source turns files into documents: UTF-8 text that never changes,
// cut into blocks (headings, paragraphs, list items, footnotes, table cells),
// with what is known of its title, language and publication date.
//
// It promises that a byte offset into Document.Text leads back to the words of
// the file – for UTF-8 .txt and .md files it is the file's own offset – and
// that a file which cannot be read is an error that names it, never a panic.
package source

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
)

// Document is one input, read. Its fields do not change once it is made.
type Document struct {
	ID       string // "d1", "d2" … in the order of the input; set by whoever collects documents
	Type     string // what the file is, for people: "PDF", "Word", "web page"
	Path     string // as given or walked to, with slashes; "-" is standard input
	Title    string
	Author   string // of the byline, as the file gives it; "" where it gives none
	URL      string
	Language string // BCP 47 primary subtag: "en", "zh"; "" where it is not known

	Published           dates.Date
	PublishedBasis      Basis
	PublishedWhy        string     // what says so: `meta element "dc.date"`; "" where it is not known
	PublishedConfidence float64    // 0 to 1; 1 is the user's own word, 0 where it is not known
	Journal             Span       // the date in the head of an official journal; its Doc is nil where there is none
	JournalDate         dates.Date // and what it is

	PublishedHint string // what might say so, where nothing else does: too weak to be used

	SHA256 string // of the file's bytes, in hexadecimal
	Text   string // valid UTF-8
	Blocks []Block
	Pages  []int // byte offset at which each page begins; empty where the format has no pages

	Warnings []string // sentences about what could not be read, for the user

	suggested []publication // what speaks for a publication date, until it is settled
}

// Basis says how a document's publication date is known.
type Basis string

// The ways to know a publication date, the strongest first.
const (
	BasisFlag     Basis = "flag"     // given on the command line
	BasisManifest Basis = "manifest" // the row in sources.csv
	BasisMetadata Basis = "metadata" // front matter, meta elements
	BasisText     Basis = "text"     // a line such as "Last updated: 15.12.2020"
	BasisNone     Basis = "none"
)

// Kind is what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	TableCell
	TableRow // of a table that one column dates: the cells are read together
	Footnote // a note's or reference list's own text, not its mark in the running text
	Code     // fenced or indented code: no events
	Chrome   // navigation, comment forms, "related articles": no events
	FrontMatter
)

// Block is a stretch of a document's text that is read on its own: no date and
// no sentence reaches over its end. Blocks are ordered and do not overlap;
// between them lies white space or mark-up.
type Block struct {
	Start, End int // bytes into Document.Text
	Kind       Kind
	Level      int    // of a heading 1–6, of a list item its nesting from 1; else 0
	Mark       string // of a footnote its number or sign; else ""
	Row, Col   int    // of a table cell, from 1, of a row its number and the column of its date; else 0
}

// Span is a stretch of a document. It is the only carrier of provenance:
// quote, page and line are computed from it.
type Span struct {
	Doc        *Document
	Start, End int // bytes into Doc.Text
}

// Text returns the words of the span as they stand.
func (s Span) Text() string { return s.Doc.Text[s.Start:s.End] }

// Page returns the number, from 1, of the page on which the span begins, and 0
// where the document has no pages.
func (s Span) Page() int {
	n := 0
	for _, p := range s.Doc.Pages {
		if p > s.Start {
			break
		}
		n++
	}
	return n
}

// Line returns the number, from 1, of the line on which the span begins.
func (s Span) Line() int { return 1 + strings.Count(s.Doc.Text[:s.Start], "\n") }

// Quote returns the words of the span on one line: white space folded, invisible
// characters dropped, words that were hyphenated over a line end joined, and cut
// at a rune with " …" where it is longer than limit bytes (0 is no limit).
func (s Span) Quote(limit int) string { return Clean(s.Text(), limit) }

// Clean is the folding that Quote does, for any text.
func Clean(text string, limit int) string {
	var b strings.Builder
	space := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '-' && b.Len() > 0 && !space {
			if j := hyphenated(text, i); j > i {
				i = j
				continue
			}
		}
		i += n
		switch {
		case isSpace(r):
			space = b.Len() > 0
			continue
		case Invisible(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		if limit > 0 && b.Len() > limit {
			return truncate(b.String(), limit) + " …"
		}
	}
	return b.String()
}

// hyphenated returns the offset at which a word goes on that was broken with a
// hyphen at i over a line end, or 0: lower-case letters on both sides.
func hyphenated(text string, i int) int {
	if i == 0 || text[i-1] < 'a' || text[i-1] > 'z' {
		return 0
	}
	j, lines := i+1, 0
	for j < len(text) && (text[j] == ' ' || text[j] == '\n' || text[j] == '\r' || text[j] == '\t') {
		if text[j] == '\n' {
			lines++
		}
		j++
	}
	if lines == 0 || lines > 2 || j == len(text) || text[j] < 'a' || text[j] > 'z' {
		return 0
	}
	return j
}

func truncate(s string, limit int) string {
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return strings.TrimRight(s[:limit], " ")
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// Invisible reports whether a character shows nothing, or acts on a terminal or
// on the direction of text: control characters, zero-width and bidirectional
// marks, variation selectors, tag characters, noncharacters.
func Invisible(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x061C, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return true
	}
	return false
}
