package main

import (
	"fmt"
	"os"
	"strings"

	"regtimeline/export"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// edits is the file with a reviewer's corrections; the zero edits is none.
type edits struct {
	path string
	info os.FileInfo
	rows []timeline.Row
}

// maxTable is the size of a table, in bytes, up to which one is read.
const maxTable = 512 << 20

// readEdits reads the file given with --edits.
func readEdits(path string) (edits, error) {
	if path == "" {
		return edits{}, nil
	}
	rows, info, err := readTable("--edits", path, export.ReadEdits)
	return edits{path, info, rows}, err
}

// readTable reads the rows of a file that timeline wrote.
func readTable(flag, path string, read func([]byte) ([]timeline.Row, error)) ([]timeline.Row, os.FileInfo, error) {
	said := strings.TrimSpace(flag + " " + path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, nil, usage("%s: %s", said, reason(err))
	case !info.Mode().IsRegular():
		return nil, nil, usage("%s is no file; give a file that timeline wrote", said)
	case info.Size() > maxTable:
		return nil, nil, failure("%s is larger than %d MiB", said, maxTable>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, failure("%s could not be read: %s", said, reason(err))
	}
	rows, err := read(data)
	if err != nil {
		return nil, nil, failure("%s could not be read: %s", said, err)
	}
	return rows, info, nil
}

// is reports whether a path leads to the file of the edits.
func (e edits) is(path string) bool { return e.info != nil && sameFile(path, e.info) }

// leaveOut takes the file of the edits from the documents, where it lies in an
// input folder.
func (e edits) leaveOut(docs []*source.Document) []*source.Document {
	var rest []*source.Document
	for _, d := range docs {
		if d.Path == stdinPath || !e.is(d.Path) {
			rest = append(rest, d)
		}
	}
	return rest
}

// apply applies the edits to a timeline and says what became of them.
func (e edits) apply(a *app, t *timeline.Timeline, f inputFlags) (*timeline.Timeline, error) {
	if e.path == "" {
		return t, nil
	}
	t, applied := timeline.Apply(t, e.rows)
	var notes []note
	for _, r := range applied.Remarks {
		notes = append(notes, note{e.path, r.At + ": " + r.Sentence})
	}
	a.sayNotes(notes)
	if !f.quiet {
		a.progress.clear()
		a.say(e.path + ": " + sumOf(applied))
	}
	if f.strict && len(notes) > 0 {
		return nil, failure("nothing was written, because of --strict and %s above", count(len(notes), "remark"))
	}
	return t, nil
}

// sumOf says how many events bear a reviewer's mark.
func sumOf(a timeline.Applied) string {
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{a.Edited, "edited"}, {a.Accepted, "accepted"}, {a.Rejected, "rejected"}, {a.Merged, "merged"}, {a.Added, "added"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.word))
		}
	}
	if len(parts) == 0 {
		return "no edits"
	}
	return list(parts)
}
