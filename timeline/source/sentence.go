package source

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the sentences of a block's text: byte offsets of the start
// and end of each, in order and disjoint, without the white space around them.
// A line end inside the text ends no sentence. It splits by Unicode's rules
// (UAX #29), and then knows abbreviations, initials, the numbers of notes that
// are glued to a full stop, and the long clauses of Chinese acts.
func Sentences(text string) [][2]int {
	flat := flatten(text)
	var cuts []int // ends of sentences
	it := sentences.FromString(flat)
	for it.Next() {
		start := 0
		if len(cuts) > 0 {
			start = cuts[len(cuts)-1]
		}
		end := beforeOpeners(flat, it.End())
		cuts = append(cuts, noteCuts(flat, max(start, it.Start()), end)...)
		if end = afterNote(flat, end); end == len(flat) || !goesOn(flat, end) {
			cuts = append(cuts, end)
		}
	}
	return spans(text, cuts)
}

// beforeOpeners moves the end of a sentence before the opening quotes that UAX #29
// leaves with it where no space stands between, as in Chinese: 完。“好。”
func beforeOpeners(s string, end int) int {
	at := end
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:at])
		if !strings.ContainsRune("“‘「『《（【[", r) {
			break
		}
		at -= n
	}
	if end == len(s) {
		return end
	}
	return at
}

// spans makes trimmed sentences of the places where they end.
func spans(text string, cuts []int) [][2]int {
	var out [][2]int
	start := 0
	for _, cut := range append(cuts, len(text)) {
		if cut <= start {
			continue
		}
		for _, c := range clauses(text, start, cut) {
			if s, e := trim(text, c[0], c[1]); s < e {
				out = append(out, [2]int{s, e})
			}
		}
		start = cut
	}
	return out
}

// flatten replaces the line ends by spaces of the same length, since UAX #29 ends
// a sentence at each.
func flatten(text string) string {
	var b []byte
	for i := 0; i < len(text); {
		n := lineEnd(text, i)
		if n == 0 {
			i++
			continue
		}
		if b == nil {
			b = []byte(text)
		}
		for range n {
			b[i] = ' '
			i++
		}
	}
	if b == nil {
		return text
	}
	return string(b)
}

// noteCuts finds the ends of sentences that the number of a note hides, as in
// "the speech.1 It was": between from and to, where the numbers end.
func noteCuts(s string, from, to int) []int {
	var cuts []int
	for i := from; i < to; i++ {
		c := s[i]
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		j := skipClosers(s, i+1)
		end := noteNumber(s, j)
		if end == j || end >= len(s) || s[end] != ' ' || !noteMayFollow(s[:i]) || !startsSentence(s[end:]) {
			continue
		}
		cuts = append(cuts, end)
	}
	return cuts
}

// afterNote moves the end of a sentence behind the number of a note, which UAX
// #29 gives to the next sentence where closing quotes stand before it.
func afterNote(s string, end int) int {
	if end == 0 || end >= len(s) || s[end-1] == ' ' {
		return end
	}
	n := noteNumber(s, end)
	if n > end && (n == len(s) || s[n] == ' ' || isFullStop(s[:end]) && !counted(s[n:])) && !isTerminalDigit(s, end) {
		return n
	}
	return end
}

// isFullStop reports whether a text ends in a full stop of Chinese, behind which no
// space stands.
func isFullStop(s string) bool { return strings.ContainsRune("。！？", lastRune(s)) }

// counted reports whether a text begins with what a Chinese number before it counts,
// so that the number begins a sentence: "结案。9月30日，…" has no note 9.
func counted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("年月日号號时時天周週季个個家名项項件款条條万萬亿億元人次岁歲间間部种種位点點分多余餘至到—–-~～%％", r)
}

// isTerminalDigit keeps "3." + "5" together with what precedes it.
func isTerminalDigit(s string, end int) bool {
	return s[end-1] == '.' && end >= 2 && isASCIIDigit(s[end-2])
}

// noteNumber returns where the number of a note at i ends, or several numbers:
// with commas between ("68, 69"), raised ("⁶⁸") or in brackets ("[68][69]"); i
// where there is none.
func noteNumber(s string, i int) int {
	n := shortNumber(s, i)
	if n == i {
		return raisedNumber(s, i)
	}
	for n > i && n < len(s) && s[n] == ',' {
		next := n + 1
		if next < len(s) && s[next] == ' ' {
			next++
		}
		end := shortNumber(s, next)
		if end == next {
			break
		}
		n = end
	}
	return n
}

// raisedNumber returns where raised digits, or marks in brackets, at i end, or i.
func raisedNumber(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case strings.ContainsRune(superscriptNumbers, r):
			i += n
		case r == '[':
			end := strings.IndexByte(s[i:min(len(s), i+64)], ']')
			if end < 2 || !isNoteMark(s[i+1:i+end]) {
				return i
			}
			i += end + 1
		default:
			return i
		}
	}
	return i
}

// isNoteMark reports whether a text in brackets marks a note: a number, Arabic or
// Roman, or a label of Markdown ("^order").
func isNoteMark(s string) bool {
	if s[0] == '^' {
		return !strings.ContainsAny(s, " \t\n[")
	}
	return len(s) <= 6 && (strings.Trim(s, "0123456789") == "" || strings.Trim(s, "ivxlc") == "")
}

// shortNumber returns where a number of one to three digits at i ends, or i.
func shortNumber(s string, i int) int {
	n := i
	for n < len(s) && n-i < 3 && isASCIIDigit(s[n]) {
		n++
	}
	if n < len(s) && isASCIIDigit(s[n]) {
		return i
	}
	return n
}

// noteMayFollow reports whether what stands before a full stop can end a sentence
// that carries a note: a word, quotes, a bracket, or a year; not "Fig.3".
func noteMayFollow(s string) bool {
	s = strings.TrimRightFunc(s, isCloser)
	r, _ := utf8.DecodeLastRuneInString(s)
	if isASCIIDigit(byte(r)) {
		return len(s) >= 4 && arabicYear(s[len(s)-4:])
	}
	word := lastToken(s)
	return unicode.IsLetter(r) && utf8.RuneCountInString(word) > 1 && abbreviation(word) == ""
}

func skipClosers(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isCloser(r) {
			break
		}
		i += n
	}
	return i
}

// startsSentence reports whether the next word begins as a sentence does.
func startsSentence(s string) bool {
	s = strings.TrimLeft(s, " ")
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"‘'([«", r) || isHan(r)
}

// goesOn reports whether the sentence goes on behind a full stop at end: it was
// that of an abbreviation or of an initial.
func goesOn(s string, end int) bool {
	before := strings.TrimRight(s[:end], " ")
	if before == "" {
		return true
	}
	mark := lastRune(strings.TrimRightFunc(before, isCloser))
	if inAddress(s, end) || mark < 0x80 && unicode.IsLower(firstRune(strings.TrimLeft(s[end:], " "))) {
		return true
	}
	if before[len(before)-1] != '.' {
		return false
	}
	word := lastToken(before[:len(before)-1])
	next := strings.TrimLeft(s[end:], " ")
	switch abbreviation(word) {
	case "always":
		return true
	case "number":
		r := firstRune(next)
		return unicode.IsDigit(r) || roman(strings.TrimRight(firstField(next), ".,;:)")) > 0
	case "maybe":
		return !isStarter(firstWord(next))
	}
	if isInitial(word) {
		return !isStarter(firstWord(next))
	}
	return false
}

// inAddress reports whether the place is inside a web address, whose question
// mark ends nothing.
func inAddress(s string, end int) bool {
	if end == len(s) || s[end] == ' ' || s[end-1] == ' ' {
		return false
	}
	const longest = 300
	head := s[max(0, end-longest):end]
	head = head[strings.LastIndexByte(head, ' ')+1:]
	return strings.Contains(head, "://") || strings.Contains(head, "www.")
}

// lastToken returns the run of letters and full stops at the end of a text,
// without brackets before it; longer ones than an abbreviation are cut.
func lastToken(s string) string {
	const longest = 16
	from := max(0, len(s)-longest)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	t := s[from:]
	if i := strings.LastIndexAny(t, " \t([{\"“”‘/—–,;:\u00a0"); i >= 0 {
		_, n := utf8.DecodeRuneInString(t[i:])
		t = t[i+n:]
	}
	return t
}

// isInitial reports whether a word is one capital, or capitals with full stops.
func isInitial(word string) bool {
	parts := strings.Split(word, ".")
	for _, p := range parts {
		if r, n := utf8.DecodeRuneInString(p); n != len(p) || !unicode.IsUpper(r) || r >= 0x2E80 {
			return false
		}
	}
	return word != ""
}

// clauseLimit is the length in bytes above which a Chinese sentence is cut at its
// semicolons: acts put a page of clauses into one.
const clauseLimit = 360

// clauses cuts a long Chinese sentence at its semicolons.
func clauses(text string, start, end int) [][2]int {
	if end-start <= clauseLimit || !strings.Contains(text[start:end], "；") {
		return [][2]int{{start, end}}
	}
	var out [][2]int
	for start < end {
		i := strings.Index(text[start:end], "；")
		if i < 0 {
			break
		}
		cut := start + i + len("；")
		out = append(out, [2]int{start, cut})
		start = cut
	}
	if start < end {
		out = append(out, [2]int{start, end})
	}
	return out
}

//go:embed data/abbreviations.en.txt
var abbreviationData string

// abbreviations reads the data file once: the class of each word.
var abbreviations = sync.OnceValue(func() map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for _, line := range dataLines(abbreviationData) {
		class, words, _ := strings.Cut(line, " ")
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			classes[class][w] = true
		}
	}
	return classes
})

// abbreviation returns the class of an abbreviation, or "".
func abbreviation(word string) string {
	classes := abbreviations()
	for _, class := range []string{"always", "number", "maybe"} {
		if classes[class][word] {
			return class
		}
	}
	return ""
}

// isStarter reports whether a word is one that sentences commonly begin with.
func isStarter(word string) bool { return abbreviations()["starter"][word] }
