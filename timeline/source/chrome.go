package source

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed data/chrome.txt
var chromeData string

// furniture is the phrases of page furniture, in lower case, with # for a number.
type furniture struct {
	exact          map[string]bool
	prefixes       []string
	openers        map[string]bool // of a comment section: what follows is no document
	openerPrefixes []string
	related        map[string]bool // of a list of links
}

// chromePhrases reads chrome.txt once.
var chromePhrases = sync.OnceValue(func() furniture {
	f := furniture{exact: map[string]bool{}, openers: map[string]bool{}, related: map[string]bool{}}
	section := ""
	for _, line := range dataLines(chromeData) {
		switch {
		case strings.HasPrefix(line, "== "):
			section = strings.TrimPrefix(line, "== ")
		case strings.HasSuffix(line, "*"):
			prefix := strings.TrimSuffix(line, "*")
			f.prefixes = append(f.prefixes, prefix)
			if section == "comments" && strings.HasPrefix(prefix, "#") {
				f.openerPrefixes = append(f.openerPrefixes, prefix)
			}
		default:
			f.exact[line] = true
			f.openers[line] = section == "comments"
			f.related[line] = section == "related"
		}
	}
	return f
})

// chromeLimit is the length in bytes up to which a line may be page furniture.
const chromeLimit = 300

// isChrome reports whether a line, or a whole block, is a phrase of page
// furniture: navigation, a comment form, a page number.
func isChrome(s string) bool {
	if len(s) > chromeLimit {
		return false
	}
	key := chromeKey(s)
	f := chromePhrases()
	if f.exact[key] {
		return true
	}
	for _, p := range f.prefixes {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	return false
}

// chromeKey folds a line for comparison: lower case, # for each number, single
// spaces, no list marker and no punctuation at the ends.
func chromeKey(s string) string {
	if m, ok := readMarker(s); ok {
		s = s[m.length:]
	}
	s = strings.ToLower(Clean(s, 0))
	s = strings.Trim(s, " \t:：|»›>→←«‹·•*#_-–—[]")
	var b strings.Builder
	digits := false
	for _, r := range s {
		if unicode.IsDigit(r) || digits && r == ',' {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		if r == '’' {
			r = '\''
		}
		b.WriteRune(r)
	}
	return b.String()
}

// markChrome finds the lines that are no part of the text.
func (p *page) markChrome() {
	repeated := p.runningHeads()
	for i := range p.lines {
		l := &p.lines[i]
		s := p.str(l)
		if isChrome(s) || p.isPageNumber(i) || hasDotLeader(s) || repeated[headKey(s)] && l.width <= 80 || p.isPageEdge(i) {
			l.kind, l.starts = Chrome, true
		}
	}
	p.markMenus()
}

// isPageNumber reports whether a line is a number of at most three digits that
// stands apart. Four may be a year, which heads what follows.
func (p *page) isPageNumber(i int) bool {
	s := strings.Trim(p.str(&p.lines[i]), " -–—|")
	if len(s) == 0 || len(s) > 3 || strings.Trim(s, "0123456789") != "" {
		return false
	}
	return i == 0 || i == len(p.lines)-1 || p.lines[i].blanks > 0 || p.lines[i].newPage || p.lines[i+1].newPage
}

// hasDotLeader knows the lines of a table of contents.
func hasDotLeader(s string) bool {
	t := strings.TrimRight(s, "0123456789 ")
	return len(t) < len(s) && (strings.HasSuffix(t, ".....") || strings.HasSuffix(t, ". . . .") || strings.HasSuffix(t, "………"))
}

// isPageEdge reports whether a short line at a page's edge has a page number
// glued to it, as extractors leave "12The Report" and "The Report13".
func (p *page) isPageEdge(i int) bool {
	l := &p.lines[i]
	if l.width > 80 || !l.newPage && l.blanks < p.wideGap() {
		return false
	}
	s := p.str(l)
	head := strings.TrimLeft(s, "0123456789")
	tail := strings.TrimRight(s, "0123456789")
	switch {
	case endsSentence(s):
		return false
	case len(head) < len(s) && len(s)-len(head) <= 3:
		return unicode.IsUpper(firstRune(head))
	case len(tail) < len(s) && len(s)-len(tail) <= 3:
		return unicode.IsLower(lastRune(tail)) && (i+1 == len(p.lines) || startsLower(p.str(&p.lines[i+1])) || l.formFeed || l.blanks >= p.wideGap())
	case l.formFeed:
		return strings.Contains(chromeKey(s), "# / #")
	}
	return false
}

// wideGap is how many blank lines divide pages rather than paragraphs.
func (p *page) wideGap() int {
	if p.layout.style == doubleSpaced {
		return 3
	}
	return 4
}

// runningHeads returns the short lines, without their numbers, that come back at
// the edges of pages three times or more.
func (p *page) runningHeads() map[string]bool {
	count, edges := map[string]int{}, map[string]int{}
	for i := range p.lines {
		l := &p.lines[i]
		if l.width > 80 || l.width < 3 || endsSentence(p.str(l)) {
			continue
		}
		key := headKey(p.str(l))
		count[key]++
		if i == 0 || l.formFeed || l.blanks >= p.wideGap() || i+1 < len(p.lines) && (p.lines[i+1].formFeed || p.lines[i+1].blanks >= p.wideGap()) {
			edges[key]++
		}
	}
	heads := map[string]bool{}
	for key, n := range edges {
		if n >= 3 && n*2 >= count[key] && key != "" {
			heads[key] = true
		}
	}
	return heads
}

func headKey(s string) string { return strings.Trim(s, "0123456789 |-–—") }

// markMenus takes the short lines amid the entries of a menu for entries too.
func (p *page) markMenus() {
	for i := 1; i+1 < len(p.lines); i++ {
		l := &p.lines[i]
		if l.kind == Paragraph && l.width <= 24 && l.blanks == 0 && p.lines[i+1].blanks == 0 &&
			p.lines[i-1].kind == Chrome && p.lines[i+1].kind == Chrome && !endsSentence(p.str(l)) && !hasDigit(p.str(l)) {
			l.kind, l.starts = Chrome, true
		}
	}
}

func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }
