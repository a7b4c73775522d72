package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The most words of a long form.
const maxLongForm = 14

// LongForm returns where the words begin that end at text[:end] and that an acronym
// stands for; false where it is no acronym or they do not fit it.
func LongForm(text string, end int, short string) (start int, ok bool) {
	if !acronym(short) {
		return 0, false
	}
	return initialsBefore(text, end, short)
}

// initialsBefore returns where the words begin that end at text[:end] and whose
// initials an acronym is made of: "cybersecurity law" for CSL. It takes the fewest
// words that fit and does not go back over punctuation or a blank line.
func initialsBefore(text string, end int, acronym string) (int, bool) {
	letters := []rune(strings.TrimRight(acronym, "s"))
	for i, r := range letters {
		letters[i] = unicode.ToLower(r)
	}
	letters = lettersOnly(letters)
	var words []string // the last first
	i := end
	for len(words) < maxLongForm {
		start := partStart(text, i)
		if start == i {
			return 0, false
		}
		words = append(words, foldKey(text[start:i]))
		w := words[len(words)-1]
		if !smallWord(w) && strings.HasPrefix(w, string(letters[:1])) && initialsFit(words, letters) {
			return start, len(words) > 1
		}
		i = start
		for i > 0 && (text[i-1] == ' ' || text[i-1] == '-' || text[i-1] == '\n') {
			i--
		}
		if i == start || strings.Count(text[i:start], "\n") > 1 {
			return 0, false
		}
	}
	return 0, false
}

func lettersOnly(rs []rune) []rune {
	out := rs[:0]
	for _, r := range rs {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return []rune{0}
	}
	return out
}

// partStart returns where the word that ends at text[:end] begins; hyphens part words.
func partStart(text string, end int) int {
	i := end
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' && !strings.ContainsRune("'’", r) || isHan(r) || end-i > 40 {
			break
		}
		i -= n
	}
	return i
}

// initialsFit reports whether letters can be dealt out to words (the last first)
// so that each word has its initial and then letters of its inside, in order; a
// small word may have none.
func initialsFit(words []string, letters []rune) bool {
	reach := make([]bool, len(letters)+1) // reach[k]: the words so far may have taken the first k letters
	reach[0] = true
	for i := len(words) - 1; i >= 0; i-- {
		next := make([]bool, len(letters)+1)
		for k, ok := range reach {
			if !ok {
				continue
			}
			if smallWord(words[i]) {
				next[k] = true
			}
			rest := words[i]
			for j := k; j < len(letters); j++ {
				at := strings.IndexRune(rest, letters[j])
				if at < 0 || j == k && at > 0 {
					break
				}
				next[j+1] = true
				rest = rest[at+utf8.RuneLen(letters[j]):]
			}
		}
		reach = next
	}
	return reach[len(letters)]
}
