package main

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"regtimeline/timeline"
	"regtimeline/timeline/source"

	"github.com/spf13/cobra"
)

// sourceFlags are the flags of timeline sources.
type sourceFlags struct {
	inputFlags
	out, format string
	overwrite   bool
}

// sourceRow is a document with the number of dates in it.
type sourceRow struct {
	*source.Document
	mentions int
}

// byteOrderMark tells Excel that a CSV file is UTF-8, so that titles in Chinese
// survive being corrected there.
const byteOrderMark = "\ufeff"

// sourceWriter writes the table of the documents; a path in it is relative to dir.
type sourceWriter func(w io.Writer, rows []sourceRow, dir string) error

// sourceFormats are the ways to write it.
var sourceFormats = map[string]sourceWriter{
	"text": writeSourceTable,
	"csv":  writeSourceCSV,
}

func (a *app) sourcesCommand() *cobra.Command {
	var f sourceFlags
	cmd := &cobra.Command{
		Use:   "sources PATH… [flags]",
		Short: "Show what is known of each document, and let it be corrected",
		Long: `Sources prints a table of the documents: what kind of file each is, its language and
pages, its title, when it was published and what says so, and how many dates it holds.

With -o it is written as a sources.csv. Correct what is wrong in it, fill in what is
missing, and the next build of these documents reads it: it must be called
sources.csv and lie beside the documents or in a folder above them.`,
		Example: `  timeline sources reports/
  timeline sources reports/ -o reports/sources.csv
  timeline sources reports/ --format csv`,
		RunE: func(cmd *cobra.Command, paths []string) error { return a.sources(cmd.Context(), paths, f) },
	}
	set := cmd.Flags()
	set.StringVarP(&f.out, "out", "o", "", "`FILE` to write, as a sources.csv")
	set.StringVar(&f.format, "format", "", "`NAME` of the format: text (for people) or csv; with -o it is csv")
	set.BoolVar(&f.overwrite, "overwrite", false, "write over a file that stands there already")
	f.register(set)
	set.SortFlags = false
	return cmd
}

// sources prints the table, or writes it.
func (a *app) sources(ctx context.Context, paths []string, f sourceFlags) error {
	if err := checkPaths(paths); err != nil {
		return err
	}
	write, out, err := f.plan()
	if err != nil {
		return err
	}
	in, err := a.read(ctx, paths, f.inputFlags, nil)
	if err != nil {
		return err
	}
	rows := make([]sourceRow, len(in.docs))
	total := 0
	for i, d := range in.docs {
		rows[i] = sourceRow{d, len(timeline.Mentions(d))}
		total += rows[i].mentions
	}
	a.progress.clear()
	if out == nil {
		if err := buffered(a.stdout, func(w io.Writer) error { return write(w, rows, ".") }); err != nil {
			return streamError(err)
		}
	} else {
		dir := filepath.Dir(out.path)
		render := func(w io.Writer) error {
			if _, err := io.WriteString(w, byteOrderMark); err != nil {
				return err
			}
			return write(w, rows, dir)
		}
		if err := a.staged.add(*out, render); err != nil {
			return failure("%s could not be written: %s; nothing was written", out, reason(err))
		}
		if err := a.staged.commit(); err != nil {
			return err
		}
	}
	a.progress.summary(count(len(rows), "document") + ", " + count(total, "date"))
	return in.outcome()
}

// plan chooses the format and the file; a nil file is standard output. A file that
// stands there may hold corrections, and is not overwritten unless the user says so.
func (f sourceFlags) plan() (sourceWriter, *output, error) {
	name := f.format
	switch {
	case name == "" && (f.out == "" || f.out == stdinPath):
		name = "text"
	case name == "":
		name = "csv"
	}
	write, ok := sourceFormats[name]
	if !ok {
		return nil, nil, usage("--format: there is no format %q; the formats are text and csv", name)
	}
	if f.out == "" || f.out == stdinPath {
		return write, nil, nil
	}
	info, err := os.Stat(f.out)
	switch {
	case err == nil && info.IsDir():
		return nil, nil, usage("-o %s is a folder; name a file in it, such as %s", f.out, filepath.Join(f.out, "sources.csv"))
	case err == nil && !info.Mode().IsRegular():
		return nil, nil, usage("-o %s is not a file", f.out)
	case err == nil && !f.overwrite:
		return nil, nil, usage("-o %s exists already, perhaps with your corrections; write to another file and compare, or give --overwrite", f.out)
	}
	path, err := filepath.Abs(f.out)
	if err == nil && info != nil {
		path, err = filepath.EvalSymlinks(path)
	}
	if err != nil {
		return nil, nil, failure("%s could not be written: %s; nothing was written", f.out, reason(err))
	}
	return write, &output{name: f.out, flag: "-o", path: path, info: info}, nil
}
