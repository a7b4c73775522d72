package export

import (
	"fmt"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const mermaidNameBytes = 90 // of a name in a diagram

// mermaid writes dated events as a timeline diagram of Mermaid, in the fenced
// block that GitHub and others draw: a section a year, a line a date.
func mermaid(events []timeline.Event, title string) string {
	var b strings.Builder
	b.WriteString("```mermaid\ntimeline\n")
	if title = mermaidText(title); title != "" {
		fmt.Fprintf(&b, "    title %s\n", title)
	}
	for _, g := range groupsOf(events, ByYear) {
		fmt.Fprintf(&b, "    section %s\n", mermaidText(g.heading))
		before := ""
		for _, e := range g.events {
			when := mermaidText(e.Date.Display())
			name := or(mermaidText(e.Name), "No name")
			if when == before {
				when = strings.Repeat(" ", len(when))
			} else {
				before = when
			}
			fmt.Fprintf(&b, "        %s : %s\n", when, name)
		}
	}
	b.WriteString("```")
	return b.String()
}

// mermaidText is text that is only text in a diagram: what Mermaid would take
// for its own, or a browser for mark-up, is written as a character's number.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range source.Clean(valid(s), mermaidNameBytes) {
		if strings.ContainsRune("#;:%&<>\"`{}\\", r) {
			fmt.Fprintf(&b, "#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
