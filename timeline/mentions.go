package timeline

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// Mentions returns every date mention of a document, resolved, in order, with
// the role of those that are no event's date.
func Mentions(doc *source.Document) []dates.Mention {
	var ms []dates.Mention
	regions := make([]dates.Region, 0, len(doc.Blocks))
	for _, b := range doc.Blocks {
		if b.Kind == source.Code || b.Kind == source.FrontMatter {
			continue
		}
		regions = append(regions, region(doc, b))
		ms = dates.FindIn(doc.Text, b.Start, b.End, ms)
	}
	assignRoles(doc, ms)
	dates.Resolve(ms, dates.Context{Text: doc.Text, Published: doc.Published, Regions: regions})
	return ms
}

func region(doc *source.Document, b source.Block) dates.Region {
	r := dates.Region{Start: b.Start, End: b.End}
	switch b.Kind {
	case source.Paragraph:
		if b.End-b.Start <= shortBlock && yearLine.MatchString(doc.Text[b.Start:b.End]) {
			r.Heading = lastHeading // "Congressional Record, vol. 168 (2022):" dates the lines below
		}
	case source.Heading:
		r.Heading = max(b.Level, 1)
	case source.ListItem, source.TableCell, source.TableRow:
		r.Item = true
		r.Level, r.Row, r.Col = b.Level, b.Row, b.Col
	case source.Footnote, source.Chrome:
		r.Aside = true
	}
	return r
}

// yearLine is a short line that opens a list with its year.
var yearLine = regexp.MustCompile(`\b(?:1[89]|20)\d\d\)?:\s*$`)

// lastHeading is a level below those of all headings.
const lastHeading = 9

// assignRoles says of the mentions that are no event's date what they are.
func assignRoles(doc *source.Document, ms []dates.Mention) {
	b := 0
	for i := range ms {
		m := &ms[i]
		for b < len(doc.Blocks) && doc.Blocks[b].End <= m.Start {
			b++
		}
		if b == len(doc.Blocks) || m.Role != "" {
			continue
		}
		block := doc.Blocks[b]
		before := strings.ToLower(tail(doc.Text[block.Start:m.Start], 40))
		switch {
		case block.Kind == source.Chrome || saysRole(before, string(dates.RolePage)) || runningHead(doc.Text, block, m):
			m.Role = dates.RolePage
		case block.Kind == source.Footnote:
			m.Role = dates.RoleCitation
		case quoted(doc.Text, block, m) && !m.Plan():
			m.Role = dates.RoleCitation
		case authorYear(doc.Text, block, m), citedCase(doc.Text, block, m), citedAct(doc.Text, block, m):
			m.Role = dates.RoleCitation
		case saysRole(before, string(dates.RolePeriod)):
			m.Role = dates.RolePeriod
		}
	}
}

// runningHead reports whether a date stands in the running head of an issue of a
// gazette: "Federal Register / Vol. 87, No. 152 / Tuesday, August 9, 2022 / Notices".
func runningHead(text string, b source.Block, m *dates.Mention) bool {
	before := strings.ToLower(tail(text[b.Start:m.Start], 80))
	for _, phrase := range dateRoles()["head"] {
		if strings.Contains(before, phrase) {
			return true
		}
	}
	return false
}

// dateRoles are the phrases that give the date behind them a role.
var dateRoles = sync.OnceValue(lexicon.DateRoles)

// saysRole reports whether the words before a date give it a role.
func saysRole(before, role string) bool {
	before = strings.TrimRight(before, " \t\n:：,，([（")
	for _, phrase := range dateRoles()[role] {
		if strings.HasSuffix(before, phrase) {
			return true
		}
	}
	return false
}

// quoted reports whether a date alone stands in quotation marks: words that an
// amendment strikes out or inserts, not a day on which something happened.
func quoted(text string, b source.Block, m *dates.Mention) bool {
	before, _ := utf8.DecodeLastRuneInString(text[b.Start:m.Start])
	after, _ := utf8.DecodeRuneInString(text[m.End:b.End])
	return strings.ContainsRune("\"“‘'", before) && strings.ContainsRune("\"”’'", after)
}

// authorYear reports whether a year stands alone in brackets after a name, or
// after a comma inside brackets that open with one: "(Smith, 2015)", "Smith (2015)".
func authorYear(text string, b source.Block, m *dates.Mention) bool {
	if m.Date.Precision() != dates.PrecisionYear || m.End >= b.End || text[m.End] != ')' || m.Start-b.Start < 3 {
		return false
	}
	before := text[b.Start:m.Start]
	open := strings.LastIndexByte(before, '(')
	if open < 0 {
		return false
	}
	inside := strings.TrimSpace(before[open+1:])
	return strings.HasSuffix(inside, ",") && len(inside) < 60 && inside[0] >= 'A' && inside[0] <= 'Z'
}

// citedCase reports whether a date belongs to the citation of a case: "A v. B
// (no. 58271/10, 13 September 2016)", "A v. B, 27 September 1990".
func citedCase(text string, b source.Block, m *dates.Mention) bool {
	return caseBefore.MatchString(tail(text[b.Start:m.Start], 120))
}

var caseBefore = regexp.MustCompile(`(?:\bv\.? [^.;()]{2,60}|\bnos?\. ?\d+/\d+[^.;()]{0,30}), $`)

// citedAct reports whether a date belongs to the full title of another act that a
// text cites: "Directive 93/42/EEC of 14 June 1993 concerning medical devices".
// The title of an act itself stands in a line of its own.
func citedAct(text string, b source.Block, m *dates.Mention) bool {
	if b.Kind == source.Heading || m.Start-b.Start < 20 {
		return false
	}
	return actBefore.MatchString(tail(text[b.Start:m.Start], 160)) && subjectBehind.MatchString(text[m.End:min(b.End, m.End+24)])
}

var (
	actBefore     = regexp.MustCompile(`\b(?:Regulation|Directive|Decision|Recommendation)\b[^.;]{4,140}\bof $`)
	subjectBehind = regexp.MustCompile(`^,? (?:on|concerning|laying|establishing|amending|supplementing|implementing|setting|relating|providing|as regards)\b`)
)

// tail returns the last n bytes of s, from a rune boundary on.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return s[i:]
}
