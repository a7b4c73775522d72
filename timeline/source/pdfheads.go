package source

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// edgeRows is how many lines at the head and at the foot of a page may be running
// heads, page numbers and the like.
const edgeRows = 4

// edgeRow is a line near the edge of a page.
type edgeRow struct {
	page  int
	foot  bool
	depth int // lines between it and the edge
	line  pdfLine
	apart float64 // how far the next line towards the middle is, in sizes
	key   string  // its text, with # for numbers
}

// runningHeads removes what stands at the edges of pages and is not of the text –
// heads, feet, page numbers – and returns those of the first page that had any.
func runningHeads(sheets []pdfSheet, body float64) []pdfLine {
	rows := edges(sheets)
	offset, numbered := pageOffset(rows, len(sheets))
	groups := map[string][]int{}
	for i, r := range rows {
		groups[r.group()] = append(groups[r.group()], i)
	}
	isHead := make([]bool, len(rows))
	for i := range rows {
		isHead[i] = rows[i].isHead(rows, groups[rows[i].group()], len(sheets), body) || rows[i].carries(rows[i].page+offset, numbered) || rows[i].isPrinted(sheets)
	}
	outermost(rows, isHead)
	var kept []pdfLine
	for i, r := range rows {
		if !isHead[i] {
			continue
		}
		sheets[r.page].drop(r.line)
		if len(kept) == 0 || kept[0].page == r.page {
			kept = append(kept, r.line)
		}
	}
	return kept
}

func (r *edgeRow) group() string { return strconv.FormatBool(r.foot) + r.key }

// edges returns the lines near the edges of all pages, page by page, the outer
// ones first.
func edges(sheets []pdfSheet) []edgeRow {
	var rows []edgeRow
	for p := range sheets {
		lines := pdfLines(sheets[p].words)
		n := len(lines)
		for k := range min(edgeRows, n) {
			for _, foot := range []bool{false, true} {
				i := k
				if foot {
					i = n - 1 - k
				}
				if !foot && i >= (n+1)/2 && n > 1 || foot && i < (n+1)/2 {
					continue
				}
				lines[i].page = p
				rows = append(rows, edgeRow{page: p, foot: foot, depth: k, line: lines[i], key: edgeKey(lines[i].text), apart: apartFrom(lines, i, foot)})
			}
		}
	}
	return rows
}

// apartFrom returns how far line i is from the next one towards the middle of the
// page, in sizes.
func apartFrom(lines []pdfLine, i int, foot bool) float64 {
	if foot {
		return step(lines, i)
	}
	if i+1 == len(lines) {
		return math.Inf(1)
	}
	return (lines[i+1].y - lines[i].y) / math.Max(lines[i].size, 1)
}

// edgeKey is a line without its numbers, by which it is found on other pages.
func edgeKey(s string) string {
	if roman(strings.ToUpper(strings.Trim(s, " -–—"))) > 0 {
		return "#"
	}
	var b strings.Builder
	digits := false
	for _, r := range strings.ToLower(Clean(s, 0)) {
		if unicode.IsDigit(r) {
			if !digits {
				b.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		if r != ' ' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isHead reports whether a line comes back on enough pages at about one height.
func (r *edgeRow) isHead(rows []edgeRow, group []int, pages int, body float64) bool {
	if len([]rune(r.line.text)) > 160 {
		return false
	}
	same := map[int]bool{}
	for _, i := range group {
		if d := rows[i].line.y - r.line.y; d < 12 && d > -12 {
			same[rows[i].page] = true
		}
	}
	n := len(same)
	switch {
	case n >= 3:
		return n*6 >= pages || n >= 5
	case n == 2:
		return pages <= 8 && r.apart > 1.7 || pages <= 4 && (r.line.size < 0.95*body || strings.Contains(r.key, "#"))
	}
	return false
}

// printedHead is the head that browsers print: the time of printing and the title.
var printedHead = regexp.MustCompile(`^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}, \d{1,2}:\d{2}`)

// isPrinted knows the head and foot of a page printed from a browser: time and
// title, address and number of the page.
func (r *edgeRow) isPrinted(sheets []pdfSheet) bool {
	if r.depth > 0 {
		return false
	}
	if r.foot {
		_, ok := r.printedFrom(len(sheets))
		return ok
	}
	return printedHead.MatchString(r.line.text)
}

// printedFrom returns the address in the foot that a browser prints.
func (r *edgeRow) printedFrom(pages int) (address string, ok bool) {
	return printedFoot(r.line.text, r.page, pages)
}

func printedFoot(text string, page, pages int) (address string, ok bool) {
	address, ok = strings.CutSuffix(text, strconv.Itoa(page+1)+"/"+strconv.Itoa(pages))
	address = strings.TrimRight(address, " ")
	return address, ok && strings.Contains(address, "://") && !strings.Contains(address, " ")
}

// outermost takes back what has a line of the text between it and the edge.
func outermost(rows []edgeRow, isHead []bool) {
	type side struct {
		page int
		foot bool
	}
	reached := map[side]int{}
	for i := range rows {
		s := side{rows[i].page, rows[i].foot}
		switch {
		case !isHead[i]:
		case rows[i].depth == reached[s]:
			reached[s]++
		default:
			isHead[i] = false
		}
	}
}

// printedOrigin returns the web address in the foot that a browser printed, or "".
func printedOrigin(heads []pdfLine, pages int) string {
	for _, l := range heads {
		if a, ok := printedFoot(l.text, l.page, pages); ok && isWebAddress(a) {
			return a
		}
	}
	return ""
}
