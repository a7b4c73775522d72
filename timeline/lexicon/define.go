package lexicon

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Definition is a short form that a text gives to a longer name: "the Widget
// Safety Authority (WSA)", 《某某条例》（以下简称“条例”）.
type Definition struct {
	Short, Long string
	Start, End  int     // of the long form, in bytes
	Entity      *Entity // of the long form, nil where no list knows it
	Implied     bool    // the text does not define it: the list gives the short form to a name that the text has
}

// Definitions finds the short forms that a text defines, and those that the lists
// give conditionally to names which it has. matches are those of Lexicon.Find for
// the text. A short form in brackets is believed where the long form is known, or
// where its letters are the initials of the words before it (small words may be
// skipped); one in quotation marks where a name, known or not, stands before it.
// The result is in order of the long forms; the first definition of a short form
// is the only one.
func Definitions(text string, matches []Match) []Definition {
	d := definer{text: text, matches: matches}
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '(':
			d.bracket(i, i+1)
		case text[i] == 0xEF && strings.HasPrefix(text[i:], "（"):
			d.bracket(i, i+len("（"))
		}
	}
	for _, m := range matches {
		d.comma(m)
	}
	sort.SliceStable(d.out, func(i, j int) bool { return d.out[i].Start < d.out[j].Start })
	d.once()
	d.implied()
	return d.out
}

type definer struct {
	text    string
	matches []Match
	next    int // index of the first match that ends behind the bracket in work
	out     []Definition
}

// The longest bracket in bytes that is looked into.
const maxBracket = 240

// bracket takes the definition in the bracket that opens at text[open] and whose
// words begin at text[in].
func (d *definer) bracket(open, in int) {
	rest := d.text[in:min(len(d.text), in+maxBracket)]
	end := strings.IndexAny(rest, "()（）")
	if end <= 0 || rest[end] == '(' || strings.HasPrefix(rest[end:], "（") || strings.Contains(rest[:end], "\n\n") {
		return
	}
	shorts, quoted := shortForms(rest[:end])
	long, known := d.before(open)
	for _, s := range shorts {
		switch {
		case known != nil && (quoted || isHanWord(s) || fitsKnown(s, d.text[long.Start:long.End], known)):
			d.put(s, long.Start, long.End, known)
		case known == nil:
			if start, stop, ok := d.longForm(s, open, quoted); ok {
				d.put(s, start, stop, nil)
			}
		}
	}
	if len(d.out) == 0 || d.out[len(d.out)-1].End > open || d.out[len(d.out)-1].End < open-2 {
		d.reversed(open, in, in+end)
	}
}

func (d *definer) put(short string, start, end int, e *Entity) {
	d.out = append(d.out, Definition{Short: short, Long: flat(d.text[start:end]), Start: start, End: end, Entity: e})
}

// before returns the known name that ends at text[open:], but for a closing mark,
// a possessive or its country.
func (d *definer) before(open int) (Match, *Entity) {
	for d.next < len(d.matches) && d.matches[d.next].End <= open {
		d.next++
	}
	if d.next == 0 {
		return Match{}, nil
	}
	m := d.matches[d.next-1]
	between := d.text[m.End:open]
	for _, s := range [...]string{"'s", "’s"} {
		between = strings.TrimPrefix(between, s)
	}
	between = strings.Trim(between, " \n\r\t\u00A0\"”’'》」』»〉")
	if between == "" || open-m.End < 60 && (strings.HasPrefix(between, "of ") || strings.HasPrefix(between, "in ")) &&
		Default().nation(strings.TrimPrefix(between[3:], "the ")) {
		return m, m.Entity
	}
	return Match{}, nil
}

// nation reports whether s is the name of a country.
func (l *Lexicon) nation(s string) bool { return l.nations[foldKey(s)] != "" }

// longForm returns the unlisted name before a bracket that a short form stands for.
func (d *definer) longForm(short string, open int, quoted bool) (start, end int, ok bool) {
	end = open
	for end > 0 {
		r, n := utf8.DecodeLastRuneInString(d.text[:end])
		if !isSpace(r) && !strings.ContainsRune("\"”’'」』»", r) {
			break
		}
		end -= n
	}
	if acronym(short) {
		if start, ok := initialsBefore(d.text, end, short); ok {
			return start, end, true
		}
	}
	if !quoted && !isHanWord(short) {
		return 0, 0, false
	}
	from := max(0, end-maxTitle)
	for from < end && !utf8.RuneStart(d.text[from]) {
		from++
	}
	found := Unknown(d.text[from:min(len(d.text), open+len("（"))])
	for i := len(found) - 1; i >= 0; i-- {
		m := found[i]
		if gap := strings.Trim(d.text[from+m.End:max(from+m.End, end)], " 》"); gap == "" && from+m.End <= end {
			return from + m.Start, from + m.End, foldKey(short) != foldKey(m.Entity.Name)
		}
	}
	return 0, 0, false
}

// reversed takes "WSA (Widget Safety Authority)": the short form before the
// bracket, the long form text[in:end] inside.
func (d *definer) reversed(open, in, end int) {
	stop := open
	for stop > 0 && d.text[stop-1] == ' ' {
		stop--
	}
	if open-stop > 1 {
		return
	}
	from := stop
	for from > 0 && stop-from < 16 && (wordByte[d.text[from-1]] || d.text[from-1] == '&') {
		from--
	}
	short := d.text[from:stop]
	if !acronym(short) {
		return
	}
	inner := d.text[in:end]
	if i := strings.IndexAny(inner, ",;"); i >= 0 {
		inner = inner[:i]
	}
	lead := len(inner) - len(strings.TrimPrefix(strings.TrimLeft(inner, " "), "the "))
	start, stop := in+lead, in+len(strings.TrimRight(inner, " "))
	if start >= stop {
		return
	}
	for i := d.next; i < len(d.matches) && d.matches[i].Start < end; i++ {
		if m := d.matches[i]; m.Start == start && m.End == stop {
			if isHanWord(d.text[start:stop]) || fitsKnown(short, d.text[start:stop], m.Entity) {
				d.put(short, start, stop, m.Entity)
			}
			return
		}
	}
	if s, ok := initialsBefore(d.text[:stop], stop, short); ok && s == start {
		d.put(short, start, stop, nil)
	}
}

// comma takes "Widget Safety Authority, or WSA," and "…, known as WSA".
func (d *definer) comma(m Match) {
	rest, ok := strings.CutPrefix(d.text[m.End:], ", ")
	if !ok {
		return
	}
	for _, lead := range [...]string{"or the ", "or ", "known as the ", "known as ", "abbreviated "} {
		after, ok := strings.CutPrefix(rest, lead)
		if !ok {
			continue
		}
		short := after[:wordEnd(after, 0)]
		if acronym(short) && fitsKnown(short, d.text[m.Start:m.End], m.Entity) {
			d.put(short, m.Start, m.End, m.Entity)
		}
		return
	}
}

// once keeps the first definition of each short form.
func (d *definer) once() {
	seen := map[string]bool{}
	kept := d.out[:0]
	for _, x := range d.out {
		if !seen[x.Short] {
			seen[x.Short] = true
			kept = append(kept, x)
		}
	}
	d.out = kept
}

// implied adds the conditional names of the entities in the text. Where several
// share one, it is given to the entity that is named most often, and of those to
// the first.
func (d *definer) implied() {
	type use struct {
		first Match
		count int
	}
	uses := map[*Entity]*use{}
	var order []*Entity
	for _, m := range d.matches {
		if len(m.Entity.conditional) == 0 {
			continue
		}
		if uses[m.Entity] == nil {
			uses[m.Entity] = &use{first: m}
			order = append(order, m.Entity)
		}
		uses[m.Entity].count++
	}
	sort.SliceStable(order, func(i, j int) bool { return uses[order[i]].count > uses[order[j]].count })
	seen := map[string]bool{}
	for _, x := range d.out {
		seen[x.Short] = true
	}
	stated := len(d.out)
	for _, e := range order {
		for _, s := range e.conditional {
			if m := uses[e].first; !seen[s] {
				seen[s] = true
				d.out = append(d.out, Definition{s, flat(d.text[m.Start:m.End]), m.Start, m.End, e, true})
			}
		}
	}
	implied := d.out[stated:]
	sort.SliceStable(implied, func(i, j int) bool { return implied[i].Start < implied[j].Start })
	sort.SliceStable(d.out, func(i, j int) bool { return d.out[i].Start < d.out[j].Start })
}
