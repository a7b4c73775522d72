package timeline

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// readNote reads a footnote or an entry of a list of references. A citation is
// no event; but it supports one when it cites the instrument itself, and where
// its title reports an act ("Cybersecurity Law Takes Effect") it may date it.
func (r *reader) readNote(b source.Block) {
	m, ok := r.noteDate(b)
	if !ok {
		return
	}
	s := r.readSentence(b, b.Start, b.End)
	title := s.title(m)
	if c, ok := s.headline(title, m); ok {
		r.headlineEvent(s, c, m)
		return
	}
	r.citation(s, m)
}

// noteDate returns the date of a cited work: the first one of the note that is
// stated to the month or the day.
func (r *reader) noteDate(b source.Block) (dates.Mention, bool) {
	for _, m := range r.mentionsIn(b.Start, b.End) {
		if m.Basis == dates.Stated && m.Role != dates.RolePage && m.Date.Precision() <= dates.PrecisionMonth {
			return m, true
		}
	}
	return dates.Mention{}, false
}

// title returns the bounds of a cited work's title: what stands before its date.
func (s *sentence) title(m dates.Mention) [2]int { return [2]int{s.start, m.Start} }

// headline returns the cue of a title that reports an act of law. Only acts that
// happen on one day to one instrument are dated so; a title that is about the time
// around the act is no report of it, but shows a disagreement.
func (s *sentence) headline(title [2]int, m dates.Mention) (cue, bool) {
	for _, c := range s.cues {
		switch c.kind {
		case "entry_into_force", "adoption", "repeal":
		default:
			continue
		}
		if c.Weight == 3 && c.start >= title[0] && c.end <= title[1] && s.instrumentIn(title) != nil {
			return c, true
		}
	}
	return cue{}, false
}

func (s *sentence) instrumentIn(span [2]int) *lexicon.Match {
	for i := range s.names {
		if n := &s.names[i]; n.Entity.Type == lexicon.Instrument && n.Start >= span[0] && n.End <= span[1] {
			return n
		}
	}
	return nil
}

// headlineEvent makes an event of a title that reports an act.
func (r *reader) headlineEvent(s *sentence, c cue, m dates.Mention) {
	title := s.title(m)
	n := s.instrumentIn(title)
	e := Event{
		Date: m.Date, Kind: c.kind, Basis: dates.Resolved, Rule: c.ID, Status: Occurred,
		Instrument: s.instrument(n), Jurisdiction: n.Entity.Jurisdiction, Confidence: 0.55,
		Doubts:  []string{"Dated by an article that is cited for it."},
		Sources: []Source{newSource(s.span(), m, Primary)},
	}
	if s.r.cues.Contains(s.tokens[:s.tokenAt(title[1])], "around") {
		e.Confidence = 0.2
		e.Doubts = []string{"Dated by a cited article about the time around the act."}
	}
	e.Name = s.headlineName(c, n)
	e.note = true
	r.events = append(r.events, e)
}

// headlineName takes from a title the words from the instrument to the act.
func (s *sentence) headlineName(c cue, n *lexicon.Match) string {
	lo, hi := min(n.Start, c.start), max(n.End, c.end)
	if n.Start > c.start || hi-lo > 2*maxName {
		return n.Entity.Name + " – " + strings.ToLower(c.kind.Label())
	}
	return shorten(s.tidy(lo, hi, nil), maxName)
}

// citation keeps a citation of an instrument: merging gives it to the event that
// issued the instrument, or drops it.
func (r *reader) citation(s *sentence, m dates.Mention) {
	n := s.instrumentIn(s.title(m))
	if n == nil {
		return
	}
	e := Event{
		Date: m.Date, Kind: "publication", Basis: dates.Stated, Rule: m.Rule, Status: Occurred, Name: n.Entity.Name,
		Instrument: s.instrument(n), Authorities: s.issuers(m), Confidence: 0.3, note: true, citation: true,
		Sources: []Source{newSource(s.span(), m, Corroborating)},
	}
	for i := range s.names {
		if x := &s.names[i]; x.Entity.Type == lexicon.Instrument && x.End <= m.Start {
			e.also = append(e.also, s.instrument(x))
		}
	}
	r.events = append(r.events, e)
}

// issuers returns the authorities that a citation names before its date as those
// who issued what it cites: then its day is the instrument's own.
func (s *sentence) issuers(m dates.Mention) []string {
	var out []string
	for i := range s.names {
		n := &s.names[i]
		switch {
		case n.End > m.Start:
		case regulatory(n.Entity.Type) && n.Start-s.start < 40:
			out = appendNew(out, n.Entity.Name)
		case n.Entity.Type == lexicon.Instrument:
			out = append(out, s.r.issuersOf(s.r.doc.Text[n.Start:n.End])...)
		}
	}
	return out
}

// issuersOf returns who issued an instrument by the head of its full title:
// 国务院关于…的指导意见, "State Council Notice on …".
func (r *reader) issuersOf(title string) []string {
	var out []string
	for _, about := range []string{"关于", "關於", "印发", "印發", " on ", " concerning "} {
		head, _, ok := strings.Cut(title, about)
		if !ok {
			continue
		}
		for _, n := range r.lexicon.Find(head) {
			if regulatory(n.Entity.Type) {
				out = appendNew(out, n.Entity.Name)
			}
		}
	}
	return out
}
