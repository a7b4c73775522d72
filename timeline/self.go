package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
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
		if b.End-b.Start <= 2*maxName && r.titleOfInstrument(b.Start, b.End) {
			return true
		}
	}
	return false
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
	if title := r.doc.Title; !r.instrument || title == "" || utf8.RuneCountInString(title) > maxName {
		return nil
	}
	return r.cues.Words("selfreference")
}
