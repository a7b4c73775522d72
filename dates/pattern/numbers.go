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
var numberClasses = []string{"day", "mm", "year", "yy", "dd", "m2", "n", "ordinal", "dayordinal", "plural", "plural2", "number", "year3", "any"}

// numberSymbols holds the symbols of numbers by their digits and value.
type numberSymbols struct {
	byValue [5][]uint16 // [digits][value], up to four digits
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
	literal := func(v string) []int { // a number that a pattern names itself: "19", "24"
		if c, ok := s.classes["'"+v]; ok {
			return []int{c}
		}
		return nil
	}
	limit := 10
	for digits := 1; digits <= 4; digits++ {
		n.byValue[digits] = make([]uint16, limit)
		for v := range limit {
			cs := []int{s.classes["number"], s.classes["n"], s.classes["any"]}
			for _, name := range shapes(digits, v) {
				cs = append(cs, s.classes[name])
			}
			if digits <= 2 {
				cs = append(cs, literal(padded(v, digits))...)
			}
			n.byValue[digits][v] = s.symbols.of(cs)
		}
		limit *= 10
	}
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
	if digits >= 1 && digits <= 4 {
		return n.byValue[digits][v]
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
