package timeline

import (
	"slices"
	"strings"
	"unicode"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// merge joins the events that are one and the same act: of one family of kinds,
// about the same thing, at compatible dates. Every source is kept. Events are
// looked up by what they are about, so that the work grows with their number and
// not with its square.
//
// The exactest dates go first, so that a vaguer mention finds its event; then
// what has no date; citations last, since they only support.
func merge(events []Event) []Event {
	m := merger{index: map[string][]*cluster{}}
	for _, e := range bySureness(events) {
		m.place(e)
	}
	m.derive()
	out := make([]Event, 0, len(m.clusters))
	for _, c := range m.clusters {
		if !c.gone {
			out = append(out, c.finish())
		}
	}
	return out
}

// bySureness sorts events into the order in which they are placed.
func bySureness(events []Event) []Event {
	class := func(e Event) int {
		switch {
		case e.citation:
			return 40
		case e.support:
			return 39
		case e.Date.IsZero():
			return 30
		case e.note:
			return 25
		case e.Date.Open:
			return 24
		}
		return int(e.Date.Precision())
	}
	out := slices.Clone(events)
	slices.SortStableFunc(out, func(a, b Event) int { return class(a) - class(b) })
	return out
}

// families are the kinds that tell of one act in different words.
var families = map[Kind]string{
	"plan": "issue", "adoption": "issue", "publication": "issue", "guidance": "issue",
	"entry_into_force": "force", "application": "force",
	"order": "order", "restriction": "order",
	"statement": "policy", "meeting": "policy", "report": "policy",
}

func family(k Kind) string {
	if f, ok := families[k]; ok {
		return f
	}
	return string(k)
}

type merger struct {
	clusters []*cluster
	index    map[string][]*cluster         // by what events are about
	signed   map[*source.Document]*cluster // the making of each document that is an instrument
}

// place joins an event to its cluster, or begins one.
func (m *merger) place(e Event) {
	keys := topics(e)
	if c := m.find(e, keys); c != nil {
		c.join(e)
		m.learn(c, keys)
		return
	}
	if e.citation || e.support {
		return // it supports nothing that the documents tell
	}
	c := &cluster{Event: e, keys: map[string]bool{}}
	m.clusters = append(m.clusters, c)
	m.learn(c, keys)
}

func (m *merger) find(e Event, keys []string) *cluster {
	var best *cluster
	fits := 0
	for _, k := range keys {
		for _, c := range m.candidates(e, k) {
			if c == best || !c.same(e) {
				continue
			}
			if fits++; best == nil || closeness(c, e) > closeness(best, e) {
				best = c
			}
		}
	}
	if e.support && fits > 1 {
		return nil // a company may be listed at two places
	}
	return best
}

// closeness ranks the clusters that an event could join: the same date first, then
// the same sum; of an act without a day the one that its document is likeliest to
// tell of, shortly before it was published.
func closeness(c *cluster, e Event) int {
	n := 0
	if e.Amount.Value != "" && sameAmount(c.Amount, e.Amount) && c.Amount.Currency == e.Amount.Currency {
		n += 3
	}
	if p := e.toldBy(); !p.IsZero() && !c.Date.IsZero() {
		if last := c.Date.Latest(); last.Compare(p) <= 0 && p.AddDays(-60).Compare(last) <= 0 {
			n += 2
		}
	}
	if c.Date == e.Date {
		n += 2
	}
	if c.Kind == e.Kind {
		n++
	}
	return n
}

// toldBy is the day by which an act without a day of its own was done: the one before
// which the text says that it lies, or that of its document's publication.
func (e Event) toldBy() dates.Day {
	switch {
	case e.Date.IsZero():
		return e.Sources[0].Quote.Doc.Published.Latest()
	case e.Date.Open && e.Date.Earliest().IsZero():
		return e.Date.Latest()
	}
	return dates.Day{}
}

// topics returns the keys under which an event is looked up: family and
// instrument, family and target, or its own words where it names neither.
func topics(e Event) []string {
	f := family(e.Kind)
	if e.citation {
		f = "issue"
	}
	if e.ofParties() {
		return e.partyTopics()
	}
	var keys []string
	if e.Kind.Track() != Enforcement || len(e.Targets) == 0 {
		for _, name := range append([]string{e.Instrument}, e.also...) {
			if name != "" {
				keys = append(keys, f+" i "+normal(name))
			}
		}
	}
	if e.Instrument == "" || e.Kind.Track() == Enforcement {
		for _, t := range e.Targets {
			keys = append(keys, f+" t "+normal(t))
		}
	}
	if f == "policy" || len(keys) == 0 {
		keys = append(keys, f+" n "+normal(e.Name)+" "+e.Date.String())
		if f == "policy" {
			for _, a := range e.Authorities {
				keys = append(keys, f+" a "+normal(a))
			}
		}
		if e.Kind == "meeting" && !e.Date.IsZero() {
			keys = append(keys, f+" m "+e.Date.String()) // a congress has no authority over it
		}
	}
	if t := e.Kind.Track(); e.Date.Precision() == dates.PrecisionDay && (t == Enforcement || t == Instrument) && !e.citation {
		// Documents of which one names whom or what it is about, and another does not.
		keys = append(keys, f+" x "+e.Date.String())
	}
	if e.Date.Precision() == dates.PrecisionDay && e.Kind.Track() != Context && !e.citation {
		// One document that tells twice of one sort of act on one day.
		keys = append(keys, f+" d "+e.Date.String()+" "+e.Sources[0].Quote.Doc.SHA256)
	}
	return keys
}

// unnamed reports whether an event says neither on what nor upon whom the act is.
func (e Event) unnamed() bool { return e.Instrument == "" && len(e.Targets) == 0 }

// normal folds a name for comparison: letters and digits, lower case, no article.
func normal(name string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.TrimPrefix(strings.ToLower(name), "the ") {
		switch {
		case r == '&':
			b.WriteString(" and ")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space = false
			continue
		}
		space = true
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
