package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that lead to a short form inside a bracket.
var (
	leads = []string{"hereinafter", "hereafter", "referred to as", "abbreviated as", "abbreviated", "also known as",
		"known as", "or simply", "or", "the", "aka", "a.k.a.", "called", "in short", "for short", "short", "collectively",
		"together", "as", "in English", "acronym"}
	hanLeads = []string{"以下简称", "以下簡稱", "以下统称", "以下統稱", "以下称", "以下稱", "下简称", "下称", "下稱", "下文简称", "简称", "簡稱", "英文缩写", "缩写"}
)

// shortForms returns what the words of a bracket may define, and whether they say
// so: by quotation marks or a word such as 以下简称.
func shortForms(s string) (shorts []string, quoted bool) {
	for _, lead := range hanLeads {
		if _, after, ok := strings.Cut(s, lead); ok {
			if q := quotations(after); len(q) > 0 {
				return q, true
			}
			after = strings.Trim(after, "为為：: 《》\"“”「」")
			for part := range strings.FieldsFuncSeq(after, func(r rune) bool { return strings.ContainsRune("，,；;、或", r) }) {
				if part = strings.Trim(part, " 《》"); plausibleShort(part) {
					shorts = append(shorts, part)
				}
			}
			return shorts, true
		}
	}
	if q := quotations(s); len(q) > 0 {
		return q, true
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",;，；、", r) }) {
		part = withoutLead(strings.TrimSpace(part))
		if acronym(part) || isHanWord(part) && len(part) <= 8*3 {
			shorts = append(shorts, part)
		}
	}
	return shorts, false
}

// withoutLead cuts the words that lead to a short form.
func withoutLead(s string) string {
	for again := true; again; {
		again = false
		for _, lead := range leads {
			if rest, ok := strings.CutPrefix(s, lead+" "); ok {
				s, again = strings.TrimLeft(rest, " "), true
			}
		}
	}
	return s
}

// quotations returns the short forms in quotation marks.
func quotations(s string) []string {
	var out []string
	for _, q := range [...][2]string{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"「", "」"}, {"『", "』"}, {"«", "»"}, {"”", "”"}} {
		rest := s
		for {
			_, after, ok := strings.Cut(rest, q[0])
			if !ok {
				break
			}
			inner, tail, ok := strings.Cut(after, q[1])
			if !ok {
				break
			}
			if inner = strings.Trim(inner, " ,.，《》"); plausibleShort(inner) {
				out = append(out, inner)
			}
			rest = tail
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// plausibleShort reports whether a short form that is said to be one may be one:
// few words, the first with a capital or Chinese.
func plausibleShort(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return len(s) > n && len(s) <= 48 && strings.Count(s, " ") < 5 && !strings.ContainsAny(s, "\n:;") &&
		(unicode.IsUpper(r) || isHan(r) || acronym(s))
}

// acronym reports whether a word looks like one: CAC, BaFin, NIS2, "AI Act".
func acronym(s string) bool {
	if len(s) < 2 || len(s) > 15 || strings.Count(s, " ") > 1 || s[0] < 'A' || s[0] > 'Z' && s[0] < 'a' {
		return false
	}
	upper, digits, other := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r), r == ' ', r == '&', r == '-', r == '.', r == '/':
		default:
			other++
		}
	}
	return upper >= 2 && digits < upper && other == 0
}

func isHanWord(s string) bool {
	for _, r := range s {
		if !isHan(r) {
			return false
		}
	}
	return len(s) >= 2*3
}

// fitsKnown reports whether a short form may stand for a known name: it is one of
// its names, or its letters stand in the name in their order, the first at its
// beginning.
func fitsKnown(short, long string, e *Entity) bool {
	key := foldKey(short)
	for _, a := range e.Aliases {
		if foldKey(a) == key {
			return true
		}
	}
	for _, s := range append([]string{long, e.Name}, e.Aliases...) {
		words := wordsOf(s)
		for len(words) > 0 && smallWord(words[0]) {
			words = words[1:]
		}
		rest := strings.Join(words, " ")
		ok := len(rest) > len(short)
		for i, r := range strings.TrimSuffix(key, "s") {
			at := strings.IndexRune(rest, r)
			if at < 0 || i == 0 && at > 0 {
				ok = false
				break
			}
			rest = rest[at+utf8.RuneLen(r):]
		}
		if ok {
			return true
		}
	}
	return false
}

// wordsOf returns the words of a name, folded.
func wordsOf(s string) []string {
	return strings.FieldsFunc(foldKey(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func smallWord(w string) bool { return heads().inside[w] }
