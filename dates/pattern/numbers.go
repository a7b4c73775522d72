package pattern

import (
	"maps"
	"slices"
	"unicode"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func sortedSet(xs []int) []int {
	ys := slices.Clone(xs)
	slices.Sort(ys)
	return slices.Compact(ys)
}

// numberClasses are the built-in classes of numbers.
var numberClasses = []string{"day", "mm", "year", "yy", "dd", "m2", "n", "ordinal", "dayordinal", "plural", "plural2", "number", "year3", "ymd", "any"}

// numberSymbols holds the symbols of numbers by their digits and value.
type numberSymbols struct {
	short   [3][100]uint16 // of one and two digits, by value
	three   uint16
	four    [2]uint16 // below 1000, and a year
	eight   uint16
	other   uint16
	ord     [32]uint16
	ordAny  uint16
	plural4 uint16
	plural2 uint16
}

// assign computes the symbols: a number belongs to every class that its digits and value fit.
func (n *numberSymbols) assign(s *Set) {
	of := func(names ...string) uint16 {
		var cs []int
		for _, name := range names {
			cs = append(cs, s.classes[name])
		}
		return s.symbols.of(cs)
	}
	shaped := func(digits, v int) uint16 {
		cs := []int{s.classes["number"], s.classes["n"], s.classes["any"]}
		for _, name := range shapes(digits, v) {
			cs = append(cs, s.classes[name])
		}
		// A number that a pattern names itself: "19", "24".
		if c, ok := s.classes["'"+padded(v, digits)]; ok && digits <= 2 {
			cs = append(cs, c)
		}
		return s.symbols.of(cs)
	}
	for v := range 100 {
		n.short[1][v%10] = shaped(1, v%10)
		n.short[2][v] = shaped(2, v)
	}
	n.three, n.four = shaped(3, 0), [2]uint16{shaped(4, 0), shaped(4, 1000)}
	n.eight = of("number", "ymd", "any")
	n.other = of("number", "any")
	for v := range n.ord {
		n.ord[v] = of("ordinal", "dayordinal", "any")
	}
	n.ord[0], n.ordAny = of("ordinal", "any"), of("ordinal", "any")
	n.plural4, n.plural2 = of("plural", "any"), of("plural2", "any")
}

func shapes(digits, v int) []string {
	var out []string
	if digits <= 2 && v >= 1 && v <= 31 {
		out = append(out, "day")
	}
	if digits <= 2 && v >= 1 && v <= 12 {
		out = append(out, "mm")
	}
	if digits == 2 {
		out = append(out, "yy", "dd")
		if v >= 1 && v <= 12 {
			out = append(out, "m2")
		}
	}
	if digits == 3 {
		out = append(out, "year3")
	}
	if digits == 4 && v >= 1000 {
		out = append(out, "year")
	}
	return out
}

func padded(v, digits int) string {
	s := string(rune('0' + v%10))
	if digits == 2 {
		s = string(rune('0'+v/10)) + s
	}
	return s
}

func (n *numberSymbols) plain(v, digits int) uint16 {
	switch {
	case digits == 1 || digits == 2:
		return n.short[digits][v]
	case digits == 3:
		return n.three
	case digits == 4 && v < 1000:
		return n.four[0]
	case digits == 4:
		return n.four[1]
	case digits == 8:
		return n.eight
	}
	return n.other
}

func (n *numberSymbols) ordinal(v, digits int) uint16 {
	if digits <= 2 && v < len(n.ord) {
		return n.ord[v]
	}
	return n.ordAny
}

func (n *numberSymbols) plural(v, digits int) uint16 {
	switch {
	case digits == 4 && v%10 == 0 && v >= 1000:
		return n.plural4
	case digits == 2 && v%10 == 0:
		return n.plural2
	}
	return n.other
}
