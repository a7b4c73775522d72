package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"regtimeline/dates"
	"regtimeline/export"
	"regtimeline/timeline"

	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show FILE",
		Short: "Show a timeline in the terminal",
		Long: `Show prints a timeline that was written as JSON, CSV or XLSX (- is standard input) as
a table that fits the terminal, with a colour for each track. Where the output is no
terminal, or NO_COLOR is set, or TERM is dumb, it has no colours; its width is then
that of COLUMNS, or 100.`,
		Example: `  timeline show timeline.xlsx
  timeline show timeline.json | less
  timeline show - < timeline.json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("name one file that timeline wrote as JSON, CSV or XLSX, or - for standard input")
			}
			return nil
		},
		ValidArgsFunction: tables,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.show(args[0]) },
	}
}

// show prints the events of a file. Those that a reviewer left out, and what
// could not be applied, are only counted.
func (a *app) show(path string) error {
	rows, err := a.rowsOf(path)
	if err != nil {
		return err
	}
	var events []timeline.Event
	left := 0
	for i := range rows {
		e, _ := rows[i].Event()
		if rows[i].Kept || e.Review.State == timeline.Rejected {
			left++
			continue
		}
		events = append(events, e)
	}
	slices.SortStableFunc(events, func(x, y timeline.Event) int { return compareDates(x.Date, y.Date) })
	w := bufio.NewWriterSize(a.stdout, 1<<16)
	newScreen(a.stdout).table(w, events)
	if left > 0 {
		fmt.Fprintf(w, "\n%s left out in review\n", count(left, "event"))
	}
	return streamError(w.Flush())
}

// rowsOf reads the rows of a file, or of standard input.
func (a *app) rowsOf(path string) ([]timeline.Row, error) {
	if path != stdinPath {
		rows, _, err := readTable("", path, export.ReadRows)
		return rows, err
	}
	if a.stdin == nil {
		return nil, failure("there is no standard input")
	}
	data, err := io.ReadAll(io.LimitReader(a.stdin, maxTable+1))
	switch {
	case err != nil:
		return nil, failure("standard input could not be read: %s", reason(err))
	case len(data) > maxTable:
		return nil, failure("standard input is larger than %d MiB", maxTable>>20)
	}
	rows, err := export.ReadRows(data)
	if err != nil {
		return nil, failure("standard input could not be read: %s", err)
	}
	return rows, nil
}

// compareDates orders by earliest day, or latest where the start is open; no date comes last.
func compareDates(x, y dates.Date) int {
	if x.IsZero() != y.IsZero() {
		if x.IsZero() {
			return 1
		}
		return -1
	}
	a, b := firstDay(x), firstDay(y)
	return cmp.Or(a.Compare(b), -cmp.Compare(x.Precision(), y.Precision()))
}

func firstDay(d dates.Date) dates.Day {
	if day := d.Earliest(); !day.IsZero() {
		return day
	}
	return d.Latest()
}

// colourful reports whether colours are wanted (no-color.org) and understood.
func colourful(terminal bool) bool {
	return terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
