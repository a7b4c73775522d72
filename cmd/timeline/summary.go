package main

import (
	"fmt"
	"slices"

	"regtimeline/timeline"
)

// summary says what a run of build came to, in one line: what was read and found,
// what a reviewer should look at, and where it was written.
func summary(t *timeline.Timeline, in reading, o outputs) string {
	merged, conflicts := 0, 0
	for _, events := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			merged += max(0, len(events[i].Sources)-1)
			if slices.ContainsFunc(events[i].Sources, func(s timeline.Source) bool { return s.Role == timeline.Conflicting }) {
				conflicts++
			}
		}
	}
	s := fmt.Sprintf("%s with %s: %s", count(len(in.docs), "document"), count(t.Mentions, "date"), count(len(t.Events), "event"))
	if merged > 0 {
		s += fmt.Sprintf(" (%s merged into them)", count(merged, "more source"))
	}
	for _, p := range []struct {
		n    int
		what string
	}{{len(t.Undated), "undated"}, {conflicts, "with conflicting dates"}, {len(t.Rejected), "rejected in review"}, {in.skipped, "skipped"}} {
		if p.n > 0 {
			s += fmt.Sprintf(", %d %s", p.n, p.what)
		}
	}
	return s + "; written to " + o.String()
}
