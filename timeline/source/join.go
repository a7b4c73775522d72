package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
)

// textBlock is a run of lines that belong together.
type textBlock struct {
	start, end  int
	first, last int // lines
	kind        Kind
	level       int
	mark        string
}

// join puts the lines together into blocks.
func (p *page) join() []textBlock {
	var blocks []textBlock
	for i := range p.lines {
		l := &p.lines[i]
		if n := len(blocks) - 1; n >= 0 && p.continues(&blocks[n], i) {
			blocks[n].end, blocks[n].last = l.end, i
			continue
		}
		blocks = append(blocks, textBlock{start: l.body, end: l.end, first: i, last: i, kind: l.kind, level: l.level, mark: l.mark})
	}
	return p.orphanNotes(blocks)
}

// continues reports whether line i goes on with the block before it.
func (p *page) continues(b *textBlock, i int) bool {
	l, prev := &p.lines[i], &p.lines[i-1]
	switch {
	case b.kind == TableRow:
		return l.kind == TableRow && !l.starts
	case l.starts || l.kind != Paragraph || b.kind == Chrome:
		return false
	case b.kind == Footnote:
		return p.noteContinues(i)
	case l.blanks > p.reach(i):
		return false
	case brokenWord(p.str(prev), p.str(l)), brokenDate(p.str(prev), p.str(l)):
		return true
	case p.changesCase(b, i), p.headsList(b, i), p.standsOut(i):
		return false
	case b.kind == ListItem && l.blanks == 0 && l.indent > p.lines[b.first].indent && p.layout.style != doubleSpaced:
		return true
	}
	switch p.layout.style {
	case paragraphLines:
		return runsOn(p.str(prev), p.str(l))
	case doubleSpaced:
		return p.joinsDouble(b, i)
	}
	return p.joinsWrapped(b, i)
}

// changesCase reports whether line i begins or ends a heading in capitals.
func (p *page) changesCase(b *textBlock, i int) bool {
	before, now := isCaps(p.str(&p.lines[i-1])), isCaps(p.str(&p.lines[i]))
	switch {
	case now && !before:
		return endsSentence(p.str(&p.lines[i-1])) || !p.full(i-1)
	case before && !now:
		return isCaps(p.text[b.start:min(b.end, b.start+300)]) && !p.full(i-1)
	}
	return false
}

// headsList reports whether line i, behind a list item that ends without a full
// stop, is not the rest of that but the heading of the list that follows.
func (p *page) headsList(b *textBlock, i int) bool {
	return b.kind == ListItem && i+1 < len(p.lines) && p.lines[i+1].kind == ListItem && isTitleCase(p.str(&p.lines[i]))
}

// standsOut reports whether line i is a heading that follows the end of a
// sentence: short, in title case, and no sentence runs on behind it.
func (p *page) standsOut(i int) bool {
	l := &p.lines[i]
	return i+1 < len(p.lines) && l.width*10 < p.localWidth(i)*7 && endsStatement(p.str(&p.lines[i-1])) &&
		isTitleCase(p.str(l)) && !startsLower(p.str(&p.lines[i+1])) && !p.lines[i+1].starts
}

// endsStatement reports whether a text ends a sentence, and not with a colon or a
// semicolon.
func endsStatement(s string) bool {
	return endsSentence(s) && !strings.ContainsRune(":：;；", lastRune(s))
}

// reach is how many blank lines a paragraph may run over before line i.
func (p *page) reach(i int) int {
	l := &p.lines[i]
	lower := startsLower(p.str(l)) && !endsSentence(p.str(&p.lines[i-1]))
	switch {
	case p.layout.style == doubleSpaced && lower:
		return 3
	case p.layout.style == doubleSpaced:
		return 1
	case lower && l.formFeed:
		return 3
	}
	return 0
}

// runsOn reports whether a sentence is plainly not at its end with line a.
func runsOn(a, b string) bool {
	switch lastRune(a) {
	case ',', '，', '、', '(', '（', '“', '《':
		return true
	}
	return !endsSentence(a) && startsLower(b)
}

func (p *page) joinsWrapped(b *textBlock, i int) bool {
	l, prev := &p.lines[i], &p.lines[i-1]
	a, s := p.str(prev), p.str(l)
	switch {
	case runsOn(a, s) || startsLower(s) && !endsFirmly(a):
		return true
	case endsSentence(a):
		return l.indent < prev.indent+2 && p.full(i-1)
	case p.layout.width > 30 && p.full(i-1):
		return true
	}
	return openSentence(p.text[b.start:b.end], s, b.first == b.last)
}

func (p *page) joinsDouble(b *textBlock, i int) bool {
	l, prev := &p.lines[i], &p.lines[i-1]
	a, s := p.str(prev), p.str(l)
	switch {
	case runsOn(a, s) || startsLower(s) && !endsFirmly(a):
		return true
	case l.blanks == 0 && !l.newPage: // where all else is spaced, a line that is not belongs to the one before
		return true
	case p.full(i - 1):
		return true
	}
	return !endsSentence(a) && prev.width*100 >= p.localWidth(i)*65 && openSentence(p.text[b.start:b.end], s, b.first == b.last)
}

// endsFirmly reports whether a text ends with a mark that is in no abbreviation.
func endsFirmly(s string) bool {
	if !endsSentence(s) {
		return false
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return isSpace(r) || isCloser(r) || unicode.IsDigit(r) })
	return lastRune(s) != '.'
}

// brokenWord reports whether a word is hyphenated over the end of line a.
func brokenWord(a, b string) bool {
	last := lastRune(a)
	if last != '-' && last != '\u2010' && last != '\u00AD' {
		return false
	}
	before := lastRune(a[:len(a)-utf8.RuneLen(last)])
	return unicode.IsLetter(before) && unicode.IsLower(firstRune(b))
}

// brokenDate reports whether the line end stands inside a date.
func brokenDate(a, b string) bool {
	last, first := lastRune(a), firstRune(b)
	switch last {
	case '年', '月':
		return unicode.IsDigit(first)
	}
	return unicode.IsDigit(last) && (first == '年' || first == '月' || first == '日') ||
		unicode.IsLetter(last) && unicode.IsDigit(first) && dayOver(a, b)
}

// dayOver reports whether a day of a month stands in the end of line a and the start of
// line b: "the 31st day of October / 2019, and". Where a new statement follows, b is an
// entry of a chronology that its year heads.
func dayOver(a, b string) bool {
	for a = a[max(0, len(a)-dateLength):]; a != "" && !utf8.RuneStart(a[0]); {
		a = a[1:]
	}
	digits := len(b) - len(strings.TrimLeft(b, "0123456789"))
	if digits > 2 {
		rest := strings.TrimLeft(b[digits:], " ")
		if rest != "" && !startsLower(rest) && !strings.ContainsRune(",.;)", firstRune(rest)) {
			return false
		}
	}
	for _, m := range dates.Find(a + " " + b[:min(len(b), dateLength)]) {
		whole := m.Start == 0 && m.End == len(a)+1+len(b) // "December / 1921", a heading
		if m.Start < len(a) && m.End > len(a) && (m.Date.Precision() == dates.PrecisionDay || whole) {
			return true
		}
	}
	return false
}

// dateLength is how many bytes either side of a line end a date may reach.
const dateLength = 40

// openSentence reports whether the text of a block ends amid a sentence: after
// its last full stop come some words that are not written like a title. One line
// alone that is followed by a new sentence is taken for a heading.
func openSentence(text, next string, single bool) bool {
	const window = 400
	if len(text) > window {
		text = text[len(text)-window:]
	}
	ended := strings.LastIndexAny(text, ".!?。！？")
	if single && ended < 0 && isStarter(firstWord(next)) {
		return false
	}
	words, lower := 0, 0
	for _, w := range strings.Fields(text[ended+1:]) {
		r := firstRune(w)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		words++
		if unicode.IsLower(r) {
			lower++
		}
	}
	if ended >= 0 && words > 0 {
		return true // a sentence has begun behind the end of another
	}
	return words >= 4 && lower*2 >= words
}

func firstWord(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' }); end >= 0 {
		return s[:end]
	}
	return s
}

// isCaps reports whether a line is set in capitals: four letters or more.
func isCaps(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 4
}
