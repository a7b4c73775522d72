package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// extract returns the events that one document tells of, dated and undated, not
// yet merged.
func extract(doc *source.Document, mentions []dates.Mention, names func() *lexicon.Lexicon) []Event {
	if !cuesFor(doc.Language) {
		return unread(doc, mentions)
	}
	r := reader{doc: doc, cues: lexicon.Cues(), mentions: mentions, lexicon: names()}
	r.names = r.lexicon.Local(doc.Text).Names(doc.Text)
	r.leadPhrases, r.hanLeads, r.hanTrails = r.cues.Words("leadphrase"), r.cues.Words("hanlead"), r.cues.Words("hantrail")
	r.performed = r.cues.Words("performative")
	r.issuerNames = r.cues.Words("selfissuer")
	r.instrument, r.chronology = r.isInstrument(), r.isChronology()
	r.judgment = !r.instrument && r.isJudgment()
	r.title = r.ownTitle()
	r.selfNames = r.ownNames()
	r.feet = r.findFeet()
	for i, b := range doc.Blocks {
		r.inTable(b)
		switch b.Kind {
		case source.Footnote:
			r.readNote(b)
		case source.TableCell, source.TableRow:
			if !r.headed(i) {
				r.readBlock(b)
			}
		case source.Heading, source.Paragraph, source.ListItem:
			r.readBlock(b)
		}
	}
	r.dropReferences()
	return r.events
}

// dropReferences drops the events that only mention the day of a decision ("the
// action against the decision of 3 May") where another one of that day tells of it.
func (r *reader) dropReferences() {
	told := map[dates.Date]bool{}
	for i := range r.events {
		if e := &r.events[i]; !e.reference && e.Kind.Track() != Context {
			told[e.Date] = true
		}
	}
	r.events = slices.DeleteFunc(r.events, func(e Event) bool { return e.reference && told[e.Date] })
}

func (r *reader) readBlock(b source.Block) {
	if r.last != nil && (b.End-b.Start > shortBlock || r.last.end-r.last.start > shortBlock) {
		r.last = nil
	}
	r.enter(b)
	for _, span := range r.sentences(b) {
		s := r.readSentence(b, span[0], span[1])
		s.underEntry()
		s.completeStem()
		if len(s.cues) == 0 {
			s.inheritCue()
			s.labelCue()
			s.signature()
		}
		r.tell(s)
		r.leadsUp(s)
		r.last = s
		r.remember(s)
		r.remembersStem(s)
	}
}

// shortBlock is the length, in bytes, up to which lines are read as a list, each
// of which may leave out what the one before it says.
const shortBlock = 80

// tell turns the pairs of a sentence into events.
func (r *reader) tell(s *sentence) {
	pairs := s.duties(r.repealed(s, s.pairs()))
	used := make([]bool, len(s.cues))
	paired := make([]bool, len(s.mentions))
	dated := false
	for _, p := range pairs {
		used[p.cue], paired[p.mention] = true, true
		if e, ok := s.event(s.cues[p.cue], &s.mentions[p.mention]); ok {
			e.Confidence = p.confidence()
			if r.entry.heading && e.Date.Earliest().Compare(r.entry.mention.Date.Earliest()) >= 0 && e.Date.Latest().Compare(r.entry.mention.Date.Latest()) <= 0 && s.block.Kind != source.Heading {
				s.dropLabel()
			}
			r.events = append(r.events, e)
			dated = true
		}
	}
	for i := range s.mentions {
		if !paired[i] && !s.aftermath(i, used) {
			r.fact(s, &s.mentions[i])
		}
	}
	r.declare(s, used)
	r.undated(s, used, dated)
	s.supports(used)
}
