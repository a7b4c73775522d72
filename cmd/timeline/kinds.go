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
	width := 0
	for _, k := range timeline.Kinds {
		word := string(k.Kind)
		switch {
		case k.Track != track:
			track, width = k.Track, 15
			fmt.Fprintf(&b, "\n  %-13s", track)
		case width+2+len(word) > 78:
			width = 15
			b.WriteString(",\n" + strings.Repeat(" ", width))
		default:
			b.WriteString(", ")
			width += 2
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String()
}
