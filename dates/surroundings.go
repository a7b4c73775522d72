package dates

import "regtimeline/dates/pattern"

// surroundings are the tokens of the clause in which a mention stands, read once
// however often they are asked for, into the same memory for all mentions.
type surroundings struct {
	of            *Mention // nil before the first one
	before, after []pattern.Token
	tense         tense
	tenseKnown    bool
	buf           []pattern.Token // of lex
}

// clauseTokens is how many tokens behind a mention are looked at, those of a phrase
// that begins within reach included.
const clauseTokens = 2 * reach

// around returns the tokens of its clause before and behind a mention.
func (r *resolver) around(m *Mention) *surroundings {
	w := &r.words
	if w.of == m {
		return w
	}
	w.of, w.tenseKnown = m, false
	from, to := clause(r.Text, m.Start, m.End, r.here)
	w.before = patterns().Lex(r.Text, from, m.Start, w.before[:0])
	l := patterns().Lexer(r.Text, m.End, to)
	w.after = l.Read(w.after[:0], clauseTokens)
	return w
}

// lex returns the tokens of a piece of a text. They last until the next call.
func (w *surroundings) lex(text string, from, to int) []pattern.Token {
	w.buf = patterns().Lex(text, from, to, w.buf[:0])
	return w.buf
}
