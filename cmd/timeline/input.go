package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"

	"github.com/spf13/pflag"
)

// stdinPath is the argument that stands for standard input.
const stdinPath = "-"

// inputFlags say how the inputs are to be read; build and dates share them.
type inputFlags struct {
	published, today string
	strict, quiet    bool
	limits           source.Limits
}

func (f *inputFlags) register(set *pflag.FlagSet) {
	set.StringVar(&f.published, "published", "", "`DATE` on which the documents were published (2021-07-05, 2018-01)")
	set.StringVar(&f.today, "today", "", "`DATE` that words such as \"3 months ago\" in flags, and what is upcoming, are reckoned from (default for the words: the real day)")
	set.BoolVar(&f.strict, "strict", false, "fail and write nothing if any input is skipped or doubted")
	set.BoolVar(&f.quiet, "quiet", false, "no progress and no summary; what was skipped is still said")
	registerLimits(set, &f.limits)
}

// reading is what came of the inputs.
type reading struct {
	docs    []*source.Document
	skipped int
}

// outcome is nil where every input was read.
func (r reading) outcome() error {
	if r.skipped > 0 || len(r.docs) == 0 {
		return outcome{code: exitSkipped}
	}
	return nil
}

// read reads the inputs and says what was skipped or doubted. An earlier output
// that was passed over on the way (own; nil for none) is not spoken of. It fails where no
// input can be opened at all, and under --strict where anything was skipped or
// doubted.
func (a *app) read(ctx context.Context, paths []string, f inputFlags, own func(path string) bool) (reading, error) {
	options, err := f.options()
	if err != nil {
		return reading{}, err
	}
	if f.quiet {
		a.progress.silence()
	}
	options.Progress = a.progress.count
	a.progress.stage("reading " + inputNames(paths))
	docs, skips, err := source.Collect(ctx, paths, a.stdin, options)
	switch {
	case ctx.Err() != nil:
		return reading{}, outcome{code: exitInterrupted}
	case err != nil:
		return reading{}, failure("the input could not be read: %s", reason(err))
	}
	r := reading{docs: docs}
	var notes []note
	for _, s := range skips {
		if own == nil || !own(s.Path) {
			notes = append(notes, note{s.Path, reason(s.Err)})
		}
	}
	r.skipped = len(notes)
	for _, d := range docs {
		for _, w := range d.Warnings {
			notes = append(notes, note{d.Path, w})
		}
	}
	a.sayNotes(notes)
	switch {
	case len(docs) == 0 && noneOpens(paths):
		return r, outcome{code: exitFailure}
	case len(notes) > 0 && f.strict:
		return r, failure("nothing was written, because of --strict and %s above", count(len(notes), "remark"))
	case len(docs) == 0 && len(notes) == 0:
		a.say("there was nothing to read")
	}
	return r, nil
}

// fail counts the documents whose events could not be read as skipped, and says so.
func (r *reading) fail(a *app, failures []timeline.Failure, strict bool) error {
	var notes []note
	for _, f := range failures {
		notes = append(notes, note{f.Doc.Path, f.Reason})
	}
	a.sayNotes(notes)
	r.skipped += len(notes)
	if strict && len(notes) > 0 {
		return failure("nothing was written, because of --strict and %s above", count(len(notes), "remark"))
	}
	return nil
}

// inputNames names a few inputs and counts many, so as to fit on a line.
func inputNames(paths []string) string {
	if len(paths) > 2 {
		return count(len(paths), "input")
	}
	var names []string
	for _, p := range paths {
		names = append(names, inputName(p))
	}
	return list(names)
}

// checkPaths refuses arguments that cannot be inputs.
func checkPaths(paths []string) error {
	if len(paths) == 0 {
		return usage("name at least one file or folder, or - for standard input")
	}
	stdins := 0
	for _, p := range paths {
		lower := strings.ToLower(p)
		switch {
		case p == "":
			return usage("an input has an empty name; name a file or folder, or - for standard input")
		case isAddress(lower):
			return usage("%s: timeline fetches nothing; open the page in a browser, save it (Ctrl+S) and give the file", p)
		case p == stdinPath:
			stdins++
		}
	}
	if stdins > 1 {
		return usage("- stands for standard input and can be given only once")
	}
	return nil
}

// isAddress reports whether an argument, in lower case, is a web address and no file.
func isAddress(p string) bool {
	for _, scheme := range []string{"http://", "https://", "ftp://", "www."} {
		if strings.HasPrefix(p, scheme) {
			_, err := os.Stat(p)
			return err != nil
		}
	}
	return false
}

// noneOpens reports whether not one of the arguments leads to something that
// can be opened. A device or pipe is not tried, as opening it may block.
func noneOpens(paths []string) bool {
	for _, p := range paths {
		if p == stdinPath || opens(p) {
			return false
		}
	}
	return true
}

func opens(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return false
	}
	if !info.Mode().IsRegular() && !info.IsDir() {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// sameFile reports whether path leads to the file that info describes, through
// whatever links.
func sameFile(path string, info os.FileInfo) bool {
	other, err := os.Stat(filepath.FromSlash(path))
	return err == nil && info != nil && os.SameFile(other, info)
}
