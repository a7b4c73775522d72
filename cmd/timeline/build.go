package main

import (
	"context"

	"regtimeline/export"
	"regtimeline/timeline"
	"regtimeline/timeline/lexicon"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// buildFlags are the flags of timeline build.
type buildFlags struct {
	inputFlags
	markdownFlags
	out                         []string
	format, since, until, title string
	kinds                       []string
	edits                       string
	lexicons                    []string
	all, bom, csvw              bool
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build PATH… [flags]",
		Short: "Make a timeline of documents",
		Long: `Build reads each PATH – a file, a folder with all in it, or - for standard input –
and writes one timeline of the regulatory events in them.

The format follows the name of each output: ` + choice(extensions()) + `.
Without -o the timeline is printed as Markdown. An output is written whole or not at
all, and never over an input.

With --into the timeline goes into a Markdown report of yours, between the lines
<!-- timeline:begin --> and <!-- timeline:end -->; every other byte of it stays. The
report is no source, also where it lies in an input folder.

A file sources.csv beside the documents may give their title, url, published date
and language: its first line is path,title,url,published,language.

The kinds of event, by track (of the context only what is corroborated is kept without --all):
` + kindsHelp() + `

The columns of a Markdown table (--columns):

` + wrapped(export.ColumnNames(), "  "),
		Example: `  timeline build reports/ -o timeline.xlsx -o timeline.md
  timeline build speech.txt --published 2021-07-05
  timeline build reports/ --since 2017 --until 2021-06 --kind plan,entry_into_force
  timeline build reports/ --since "3 months ago" --today 2021-07-05
  timeline build reports/ --lexicon ours.txt
  timeline build reports/ --edits timeline.xlsx -o timeline.xlsx
  cat memo.txt | timeline build - --format json
  timeline build reports/ -o timeline.md --style table --columns date,kind,name,authorities
  timeline build reports/ --style narrative --group month --heading-level 3 --mermaid
  timeline build reports/ --into report.md`,
		RunE: func(cmd *cobra.Command, paths []string) error { return a.build(cmd.Context(), paths, cmd.Flags(), f) },
	}
	set := cmd.Flags()
	set.StringArrayVarP(&f.out, "out", "o", nil, "`FILE` to write; may be given several times (- is standard output)")
	set.StringVar(&f.format, "format", "", "`NAME` of the format of every output: "+list(formatNames()))
	set.StringVar(&f.title, "title", "", "`TEXT` of the timeline's heading")
	set.StringVar(&f.since, "since", "", "leave out what ended before `DATE` (2017, 2017-06-01, \"3 months ago\")")
	set.StringVar(&f.until, "until", "", "leave out what began after `DATE`")
	set.StringSliceVar(&f.kinds, "kind", nil, "keep only events of `KIND` (as listed above); several with commas between them")
	set.BoolVar(&f.all, "all", false, "keep all of the context: listings, mergers, launches, other dated facts")
	set.StringVar(&f.edits, "edits", "", "apply the corrections in `FILE`, a workbook or CSV file that an earlier run wrote")
	set.BoolVar(&f.bom, "bom", false, "begin CSV with a byte order mark, by which Excel knows UTF-8")
	set.BoolVar(&f.csvw, "csvw", false, "write a description of its columns (CSVW) beside each CSV file")
	registerLexicons(set, &f.lexicons)
	f.markdownFlags.register(set)
	f.inputFlags.register(set)
	set.SortFlags = false
	completeBuild(cmd)
	return cmd
}

// plan is all that can be known of a run before the work.
type plan struct {
	filter  timeline.Filter
	outputs outputs
	options export.Options
	edits   edits
	lexicon *lexicon.Lexicon // nil is the one that is built in
}

// plan checks everything that can be checked before the work.
func (a *app) plan(paths []string, flags *pflag.FlagSet, f buildFlags) (p plan, err error) {
	if err = checkPaths(paths); err != nil {
		return p, err
	}
	if p.filter, err = f.filter(); err != nil {
		return p, err
	}
	p.options = export.Options{Title: f.title, Version: version(), ByteOrderMark: f.bom}
	if p.options.Today, err = f.horizon(); err != nil {
		return p, err
	}
	if p.outputs, err = a.planOutputs(f.out, f.into, f.format, paths); err != nil {
		return p, err
	}
	if f.csvw {
		if p.outputs, err = a.describe(p.outputs, paths); err != nil {
			return p, err
		}
	}
	if err = f.markdownFlags.options(flags, p.outputs, &p.options); err != nil {
		return p, err
	}
	if p.lexicon, err = readLexicon(f.lexicons); err != nil {
		return p, err
	}
	p.edits, err = readEdits(f.edits)
	return p, err
}

// build plans, reads the documents, makes their timeline and writes it.
func (a *app) build(ctx context.Context, paths []string, flags *pflag.FlagSet, f buildFlags) error {
	p, err := a.plan(paths, flags, f)
	if err != nil {
		return err
	}
	go timeline.Prepare() // while the documents are read
	in, err := a.read(ctx, paths, f.inputFlags, func(path string) bool { return p.outputs.own(path) || p.edits.is(path) })
	if err != nil {
		return err
	}
	in.docs = p.outputs.withoutReports(p.edits.leaveOut(in.docs))
	if err := p.outputs.spare(in.docs); err != nil {
		return err
	}
	a.progress.stage("finding the events of " + count(len(in.docs), "document"))
	t := timeline.BuildWith(in.docs, timeline.Options{Lexicon: p.lexicon, Progress: a.progress.count})
	if err := in.fail(a, t.Failures, f.strict); err != nil {
		return err
	}
	if t, err = p.edits.apply(a, t, f.inputFlags); err != nil {
		return err
	}
	t = t.Filter(p.filter)
	a.progress.stage("writing " + p.outputs.String())
	if err := a.write(t, p.outputs, p.options); err != nil {
		return err
	}
	a.progress.summary(summary(t, in, p.outputs))
	return in.outcome()
}

// filter reads the flags that choose events. A kind that is named is kept even
// where it belongs to the context.
func (f buildFlags) filter() (timeline.Filter, error) {
	since, until, err := f.bounds(f.since, f.until)
	if err != nil {
		return timeline.Filter{}, err
	}
	kinds, err := parseKinds(f.kinds)
	return timeline.Filter{Since: since, Until: until, Kinds: kinds, All: f.all || len(kinds) > 0}, err
}
