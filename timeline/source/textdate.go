package source

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"regtimeline/dates"
)

//go:embed data/published.txt
var publishedData string

// label is the words before a date that make it a publication date.
type label struct {
	confidence float64
	head       bool // only at the head of a document
}

// publishedWords are the words of data/published.txt.
var publishedWords = dataLines(publishedData)

// publishedLabels are the same with what they are worth.
var publishedLabels = func() map[string]label {
	labels, now := map[string]label{}, label{}
	for _, s := range dataLines(publishedData) {
		switch s {
		case "== published":
			now = label{confidence: likely}
		case "== updated":
			now = label{confidence: fair}
		case "== head":
			now = label{confidence: fair, head: true}
		default:
			labels[strings.ReplaceAll(s, " ", "")] = now
		}
	}
	return labels
}()

const (
	datedLine  = 120 // bytes up to which a line may say when the page was published: longer ones are prose
	shortRest  = 24  // bytes that may follow a date after a label: a time
	headBlocks = 14  // blocks at the head of a document that may hold its date
	tailBlocks = 3   // and at its end
)

// datedText looks in the text for what says when it was published: a line such as
// "Last updated: 15.12.2020", a date under the title, the head of a news report, a
// signature. A day that can be read in two ways is left alone.
func (d *Document) datedText() {
	head, prose := 0, false
	for i, b := range d.Blocks {
		if b.Kind == Code || b.Kind == FrontMatter || b.Kind == Footnote || b.Kind == ListItem && d.chronicle(i) {
			continue
		}
		if b.Kind != Chrome {
			head++
		}
		text := d.Text[b.Start:b.End]
		atHead := head <= headBlocks && !prose
		if len(text) <= datedLine {
			d.datedLine(text, head <= headBlocks, atHead && b.Kind != TableCell && b.Kind != TableRow && b.Kind != Chrome)
		} else if atHead && b.Kind == Paragraph {
			d.dateline(text)
		}
		prose = prose || b.Kind == Paragraph && (len(text) > 2*datedLine || endsSentence(text))
	}
	d.signed()
}

// chronicle reports whether block i is one of a list of which another item has a
// date that is not the page's: then "Published: 12 May 2021" is what became of
// something, and says nothing of the page.
func (d *Document) chronicle(i int) bool {
	if text := d.Text[d.Blocks[i].Start:d.Blocks[i].End]; !hasDigit(text) || !beginsWithLabel(text) {
		return false
	}
	from, to := i, i+1
	for from > 0 && d.Blocks[from-1].Kind == ListItem {
		from--
	}
	for to < len(d.Blocks) && d.Blocks[to].Kind == ListItem {
		to++
	}
	return slices.ContainsFunc(d.Blocks[from:to], func(b Block) bool {
		text := d.Text[b.Start:b.End]
		return hasDigit(text) && !beginsWithLabel(text) && len(dates.Find(text)) > 0
	})
}

// datedLine reads a short line: head says that it stands at the head of the
// document, alone that it stands there before any prose.
func (d *Document) datedLine(line string, head, alone bool) {
	if !hasDigit(line) || !head && !beginsWithLabel(line) {
		return
	}
	ms := dates.Find(line)
	if len(ms) == 0 || ms[0].Doubt != "" {
		return
	}
	m := ms[0]
	before := strings.ToLower(strings.Trim(Clean(line[:m.Start], 0), " *_+#>:：-–—|"))
	day := m.Date.Precision() == dates.PrecisionDay
	after := strings.Trim(line[m.End:], " .*_)|")
	l, ok := publishedLabels[strings.ReplaceAll(before, " ", "")]
	switch {
	case ok && before != "" && day && (!l.head || head && len(after) <= shortRest) && (after == "" || !endsSentence(line)):
		d.suggest(m.Date, BasisText, l.confidence, quoted(line))
	case head && day && len(ms) == 1 && byline.MatchString(line) && after == "":
		d.suggest(m.Date, BasisText, fair, quoted(line))
	case !alone:
	case day && before == "" && len(ms) == 1 && afterDate.MatchString(line[m.End:]):
		d.suggest(m.Date, BasisText, fair, quoted(line))
	case day && after == "" && town.MatchString(line[:m.Start]), m.Date.Precision() <= dates.PrecisionMonth && before == "" && line[0] != '(' && isDateAlone(line):
		d.suggest(m.Date, BasisText, fair, fmt.Sprintf("the line %s at the head", quoted(line)))
	}
}

// beginsWithLabel reports whether a line begins with one of the words that make a
// date behind them one of publication: lines that don't need not be read for dates.
func beginsWithLabel(line string) bool {
	begin := strings.ToLower(strings.TrimLeft(line[:min(len(line), 48)], " *_+#>|\t-–—"))
	for _, l := range publishedWords {
		if strings.HasPrefix(begin, l) {
			return true
		}
	}
	return false
}

func quoted(line string) string { return "“" + Clean(line, 60) + "”" }

var (
	// afterDate is what may follow a date in the line under a headline.
	afterDate = regexp.MustCompile(`^[\d:：时分\sT]*(?:[A-Z]{2,4})?\s*[|·•–—-]?\s*(?:来源|來源|稿源|作者|记者|字号|source\b|by\b)`)
	// byline is how a line begins that names the author or the origin of a text.
	byline = regexp.MustCompile(`^(?i:\W*(?:by|source|from)\b|\W*(?:来源|來源|作者|文))`)
	// afterPlace is what parts the head of a news report from its text: "GENEVA,
	// 3 May 2021 (Reuters) – The …".
	afterPlace = regexp.MustCompile(`^\s*(?:\([^)]{2,40}\)\s*)?(?:[–—]|--|-\s)`)
	// town is a place alone before a date; two words may be an office: "Administrative
	// Court, 21 August 2019" is not when the note on it was published.
	town  = regexp.MustCompile(`^(?:(?:New|Hong|Los|San|The|St|Mexico|Kuala|Addis|Buenos) )?\p{Lu}\p{Ll}+(?:,? D\.?C\.?)?,\s*$`)
	place = regexp.MustCompile(`^[\p{Lu}][\p{L}.,' \-/]{2,40}[,(]\s*$`)
)

// dateline reads the head of a news report.
func (d *Document) dateline(text string) {
	head := text[:min(len(text), datedLine)]
	for !strings.HasSuffix(head, " ") && len(head) > 0 && len(head) < len(text) {
		head = head[:len(head)-1]
	}
	ms := dates.Find(head)
	if len(ms) == 0 || ms[0].Date.Precision() != dates.PrecisionDay || ms[0].Doubt != "" {
		return
	}
	if m := ms[0]; place.MatchString(head[:m.Start]) && afterPlace.MatchString(head[m.End:]) {
		d.suggest(m.Date, BasisText, likely, quoted(head[:m.End]))
	}
}

// signed reads the date under the name of the office that issued a document, as
// Chinese notices have it at their end.
func (d *Document) signed() {
	var tail []Block
	for _, b := range slices.Backward(d.Blocks) {
		if b.Kind == Chrome || b.Kind == Footnote {
			continue
		}
		if tail = append(tail, b); len(tail) > tailBlocks {
			break
		}
	}
	for i, b := range tail {
		text := d.Text[b.Start:b.End]
		if i+1 == len(tail) || b.Kind != Paragraph && b.Kind != Heading || !isDateAlone(text) {
			continue
		}
		above := d.Text[tail[i+1].Start:tail[i+1].End]
		m := dates.Find(text)[0]
		if m.Date.Precision() == dates.PrecisionDay && m.Doubt == "" && isHan(firstRune(above)) && len(above) <= datedLine && !endsSentence(above) {
			d.suggest(m.Date, BasisText, fair, fmt.Sprintf("the date %s under the signature", quoted(text)))
		}
		return
	}
}
