package export

import (
	"unicode"

	"golang.org/x/text/width"
)

const (
	lineHeight = 15 // points
	maxLines   = 12 // that a row shows; a cell with more is read in the formula bar
)

// rowHeight returns the points that a row needs to show its wrapped cells, and
// 0 where one line is enough. LibreOffice and others do not reckon it when they
// open a file.
func rowHeight(values []any, cols []sheetColumn) float64 {
	most := 1
	for i, v := range values {
		if l, ok := v.(linked); ok {
			v = l.value
		}
		if s, ok := shownText(v); ok && cols[i].use&wrapped != 0 {
			most = max(most, lineCount(s, int(cols[i].width)-1))
		}
	}
	if most == 1 {
		return 0
	}
	return lineHeight * float64(most)
}

// lineCount returns how many lines text fills at a width in characters, maxLines
// at most. Chinese, Japanese and Korean characters take two and break anywhere.
func lineCount(s string, room int) int {
	count, used, word := 1, 0, 0 // word: the width of what may not be broken
	for _, r := range s {
		w := 1
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			w = 2
		}
		switch {
		case r == '\n':
			count, used, word = count+1, 0, 0
			continue
		case unicode.IsSpace(r) || w == 2:
			word = 0
		default:
			word += w
		}
		if used += w; used > room && !unicode.IsSpace(r) {
			count++
			used = max(w, word)
			if used > room { // a word longer than the line is broken
				used, word = w, w
			}
		}
		if count >= maxLines {
			return maxLines
		}
	}
	return count
}
