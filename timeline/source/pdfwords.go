package source

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// pdfHyphen is what PDFium makes of a hyphen at a line's end.
const pdfHyphen = 0x2

// pdfWord is a run of characters without white space on one base line, in one size.
type pdfWord struct {
	text   string
	x0, x1 float64
	y      float64 // of the base line, downwards
	size   float64
	bold   bool
	breaks bool // white space stands before it in the content
	spaced bool // which the document wrote
	raised bool // a superscript
	place  int  // in the order of the content
}

// pdfWords cuts the characters of a frame into words.
func pdfWords(glyphs []glyph) []pdfWord {
	var words []pdfWord
	var b strings.Builder
	var w pdfWord
	bold, n := 0, 0
	flush := func() {
		if n > 0 {
			w.text, w.bold, w.place = b.String(), bold*2 > n, len(words)
			words = append(words, w)
		}
		b.Reset()
		bold, n = 0, 0
	}
	for i, g := range glyphs {
		if i == 0 || g.breaks || apart(&glyphs[i-1], &g) {
			flush()
			w = pdfWord{x0: g.x0, x1: g.x1, y: g.y, size: g.size, breaks: g.breaks, spaced: g.spaced}
		}
		b.WriteRune(g.r)
		w.x0, w.x1 = math.Min(w.x0, g.x0), math.Max(w.x1, g.x1)
		if n++; g.bold {
			bold++
		}
	}
	flush()
	settleRaised(words)
	return words
}

// settleRaised finds the words that are raised above, or lowered below, the word
// before or after them in the content, and moves them to its base line.
func settleRaised(words []pdfWord) {
	for i := range words {
		w := &words[i]
		if i > 0 && i+1 < len(words) && isShifted(&words[i-1], w, &words[i+1]) {
			w.y = words[i-1].y
			continue
		}
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(words) || words[k].raised {
				continue
			}
			n := &words[k]
			up := n.y - w.y
			near := math.Max(n.x0-w.x1, w.x0-n.x1) < 0.8*n.size
			if w.size < 0.85*n.size && near && up < 0.7*n.size && up > -0.35*n.size {
				w.raised = up > 0.12*n.size
				w.y = n.y
				break
			}
		}
	}
}

// isShifted reports whether a word stands a little off the base line of its two
// neighbours, and touches both: the E of TeX.
func isShifted(before, w, after *pdfWord) bool {
	touch := 0.3 * w.size
	return before.y == after.y && math.Abs(w.y-before.y) < 0.4*before.size && w.size >= 0.85*before.size &&
		math.Abs(w.x0-before.x1) < touch && math.Abs(after.x0-w.x1) < touch
}

// apart reports whether two characters that follow each other in the content are
// of two words: they stand apart, on other base lines, or differ in size.
func apart(a, b *glyph) bool {
	size := math.Max(a.size, b.size)
	switch {
	case math.Abs(a.y-b.y) > 0.12*size, math.Abs(a.size-b.size) > 0.12*size:
		return true
	}
	return b.x0-a.x1 > 0.3*size || b.x0 < a.x0-0.3*size
}

// pdfLine is words on one base line, from left to right.
type pdfLine struct {
	words    []pdfWord
	x0, x1   float64
	y        float64
	size     float64 // of most of its characters
	bold     bool
	text     string
	page     int  // from 0
	bulleted bool // a dot is drawn before it
}

// pdfLines puts words on base lines together, from the top downwards.
func pdfLines(words []pdfWord) []pdfLine {
	sorted := slices.Clone(words)
	slices.SortStableFunc(sorted, func(a, b pdfWord) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x0, b.x0)) })
	var lines []pdfLine
	for _, w := range sorted {
		if n := len(lines) - 1; n >= 0 && w.y-lines[n].y <= 0.3*math.Min(w.size, lines[n].size) {
			lines[n].words = append(lines[n].words, w)
			continue
		}
		lines = append(lines, pdfLine{words: []pdfWord{w}, y: w.y, size: w.size})
	}
	for i := range lines {
		lines[i].settle()
	}
	slices.SortStableFunc(lines, func(a, b pdfLine) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x0, b.x0)) })
	return lines
}

// typicalSize is the size that most of the text is set in.
func typicalSize(words []pdfWord) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, w := range words {
		s := math.Round(w.size*4) / 4
		count[s] += len(w.text)
		if c, b := count[s], count[best]; best == 0 || c > b || c == b && s > best {
			best = s
		}
	}
	return best
}

// settle orders the words of a line and derives its text and measures.
func (l *pdfLine) settle() {
	slices.SortStableFunc(l.words, func(a, b pdfWord) int { return cmp.Compare(a.x0, b.x0) })
	l.words = dropOverprint(l.words)
	l.x0, l.x1 = l.words[0].x0, l.words[0].x1
	sizes, bold, all := map[float64]int{}, 0, 0
	for _, w := range l.words {
		l.x0, l.x1 = math.Min(l.x0, w.x0), math.Max(l.x1, w.x1)
		sizes[w.size] += len(w.text)
		if all += len(w.text); w.bold {
			bold += len(w.text)
		}
	}
	best := 0
	for _, w := range l.words {
		if n := sizes[w.size]; n > best {
			best, l.size, l.y = n, w.size, w.y
		}
	}
	l.bold = bold*10 > all*8
	l.text = lineText(l.words)
}

// dropOverprint drops words that are printed twice on one place to look bold.
func dropOverprint(words []pdfWord) []pdfWord {
	out := words[:1]
	for _, w := range words[1:] {
		p := &out[len(out)-1]
		if w.text == p.text && math.Abs(w.x0-p.x0) < 0.15*w.size && math.Abs(w.y-p.y) < 0.15*w.size {
			p.bold = true
			continue
		}
		out = append(out, w)
	}
	return out
}

// lineText writes the words of a line with the spaces between them.
func lineText(words []pdfWord) string {
	var b strings.Builder
	tight := setTight(words)
	for i := range words {
		if i > 0 && (spaceBetween(&words[i-1], &words[i], tight) || i == 1 && words[1].breaks && isMarker(words[0].text)) {
			b.WriteByte(' ')
		}
		if words[i].raised {
			b.WriteString(superscript(words[i].text))
		} else {
			b.WriteString(words[i].text)
		}
	}
	return b.String()
}

// setTight reports whether the ideographs of a line touch each other for the most
// part, so that a gap among them is a space and not from the setting of the line.
func setTight(words []pdfWord) bool {
	ideographs, gaps := 0, 0
	for i := range words {
		for _, r := range words[i].text {
			if isWide(r) {
				ideographs++
			}
		}
		if i > 0 && isWide(lastRune(words[i-1].text)) && isWide(firstRune(words[i].text)) {
			gaps++
		}
	}
	return ideographs >= 4*(gaps+1)
}

// isMarker reports whether a word is the marker of a list item.
func isMarker(s string) bool {
	_, ok := readMarker(s + " x")
	return ok
}

// spaceBetween reports whether a space belongs between two words of a line.
// Ideographs have none but where the document wrote one or the gap is as wide; in
// a line that is set tight a smaller gap is one too.
func spaceBetween(a, b *pdfWord, tight bool) bool {
	gap := b.x0 - a.x1
	size := math.Max(a.size, b.size)
	last, first := lastRune(a.text), firstRune(b.text)
	switch {
	case b.raised:
		return gap > 0.35*size
	case isWide(last) && isWide(first):
		return gap > 0.8*size || (b.spaced || tight) && gap > 0.2*size
	case isWide(last) || isWide(first):
		return gap > 0.45*size || b.spaced && gap > 0.1*size
	case a.raised:
		return b.breaks || gap > 0.15*size
	}
	return b.breaks && gap > 0.06*size || gap > 0.2*size
}

// superscript writes raised figures as such, so that the mark of a note is no
// part of the number before it; ordinal endings and signs stay as they are.
func superscript(s string) string {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 || strings.IndexFunc(s, unicode.IsLetter) >= 0 {
		return s
	}
	marks := []rune(superscriptNumbers)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return marks[r-'0']
		}
		return r
	}, s)
}
