package timeline

import (
	"slices"
	"strings"
	"unicode"

	"regtimeline/dates"
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
	out := make([]Event, len(m.clusters))
	for i, c := range m.clusters {
		out[i] = c.finish()
	}
	return out
}

// bySureness sorts events into the order in which they are placed.
func bySureness(events []Event) []Event {
	class := func(e Event) int {
		switch {
		case e.citation:
			return 40
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
	index    map[string][]*cluster // by what events are about
}

// cluster is one act with all that was found of it.
type cluster struct {
	Event
	keys    map[string]bool
	members int
}

// place joins an event to its cluster, or begins one.
func (m *merger) place(e Event) {
	keys := topics(e)
	if c := m.find(e, keys); c != nil {
		c.join(e)
		m.learn(c, keys)
		return
	}
	if e.citation {
		return // it supports nothing that the documents tell
	}
	c := &cluster{Event: e, keys: map[string]bool{}, members: 1}
	m.clusters = append(m.clusters, c)
	m.learn(c, keys)
}

func (m *merger) learn(c *cluster, keys []string) {
	for _, k := range keys {
		if !c.keys[k] {
			c.keys[k] = true
			m.index[k] = append(m.index[k], c)
		}
	}
}

// maxCandidates bounds how many events about one thing are compared with a new one.
const maxCandidates = 200

func (m *merger) find(e Event, keys []string) *cluster {
	var best *cluster
	for _, k := range keys {
		cs := m.index[k]
		if len(cs) > maxCandidates {
			cs = cs[len(cs)-maxCandidates:]
		}
		for _, c := range cs {
			if c.same(e) && (best == nil || closeness(c, e) > closeness(best, e)) {
				best = c
			}
		}
	}
	return best
}

// closeness ranks the clusters that an event could join: the same date first.
func closeness(c *cluster, e Event) int {
	n := 0
	if c.Date == e.Date {
		n += 2
	}
	if c.Kind == e.Kind {
		n++
	}
	return n
}

// topics returns the keys under which an event is looked up: family and
// instrument, family and target, or its own words where it names neither.
func topics(e Event) []string {
	f := family(e.Kind)
	if e.citation {
		f = "issue"
	}
	var keys []string
	for _, name := range append([]string{e.Instrument}, e.also...) {
		if name != "" {
			keys = append(keys, f+" i "+normal(name))
		}
	}
	if e.Instrument == "" {
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

// same reports whether an event is the cluster's act; they share a key already.
func (c *cluster) same(e Event) bool {
	switch {
	case e.Kind.Track() == Context && (e.Name != c.Name || e.Date != c.Date):
		return false
	case !sameThing(c.Instrument, e.Instrument) && !e.citation:
		return false
	case e.unresolved || c.unresolved:
		return e.unresolved && c.unresolved && e.Name == c.Name && e.Sources[0].Date.Text() == c.Sources[0].Date.Text()
	case disjoint(c.Targets, e.Targets):
		return false
	case !sameAmount(c.Amount, e.Amount):
		return false
	case (family(e.Kind) == "policy" || e.unnamed() && c.unnamed()) && !samePolicy(c, e):
		return false
	case e.citation, e.Date.IsZero(), c.Date.IsZero():
		return true
	case family(e.Kind) == "issue" && c.Kind != e.Kind && c.Date != e.Date && c.Date.Precision() == dates.PrecisionDay && e.Date.Precision() == dates.PrecisionDay:
		return false // adopted on one day and published on another
	case c.Date.Overlaps(e.Date):
		return true
	}
	return c.disagrees(e)
}

// disagrees reports whether an event is the cluster's act with another date: an
// instrument enters into force once, and a report that is a few days off in
// another document tells of the same fine.
func (c *cluster) disagrees(e Event) bool {
	if e.note && family(e.Kind) == "force" {
		return true
	}
	if c.Sources[0].Quote.Doc == e.Sources[0].Quote.Doc || c.Date.Precision() != dates.PrecisionDay || e.Date.Precision() != dates.PrecisionDay {
		return false
	}
	if c.Kind != e.Kind || e.Kind.Track() == Policy {
		return false
	}
	a, b := c.Date.Earliest(), e.Date.Earliest()
	return a.AddDays(-3).Compare(b) <= 0 && b.Compare(a.AddDays(3)) <= 0
}

func sameThing(a, b string) bool { return a == "" || b == "" || normal(a) == normal(b) }

func disjoint(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// sameAmount lets sums pass that are in different currencies or, rounded, agree.
func sameAmount(a, b Amount) bool {
	return a.Currency != b.Currency || a.Value == "" || b.Value == "" || leading(a.Value) == leading(b.Value) && len(a.Value) == len(b.Value)
}

func leading(v string) string { return v[:min(2, len(v))] }

// samePolicy asks that two speeches, meetings or reports, of which one body makes
// many, and two acts on nothing that has a name share words as well.
func samePolicy(c *cluster, e Event) bool {
	a, b := wordSet(c.Name), wordSet(e.Name)
	shared := 0
	for w := range a {
		if b[w] {
			shared++
		}
	}
	return shared > 0 && 2*shared >= min(len(a), len(b))
}

// wordSet returns the longer words of a name, and the pairs of its Han characters.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if rs := []rune(w); len(rs) > 1 && unicode.Is(unicode.Han, rs[0]) {
			for i := range len(rs) - 1 {
				set[string(rs[i:i+2])] = true
			}
		} else if len(w) > 3 {
			set[w] = true
		}
	}
	return set
}

// join adds an event to a cluster: its sources, what it knows and the cluster
// does not, and a more exact date.
func (c *cluster) join(e Event) {
	c.members++
	conflict := !e.Date.IsZero() && !c.Date.IsZero() && !c.Date.Overlaps(e.Date) && !e.citation
	if conflict && e.Confidence > c.Confidence && c.note {
		c.swap(&e)
	}
	for _, s := range e.Sources {
		s.Role = Corroborating
		if conflict {
			s.Role = Conflicting
		}
		c.Sources = append(c.Sources, s)
	}
	switch {
	case conflict:
		c.Doubts = appendNew(c.Doubts, conflictDoubt(e.Date))
	case c.Date.IsZero() && !e.citation:
		c.Date, c.Basis, c.Rule = e.Date, e.Basis, e.Rule
	case e.citation && e.official && e.Date.Within(c.Date) && c.Date.Precision() <= dates.PrecisionYear,
		e.note && !e.citation && e.Date.Within(c.Date) && c.Date.Precision() <= dates.PrecisionYear:
		c.Date, c.Basis, c.Rule = e.Date, e.Basis, e.Rule
	}
	if e.citation {
		for _, a := range e.Authorities {
			c.Authorities = appendNew(c.Authorities, a)
		}
		return
	}
	c.complete(e)
	if !conflict {
		c.Confidence = clamp(1-(1-c.Confidence)*(1-e.Confidence/3), 0, 0.99)
		if c.members > 1 && c.note && !e.note {
			c.note = false
		}
	}
}

// swap makes the joining event the cluster's and the old one the joiner.
func (c *cluster) swap(e *Event) {
	old := c.Event
	c.Event = *e
	*e = old
	c.Sources[0].Role = Primary
}

// complete takes from a joining event the fields that the cluster lacks.
func (c *cluster) complete(e Event) {
	if c.Instrument == "" {
		c.Instrument = e.Instrument
	}
	if c.Provision == "" {
		c.Provision = e.Provision
	}
	if c.Jurisdiction == "" {
		c.Jurisdiction = e.Jurisdiction
	}
	if c.Amount == (Amount{}) {
		c.Amount = e.Amount
	}
	if c.Kind == "publication" || c.Kind == "adoption" && e.Kind == "plan" {
		c.Kind = e.Kind
	}
	for _, a := range e.Authorities {
		c.Authorities = appendNew(c.Authorities, a)
	}
	for _, t := range e.Targets {
		c.Targets = appendNew(c.Targets, t)
	}
}

// finish returns the event of a cluster, at the date that most documents give.
func (c *cluster) finish() Event {
	c.vote()
	c.Sources[0].Role = Primary
	return c.Event
}

// vote lets the documents decide a conflict: where more of them give another day
// than the cluster's, that day is taken and the old one is the conflict.
func (c *cluster) vote() {
	if !slices.ContainsFunc(c.Sources, func(s Source) bool { return s.Role == Conflicting }) {
		return
	}
	docs := map[dates.Date]map[string]bool{}
	for _, s := range c.Sources {
		if !s.Value.IsZero() {
			if docs[s.Value] == nil {
				docs[s.Value] = map[string]bool{}
			}
			docs[s.Value][s.Quote.Doc.SHA256] = true
		}
	}
	best, first := c.Date, -1
	for i, s := range c.Sources {
		if s.Role == Conflicting && len(docs[s.Value]) > len(docs[best]) {
			best, first = s.Value, i
		}
	}
	if first < 0 {
		return
	}
	old := c.Date
	c.Date = best
	c.Doubts = slices.DeleteFunc(c.Doubts, func(d string) bool { return d == conflictDoubt(best) })
	c.Doubts = append(c.Doubts, conflictDoubt(old))
	for i := range c.Sources {
		switch v := c.Sources[i].Value; {
		case v.IsZero():
		case v.Overlaps(best):
			c.Sources[i].Role = Corroborating
		default:
			c.Sources[i].Role = Conflicting
		}
	}
	primary := c.Sources[first]
	c.Sources = append([]Source{primary}, slices.Delete(c.Sources, first, first+1)...)
}

func conflictDoubt(d dates.Date) string { return "Another source gives " + d.Display() + "." }
