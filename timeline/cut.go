package timeline

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/timeline/lexicon"
)

// leastName is the length, in runes, below which a name is not cut at a phrase.
const leastName = 40

// moreName is how many runes a name may be longer where it is whole with them.
const moreName = 10

// shorten returns a name of about n runes. A longer one loses what stands in
// brackets, calls by its acronym what has one there, and ends before the last phrase
// that may be left out ("… in the National Emission Standards"); one that has no such
// place is cut at a word, with "…".
func shorten(name string, n int) string { return shortenBehind(name, "", n) }

// fit makes a name fit a line. One that is too long first loses what it can spare: the
// words between dashes, and the long forms of the authorities that have a short one.
func (s *sentence) fit(name, act string) string {
	if utf8.RuneCountInString(name) > maxName {
		name = s.shortNames(withoutInsertions(name))
	}
	return shortenBehind(name, act, maxName)
}

// withoutInsertions drops what stands between two dashes.
func withoutInsertions(name string) string {
	name = insertion.ReplaceAllString(name, " ")
	return strings.Join(strings.Fields(name), " ")
}

var insertion = regexp.MustCompile(` [–—] [^–—]{1,120} [–—] `)

// shortNames puts the initials of an authority for its long name: "FDA".
func (s *sentence) shortNames(name string) string {
	for _, n := range s.names {
		if !regulatory(n.Entity.Type) {
			continue
		}
		for _, short := range n.Entity.Aliases {
			if long := s.r.doc.Text[n.Start:n.End]; initials(short) && len(long) > 2*len(short) && !strings.Contains(name, long+" (") {
				name = strings.Replace(name, long, short, 1)
				break
			}
		}
	}
	return name
}

// initials reports whether a name is of three to six capital letters.
func initials(name string) bool {
	for _, r := range name {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return len(name) >= 3 && len(name) <= 6
}

// shortenBehind is shorten for a name that may end only behind some words of it.
func shortenBehind(name, words string, n int) string {
	if utf8.RuneCountInString(name) <= n {
		return name
	}
	for _, shorter := range []string{dropBrackets(name, words), dropBrackets(acronyms(name), words)} {
		if name = shorter; utf8.RuneCountInString(name) <= n+moreName {
			return name
		}
	}
	from := 0
	if i := strings.Index(strings.ToLower(name), strings.ToLower(words)); i >= 0 {
		from = min(i+len(words), len(name))
	}
	for _, class := range []string{"phrasecut", "latecut"} {
		if head := cutPhrase(name, class, from, n); head != "" {
			return head
		}
	}
	rs := []rune(name)[:n-1]
	for i := len(rs) - 1; i > n/2; i-- {
		if unicode.IsSpace(rs[i]) || rs[i] == '，' || rs[i] == '、' {
			rs = rs[:i]
			break
		}
	}
	return strings.TrimRight(string(rs), " ,;:，、") + "…"
}

// cutPhrase returns what stands before the last word of a class behind a byte
// offset and within n runes that begins a phrase that may be left out, or "".
func cutPhrase(name, class string, from, n int) string {
	if strings.HasPrefix(name[from:], " that ") {
		return "" // "recommended that licences for four medicines" lacks its verb
	}
	best := ""
	for i, r := range name {
		if utf8.RuneCountInString(name[:i]) > n {
			break
		}
		switch {
		case i < from || utf8.RuneCountInString(name[:i]) < leastName:
		case r == '，' || r == '；' || r == ';' || r == ',' && strings.HasPrefix(name[i+1:], " "):
			best = whole(name[:i], best)
		case r == ' ' && (class == "phrasecut" || i > from) && lexicon.Cues().Known(class, firstWord(name[i+1:])):
			best = whole(name[:i], best)
		}
	}
	return best
}

// whole returns a name that was cut if it ends well, else the shorter one before:
// no bracket or quotation mark may stay open, and no word that leads on.
func whole(name, before string) string {
	name = strings.TrimRight(name, " ,;")
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if lexicon.Cues().Known("leadson", last) || name != balance(name) || strings.Count(name, `"`)%2 == 1 {
		return before
	}
	return name
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return strings.TrimRight(word, ",;:")
}
