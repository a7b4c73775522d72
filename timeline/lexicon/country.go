package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Countries returns the names of countries and unions in a text, adjectives
// ("Chinese") among them, each with an entity of type Country whose Jurisdiction
// is the code.
func (l *Lexicon) Countries(text string) []Match {
	only := Lexicon{layers: []*layer{l.countries}}
	return only.Find(text)
}

// foreign reports whether the name of another country stands beside a name that
// belongs to one country: "Vietnam's Cybersecurity Law" is not China's. Companies
// and international bodies are at home anywhere, and the law of a union is also
// that of its members.
func (l *Lexicon) foreign(text string, start, end int, e *Entity) bool {
	if l.nations == nil || e.Jurisdiction == "" || e.Jurisdiction == "INT" {
		return false
	}
	switch e.Type {
	case Company, Body, none, Other:
		return false
	}
	return l.other(l.nationBefore(text, start), e.Jurisdiction) ||
		l.other(l.nationAfter(text, end), e.Jurisdiction)
}

// other reports whether a country, "" for none, is neither home nor in a union
// with it.
func (l *Lexicon) other(country, home string) bool {
	return country != "" && country != home && l.members[country] != home && l.members[home] != country
}

// nationBefore returns the code of the country whose name stands right before
// text[start:], or "".
func (l *Lexicon) nationBefore(text string, start int) string {
	if r, _ := utf8.DecodeLastRuneInString(text[:start]); isHan(r) {
		return l.hanNationBefore(text, start)
	}
	end := start
	for end > 0 && (text[end-1] == ' ' || text[end-1] == '\n') {
		end--
	}
	if end == start || strings.Count(text[end:start], "\n") > 1 {
		return ""
	}
	for _, s := range [...]string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(text[:end], s) {
			end -= len(s)
			break
		}
	}
	code, i := "", end
	var buf [64]byte
	for range 3 { // the longest rules: "South Korea"
		i = wordStart(text, i)
		if c, ok := l.nations[string(appendKey(buf[:0], text[i:end]))]; ok {
			code = c
		}
		if i == 0 || text[i-1] != ' ' || end-i > 40 {
			break
		}
		i--
	}
	return code
}

// wordStart returns where the word that ends at text[:end] begins; dots belong to it.
func wordStart(text string, end int) int {
	i := end
	for i > 0 && end-i < 40 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) && r != '.' || isHan(r) {
			break
		}
		i -= n
	}
	return i
}

func (l *Lexicon) hanNationBefore(text string, start int) string {
	code, i := "", start
	var buf [64]byte
	for range 6 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !isHan(r) {
			break
		}
		i -= n
		if c, ok := l.nations[string(appendKey(buf[:0], text[i:start]))]; ok {
			code = c
		}
	}
	return code
}

// nationAfter returns the code of the country in "of Thailand" right after
// text[:end], or "".
func (l *Lexicon) nationAfter(text string, end int) string {
	rest, ok := strings.CutPrefix(text[end:], " of ")
	if !ok {
		return ""
	}
	rest = strings.TrimPrefix(rest, "the ")
	w := walk{l: &Lexicon{}, t: l.countries, text: rest}
	if w.from(0, 0); w.best != nil {
		return w.best.entity.Jurisdiction
	}
	return ""
}
