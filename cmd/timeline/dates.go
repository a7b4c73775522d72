package main

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"

	"github.com/spf13/cobra"
)

// mentionWriter writes the date mentions of a document.
type mentionWriter func(w io.Writer, doc *source.Document, mentions []dates.Mention) error

// mentionFormats are the ways to print mentions.
var mentionFormats = map[string]mentionWriter{
	"text":  writeMentionTable,
	"jsonl": writeMentionLines,
}

func (a *app) datesCommand() *cobra.Command {
	var f inputFlags
	var format string
	cmd := &cobra.Command{
		Use:   "dates PATH… [flags]",
		Short: "Print every date mention of documents",
		Long: `Dates prints every date that it finds in the documents: where it stands, its words
and what they mean. A date that is no event's own (of a citation, in a law's name,
of the page itself) carries its role, one that cannot be right carries a doubt.`,
		Example: `  timeline dates report.txt
  timeline dates reports/ --format jsonl
  timeline dates speech.txt --published 2021-07-05`,
		RunE: func(cmd *cobra.Command, paths []string) error { return a.dates(cmd.Context(), paths, format, f) },
	}
	set := cmd.Flags()
	set.StringVar(&format, "format", "text", "`NAME` of the format: text (for people) or jsonl (one mention a line)")
	f.register(set)
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "jsonl"}, cobra.ShellCompDirectiveNoFileComp)))
	set.SortFlags = false
	return cmd
}

// dates prints the mentions of each document.
func (a *app) dates(ctx context.Context, paths []string, format string, f inputFlags) error {
	write, ok := mentionFormats[format]
	if !ok {
		return usage("--format: there is no format %q; the formats are text and jsonl", format)
	}
	if err := checkPaths(paths); err != nil {
		return err
	}
	in, err := a.read(ctx, paths, f, nil)
	if err != nil {
		return err
	}
	a.progress.clear()
	w := bufio.NewWriterSize(a.stdout, 1<<16)
	total := 0
	for _, doc := range in.docs {
		mentions := timeline.Mentions(doc)
		total += len(mentions)
		if err := write(w, doc, mentions); err != nil {
			return streamError(err)
		}
	}
	if err := w.Flush(); err != nil {
		return streamError(err)
	}
	a.progress.summary(fmt.Sprintf("%s, %s", count(len(in.docs), "document"), count(total, "date")))
	return in.outcome()
}
