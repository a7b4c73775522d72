package timeline

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// headBlocks is how many blocks the title of an instrument may lie within.
const headBlocks = 5

// isInstrument reports whether the document is a law or order itself and no text
// about one: one of its first lines is the name of an instrument, without a verb,
// and the text calls itself by such a word ("this Act").
func (r *reader) isInstrument() bool {
	text := strings.ToLower(r.doc.Text)
	for _, phrase := range r.cues.Words("noself") {
		text = strings.ReplaceAll(text, phrase, "") // 基本法 is not 本法
	}
	calls := false
	for _, phrase := range r.cues.Words("selfreference") {
		calls = calls || strings.Contains(text, phrase)
	}
	if !calls {
		return false
	}
	for i, b := range r.doc.Blocks {
		if i == headBlocks {
			break
		}
		for _, line := range r.headLines(b) {
			if line[1]-line[0] <= 2*maxName && r.titleOfInstrument(line[0], line[1]) {
				return true
			}
		}
	}
	return false
}

// headLines returns the lines of a block: the head of an order may run on into its text.
// Of a long block only the first ones are looked at.
func (r *reader) headLines(b source.Block) [][2]int {
	var out [][2]int
	for at := b.Start; at < b.End && len(out) < 2*headBlocks; {
		end := b.End
		if i := strings.IndexByte(r.doc.Text[at:b.End], '\n'); i >= 0 {
			end = at + i
		}
		out = append(out, [2]int{at, end})
		at = end + 1
	}
	return out
}

// ownTitle returns the title of the document: of an instrument the first of its
// first lines that names one in more words than its sort, where the line that the
// document's title was taken from is only the head of a gazette or a court's name.
func (r *reader) ownTitle() string {
	title := r.doc.Title
	switch {
	case r.judgment:
		return r.caseTitle()
	case !r.instrument:
		return title
	}
	if m := citation.FindStringSubmatch(r.doc.Text); m != nil {
		return source.Clean(m[1], 0)
	}
	if r.namesOne(title) {
		if len(r.doc.Blocks) > 0 && utf8.RuneCountInString(title) > maxName/2 && source.Clean(r.doc.Text[r.doc.Blocks[0].Start:r.doc.Blocks[0].End], 0) == title {
			if n := r.numbered(r.doc.Blocks[0]); n != "" {
				return calm(n)
			}
		}
		return calm(title)
	}
	for i, b := range r.doc.Blocks {
		if i == 2*headBlocks {
			break
		}
		if line := source.Clean(r.doc.Text[b.Start:b.End], 0); b.End-b.Start <= 2*maxName && r.titleOfInstrument(b.Start, b.End) && r.namesOne(line) {
			if n := r.numbered(b); n != "" {
				return calm(n)
			}
			return calm(line)
		}
	}
	if r.cues.Contains(r.cues.Lex(title, 0, len(title), nil), "instrument") {
		return title
	}
	for i, b := range r.doc.Blocks { // "DECISION AND ORDER" below "UNITED STATES OF AMERICA"
		if i == 2*headBlocks {
			break
		}
		if b.End-b.Start <= maxName && r.titleOfInstrument(b.Start, b.End) {
			return calm(source.Clean(r.doc.Text[b.Start:b.End], 0))
		}
	}
	return title
}

// isJudgment reports whether the document is a decision of a court itself: among its
// first lines are the name of a court, without a verb, and the number or the parties
// of a case; and parties stand before it.
func (r *reader) isJudgment() bool {
	court, numbered := false, false
	for i, b := range r.doc.Blocks {
		if i == 2*headBlocks {
			break
		}
		line := r.doc.Text[b.Start:b.End]
		if b.End-b.Start > maxName || strings.HasSuffix(strings.TrimSpace(line), ".") && !caseNumber.MatchString(line) {
			continue
		}
		tokens := r.cues.Lex(r.doc.Text, b.Start, b.End, nil)
		numbered = numbered || caseNumber.MatchString(line)
		if r.cues.Contains(tokens, "court") && len(r.mentionsIn(b.Start, b.End)) == 0 && capitals(tokens) {
			court = true
			numbered = numbered || r.cues.Contains(tokens, "datedruling") // "JUDGMENT OF THE COURT"
		}
	}
	if !court || !numbered {
		return false
	}
	return r.cues.Contains(r.cues.Lex(r.doc.Text, 0, len(tailless(r.doc.Text, 3000)), nil), "party")
}

// caseNumber is what tells a line of a case's head: its number, or "v." between parties.
var caseNumber = regexp.MustCompile(`\bv\.? |^v\.?$|\b(?:Nos?|Case|no)\.? ?[A-Z]?[-–‑]?\d`)

// capitals reports whether all longer words of a line have capitals, as names have.
func capitals(tokens []pattern.Token) bool {
	for _, t := range tokens {
		if t.Kind == pattern.Word && !t.Upper && t.End-t.Start > 3 {
			return false
		}
	}
	return true
}

// tailless returns the first n bytes of a text, up to a rune's end.
func tailless(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// caseTitle returns the line that names the parties, "A v. B", or the document's title.
func (r *reader) caseTitle() string {
	for i, b := range r.doc.Blocks {
		if i == 2*headBlocks {
			break
		}
		line := source.Clean(r.doc.Text[b.Start:b.End], 0)
		if b.End-b.Start <= 3*maxName && (strings.Contains(line, " v. ") || strings.Contains(line, " v ") || strings.Contains(line, " V. ")) {
			return shorten(calm(line), maxName)
		}
		if (line == "v." || line == "v" || line == "V.") && i > 0 && i+1 < len(r.doc.Blocks) {
			return shorten(r.partyIn(i-1)+" v. "+r.partyIn(i+1), maxName)
		}
	}
	for i, b := range r.doc.Blocks {
		if i == 2*headBlocks {
			break
		}
		if tokens := r.cues.Lex(r.doc.Text, b.Start, b.End, nil); len(tokens) <= 16 && r.cues.Contains(tokens, "court") && r.cues.Contains(tokens, "datedruling") && capitals(tokens) {
			return calm(source.Clean(r.doc.Text[b.Start:b.End], 0))
		}
	}
	return r.doc.Title
}

// partyIn returns the name of a party in a block, without what it is in the case.
func (r *reader) partyIn(block int) string {
	b := r.doc.Blocks[block]
	line := strings.TrimRight(source.Clean(r.doc.Text[b.Start:b.End], 0), " ,.")
	if head, role, ok := strings.Cut(line, ", "); ok && r.cues.Contains(r.cues.Lex(role, 0, len(role), nil), "party") {
		line = head
	}
	return calm(line)
}

// citation is the section of an act that says what it is called: "This Act may be
// cited as the Harbour Act 2021", "Sections 1 to 4 may be cited as …".
var citation = regexp.MustCompile(`(?i:\bthis act|\bthese regulations|\bthis order|\bthis law|\bthese rules)[^.;]{0,40}? (?:may|shall) be (?:cited|known|referred to) as (?:the )?[“"‘']*([A-Z][^”"’.\n;]{5,88})`)

// numbered returns the name of an instrument that a block names by a number, where
// the block says more: "Directive (EU) 2019/1937 of the European Parliament …".
func (r *reader) numbered(b source.Block) string {
	for _, n := range namesIn(r.names, b.Start, b.End) {
		if text := r.doc.Text[n.Start:n.End]; n.Entity.Type == lexicon.Instrument && strings.ContainsAny(text, "0123456789") {
			return source.Clean(text, 0)
		}
	}
	return ""
}

// namesOne reports whether a line names one instrument: by a number or in three or
// more words, one of which says what sort it is.
func (r *reader) namesOne(line string) bool {
	tokens := r.cues.Lex(line, 0, len(line), nil)
	return r.cues.Contains(tokens, "instrument") && (strings.ContainsAny(line, "0123456789") || strings.Count(line, " ") > 2) && !strings.Contains(line, "|")
}

// calm writes a line that is all or nearly all in capitals with capitals only at
// the head of its longer words.
func calm(line string) string {
	upper, lower := 0, 0
	for _, r := range line {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	if upper < 8*lower || upper < 8 {
		return line
	}
	words := strings.Fields(line)
	for i, w := range words {
		switch {
		case strings.ContainsAny(w, "()0123456789/."):
		case i > 0 && lexicon.Cues().Known("leadson", w):
			words[i] = strings.ToLower(w)
		default:
			words[i] = capitalise(strings.ToLower(w))
		}
	}
	return strings.Join(words, " ")
}

// titleOfInstrument reports whether a line names an instrument and tells of no act.
func (r *reader) titleOfInstrument(start, end int) bool {
	tokens := r.cues.Lex(r.doc.Text, start, end, nil)
	if !r.cues.Contains(tokens, "instrument") || isHanText(r.doc.Text[start:end]) && !r.endsAsTitle(tokens) {
		return false
	}
	for i := range tokens {
		if m, ok := r.cues.Match(tokens, i, nil); ok && !lexicon.RuleOf(m.Rule).Noun && !isName(r, tokens[i]) {
			return false
		}
	}
	return true
}

// endsAsTitle reports whether a Chinese line ends with a noun for an instrument, as
// its title does: 法 is one, 立法會 is none. What stands in brackets behind it –
// （试行） – is passed over.
func (r *reader) endsAsTitle(tokens []pattern.Token) bool {
	n := len(tokens)
	for n > 0 && tokens[n-1].Kind == pattern.Punct {
		n--
	}
	for i := n - 1; i > 0 && i > n-14; i-- {
		if t := r.doc.Text[tokens[i].Start:tokens[i].End]; t == "（" || t == "(" {
			n = i
			break
		}
	}
	return r.cues.Closes(tokens[:n], "instrument")
}

func isName(r *reader, t pattern.Token) bool {
	return len(namesIn(r.names, t.Start, t.End)) > 0 || t.Upper
}

// ownNames returns the words by which the document calls itself; none where it is
// no instrument, or its title is too long to stand for it.
func (r *reader) ownNames() []string {
	if title := r.title; !r.instrument || title == "" || utf8.RuneCountInString(title) > maxName {
		return nil
	}
	return r.cues.Words("selfreference")
}
