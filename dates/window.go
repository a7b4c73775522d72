package dates

import (
	"sync"

	"regtimeline/dates/pattern"
)

// window is the part of a text's tokens that is being looked at. It moves through
// the text, so that a long one needs no more memory than a short one.
type window struct {
	lexer    pattern.Lexer
	tokens   []pattern.Token
	until    int // the token at which the window has to move
	trail    pattern.Trail
	memo     pattern.Memo
	captures []pattern.Capture // of the match in work
	points   []point           // of the match in work
	kept     []point           // of mentions
}

const (
	ahead  = pattern.MaxTokens + 8 // tokens that a match, and what is behind it, may take
	behind = 32                    // tokens that are kept of what stands before
	batch  = 2048                  // tokens that are read at a time
)

// windows are used again, for their buffers.
var windows = sync.Pool{New: func() any {
	return &window{
		tokens: make([]pattern.Token, 0, behind+ahead+batch), captures: make([]pattern.Capture, 0, 32), points: make([]point, 0, 8),
	}
}}

// openWindow returns a window on the start of text[from:to].
func openWindow(set *pattern.Set, text string, from, to int) *window {
	w := windows.Get().(*window)
	w.lexer, w.tokens = set.Lexer(text, from, to), w.tokens[:0]
	w.trail.Forget()
	w.until = 0
	return w
}

func (w *window) close() {
	w.lexer = pattern.Lexer{} // which holds the text
	windows.Put(w)
}

// read makes sure that the window holds what a match at token i may look at. It
// returns the number that the token has then.
func (w *window) read(i int) int {
	if i < w.until {
		return i
	}
	return w.move(i)
}

// move drops the tokens that are further behind token i than is looked back, and reads on.
func (w *window) move(i int) int {
	if len(w.tokens)-i < ahead && !w.lexer.Done() {
		drop := max(0, i-behind)
		w.trail.Forget()
		w.tokens = w.tokens[:copy(w.tokens, w.tokens[drop:])]
		w.tokens = w.lexer.Read(w.tokens, len(w.tokens)+batch)
		i -= drop
	}
	w.until = len(w.tokens) - ahead + 1
	if w.lexer.Done() {
		w.until = len(w.tokens)
	}
	return i
}

// has reports whether there is a token i, and reads it without moving the window.
func (w *window) has(i int) bool {
	if i >= len(w.tokens) {
		w.tokens = w.lexer.Read(w.tokens, len(w.tokens)+batch)
	}
	return i < len(w.tokens)
}

// keep returns a copy of the points of a mention. Those of many mentions share a
// piece of memory.
func (w *window) keep(points []point) []point {
	n := len(w.kept)
	if cap(w.kept)-n < len(points) {
		n, w.kept = 0, make([]point, 0, max(len(points), 64))
	}
	w.kept = append(w.kept, points...)
	return w.kept[n:len(w.kept):len(w.kept)]
}
