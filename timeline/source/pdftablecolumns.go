package source

import (
	"cmp"
	"math"
	"slices"
)

// findColumns finds the gaps between columns anew, now that all lines are known:
// what no line has a word in, before words that stand below each other. Words
// behind the wide gaps of justified text don't.
func (t *pdfTable) findColumns() {
	var covered []interval
	for i := range t.lines {
		for _, w := range t.lines[i].words {
			covered = append(covered, interval{w.x0, w.x1})
		}
	}
	slices.SortFunc(covered, func(a, b interval) int { return cmp.Compare(a.from, b.from) })
	var gaps []interval
	end := covered[0].to
	for _, c := range covered {
		if c.from-end > cellGapAt*t.lines[0].size {
			gaps = append(gaps, interval{end, c.from})
		}
		end = math.Max(end, c.to)
	}
	t.gaps = nil
	for i, g := range gaps {
		next := math.Inf(1)
		if i+1 < len(gaps) {
			next = gaps[i+1].from
		}
		if t.isAligned(g.to, next) {
			t.gaps = append(t.gaps, g)
		}
	}
}

// isAligned reports whether what stands between two places begins, ends or is
// centred at one place in most lines.
func (t *pdfTable) isAligned(from, to float64) bool {
	var starts, ends, middles []float64
	for i := range t.lines {
		x0, x1 := math.Inf(1), math.Inf(-1)
		for _, w := range t.lines[i].words {
			if w.x0 >= from-0.01 && w.x1 <= to+0.01 {
				x0, x1 = math.Min(x0, w.x0), math.Max(x1, w.x1)
			}
		}
		if x0 <= x1 {
			starts, ends, middles = append(starts, x0), append(ends, x1), append(middles, (x0+x1)/2)
		}
	}
	return agree(starts) || agree(ends) || agree(middles)
}

// agree reports whether most of some numbers are the same, within a point and a half.
func agree(values []float64) bool {
	slices.Sort(values)
	best := 0
	for i := range values {
		n := 0
		for k := i; k < len(values) && values[k]-values[i] <= 1.5; k++ {
			n++
		}
		best = max(best, n)
	}
	return len(values) >= 2 && (best*10 >= len(values)*7 || best >= 3 && best*10 >= len(values)*6)
}

// wideGaps returns the gaps in a line that are wider than gap sizes.
func wideGaps(l *pdfLine, gap float64) []interval {
	var out []interval
	end := l.words[0].x1
	for i := 1; i < len(l.words); i++ {
		if l.words[i].x0-end > gap*l.size {
			out = append(out, interval{end, l.words[i].x0})
		}
		end = math.Max(end, l.words[i].x1)
	}
	return out
}

// meet returns what a line leaves of gaps.
func meet(gaps []interval, l *pdfLine) []interval {
	var out []interval
	for _, g := range gaps {
		for i := range l.words {
			w := &l.words[i]
			mid := (g.from + g.to) / 2
			switch {
			case w.x1 <= g.from || w.x0 >= g.to:
			case w.x1 <= mid || w.x0 < g.from && w.x1 < g.to:
				g.from = math.Max(g.from, w.x1)
			case w.x0 >= mid || w.x1 > g.to && w.x0 > g.from:
				g.to = math.Min(g.to, w.x0)
			default:
				g.to = g.from
			}
		}
		if room := (g.to - g.from) / l.size; room > cellGapIn || room > cellGapAt && startsAt(l, g.to) {
			out = append(out, g)
		}
	}
	return out
}

// startsAt reports whether a word of a line starts at x, as the others of a column
// do, behind a wider gap than those between the other words.
func startsAt(l *pdfLine, x float64) bool {
	here, other := 0.0, 0.0
	for i := 1; i < len(l.words); i++ {
		gap := l.words[i].x0 - l.words[i-1].x1
		if math.Abs(l.words[i].x0-x) < 0.5 {
			here = gap
		} else {
			other = math.Max(other, gap)
		}
	}
	return here > 1.3*other
}

// column returns in which column, from 0, a word stands.
func column(gaps []interval, w *pdfWord) int {
	n := 0
	for n < len(gaps) && w.x0 >= (gaps[n].from+gaps[n].to)/2 {
		n++
	}
	return n
}

// occupied returns the columns in which a line has words, in order.
func occupied(gaps []interval, l *pdfLine) []int {
	var out []int
	for i := range l.words {
		if c := column(gaps, &l.words[i]); len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return out
}
