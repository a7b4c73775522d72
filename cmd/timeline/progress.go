package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"golang.org/x/term"
)

// progress shows on one line of a terminal what is being done. Where standard
// error is no terminal it writes nothing.
type progress struct {
	mu    sync.Mutex // an interrupt clears the line while the work goes on
	w     io.Writer  // nil: silent
	shown bool
	doing string // the stage
	parts int    // of a hundred that were last shown of it
}

// eraseLine goes to the start of the line and erases it to its end (ECMA-48 CR, EL).
const eraseLine = "\r\x1b[K"

func newProgress(stderr io.Writer) *progress {
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{w: f}
	}
	return &progress{}
}

// silence turns progress off.
func (p *progress) silence() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.w = nil
}

// stage shows what begins now.
func (p *progress) stage(doing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil {
		return
	}
	fmt.Fprintf(p.w, "%stimeline: %s …", eraseLine, printable(doing))
	p.shown, p.doing, p.parts = true, doing, 0
}

// count shows how much of the stage is done, each time that it is a hundredth more.
func (p *progress) count(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	parts := 100 * done / max(total, 1)
	if p.w == nil || !p.shown || parts == p.parts {
		return
	}
	p.parts = parts
	fmt.Fprintf(p.w, "%stimeline: %s … %d of %d", eraseLine, printable(p.doing), done, total)
}

// clear wipes the line, so that a message may stand in its place.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil || !p.shown {
		return
	}
	fmt.Fprint(p.w, eraseLine)
	p.shown = false
}

// summary writes the closing line of a run, for people at a terminal.
func (p *progress) summary(sentence string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil {
		return
	}
	fmt.Fprintf(p.w, "%stimeline: %s\n", eraseLine, printable(sentence))
	p.shown = false
}
