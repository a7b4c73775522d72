package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

// rootCommand returns the command tree. Errors and their exit codes are ours
// to report, so cobra is kept silent.
func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "timeline",
		Short: "Make one ordered, cited timeline of regulatory events from documents",
		Long: `timeline reads documents (files, folders or standard input) and makes one ordered
timeline of the regulatory events that they tell of, each with its source.

Exit codes: 0 every input was read; 3 done, but some input was skipped;
1 failure, nothing was written; 2 the command line cannot be used; 130 interrupted.`,
		Example: `  timeline build reports/ -o timeline.xlsx -o timeline.md
  timeline show timeline.xlsx
  timeline sources reports/
  timeline dates report.txt`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return unknownCommand(cmd, args[0])
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetHelpCommand(&cobra.Command{Use: "help [command]", Short: "Show the help of a command", Example: "  timeline help build", RunE: helpFor, ValidArgsFunction: commandNames})
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("%v; %q shows the flags", err, cmd.CommandPath()+" --help")
	})
	root.AddCommand(a.buildCommand(), a.showCommand(), a.diffCommand(), a.sourcesCommand(), a.datesCommand(), a.explainCommand(), a.completionCommand(), a.versionCommand())
	return root
}

// unknownCommand says what the user may have meant by a first word that is no command.
func unknownCommand(cmd *cobra.Command, word string) error {
	if _, err := os.Stat(word); err == nil {
		return usage("%q is not a command; to make a timeline of it: timeline build %s", word, word)
	}
	if near := cmd.SuggestionsFor(word); len(near) > 0 {
		return usage("there is no command %q; did you mean %q?", word, near[0])
	}
	return usage(`there is no command %q; "timeline --help" lists them`, word)
}

// commandNames completes the name of a command.
func commandNames(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []cobra.Completion
	for _, c := range cmd.Root().Commands() {
		if c.IsAvailableCommand() && len(args) == 0 {
			names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// helpFor prints the help of the command that args name.
func helpFor(cmd *cobra.Command, args []string) error {
	target, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return usage(`there is no command %q; "timeline --help" lists them`, strings.Join(args, " "))
	}
	return target.Help()
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  timeline version",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, version())
			return streamError(err)
		},
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%q takes no arguments, but was given %q", cmd.CommandPath(), args[0])
	}
	return nil
}
