package timeline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

var (
	// closeGaps mends the spaces and empty brackets that a date leaves behind.
	closeGaps    = strings.NewReplacer(":,", ":", " ,", ",", " .", ".", " ;", ";", "( )", "", "()", "", "（）", "", "[ ]", "", " )", ")", "( ", "(")
	dropEmphasis = strings.NewReplacer("**", "", "__", "", "`", "") // Markdown's
)

// tidy returns the text from lo to hi on one line without the words of date m.
func (s *sentence) tidy(lo, hi int, m *dates.Mention) string {
	text := s.r.doc.Text
	var name string
	if m != nil && m.Start < lo && m.Start >= s.start {
		_, end := s.dateList(m, s.start, hi)
		lo = max(lo, end) // "On 4 May and 6 June the agency …": the clause seems to begin behind "and"
	}
	if m != nil && m.Start >= lo && m.End <= hi && (!m.Date.IsZero() || s.limits(*m)) {
		from, to := s.dateWords(m, lo, hi)
		before, after := source.Clean(text[lo:from], 0), source.Clean(text[to:hi], 0)
		if strings.Trim(after, "0123456789") == "" {
			after = "" // the mark of a note behind a date in brackets
		}
		name = around(before, after)
	} else {
		name = source.Clean(text[lo:hi], 0)
	}
	if lo > s.block.Start {
		name = dropLeadingMark(name)
	}
	name = dropMarks(dropLinks(name))
	name = strings.Join(strings.Fields(name), " ")
	name = closeGaps.Replace(name)
	name = dropNoteMark(strings.TrimSpace(name))
	name = strings.Trim(name, " ,;:.。，；：、–—-•·*#>|/＝=+@[\u3000")
	name = s.dropTrail(s.dropLead(dropLabel(name)))
	return balance(capitalise(strings.TrimSpace(name)))
}

// around joins what stood around a date: with a space, but between Han characters,
// and with the article that the next word needs: "a June 30 initial public offering".
func around(before, after string) string {
	if strings.HasSuffix(before, ",") && strings.HasPrefix(after, ",") {
		before, after = before[:len(before)-1], after[1:] // "shall, not later than 3 May, publish"
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if unicode.Is(unicode.Han, last) || unicode.Is(unicode.Han, first) {
		return before + after
	}
	if strings.HasSuffix(before, " a") && strings.ContainsRune("aeio", unicode.ToLower(first)) {
		before += "n" // not before u, as in "a uniform rule"
	}
	return before + " " + after
}

// dateWords widens a date by the preposition and the brackets around it.
func (s *sentence) dateWords(m *dates.Mention, lo, hi int) (from, to int) {
	from, to = s.dateList(m, lo, hi)
	i, j := s.tokenAt(from), s.tokenAt(to)
	if i > 0 && j < len(s.tokens) && s.breaks(s.tokens[i-1]) == 1 && s.breaks(s.tokens[j]) == 1 {
		from, to, i = s.tokens[i-1].Start, s.tokens[j].End, i-1
	}
	for i > 0 && s.tokens[i-1].Start >= lo && !s.particle(i-1) && s.leadsDate(i-1) {
		i--
		from = s.tokens[i].Start
	}
	for j < len(s.tokens) && s.r.cues.Is(s.tokens[j], "datetail") {
		to = s.tokens[j].End
		j++
	}
	if j < len(s.tokens) && i > 0 && s.breaks(s.tokens[j]) == 2 && s.breaks(s.tokens[i-1]) == 2 && s.tokens[i-1].Start >= lo {
		return s.tokens[i-1].Start, min(s.tokens[j].End, hi) // "shall, not later than 3 May, publish"
	}
	if j < len(s.tokens) && s.breaks(s.tokens[j]) == 2 && (i == 0 || s.auxiliary(j+1)) {
		to = s.tokens[j].End // "In July 2015, …", "Order 13802 of June 9, 2017, is revoked"
	}
	return from, min(to, hi)
}

// dateList returns the bytes of the list of dates between lo and hi to which a date
// belongs: "amended in 2015, 2017 and in 2019" is one act named three times.
func (s *sentence) dateList(m *dates.Mention, lo, hi int) (from, to int) {
	from, to = m.Start, m.End
	for i := len(s.mentions) - 1; i >= 0; i-- {
		if d := s.mentions[i]; d.Start >= lo && d.End <= from && s.onlyJoins(d.End, from, to) {
			from = d.Start
		}
	}
	for _, d := range s.mentions {
		if d.Start >= to && d.End <= hi && s.onlyJoins(to, d.Start, d.End) {
			to = d.End
		}
	}
	return from, to
}

// onlyJoins reports whether no more than a comma, "and" and a preposition stand
// between two bytes. With a preposition the date behind it, which ends at a byte, may
// begin a clause of its own: "adopted on 4 May, and on 6 June it took effect".
func (s *sentence) onlyJoins(from, to, dateEnd int) bool {
	i, end, behind := s.tokenAt(from), s.tokenAt(to), s.tokenAt(dateEnd)
	if end <= i || end-i > 3 {
		return false
	}
	closed := behind >= len(s.tokens) || s.tokens[behind].Kind == pattern.Punct || s.r.cues.Is(s.tokens[behind], "and")
	joined := false
	for ; i < end; i++ {
		switch t := s.tokens[i]; {
		case s.breaks(t) == 2, s.r.cues.Is(t, "and"):
			joined = true
		case !closed || !s.r.cues.Is(t, "datelead"):
			return false
		}
	}
	return joined
}

// leadsDate reports whether a token leads to the date behind it: a preposition, or
// a word of "not later than", "on or before".
func (s *sentence) leadsDate(i int) bool {
	t := s.tokens[i]
	if s.r.cues.Is(t, "datelead") || s.r.cues.Is(t, "at") {
		return true
	}
	if s.r.cues.Is(t, "datethan") {
		return i+1 < len(s.tokens) && (s.r.cues.Is(s.tokens[i+1], "datethan") || s.r.cues.Is(s.tokens[i+1], "datelead") || s.insideMention(s.tokens[i+1].Start))
	}
	return false
}

// particle reports whether a token is the "in" of a verb such as "kicks in" or the
// 于 of 基于, and so no preposition of the date behind it.
func (s *sentence) particle(i int) bool {
	if i > 0 && s.tokens[i].Kind == pattern.Han {
		return s.r.cues.Contains(s.tokens[i-1:i+1], "notlead")
	}
	return strings.EqualFold(s.text(s.tokens[i]), "in") && slices.ContainsFunc(s.cues, func(c cue) bool { return c.hi-c.lo > 1 && i >= c.lo && i < c.hi })
}

// dropTrail cuts the words at the end that led to a date which is gone, and at the
// head of a Chinese clause those that joined it to the one before.
func (s *sentence) dropTrail(name string) string {
	for {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		if len(last) == len(name) || s.endsCue(name) || !s.r.cues.Known("datethan", last) && !s.r.cues.Known("trail", last) {
			break
		}
		name = strings.TrimRight(name[:len(name)-len(last)], " ,;:")
	}
	if !isHanText(name) {
		return name
	}
	for _, w := range s.r.hanTrails {
		if !s.r.cues.Closes(s.r.cues.Lex(name, 0, len(name), nil), "keeptrail") {
			name = strings.TrimSuffix(name, w)
		}
	}
	for _, w := range s.r.hanLeads {
		if rest := strings.TrimPrefix(name, w); utf8.RuneCountInString(rest) > 3 {
			name = rest
		}
	}
	return name
}

// endsCue reports whether a name ends with the words of an act of several words,
// such as "kicks in", of which none may go.
func (s *sentence) endsCue(name string) bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.hi-c.lo > 1 && strings.HasSuffix(name, s.r.doc.Text[c.start:c.end]) })
}

// dropLead cuts what only leads up to the statement: "However,", "According to the paper,".
func (s *sentence) dropLead(name string) string {
	for _, phrase := range s.r.leadPhrases { // "Having regard to"
		if rest, ok := strings.CutPrefix(strings.ToLower(name), phrase+" "); ok && len(strings.ToLower(name)) == len(name) && strings.HasPrefix(rest, "the ") {
			name = name[len(phrase)+1:]
		}
	}
	for range 3 {
		head, rest, ok := strings.Cut(name, ", ")
		first, _, _ := strings.Cut(head, " ")
		if !ok || !(s.r.cues.Known("lead", first) && len(head) < 30) && !slices.Contains(s.r.leadPhrases, strings.ToLower(head)) && !(s.r.cues.Known("attributionlead", first) && len(head) < 60) {
			break
		}
		name = rest
	}
	return name
}

// dropLinks takes the addresses out of a name and keeps the words that they stand behind.
func dropLinks(name string) string {
	for {
		i := strings.Index(name, "](")
		if i < 0 {
			break
		}
		end := strings.IndexByte(name[i:], ')')
		if end < 0 {
			end = len(name) - i - 1
		}
		open := strings.LastIndexByte(name[:i], '[')
		if open < 0 {
			open = i
			name = name[:i] + name[i+end+1:]
			continue
		}
		name = name[:open] + name[open+1:i] + name[i+end+1:]
	}
	name = dropEmphasis.Replace(name)
	words := strings.Fields(name)
	kept := words[:0]
	for _, w := range words {
		if !strings.Contains(w, "://") && !strings.HasPrefix(w, "www.") {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// dropLabel cuts what numbers or labels a paragraph: "DATES:", "第十条 ".
func dropLabel(name string) string {
	if label, rest, ok := strings.Cut(name, ": "); ok && len(label) > 2 && len(label) < 32 && label == strings.ToUpper(label) && !strings.ContainsAny(label, "0123456789") && !isHanText(label) {
		return rest
	}
	if label, rest, ok := strings.Cut(name, ".—"); ok && len(label) < 40 && label == strings.ToUpper(label) {
		return strings.TrimLeft(rest, ", ") // "IN GENERAL.—" of an American statute
	}
	if head, rest, ok := strings.Cut(name, "条 "); ok && strings.HasPrefix(head, "第") && utf8.RuneCountInString(head) < 8 {
		return rest
	}
	return name
}

// dropLeadingMark cuts the number of a note that stands before a sentence
// because it followed the one before: "7 In 1968 the government".
func dropLeadingMark(name string) string {
	rest := strings.TrimLeft(strings.TrimLeft(name, "["), "0123456789")
	if n := len(name) - len(rest); n == 0 || n > 5 {
		return name
	}
	rest = strings.TrimLeft(rest, ",]")
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " ")); strings.HasPrefix(rest, " ") && unicode.IsLetter(r) {
		return strings.TrimSpace(rest)
	}
	return name
}

// dropNoteMark cuts the number of a note that is glued to the last word.
func dropNoteMark(name string) string {
	end := len(name)
	i := strings.TrimRight(name, "0123456789")
	if n := end - len(i); n > 0 && n <= 3 && len(i) > 1 {
		r, _ := utf8.DecodeLastRuneInString(i)
		if unicode.IsPunct(r) && r != '-' && r != '/' && r != '(' && r != '.' || r == '.' && !unicode.IsDigit(lastBut(i)) || unicode.IsLower(r) {
			return strings.TrimSpace(i)
		}
	}
	return name
}

// noteMark is a mark of notes as readers of documents write it: raised digits, a
// number in brackets, or a label as in Markdown ("[^order]"), behind a word of three letters, an ideograph, a mark or a
// space. "m²" and "10⁶" have none.
var noteMark = regexp.MustCompile(`(^|\pL{3}|\p{Han}|[\pP\s])(?:[⁰¹²³⁴-⁹]+|\[(?:\d{1,3}|[ivxl]{1,6}|\^[^\]\s]{1,60})\])+`)

// dropMarks cuts the marks of notes, wherever they stand in a name.
func dropMarks(name string) string {
	if !strings.ContainsAny(name, "[⁰¹²³⁴⁵⁶⁷⁸⁹") {
		return name
	}
	return noteMark.ReplaceAllString(name, "$1")
}

func lastBut(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s[:len(s)-1])
	return r
}

// balance drops a bracket or quotation mark whose partner was cut off.
func balance(name string) string {
	for _, p := range [][2]string{{"(", ")"}, {"（", "）"}, {"“", "”"}, {"《", "》"}, {"[", "]"}, {"「", "」"}} {
		if strings.Count(name, p[0]) != strings.Count(name, p[1]) {
			name = strings.ReplaceAll(strings.ReplaceAll(name, p[0], ""), p[1], "")
		}
	}
	return name
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if n == 0 || !unicode.IsUpper(r) || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
