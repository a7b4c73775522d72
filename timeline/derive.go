package timeline

import (
	"slices"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// anchorKinds are the kinds of event from whose day the law counts, by the word
// that the text uses for it. Of several the first that is dated is taken.
var anchorKinds = map[string][]Kind{
	"publication":      {"publication"},
	"adoption":         {"adoption", "publication"},
	"entry_into_force": {"entry_into_force"},
	"application":      {"application"},
	"approval":         {"approval", "adoption"},
	"signature":        {"adoption"},
	"act":              {"adoption", "publication"},
}

// derive dates the events that count from another one ("24 months after entry into
// force") where that event of the same instrument is dated, wherever it stands. An
// event that is dated so may date the next; what counts from itself, or from what
// no document dates, stays undated. A derived event joins the one that another
// text dates in full.
func (m *merger) derive() {
	open := make([]*cluster, 0)
	m.signed = map[*source.Document]*cluster{}
	for _, c := range m.clusters {
		if doc := c.Sources[0].Quote.Doc; c.Event.signed && m.signed[doc] == nil {
			m.signed[doc] = c
		}
		if c.anchor != nil && c.Date.IsZero() {
			open = append(open, c)
		}
	}
	found := len(open) > 0
	for range longestChain {
		if !found {
			break
		}
		found = false
		for _, c := range open {
			if !c.Date.IsZero() {
				continue
			}
			if base, date := m.base(c); base != nil {
				c.deriveFrom(base, date)
				found = true
			}
		}
	}
	for _, c := range open {
		if !c.Date.IsZero() {
			m.unite(c)
		}
	}
}

// longestChain is how many events may count one from another.
const longestChain = 20

// base returns the event that another counts from, and the date that it gives.
func (m *merger) base(c *cluster) (*cluster, dates.Date) {
	for _, kind := range anchorKinds[c.anchor.Event] {
		for _, name := range append([]string{c.Instrument}, c.also...) {
			if name == "" {
				continue
			}
			for _, b := range m.index[family(kind)+" i "+normal(name)] {
				if b == c || b.Kind != kind || b.Date.IsZero() || !sameThing(b.Instrument, name) {
					continue
				}
				if d, ok := c.anchor.Derive(b.Date); ok {
					return b, d
				}
			}
		}
	}
	doc := c.Sources[0].Quote.Doc
	if b := m.signed[doc]; c.own && b != nil && b != c && (madeBy[c.anchor.Event] || c.anchor.Event == "publication" && strings.HasPrefix(doc.Language, "zh")) {
		if d, ok := c.anchor.Derive(b.Date); ok {
			return b, d
		}
	}
	if c.own && c.anchor.Event == "publication" && !doc.JournalDate.IsZero() {
		if d, ok := c.anchor.Derive(doc.JournalDate); ok {
			return inJournal(doc), d
		}
	}
	return nil, dates.Date{}
}

// inJournal is the publication that the head of an official journal tells of. It
// dates what counts from it, and is no event: a page's date is none.
func inJournal(doc *source.Document) *cluster {
	c := &cluster{}
	c.Kind, c.Date, c.Confidence = "publication", doc.JournalDate, 0.9
	c.Sources = []Source{{Quote: doc.Journal, Date: doc.Journal, Role: Primary, Value: doc.JournalDate}}
	return c
}

// madeBy are the anchors that the day in the signature of an instrument gives, for
// what the instrument says of itself. What is signed in Europe or America is
// published on a later day, in a journal; a Chinese law is published by its order.
var madeBy = map[string]bool{"adoption": true, "signature": true, "act": true}

// deriveFrom gives an event the date that counts from another's, and says how.
func (c *cluster) deriveFrom(base *cluster, date dates.Date) {
	words := c.Sources[0].Date.Quote(80)
	doc := base.Sources[0].Quote.Doc.ID
	c.Date, c.Basis, c.unresolved = date, dates.Derived, false
	c.Rule = "derived: " + words + ", from " + base.Date.String() + " (" + doc + ")"
	c.Doubts = slices.DeleteFunc(c.Doubts, func(d string) bool { return d == undatedDoubt(words) })
	c.Doubts = append(c.Doubts, "The date is reckoned: “"+words+"”, from "+base.Date.Display()+" ("+base.Kind.Label()+", "+doc+").")
	c.Sources[0].Value = date
	c.Confidence = clamp(min(c.Confidence, base.Confidence)*0.95, 0.1, 0.95)
	if c.Status == Scheduled && passed(c.Sources[0].Quote.Doc.Published, date) {
		c.Status = Occurred
	}
}

// passed reports whether a date lies before the day on which a text was published.
func passed(published, date dates.Date) bool {
	return !published.IsZero() && date.Latest().Compare(published.Earliest()) < 0
}

// unite joins an event whose date was reckoned to the one that is the same act.
func (m *merger) unite(c *cluster) {
	keys := topics(c.Event)
	for _, k := range keys {
		for _, other := range m.index[k] {
			if other != c && !other.gone && other.same(c.Event) && other.Date == c.Date {
				other.join(c.Event)
				c.gone = true
				return
			}
		}
	}
	m.learn(c, keys)
}

func undatedDoubt(words string) string { return "No date could be worked out for “" + words + "”." }
