package timeline

// corroborated returns which context events stay in a timeline of regulation: two
// documents or more tell of them, and they are of a company that the timeline's
// enforcement acts upon. "Didi lists in New York" belongs beside "Didi's app is
// removed"; told once it is only what one author thought worth telling.
func corroborated(events ...[]Event) func(Event) bool {
	acted := map[string]bool{}
	for _, list := range events {
		for _, e := range list {
			if e.Kind.Track() == Enforcement {
				for _, t := range e.Targets {
					acted[t] = true
				}
			}
		}
	}
	return func(e Event) bool {
		if !e.ofParties() || e.documents() < 2 {
			return false
		}
		for _, t := range e.Targets {
			if acted[t] {
				return true
			}
		}
		return false
	}
}

// documents counts the documents that tell of an event; a copy of one is not another.
func (e Event) documents() int {
	seen := map[string]bool{}
	for _, s := range e.Sources {
		if s.Quote.Doc != nil {
			seen[s.Quote.Doc.SHA256] = true
		}
	}
	return len(seen)
}
