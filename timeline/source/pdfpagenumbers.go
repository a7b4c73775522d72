package source

import (
	"slices"
	"strconv"
	"strings"
)

// pageOffset finds what the numbers printed at the edges are ahead of the pages'
// places in the file, from 0.
func pageOffset(rows []edgeRow, pages int) (offset int, ok bool) {
	votes := map[int]map[int]bool{}
	for _, r := range rows {
		for _, n := range edgeNumbers(r.line.text) {
			d := n - r.page
			if votes[d] == nil {
				votes[d] = map[int]bool{}
			}
			votes[d][r.page] = true
		}
	}
	best := 0
	for d, on := range votes {
		if len(on) > best || len(on) == best && d < offset {
			best, offset = len(on), d
		}
	}
	return offset, best >= 3 && best*3 >= pages || best >= 2 && best*2 > pages
}

// edgeNumbers returns the numbers at the head and the end of a line.
func edgeNumbers(s string) []int {
	s = strings.Trim(s, " |-–—·•[]()")
	if n, ok := edgeNumber(s); ok {
		return []int{n}
	}
	var out []int
	fields := strings.FieldsFunc(s, func(r rune) bool { return isSpace(r) || r == '|' })
	if len(fields) > 1 {
		for _, f := range []string{fields[0], fields[len(fields)-1]} {
			if n, ok := edgeNumber(strings.Trim(f, "-–—·•[]()")); ok {
				out = append(out, n)
			}
		}
	}
	return out
}

func edgeNumber(s string) (int, bool) {
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	s, _, _ = strings.Cut(s, "/") // 3/12
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0
}

// carries reports whether the line shows the number of its page and little else;
// numbered tells that the pages of the document are known to show theirs.
func (r *edgeRow) carries(number int, numbered bool) bool {
	if r.foot && r.depth == 0 && strings.Trim(r.line.text, "- –—") == strconv.Itoa(r.page+1) {
		return true
	}
	return numbered && len([]rune(r.line.text)) <= 120 && !endsSentence(strings.TrimRight(r.line.text, "0123456789 ")) && slices.Contains(edgeNumbers(r.line.text), number)
}
