package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"

	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	var f inputFlags
	var lexicons []string
	cmd := &cobra.Command{
		Use:   "explain ID PATH… [flags]",
		Short: "Say how one event came about",
		Long: `Explain reads the documents as build does and prints, for the event with the id, how it
came about: the words of each source, what they were read as and by which rule, how the
date was worked out, which sources were joined, and what is doubtful. The first few
characters of an id are enough where no other event has them.

The ids stand in the JSON, CSV and XLSX of a build of the same documents.`,
		Example: `  timeline explain e5d21a90c3f47 reports/
  timeline explain e5d2 speech.txt --published 2021-07-05`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return usage("name the id of an event and at least one file or folder: timeline explain ID PATH…")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.explain(cmd.Context(), args[0], args[1:], lexicons, f)
		},
	}
	set := cmd.Flags()
	registerLexicons(set, &lexicons)
	f.register(set)
	set.SortFlags = false
	return cmd
}

// explain prints how one event of the documents came about.
func (a *app) explain(ctx context.Context, id string, paths, lexicons []string, f inputFlags) error {
	if err := checkPaths(paths); err != nil {
		return err
	}
	names, err := readLexicon(lexicons)
	if err != nil {
		return err
	}
	in, err := a.read(ctx, paths, f, nil)
	if err != nil {
		return err
	}
	t := timeline.BuildWith(in.docs, timeline.Options{Lexicon: names, Progress: a.progress.count})
	a.progress.clear()
	e, err := eventOf(t, id)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(a.stdout)
	writeExplanation(w, e)
	if err := w.Flush(); err != nil {
		return streamError(err)
	}
	return in.outcome()
}

// eventOf returns the event whose id begins with the characters given.
func eventOf(t *timeline.Timeline, id string) (*timeline.Event, error) {
	var found *timeline.Event
	for _, list := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range list {
			switch e := &list[i]; {
			case e.ID == id:
				return e, nil
			case strings.HasPrefix(e.ID, id) && found != nil:
				return nil, failure("several events have an id that begins with %q; give more of it", printable(id))
			case strings.HasPrefix(e.ID, id):
				found = e
			}
		}
	}
	if found == nil {
		return nil, failure("no event of these documents has the id %q; the ids stand in the JSON, CSV and XLSX of a build", printable(id))
	}
	return found, nil
}

// writeExplanation writes an event and where each part of it comes from.
func writeExplanation(w io.Writer, e *timeline.Event) {
	fmt.Fprintf(w, "%s  %s\n\n", e.ID, printable(e.Name))
	line := func(label, text string) {
		if text != "" {
			fmt.Fprintf(w, "  %-12s %s\n", label, printable(text))
		}
	}
	line("date", dateLine(e))
	line("kind", e.Kind.Label()+", "+string(e.Status))
	line("instrument", strings.TrimSpace(e.Instrument+" "+e.Provision))
	line("authorities", list(e.Authorities))
	line("targets", list(e.Targets))
	line("amount", strings.TrimSpace(e.Amount.Currency+" "+e.Amount.Value))
	line("confidence", fmt.Sprintf("%.2f", e.Confidence))
	for _, d := range e.Doubts {
		line("doubt", d)
	}
	for i, s := range e.Sources {
		fmt.Fprintf(w, "\n%d. %s, %s\n", i+1, s.Role, printable(whereabouts(s)))
		fmt.Fprintf(w, "   “%s”\n", printable(s.Quote.Quote(400)))
		if s.Date.Start < s.Date.End {
			fmt.Fprintf(w, "   date: “%s” → %s%s\n", printable(s.Date.Quote(80)), orNone(s.Value.String()), how(s.Trace))
		}
		if act := s.Trace.Act; act.Start < act.End {
			fmt.Fprintf(w, "   act:  “%s” → %s (%s)\n", printable(act.Quote(80)), s.Trace.Kind, s.Trace.ActRule)
		} else if s.Trace.ActRule != "" {
			fmt.Fprintf(w, "   act:  %s (%s)\n", s.Trace.Kind, s.Trace.ActRule)
		}
		if s.Trace.Name != "" && s.Trace.Name != e.Name {
			fmt.Fprintf(w, "   alone it would be: %s\n", printable(s.Trace.Name))
		}
	}
}

// dateLine says when an event was and how that is known.
func dateLine(e *timeline.Event) string {
	if e.Date.IsZero() {
		return "none"
	}
	by := string(e.Basis)
	if e.Rule != "" && e.Basis == dates.Derived {
		by = e.Rule
	}
	return e.Date.Display() + " (" + e.Date.String() + "), " + by
}

// how says by which rule a date was read and what was understood with it.
func how(t timeline.Trace) string {
	s := ""
	if t.Basis != dates.NoBasis && t.Basis != "" {
		s = ", " + string(t.Basis)
	}
	if len(t.Implied) > 0 {
		s += ", with the " + list(t.Implied) + " from the context"
	}
	if t.DateRule != "" {
		s += " (" + t.DateRule + ")"
	}
	return s
}

// whereabouts says where a source stands.
func whereabouts(s timeline.Source) string {
	if page := s.Quote.Page(); page > 0 {
		return fmt.Sprintf("%s, page %d", s.Quote.Doc.Path, page)
	}
	return fmt.Sprintf("%s, line %d", s.Quote.Doc.Path, s.Quote.Line())
}

func orNone(s string) string {
	if s == "" {
		return "no date"
	}
	return s
}
