package timeline

import (
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
		regions = append(regions, region(b))
		ms = dates.FindIn(doc.Text, b.Start, b.End, ms)
	}
	assignRoles(doc, ms)
	dates.Resolve(ms, dates.Context{Text: doc.Text, Published: doc.Published, Regions: regions})
	return ms
}

func region(b source.Block) dates.Region {
	r := dates.Region{Start: b.Start, End: b.End}
	switch b.Kind {
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
		case quoted(doc.Text, block, m):
			m.Role = dates.RoleCitation
		case authorYear(doc.Text, block, m):
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
