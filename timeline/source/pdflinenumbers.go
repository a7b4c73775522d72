package source

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// lineNumbers is how many numbers in a row make them the numbers of the lines.
const lineNumbers = 8

// dropLineNumbers removes the numbers that bills, court papers and drafts print
// beside their lines: they stand outside the text and count up down the page.
func (s *pdfSheet) dropLineNumbers() {
	var numbers []pdfWord
	for _, w := range s.words {
		if n, err := strconv.Atoi(w.text); err == nil && n > 0 && len(w.text) <= 3 {
			numbers = append(numbers, w)
		}
	}
	if len(numbers) < lineNumbers {
		return
	}
	for _, edge := range []func(pdfWord) float64{func(w pdfWord) float64 { return w.x0 }, func(w pdfWord) float64 { return w.x1 }} {
		for _, group := range aligned(numbers, edge) {
			if row := countingUp(group); len(row) >= lineNumbers && s.outside(row) {
				s.drop(pdfLine{words: row})
				return
			}
		}
	}
}

// aligned groups words whose edges stand below each other.
func aligned(words []pdfWord, edge func(pdfWord) float64) [][]pdfWord {
	sorted := slices.SortedStableFunc(slices.Values(words), func(a, b pdfWord) int { return cmp.Compare(edge(a), edge(b)) })
	var groups [][]pdfWord
	for i, w := range sorted {
		if n := len(groups) - 1; i > 0 && edge(w)-edge(sorted[i-1]) < 1 {
			groups[n] = append(groups[n], w)
			continue
		}
		groups = append(groups, []pdfWord{w})
	}
	return groups
}

// countingUp returns the words if each is the one before it and one, or five.
func countingUp(words []pdfWord) []pdfWord {
	slices.SortStableFunc(words, func(a, b pdfWord) int { return cmp.Compare(a.y, b.y) })
	step := 0
	for i := 1; i < len(words); i++ {
		a, _ := strconv.Atoi(words[i-1].text)
		b, _ := strconv.Atoi(words[i].text)
		if step == 0 {
			step = b - a
		}
		if b-a != step || step != 1 && step != 5 {
			return nil
		}
	}
	return words
}

// outside reports whether nearly all other words stand on one side of a row of
// numbers, apart from it.
func (s *pdfSheet) outside(row []pdfWord) bool {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, w := range row {
		x0, x1 = math.Min(x0, w.x0), math.Max(x1, w.x1)
	}
	left, right := 0, 0
	for _, w := range s.words {
		switch {
		case w.x0 > x1+0.4*w.size:
			right++
		case w.x1 < x0-0.4*w.size:
			left++
		}
	}
	others := len(s.words) - len(row)
	return others > len(row) && (left*50 >= others*49 || right*50 >= others*49)
}
