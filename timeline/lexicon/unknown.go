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
