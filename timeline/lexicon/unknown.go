package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unknown finds what is written like a name, whether or not a list knows it:
// capitalised words that end in a head word ("Widget Safety Commission") or begin
// with one ("Ministry of Widgets"), numbered instruments ("Directive 95/46/EC"),
// companies by their legal form, and Chinese titles and bodies. Each match has an
// entity of its own, without jurisdiction and without Source. The matches are in
// order and do not overlap. Unknown is a guess: where Find knows better, its
// matches go first (see Names).
func Unknown(text string) []Match {
	u := unknown{text: text, heads: heads()}
	u.scan()
	return u.out
}

type unknown struct {
	text  string
	heads *headWords
	run   []token // capitalised words and the small words between them
	out   []Match
}

// token is one word of a run.
type token struct {
	start, end int
	lower      string
	small      bool // "of", "and"
}

// The most words of a run; a longer run is a heading in capitals or a list.
const maxRun = 24

func (u *unknown) scan() {
	text := u.text
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(text[i:])
			switch {
			case isHan(r) || r == '《':
				u.flush()
				i = u.han(i)
			case unicode.IsLetter(r) && !isCJK(r):
				i = u.word(i)
			default:
				if !isSpace(r) && !isSilent(r) {
					u.flush()
				}
				i += n
			}
		case wordByte[c]:
			i = u.word(i)
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c == '\n':
			end, _, _ := afterGap(text, i)
			if blank := strings.Count(text[i:end], "\n") > 1; blank && !u.wideLine(i) {
				u.flush()
			}
			i = max(i+1, end)
		case c == '&' && len(u.run) > 0:
			u.run = append(u.run, token{i, i + 1, "&", true})
			i++
		case c == ',' && u.suffixFollows(i+1), c == '.' && u.abbreviated(i):
			i++
		default:
			u.flush()
			i++
		}
	}
	u.flush()
}

// The least length in bytes of a line that is full, so that the text goes on
// behind a blank line below it.
const fullLine = 60

// wideLine reports whether the line that ends at text[i] is full, as in pages set
// with a blank line between all lines, and does not begin as the run does.
func (u *unknown) wideLine(i int) bool {
	start := strings.LastIndexByte(u.text[:i], '\n') + 1
	return i-start >= fullLine && len(u.run) > 0 && u.run[0].start > start+fullLine/2
}

// word takes the word at text[i:] into the run or ends the run.
func (u *unknown) word(i int) int {
	end := wordEnd(u.text, i)
	w := u.text[i:end]
	r, _ := utf8.DecodeRuneInString(w)
	lower := strings.ToLower(w)
	switch {
	case u.heads.outside[lower] && unicode.IsUpper(r):
		u.flush()
	case unicode.IsUpper(r):
		if owner := strings.TrimSuffix(strings.TrimSuffix(lower, "'s"), "’s"); owner != lower && !u.heads.possessor[straight(lower)] {
			u.run = append(u.run, token{i, i + len(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")), owner, false})
			u.flush()
			return end
		}
		u.run = append(u.run, token{i, end, lower, false})
		if k := u.heads.number[lower]; k.Type != "" {
			if stop := numberEnd(u.text, end); stop > end {
				return u.numbered(stop, k)
			}
		} else if stop := u.publicLaw(i, end); stop > 0 {
			return u.numbered(stop, headKind{Instrument, "law"})
		}
	case len(u.run) > 0 && u.heads.inside[lower]:
		u.run = append(u.run, token{i, end, lower, true})
		if n := len(u.run); n > 1 && lower == "the" && u.run[n-2].lower == "and" {
			u.flush()
		}
	case len(u.run) > 0 && u.heads.suffix[lower].Type != "": // "plc"
		u.run = append(u.run, token{i, end, lower, false})
	case r >= '0' && r <= '9' && len(u.run) > 0:
		return u.year(i, end)
	default:
		u.flush()
	}
	if len(u.run) > maxRun {
		u.flush()
	}
	return end
}

// wordEnd returns where the word at text[i:] ends. Hyphens, apostrophes and the
// dots of initials are part of it inside.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) && !isCJK(r) || unicode.IsDigit(r) || r == 0xAD || unicode.Is(unicode.Mn, r) {
			i += n
			continue
		}
		if c, _, _ := classify(text, i); r == '-' || r == 0x2011 || c == apostrophe || c == dot && initial(text, i) || r == '/' {
			next, m := utf8.DecodeRuneInString(text[i+n:])
			if m > 0 && (unicode.IsLetter(next) && !isCJK(next) || unicode.IsDigit(next)) {
				i += n
				continue
			}
		}
		break
	}
	return i
}

func straight(w string) string { return strings.ReplaceAll(w, "’", "'") }

// suffixFollows reports whether a company's legal form stands at text[i:] behind
// white space: "Widgets, Inc."
func (u *unknown) suffixFollows(i int) bool {
	if len(u.run) == 0 {
		return false
	}
	for i < len(u.text) && u.text[i] == ' ' {
		i++
	}
	end := wordEnd(u.text, i)
	_, ok := u.heads.suffix[strings.ToLower(u.text[i:end])]
	return ok && end-i > 2
}

// abbreviated reports whether the dot at text[i] ends an initial or a legal form
// rather than a sentence.
func (u *unknown) abbreviated(i int) bool {
	if len(u.run) == 0 || u.run[len(u.run)-1].end != i {
		return false
	}
	if initial(u.text, i) {
		return true
	}
	return u.heads.suffix[u.run[len(u.run)-1].lower].Type != "" && (u.suffixFollows(i+1) || strings.HasPrefix(u.text[i+1:], ",") && u.suffixFollows(i+2))
}

// year takes digits behind a run: the year of an act is part of its name, and
// other numbers end the run.
func (u *unknown) year(i, end int) int {
	n := len(u.run)
	head := u.run[n-1]
	if head.lower == "of" && n > 1 {
		head = u.run[n-2]
	}
	k := u.heads.last[head.lower]
	if k.Type == Instrument && isYear(u.text[i:end]) && i-head.end <= 5 {
		before := len(u.out)
		if u.run[n-1].small {
			u.run = u.run[:n-1]
		}
		u.flush()
		if len(u.out) > before && u.out[len(u.out)-1].End == head.end {
			u.extend(end)
		}
		return end
	}
	u.flush()
	return end
}

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18") &&
		s[2] >= '0' && s[2] <= '9' && s[3] >= '0' && s[3] <= '9'
}

// extend moves the end of the last match.
func (u *unknown) extend(end int) {
	m := &u.out[len(u.out)-1]
	m.End = end
	m.Entity.Name = flat(u.text[m.Start:end])
	m.Alias = m.Entity.Name
}

// flat returns a name on one line with single spaces and without what shows nothing.
func flat(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range w {
			if !isSilent(r) || unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
	}
	return strings.ToValidUTF8(b.String(), "")
}

// put adds a match.
func (u *unknown) put(start, end int, k headKind) {
	s := flat(u.text[start:end])
	u.out = append(u.out, Match{Start: start, End: end, Alias: s, Entity: &Entity{Type: k.Type, Form: k.Form, Name: s}})
}

// flush ends the run and takes the names in it.
func (u *unknown) flush() {
	run := u.run
	for len(run) > 0 {
		run = u.take(run)
	}
	u.run = u.run[:0]
}

// take finds the first name in a run and returns the rest of the run.
func (u *unknown) take(run []token) []token {
	for len(run) > 0 && (run[0].small || u.heads.outside[run[0].lower]) {
		run = run[1:]
	}
	for len(run) > 0 && run[len(run)-1].small {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return nil
	}
	end := u.split(run)
	if from, to, k := u.name(run[:end]); to > from {
		u.put(run[from].start, run[to-1].end, k)
		return run[to:]
	}
	return run[end:]
}

// split returns how many words of a run may belong to one name: "and" divides
// before a word that begins names, and between words that end them.
func (u *unknown) split(run []token) int {
	for i := 1; i+1 < len(run); i++ {
		if run[i].lower != "and" {
			continue
		}
		_, begins := u.heads.first[run[i+1].lower]
		if begins && i+2 < len(run) && run[i+2].small {
			return i
		}
		if i >= 2 && u.ends(run[i-1]) && u.ends(run[len(run)-1]) {
			return i
		}
	}
	return len(run)
}

// ends reports whether names may end in a word.
func (u *unknown) ends(t token) bool {
	_, last := u.heads.last[t.lower]
	_, suffix := u.heads.suffix[t.lower]
	return last || suffix
}

// name returns the words [from, to) of a run that make a name, and its kind.
func (u *unknown) name(run []token) (from, to int, k headKind) {
	for i := from; i < len(run); i++ { // "Ministry of Widgets", "Federal Office for Widgets"
		k, ok := u.heads.first[run[i].lower]
		if l, is := u.heads.last[run[i].lower]; !ok && i > from && is && l.Type != Company {
			k, ok = l, true
		}
		if ok && i+2 < len(run) && run[i+1].small && run[i+1].lower != "and" && run[i+1].lower != "&" {
			return u.skipGeneric(run, from, i, k), u.tail(run, i), k
		}
	}
	for i := len(run) - 1; i > from; i-- {
		k, ok := u.heads.last[run[i].lower]
		if s, is := u.heads.suffix[run[i].lower]; is {
			k, ok = s, true
		}
		from := max(from, afterPlace(run, i))
		if ok && i > from && !run[i-1].small && u.particular(run[from:i]) && (i+1 == len(run) || !u.heads.unlike[run[i+1].lower]) {
			return u.skipGeneric(run, from, i, k), i + 1, k
		}
	}
	return 0, 0, headKind{}
}

// afterPlace returns the place behind the last small word before run[head] that
// parts names: in "Bonn for the Widget Office" the office alone has a head word.
func afterPlace(run []token, head int) int {
	for i := head - 1; i >= 0; i-- {
		if run[i].small && !joins[run[i].lower] {
			return i + 1
		}
	}
	return 0
}

// joins holds the small words that may stand before the head word of a name.
var joins = map[string]bool{
	"and": true, "&": true, "of": true, "de": true, "du": true, "des": true, "der": true, "die": true,
	"das": true, "und": true, "et": true, "la": true, "le": true, "del": true, "della": true, "di": true,
	"y": true, "e": true, "do": true, "da": true, "dos": true, "van": true, "von": true,
}

// tail returns where a name ends that goes on after the head word run[i] with a
// small word: before "and" with a further head word, else at the end of the run.
func (u *unknown) tail(run []token, i int) int {
	for j := i + 2; j < len(run); j++ {
		k, ok := u.heads.last[run[j].lower]
		if ok && k.Type == Instrument && !run[j-1].small && u.heads.first[run[i].lower].Type != Instrument {
			return j + 1 // "Ministry of Widgets Order"
		}
	}
	return len(run)
}

// particular reports whether words before a head word say which one it is.
func (u *unknown) particular(run []token) bool {
	for _, t := range run {
		if !t.small && !u.heads.generic[t.lower] && len(t.lower) > 1 {
			return true
		}
	}
	return len(run) > 1 && u.heads.generic[run[0].lower] && !u.heads.generic[run[len(run)-1].lower]
}

// skipGeneric passes over the words before run[head] that only say how far an
// instrument has come: "Draft".
func (u *unknown) skipGeneric(run []token, from, head int, k headKind) int {
	for k.Type == Instrument && from < head-1 && qualifier[run[from].lower] {
		from++
	}
	return from
}

// qualifier holds the words that say how far an instrument has come.
var qualifier = map[string]bool{
	"draft": true, "new": true, "final": true, "interim": true, "proposed": true, "revised": true,
	"amended": true, "current": true, "old": true, "original": true,
}
