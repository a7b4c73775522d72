package timeline

import (
	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// event makes the event of a cue and the date that belongs to it; m is nil for
// an undated event. It is none where a company does what only counts as an act of
// regulation when an authority does it.
func (s *sentence) event(c cue, m *dates.Mention) (Event, bool) {
	if s.enabling(c) {
		return Event{}, false
	}
	e := Event{Kind: c.kind, Rule: c.ID, Basis: dates.NoBasis, Status: Occurred, own: s.r.instrument, signed: c.ID == "signature"}
	src := Source{Quote: s.span(), Date: source.Span{Doc: s.r.doc, Start: s.start, End: s.start}, Role: Primary}
	if m != nil {
		if e.Date, e.Kind = s.relation(c, *m); e.Date == m.Date {
			e.Date = s.spanOf(m)
		}
		if !m.Date.IsZero() {
			e.Basis, e.Rule = m.Basis, m.Rule
		} else {
			e.Doubts = append(e.Doubts, undatedDoubt(source.Clean(s.r.doc.Text[m.Start:m.End], 80)))
			if e.unresolved = m.Anchored(); e.unresolved {
				a, _ := m.Anchor()
				e.anchor = &a
			}
		}
		e.reference = c.Dates && s.refersTo(*m)
		src = newSource(s.span(), *m, Primary)
		src.Value = e.Date // with what the word before it makes of it
		if m.Doubt != "" {
			e.Doubts = append(e.Doubts, capitalise(m.Doubt)+".")
		}
	}
	src.Trace = s.trace(c, m)
	e.Sources = []Source{src}
	if s.r.instrument && e.Kind == "approval" && c.Dates && s.inList() {
		e.Kind, e.signed = "adoption", true // "Approved December 3, 2021." under an act of Congress
	}
	s.fillFields(&e, c)
	s.parties(&e, c)
	e.measure = s.measure(c)
	e.saidOn = m != nil && c.kind != "statement" && s.saidOn(*m)
	private := s.private(c, e)
	s.carryOver(&e, c)
	e.Status = s.status(c, e)
	if private || s.onlySays(c) {
		e.Kind = "fact"
	}
	if e.unresolved && (e.Kind.Track() == Context || e.Kind.Track() != Instrument && !s.specific(e, c)) {
		return e, false
	}
	e.Name = s.name(c, m)
	s.selfNamed(&e)
	s.underTitle(&e, c)
	if e.Instrument == "" && s.r.instrument && (e.anchor != nil || c.ID == "signature") {
		e.Instrument = s.r.title
	}
	s.standIn(&e, c)
	s.headed(&e)
	t := &e.Sources[0].Trace
	t.Name, t.Kind, t.naming = e.Name, e.Kind, s.naming(&e)
	return e, e.Name != ""
}

// trace keeps which rules a cue and its date match.
func (s *sentence) trace(c cue, m *dates.Mention) Trace {
	t := Trace{Act: source.Span{Doc: s.r.doc, Start: c.start, End: c.end}, ActRule: c.ID, Basis: dates.NoBasis}
	if m != nil {
		t.Basis, t.DateRule, t.Implied = m.Basis, m.Rule, m.Implied
	}
	return t
}

// enabling reports whether a law only says what may be done under it: "The minister
// may by regulations made after 1 January require …".
func (s *sentence) enabling(c cue) bool {
	if !s.r.instrument {
		return false
	}
	for j := c.lo - 1; j >= 0 && j >= c.lo-16 && s.breaks(s.tokens[j]) < 5; j-- {
		if s.r.cues.Is(s.tokens[j], "may") {
			return true
		}
	}
	return false
}

// span is the sentence as a place in its document.
func (s *sentence) span() source.Span {
	return source.Span{Doc: s.r.doc, Start: s.start, End: s.end}
}

// newSource is a place that tells of an event, dated by a mention.
func newSource(quote source.Span, m dates.Mention, role Role) Source {
	return Source{Quote: quote, Date: source.Span{Doc: quote.Doc, Start: m.Start, End: m.End}, Role: role, Value: m.Date}
}

// relation applies the word before a date: since opens it at the end, by and
// before at the start, unless the act is a deadline, which is the day itself.
func (s *sentence) relation(c cue, m dates.Mention) (dates.Date, Kind) {
	if s.limits(m) && s.mustBy(c, m) {
		return m.Date, "deadline"
	}
	i := s.tokenAt(m.Start)
	if i < len(s.tokens) && s.tokens[c.lo].Kind == pattern.Han {
		return s.hanRelation(c, m)
	}
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "article") {
		i--
	}
	if i == 0 {
		return m.Date, c.kind
	}
	switch prev := s.tokens[i-1]; {
	case s.r.cues.Is(prev, "until") && c.kind == "application":
		return m.Date, "repeal"
	case s.r.cues.Is(prev, "since") && m.Date.Precision() < dates.PrecisionRange && s.perfect(c):
		return dates.Since(m.Date), c.kind
	case i > 0 && s.r.cues.Is(prev, "by") && s.tokens[i].Start < m.Start && m.Date.Precision() == dates.PrecisionYear && s.text(s.tokens[i]) == "the":
		// "revised by the 1972 amendments"
	case s.r.cues.Is(prev, "by") && c.kind != "deadline":
		if s.obliged(c) {
			return m.Date, "deadline"
		}
		if m.Date.Precision() < dates.PrecisionRange {
			return dates.Until(m.Date), c.kind
		}
	}
	return m.Date, c.kind
}

// limits reports whether a mention is a time within which something is done:
// "within 60 days of the date of this order", "not later than one year after …".
func (s *sentence) limits(m dates.Mention) bool {
	if !m.Anchored() {
		return false
	}
	i := s.tokenAt(m.Start)
	return s.r.cues.Is(s.tokens[i], "timelimit") || i > 0 && s.r.cues.Is(s.tokens[i-1], "timelimit")
}

// mustBy reports whether the clause of a cue and a date says that something must be
// done: "shall issue", "requires agencies to issue".
func (s *sentence) mustBy(c cue, m dates.Mention) bool {
	lo, hi := s.clauseAround(s.tokenAt(m.Start))
	lo, hi = min(lo, c.lo), max(hi, c.hi)
	return s.obligedByStem() || s.r.cues.Contains(s.tokens[lo:hi], "must") || s.r.cues.Contains(s.tokens[lo:hi], "order")
}

// perfect reports whether a cue is in the perfect tense, so that "since" counts
// from the date on: "has applied since 2018" and not "was in force since".
func (s *sentence) perfect(c cue) bool {
	for j := c.lo - 1; j >= 0 && j >= c.lo-3; j-- {
		if s.r.cues.Is(s.tokens[j], "have") {
			return true
		}
	}
	return false
}

// obliged reports whether the clause of a cue says that something must be done.
func (s *sentence) obliged(c cue) bool {
	lo := c.lo
	for lo > 0 && lo > c.lo-6 && s.breaks(s.tokens[lo-1]) < 5 {
		lo--
	}
	return s.r.cues.Contains(s.tokens[lo:c.lo], "must")
}

// status tells the done from the planned by the words before the cue and by the
// document's date.
func (s *sentence) status(c cue, e Event) Status {
	if e.Kind == "deadline" && e.unresolved {
		return Scheduled // what counts from an act is ahead, until its date shows otherwise
	}
	for j := c.hi - 1; j >= 0 && j >= c.lo-5; j-- {
		t := s.tokens[j]
		switch {
		case j < len(s.opaque) && s.opaque[j] || j >= c.lo && c.hi-c.lo == 1:
			// the month of May, or the act itself: "set the cap"
		case j == c.lo && s.past(t): // "set aside"
		case s.r.cues.Is(t, "propose_mood"):
			return Proposed
		case s.ahead(j):
			if p := s.r.doc.Published; !p.IsZero() && !e.Date.IsZero() && e.Date.Latest().Compare(p.Earliest()) < 0 {
				return Occurred // a law's "shall apply from" a day that is past
			}
			return Scheduled
		case s.breaks(t) > 4:
			return s.byDate(c, e)
		}
	}
	return s.byDate(c, e)
}

// ahead reports whether token j puts what follows it into the future.
func (s *sentence) ahead(j int) bool {
	cues := s.r.cues
	return cues.Is(s.tokens[j], "future") ||
		cues.Is(s.tokens[j], "set_ahead") && j+1 < len(s.tokens) && cues.Is(s.tokens[j+1], "set_to")
}

// byDate takes an act after the document's date for planned, unless its verb is
// past: then the page was written on after it was published.
func (s *sentence) byDate(c cue, e Event) Status {
	if !c.Noun && s.past(s.tokens[c.lo]) {
		return Occurred
	}
	p := s.r.doc.Published.Latest()
	if first := e.Date.Earliest(); !p.IsZero() && !first.IsZero() && first.Compare(p) > 0 {
		return Scheduled
	}
	return Occurred
}

// nameBefore returns the last name before a byte offset in the sentence, or nil.
func (s *sentence) nameBefore(offset int) *lexicon.Match {
	var last *lexicon.Match
	for i := range s.names {
		if n := &s.names[i]; n.End <= offset && n.Entity.Type != lexicon.Country {
			last = n
		}
	}
	return last
}

// fact keeps a date that belongs to no act, as context.
func (r *reader) fact(s *sentence, m *dates.Mention) {
	if m.Date.IsZero() {
		return
	}
	c := cue{kind: "fact", lo: s.tokenAt(m.Start), hi: s.tokenAt(m.Start), start: m.Start, end: m.Start}
	c.Kind, c.Weight = "fact", 1
	if e, ok := s.event(c, m); ok {
		e.Confidence = 0.3
		r.events = append(r.events, e)
	}
}
