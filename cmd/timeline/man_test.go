package main

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

var update = flag.Bool("update", false, "write the manual pages anew")

// TestManualPages holds the pages in man against the commands: they are what
// --help says, as man shows it. They are made here, so that the program need not
// carry the library that makes them.
func TestManualPages(t *testing.T) {
	root := newApp(nil, io.Discard, io.Discard).rootCommand()
	root.InitDefaultHelpCmd()
	made := map[string][]byte{}
	for _, cmd := range append(slices.Clone(root.Commands()), root) {
		if !cmd.IsAvailableCommand() && cmd != root {
			continue
		}
		made[strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"] = manualPage(t, cmd)
	}
	if *update {
		if err := os.RemoveAll("man"); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir("man", 0o777); err != nil {
			t.Fatal(err)
		}
		for name, page := range made {
			writeFile(t, filepath.Join("man", name), string(page), 0o644)
		}
	}
	entries, err := os.ReadDir("man")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if made[e.Name()] == nil {
			t.Errorf("man/%s is of no command", e.Name())
		}
	}
	for name, page := range made {
		data, err := os.ReadFile(filepath.Join("man", name))
		if err != nil || !bytes.Equal(data, page) {
			t.Errorf("man/%s is not what the command says (%v); go test ./cmd/timeline -run Manual -update writes it anew", name, err)
		}
	}
}

// manualPage is the page of a command, without a date: what it says is of this
// version, and not of a day.
func manualPage(t *testing.T, cmd *cobra.Command) []byte {
	t.Helper()
	cmd.DisableAutoGenTag = true
	cmd.Long = asMarkdown(cmd.Long)
	never := time.Time{}
	var b bytes.Buffer
	if err := doc.GenMan(cmd, &doc.GenManHeader{Section: "1", Date: &never, Source: "timeline", Manual: "timeline"}, &b); err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(b.Bytes(), []byte(never.Format("Jan 2006")), nil, 1)
}

// asMarkdown makes the text of --help what the library takes it for: nothing is
// mark-up in it, and an indented list stays one.
func asMarkdown(long string) string {
	long = strings.ReplaceAll(long, "<", `\<`)
	return regexp.MustCompile(`(?m)^  `).ReplaceAllStringFunc(long, func(s string) string { return s + "  " })
}
