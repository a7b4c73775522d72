package pattern

import "unicode/utf8"

// number reads digits of any script that writes decimal numbers, thousands
// separated by commas, and the suffixes of ordinals (4th, 22d) and decades (1990s).
func (l *Lexer) number(t *Token) {
	t.Kind = Number
	i := t.Start
	value := 0
	end := i
	for i < len(l.text) {
		r, n := rune(l.text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(l.text[i:])
		}
		d := digit(r)
		if d < 0 {
			if ignorable(r) {
				i += n
				continue
			}
			break
		}
		i += n
		end = i
		if t.Digits < 255 {
			t.Digits++
		}
		if t.Digits <= 8 {
			value = value*10 + d
		}
	}
	t.Num = int32(value)
	if t.Digits > 8 {
		t.Num = -1
	}
	grouped := false
	if t.Digits <= 3 {
		for e := l.thousands(end); e > 0; e = l.thousands(end) {
			end, grouped = e, true
		}
	}
	switch suffix, e := l.suffix(end, int(t.Num)); {
	case grouped:
		t.Num, t.Sym = -1, l.set.numbers.other
	case suffix == ordinal:
		end, t.Sym = e, l.set.numbers.ordinal(int(t.Num), int(t.Digits))
	case suffix == plural:
		end, t.Sym = e, l.set.numbers.plural(int(t.Num), int(t.Digits))
	default:
		t.Sym = l.set.numbers.plain(int(t.Num), int(t.Digits))
	}
	t.End = end
}

// thousands returns the end of ",ddd" at i, or 0.
func (l *Lexer) thousands(i int) int {
	t := l.text
	if i+4 > len(t) || t[i] != ',' {
		return 0
	}
	for j := i + 1; j < i+4; j++ {
		if t[j] < '0' || t[j] > '9' {
			return 0
		}
	}
	if i+4 < len(t) && t[i+4] >= '0' && t[i+4] <= '9' {
		return 0
	}
	return i + 4
}

type suffix uint8

const (
	none suffix = iota
	ordinal
	plural
)

// suffix returns what stands behind the digits of num, which end at i, and its end.
func (l *Lexer) suffix(i, num int) (suffix, int) {
	t := l.text
	if i+1 <= len(t) && i < len(t) {
		j := i
		if t[j] == '\'' {
			j++
		} else if len(t) > j+3 && t[j:j+3] == "’" {
			j += 3
		}
		if j < len(t) && t[j] == 's' && t[i-1] == '0' && !letterAt(t, j+1) {
			return plural, j + 1
		}
	}
	if i+2 <= len(t) && !letterAt(t, i+2) {
		switch t[i : i+2] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			return ordinal, i + 2
		}
	}
	if i < len(t) && t[i] == 'd' && oldOrdinal(num) && !letterAt(t, i+1) {
		return ordinal, i + 1
	}
	return none, i
}

// oldOrdinal reports whether the ordinal of a day was once written with a d alone: "the 22d".
func oldOrdinal(num int) bool { return num == 2 || num == 3 || num == 22 || num == 23 }

func letterAt(t string, i int) bool {
	if i >= len(t) {
		return false
	}
	c := t[i]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
