package dates

// clause returns the bounds of the sentence-like stretch around a mention, at
// most 300 bytes either way and inside the region.
func clause(text string, start, end int, here Region) (int, int) {
	lo, hi := max(here.Start, start-300), len(text)
	if here.End > 0 {
		hi = here.End
	}
	hi = min(hi, end+300)
	for i := start - 1; i > lo; i-- {
		if ends(text, i) {
			lo = i + 1
			break
		}
	}
	for i := end; i < hi; i++ {
		if ends(text, i) {
			hi = i
			break
		}
	}
	return lo, hi
}

// ends reports whether the mark at text[i] ends a clause: one before white space,
// save for the point of an initial or a short abbreviation ("P. Davison", "Inc. said").
func ends(text string, i int) bool {
	c := text[i]
	if c != '.' && c != ';' && c != '?' && c != '!' || i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
		return false
	}
	if c != '.' {
		return true
	}
	word := i
	for word > 0 && i-word <= 4 && isLetter(text[word-1]) {
		word--
	}
	if i-word == 1 {
		return false // "9 a.m. Tuesday", "Roe v. Wade"
	}
	return i-word > 4 || text[word] < 'A' || text[word] > 'Z'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
