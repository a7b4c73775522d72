package main

import (
	"fmt"
	"strings"

	"regtimeline/timeline"
)

// parseKinds reads the kinds that the user named, in any case and with spaces
// or hyphens for the underscores.
func parseKinds(names []string) ([]timeline.Kind, error) {
	spell := strings.NewReplacer(" ", "_", "-", "_")
	var kinds []timeline.Kind
	for _, name := range names {
		k := timeline.Kind(spell.Replace(strings.ToLower(strings.TrimSpace(name))))
		if k.Rank() == len(timeline.Kinds) {
			return nil, usage("--kind: there is no kind %q; the kinds are %s", name, list(kindNames()))
		}
		kinds = append(kinds, k)
	}
	return kinds, nil
}

func kindNames() []string {
	var names []string
	for _, k := range timeline.Kinds {
		names = append(names, string(k.Kind))
	}
	return names
}

// kindsHelp lists the kinds for the help text, a paragraph for each track.
func kindsHelp() string {
	var b strings.Builder
	var track timeline.Track
	var words []string
	end := func() {
		if len(words) > 0 {
			lines := wrapped(words, strings.Repeat(" ", 15))
			fmt.Fprintf(&b, "\n  %-13s%s", track, strings.TrimLeft(lines, " "))
		}
		words = nil
	}
	for _, k := range timeline.Kinds {
		if k.Track != track {
			end()
			track = k.Track
		}
		words = append(words, string(k.Kind))
	}
	end()
	return b.String()
}

// wrapped joins words with commas to lines of at most 78 characters that begin
// with an indent.
func wrapped(words []string, indent string) string {
	var b strings.Builder
	width := 0
	for i, word := range words {
		switch {
		case i == 0:
			b.WriteString(indent)
			width = len(indent)
		case width+2+len(word) > 78:
			b.WriteString(",\n" + indent)
			width = len(indent)
		default:
			b.WriteString(", ")
			width += 2
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String()
}
