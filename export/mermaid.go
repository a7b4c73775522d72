package export

import (
	"fmt"
	"strings"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

const (
	mermaidNameBytes = 90 // of a name in a diagram
	mermaidBoxHan    = 10 // Chinese characters that fit beside each other in a box
	hairSpace        = '\u200a'
	firstWide        = 0x2E80 // where the characters of East Asia begin
)

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
// Chinese, which Mermaid breaks at spaces alone, gets the narrowest
// of spaces where a box is full.
func mermaidText(s string) string {
	var b strings.Builder
	han := 0 // characters since the last that Mermaid would break at
	for _, r := range source.Clean(valid(s), mermaidNameBytes) {
		switch {
		case r == ' ':
			han = 0
		case r >= firstWide:
			if han++; han > mermaidBoxHan {
				b.WriteRune(hairSpace)
				han = 1
			}
		}
		if strings.ContainsRune("#;:%&<>\"`{}\\", r) {
			fmt.Fprintf(&b, "#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
