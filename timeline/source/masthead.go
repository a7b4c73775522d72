package source

import "strings"

// mastheadLines is how many lines a title, the author and a date may take.
const mastheadLines = 6

// markMasthead parts the lines at the head of a text that ends in a line with
// nothing but a date: title, author and date are no paragraph.
func (p *page) markMasthead() {
	for i := 1; i < len(p.lines) && i < mastheadLines; i++ {
		l, above, s := &p.lines[i], p.str(&p.lines[i-1]), p.str(&p.lines[i])
		switch {
		case l.kind != Paragraph || l.blanks > 1 || startsLower(s) || endsSentence(above) || p.lines[i-1].width > 100 || runsOn(above, s) || brokenDate(above, s):
			return
		case l.width <= 40 && !strings.HasSuffix(s, ".") && isDateAlone(s):
			for k := 1; k <= i; k++ {
				p.lines[k].starts = true
			}
			if i+1 < len(p.lines) {
				p.lines[i+1].starts = true
			}
			return
		}
	}
}
