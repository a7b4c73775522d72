package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"

	"regtimeline/export"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// planInto plans the writing into a report, which must be there and have its place
// for the timeline.
func (a *app) planInto(name string) (output, error) {
	o := output{name: name, flag: "--into", into: true}
	o.format, _ = export.ByName("markdown")
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return o, usage("--into %s: %s", name, reason(err))
	case info.IsDir():
		return o, usage("--into %s is a folder; name a Markdown file", name)
	case !info.Mode().IsRegular():
		return o, usage("--into %s is no file that could be written anew", name)
	}
	o.info = info
	if err := o.replace(nil); err != nil {
		return o, err
	}
	report, err := os.ReadFile(o.path)
	if err != nil {
		return o, usage("--into %s: %s", name, reason(err))
	}
	if err := export.CheckInjection(report); err != nil {
		return o, usage("--into %s: it %v", name, err)
	}
	return o, nil
}

// inject stages a report with the timeline in it. A report that stays as it is
// is not written at all.
func (a *app) inject(o output, t *timeline.Timeline, options export.Options) error {
	report, err := os.ReadFile(o.path)
	if err != nil {
		return err
	}
	written, err := export.Inject(report, t, options)
	if err != nil {
		return errors.New("it " + err.Error())
	}
	if bytes.Equal(report, written) {
		return nil
	}
	return a.staged.add(o, func(w io.Writer) error {
		_, err := w.Write(written)
		return err
	})
}

// withoutReports leaves out the reports that are written into: they are results,
// and no sources of themselves.
func (all outputs) withoutReports(docs []*source.Document) []*source.Document {
	return slices.DeleteFunc(docs, func(d *source.Document) bool {
		return slices.ContainsFunc(all, func(o output) bool { return o.into && d.Path != stdinPath && sameFile(d.Path, o.info) })
	})
}

// markdown reports whether an output is Markdown.
func (all outputs) markdown() bool {
	return slices.ContainsFunc(all, func(o output) bool { return o.format.Name == "markdown" })
}
