package source

import (
	_ "embed"
	"strings"
)

//go:embed data/stocktitles.txt
var stockTitlesData string

var stockTitles = dataLines(stockTitlesData)

// isStockTitle reports whether a title in a file's properties is the program's,
// not the author's: "Microsoft Word - Document1", or the name of the file.
func isStockTitle(title string) bool {
	title = strings.ToLower(title)
	for _, s := range stockTitles {
		if rest, ok := strings.CutPrefix(title, s); ok && (rest == "" || strings.ContainsAny(rest[:1], " -:_.")) {
			return true
		}
	}
	return documentExtensions[extension(title)] != ""
}

// titleLimit is how many bytes of a title are kept.
const titleLimit = 200

// firstTitle returns the document's first words if they can be its title – a
// heading, or a short line without a full stop – on one line, or else "". A
// heading further down is that of a section.
func (d *Document) firstTitle() string {
	short := ""
	for _, b := range d.Blocks {
		if d.inJournal(b) {
			continue
		}
		switch b.Kind {
		case Chrome, FrontMatter, Code, TableCell:
			continue
		case Heading:
			if b.Level == 1 || short == "" {
				return d.clean(b)
			}
			return short
		case Paragraph:
			if !d.isTitle(b) {
				return short
			}
			if short == "" {
				short = d.clean(b)
			}
		default:
			return short
		}
	}
	return short
}

func (d *Document) clean(b Block) string { return Clean(d.Text[b.Start:b.End], titleLimit) }

// isTitle reports whether a paragraph is short and no sentence.
func (d *Document) isTitle(b Block) bool {
	return b.End-b.Start <= titleLimit && !endsSentence(d.Text[b.Start:b.End])
}
