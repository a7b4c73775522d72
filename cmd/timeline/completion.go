package main

import (
	"io"
	"slices"
	"strings"

	"regtimeline/export"
	"regtimeline/timeline"

	"github.com/spf13/cobra"
)

// shells lists the shells that can complete our command lines.
var shells = []struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) }},
}

func (a *app) completionCommand() *cobra.Command {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script by which a shell completes timeline's commands",
		Long: `Completion prints the script by which a shell – ` + choice(names) + ` – completes
commands, flags, kinds of event, formats and styles when the Tab key is pressed.`,
		Example: `  source <(timeline completion bash)
  timeline completion zsh > ~/.zfunc/_timeline
  timeline completion fish > ~/.config/fish/completions/timeline.fish
  timeline completion powershell`,
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				for _, s := range shells {
					if s.name == args[0] {
						return streamError(s.write(cmd.Root(), a.stdout))
					}
				}
			}
			return usage("name one shell: %s", choice(names))
		},
	}
}

// completeBuild tells the shell what may follow the flags of build.
func completeBuild(cmd *cobra.Command) {
	var kinds []cobra.Completion
	for _, k := range timeline.Kinds {
		kinds = append(kinds, cobra.CompletionWithDesc(string(k.Kind), k.Label))
	}
	for flag, words := range map[string][]cobra.Completion{"kind": kinds, "columns": export.ColumnNames()} {
		must(cmd.RegisterFlagCompletionFunc(flag, severalOf(words)))
	}
	for flag, words := range map[string][]cobra.Completion{"format": formatNames(), "style": export.MarkdownStyles, "group": export.Groupings} {
		must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
	}
	for flag, extensions := range map[string][]string{"into": {"md"}, "edits": {"xlsx", "csv"}} {
		must(cmd.MarkFlagFilename(flag, extensions...))
	}
	for _, flag := range []string{"title", "since", "until", "published", "today", "heading-level"} {
		must(cmd.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions))
	}
}

// tables completes the names of files that timeline wrote and reads back.
func tables(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"json", "csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt
}

// severalOf completes the last of several words with commas between them, and
// leaves out those that stand there already.
func severalOf(words []cobra.Completion) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		before, last := "", typed
		if i := strings.LastIndexByte(typed, ','); i >= 0 {
			before, last = typed[:i+1], typed[i+1:]
		}
		var fit []cobra.Completion
		for _, w := range words {
			name, _, _ := strings.Cut(w, "\t")
			if strings.HasPrefix(name, last) && !slices.Contains(strings.Split(before, ","), name) {
				fit = append(fit, before+w)
			}
		}
		return fit, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	}
}

// must is for what can only fail where a flag's name is misspelt.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
