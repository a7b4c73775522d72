package main

import (
	"bytes"
	"errors"

	"regtimeline/export"
	"regtimeline/timeline"

	"github.com/spf13/cobra"
)

func (a *app) diffCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "diff OLD NEW [flags]",
		Short: "Compare two timelines",
		Long: `Diff compares two files that timeline wrote – JSON, CSV or XLSX, in any pairing – and
prints which events were added, removed or changed, and what of them. Events are
the same where they have one id, or else one source.

Exit codes: 0 they tell the same; 1 they differ; 2 one cannot be read.`,
		Example: `  timeline diff monday.xlsx friday.xlsx
  timeline diff old.json new.csv --format markdown`,
		RunE: func(_ *cobra.Command, files []string) error { return a.diff(files, format) },

		ValidArgsFunction: tables,
	}
	cmd.Flags().StringVar(&format, "format", "text", "`NAME` of the format: text, markdown or json")
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "markdown", "json"}, cobra.ShellCompDirectiveNoFileComp)))
	return cmd
}

// diff compares two files. As with diff(1), what cannot be read is trouble (2) and
// no difference (1).
func (a *app) diff(files []string, format string) error {
	write, ok := export.DiffFormatByName(format)
	if !ok {
		return usage("--format: there is no format %q; the formats are text, markdown and json", format)
	}
	if len(files) != 2 {
		return usage("give two files to compare: timeline diff OLD NEW")
	}
	var tables [2][]timeline.Row
	for i, file := range files {
		rows, _, err := readTable("", file, export.ReadRows)
		if err != nil {
			return trouble(err)
		}
		tables[i] = rows
	}
	d := timeline.Diff(tables[0], tables[1])
	var b bytes.Buffer
	if err := write.Write(&b, d); err != nil {
		return trouble(err)
	}
	if _, err := a.stdout.Write(b.Bytes()); err != nil {
		return trouble(streamError(err))
	}
	if !d.Empty() {
		return outcome{code: exitFailure}
	}
	return nil
}

// trouble turns an error into one with the exit code for trouble.
func trouble(err error) error {
	o := outcome{message: err.Error()}
	errors.As(err, &o)
	return outcome{exitUsage, o.message}
}
