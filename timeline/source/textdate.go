package source

import (
	_ "embed"
	"strings"

	"regtimeline/dates"
)

//go:embed data/published.txt
var publishedData string

// publishedLabels are the words of data/published.txt, by rank.
var publishedLabels = func() map[string]int {
	ranks := map[string]int{}
	for i, s := range dataLines(publishedData) {
		ranks[strings.ReplaceAll(s, " ", "")] = i
	}
	return ranks
}()

// datedLine is the length, in bytes, up to which a line may say when the page
// was published: longer ones are prose.
const datedLine = 120

// headBlocks is how many blocks at the head of a document may hold its date.
const headBlocks = 12

// dateline returns the day, or the month, that stands alone among the title and
// the author at the head of a document.
func (d *Document) dateline() (dates.Date, Block) {
	seen := 0
	for _, b := range d.Blocks {
		if b.Kind == Chrome || b.Kind == FrontMatter {
			continue
		}
		text := d.Text[b.Start:b.End]
		prose := b.Kind == Paragraph && (len(text) > 2*titleLimit || endsSentence(text))
		if seen++; seen > headBlocks || prose || b.Kind != Paragraph && b.Kind != Heading {
			break
		}
		if !isDateAlone(text) {
			continue
		}
		if m := dates.Find(text)[0]; m.Doubt == "" && m.Date.Precision() <= dates.PrecisionMonth {
			return m.Date, b
		}
	}
	return dates.Date{}, Block{}
}

// datedText takes the day of publication from a line that says nothing else, such
// as "Last updated: 15.12.2020", where nothing surer is known. A day that can be
// read in two ways is left alone: a wrong date is worse than none.
func (d *Document) datedText() {
	if !d.Published.IsZero() {
		return
	}
	best := len(publishedLabels)
	for _, b := range d.Blocks {
		if b.End-b.Start > datedLine || b.Kind == Code || b.Kind == FrontMatter || b.Kind == Footnote {
			continue
		}
		line := d.Text[b.Start:b.End]
		ms := dates.Find(line)
		if len(ms) == 0 || ms[0].Date.Precision() != dates.PrecisionDay || ms[0].Doubt != "" {
			continue
		}
		label := strings.ToLower(strings.Trim(Clean(line[:ms[0].Start], 0), " *_:：-–—|"))
		if rank, ok := publishedLabels[strings.ReplaceAll(label, " ", "")]; ok && rank < best {
			best, d.Published, d.PublishedBasis = rank, ms[0].Date, BasisText
		}
	}
	if d.Published.IsZero() {
		if date, _ := d.dateline(); !date.IsZero() {
			d.Published, d.PublishedBasis = date, BasisText
		}
	}
}
