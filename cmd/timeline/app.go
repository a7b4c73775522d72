package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"regtimeline/timeline/source"
)

// app is one run of the command: its streams, and the files that it has begun.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	progress       *progress
	staged         staging
}

func newApp(stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{stdin: stdin, stdout: stdout, stderr: stderr, progress: newProgress(stderr)}
}

// say writes one line to standard error. What it quotes from files and their
// names can do nothing to a terminal.
func (a *app) say(sentence string) { fmt.Fprintf(a.stderr, "timeline: %s\n", printable(sentence)) }

// maxNotes is the number of notes that are shown one by one.
const maxNotes = 50

// note is a remark on one input.
type note struct{ path, sentence string }

// sayNotes writes a line for each note, and after maxNotes how many there are more.
func (a *app) sayNotes(notes []note) {
	if len(notes) == 0 {
		return
	}
	a.progress.clear()
	w := bufio.NewWriter(a.stderr)
	defer w.Flush()
	for i, n := range notes {
		if i == maxNotes {
			fmt.Fprintf(w, "timeline: and %d more\n", len(notes)-maxNotes)
			return
		}
		fmt.Fprintf(w, "timeline: %s: %s\n", printable(inputName(n.path)), printable(source.Clean(n.sentence, 500)))
	}
}

// inputName is what people call an input.
func inputName(path string) string {
	if path == stdinPath {
		return "standard input"
	}
	return path
}

// count writes a number with its noun: "1 document", "12 documents".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// list joins words as a sentence does: "a", "a and b", "a, b and c".
func list(words []string) string { return joined(words, " and ") }

// choice joins words of which one is to be taken: "a", "a or b", "a, b or c".
func choice(words []string) string { return joined(words, " or ") }

func joined(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + last + words[n]
}
