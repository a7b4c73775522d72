package source

import (
	_ "embed"
	"strings"

	"regtimeline/dates"
)

//go:embed data/journals.txt
var journalData string

var journalNames = dataLines(journalData)

// findJournal looks in the head of a document for the line that says in which number
// of an official journal it was published: "14.1.2020 EN Official Journal of the
// European Union L 9/1".
func (d *Document) findJournal() {
	for i, b := range d.Blocks {
		if i == headBlocks {
			return
		}
		line := d.Text[b.Start:b.End]
		if b.Kind == Code || b.Kind == FrontMatter || b.Kind == Footnote || len(line) > datedLine || endsSentence(line) || !namesJournal(line) {
			continue
		}
		ms := dates.Find(line)
		if len(ms) == 1 && ms[0].Date.Precision() == dates.PrecisionDay && ms[0].Doubt == "" {
			d.Journal, d.JournalDate = Span{d, b.Start + ms[0].Start, b.Start + ms[0].End}, ms[0].Date
			d.suggest(ms[0].Date, BasisText, likely, quoted(line))
			return
		}
	}
}

// namesJournal reports whether a line holds the name of an official journal.
func namesJournal(line string) bool {
	line = strings.ToLower(line)
	for _, name := range journalNames {
		if strings.Contains(line, name) {
			return true
		}
	}
	return false
}

// inJournal reports whether a block is the line that findJournal found.
func (d *Document) inJournal(b Block) bool {
	return d.Journal.Doc != nil && d.Journal.Start >= b.Start && d.Journal.End <= b.End
}
