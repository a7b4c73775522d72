package timeline

import (
	"slices"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// parties names the companies that a listing, a merger or a launch is of: those
// that stand before its words, else those behind them, else those that a pronoun
// there stands for.
func (s *sentence) parties(e *Event, c cue) {
	if e.Kind.Track() != Context || e.Kind == "fact" {
		return
	}
	for _, before := range []bool{true, false} {
		for i := range s.names {
			n := &s.names[i]
			if n.Entity.Type == lexicon.Company && (n.End <= c.start) == before {
				e.Targets = appendNew(e.Targets, n.Entity.Name)
			}
		}
		if len(e.Targets) > 0 {
			return
		}
	}
	switch head := s.tokens[:min(c.hi, len(s.tokens))]; {
	case s.r.cues.Contains(head, "pluralpronoun"):
		e.Targets = append(e.Targets, s.r.cast()...)
	case s.pointsBack(len(head)) && len(s.r.companies) == 1 && s.r.count-s.r.companyAt < reach:
		e.Targets = append(e.Targets, s.r.companies...)
	}
}

// named are the companies of one sentence.
type named struct {
	at        int // the sentence's number
	companies []string
}

// cast returns what "they" may stand for: the companies of the last sentence that
// named any, and where it named one, those of the sentences before it too; none if
// they are not several.
func (r *reader) cast() []string {
	var out []string
	for i := len(r.recent) - 1; i >= 0 && len(out) < 2 && r.count-r.recent[i].at < reach; i-- {
		for _, x := range r.recent[i].companies {
			out = appendNew(out, x)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// supports keeps the listings that a sentence tells of without a date. They are no
// events: merging gives them to the one that another place dates, or drops them.
func (s *sentence) supports(used []bool) {
	for i, c := range s.cues {
		if i < len(used) && used[i] || c.kind != "listing" || s.hypothetical(c) || s.intended(c) || !s.hasListed(c) {
			continue
		}
		e, ok := s.event(c, nil)
		if ok && e.Kind == c.kind && len(e.Targets) > 0 && e.Status == Occurred {
			e.Confidence, e.support, e.Sources[0].Trace.naming.usable = 0.4, true, false
			if own := s.ownClause(c); s.tokens[c.lo].Kind == pattern.Han && s.companyIn(own.Start, own.End) {
				e.Sources[0].Quote, e.Sources[0].Date = own, source.Span{Doc: s.r.doc, Start: own.Start, End: own.Start}
			}
			s.r.events = append(s.r.events, e)
		}
	}
}

// hasListed reports whether a cue says that a company did list: a verb in the past,
// or in Chinese one with its company in the same clause.
func (s *sentence) hasListed(c cue) bool {
	switch {
	case s.tokens[c.lo].Kind != pattern.Han:
		return !c.Noun && s.past(s.tokens[c.lo]) && !s.toInfinitive(c)
	case c.attributive: // 赴美上市的滴滴 is Didi, 滴滴和在海外上市的企业 is not
		return s.companyIn(s.after(c.hi), s.tokens[min(c.hi+4, len(s.tokens)-1)].End)
	}
	own := s.ownClause(c)
	return s.companyIn(own.Start, own.End)
}

// companyIn reports whether a company is named that begins within some bytes.
func (s *sentence) companyIn(lo, hi int) bool {
	return slices.ContainsFunc(s.names, func(n lexicon.Match) bool {
		return n.Entity.Type == lexicon.Company && n.Start >= lo && n.Start < hi
	})
}

// ownClause returns the words around a cue up to commas.
func (s *sentence) ownClause(c cue) source.Span {
	lo, hi := c.lo, c.hi
	for lo > 0 && s.breaks(s.tokens[lo-1]) < 2 {
		lo--
	}
	for hi < len(s.tokens) && s.breaks(s.tokens[hi]) < 2 {
		hi++
	}
	return source.Span{Doc: s.r.doc, Start: s.tokens[lo].Start, End: s.tokens[hi-1].End}
}
