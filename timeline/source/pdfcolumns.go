package source

import (
	"cmp"
	"math"
	"slices"
)

// pdfRegion is a part of a page whose lines are read one after the other.
type pdfRegion struct {
	lines  []pdfLine
	x0, x1 float64 // its edges
}

// newRegion finds the edges of lines. A few that hang over, such as an address
// without a place to break it, move the right one by nothing.
func newRegion(lines []pdfLine) pdfRegion {
	r := pdfRegion{lines: lines, x0: math.Inf(1)}
	ends := make([]float64, len(lines))
	for i := range lines {
		r.x0 = math.Min(r.x0, lines[i].x0)
		ends[i] = lines[i].x1
	}
	slices.Sort(ends)
	r.x1 = ends[(len(ends)*97-1)/100]
	return r
}

// chunk is a run of words on one line without a wide gap.
type chunk struct {
	words  []pdfWord
	x0, x1 float64
	y      float64
	size   float64
	units  int // of its text: an ideograph counts two
	place  int // of its first word in the order of the content
}

// A gap as wide as this, in the size of the type, may be one between columns.
const columnGap = 0.7

// chunks cuts lines at their wide gaps.
func chunks(lines []pdfLine, gap float64) []chunk {
	var out []chunk
	for i := range lines {
		start := 0
		words := lines[i].words
		for k := 1; k <= len(words); k++ {
			if k == len(words) || words[k].x0-words[k-1].x1 > gap*lines[i].size {
				out = append(out, newChunk(words[start:k], lines[i].y, lines[i].size))
				start = k
			}
		}
	}
	return out
}

func newChunk(words []pdfWord, y, size float64) chunk {
	c := chunk{words: words, x0: words[0].x0, x1: words[0].x1, y: y, size: size, place: words[0].place}
	for _, w := range words {
		c.x0, c.x1 = math.Min(c.x0, w.x0), math.Max(c.x1, w.x1)
		c.units += cells(w.text) + 1
	}
	return c
}

// pdfRegions returns the parts of a page in the order in which they are read: in
// each stretch that a gutter divides the left column and then the right one.
func pdfRegions(words []pdfWord, rules []rule, depth int) []pdfRegion {
	if len(words) == 0 {
		return nil
	}
	lines := pdfLines(words)
	all := chunks(lines, columnGap)
	slices.SortStableFunc(all, func(a, b chunk) int { return cmp.Compare(a.y, b.y) })
	z, ok := bestZone(all, rules)
	if !ok || depth > 6 {
		return []pdfRegion{newRegion(lines)}
	}
	var above, left, right, below []pdfWord
	for i, c := range all {
		switch {
		case i < z.from:
			above = append(above, c.words...)
		case i >= z.to:
			below = append(below, c.words...)
		case c.x1 <= z.x:
			left = append(left, c.words...)
		default:
			right = append(right, c.words...)
		}
	}
	var out []pdfRegion
	for _, part := range [][]pdfWord{above, left, right, below} {
		out = append(out, pdfRegions(part, rules, depth+1)...)
	}
	return out
}

// zone is a stretch of chunks, ordered by y, that the gutter at x divides.
type zone struct {
	from, to int
	x        float64
	text     int // units in it
}

// bestZone returns the zone with the most text. The chunks are ordered by y.
func bestZone(all []chunk, rules []rule) (zone, bool) {
	best := zone{}
	for _, x := range gutters(all) {
		for from := 0; from < len(all); {
			if all[from].crosses(x) {
				from++
				continue
			}
			to := from
			for to < len(all) && !all[to].crosses(x) {
				to++
			}
			if z, ok := columnsIn(all, from, to, x, rules); ok && z.text > best.text {
				best = z
			}
			from = to
		}
	}
	return best, best.text > 0
}

func (c *chunk) crosses(x float64) bool { return c.x0 < x && c.x1 > x }

// gutters returns the places at which a gap between columns may be: the middle of
// a gap in a line, and the edge of what stands far from the left.
func gutters(all []chunk) []float64 {
	seen := map[int]bool{}
	var out []float64
	add := func(x float64) {
		if k := int(math.Round(x / 2)); !seen[k] {
			seen[k] = true
			out = append(out, x)
		}
	}
	left := math.Inf(1)
	for i := range all {
		left = math.Min(left, all[i].x0)
	}
	for i := range all {
		c := &all[i]
		if c.x0 > left+8*c.size {
			add(c.x0 - 0.3*c.size)
		}
	}
	return out
}

// What a column of text has at the least.
const (
	columnLines = 4  // fewer do where the content writes one column after the other
	columnUnits = 18 // a line on average: figures and names in a table are shorter
)

// columnSide is what stands on one side of a gutter.
type columnSide struct {
	lines, units int
	top, bottom  float64
}

func (s *columnSide) add(c *chunk) {
	if s.lines == 0 {
		s.top = c.y
	}
	s.lines++
	s.units += c.units
	s.bottom = c.y
}

// isText reports whether it is a column of text rather than of a table.
func (s *columnSide) isText() bool {
	return s.units >= columnUnits*s.lines
}

// hasWords reports whether its lines are more than figures or marks on average.
func (s *columnSide) hasWords() bool { return 2*s.units >= columnUnits*s.lines }

// changes counts how often the content goes from one side of x to the other: once
// or twice where columns are written one after the other, and at each row of a table.
func changes(part []chunk, x float64) int {
	sorted := slices.Clone(part)
	slices.SortFunc(sorted, func(a, b chunk) int { return cmp.Compare(a.place, b.place) })
	n := 0
	for i := 1; i < len(sorted); i++ {
		if (sorted[i].x0 >= x) != (sorted[i-1].x0 >= x) {
			n++
		}
	}
	return n
}

// columnsIn reports whether the chunks from .. to are columns of text on both
// sides of x, with a gutter between that hardly a line reaches into.
func columnsIn(all []chunk, from, to int, x float64, rules []rule) (zone, bool) {
	var left, right columnSide
	reaching := 0
	for i := from; i < to; i++ {
		c := &all[i]
		if c.x0 >= x {
			right.add(c)
			continue
		}
		left.add(c)
		if c.x1 > x-0.3*c.size {
			reaching++
		}
	}
	size := all[from].size
	overlap := math.Min(left.bottom, right.bottom) - math.Max(left.top, right.top)
	switch {
	case min(left.lines, right.lines) < 2 || overlap < size:
		return zone{}, false
	case (min(left.lines, right.lines) < columnLines || overlap < 2*size) && changes(all[from:to], x) > 1:
		return zone{}, false
	case !(left.isText() && right.isText()) && (changes(all[from:to], x) > 2 || !left.hasWords() || !right.hasWords()):
		return zone{}, false // a table
	case reaching*25 > left.lines, crossing(rules, x, all[from].y, all[to-1].y) >= 3:
		return zone{}, false
	}
	return zone{from: from, to: to, x: x, text: left.units + right.units}, true
}

// crossing counts the level rules that cross x: those between the rows of a table.
func crossing(rules []rule, x, top, bottom float64) int {
	n := 0
	for _, r := range rules {
		if r.x0 < x-10 && r.x1 > x+10 && r.y0 > top && r.y0 < bottom {
			n++
		}
	}
	return n
}
