package timeline

import "regtimeline/dates"

// aftermath gives an act that no date has chosen the day of what came after it, as
// the day by which it was done: "shares fell on Friday after the review was
// announced". Only a date that dates no act itself is taken.
func (s *sentence) aftermath(m int, used []bool) bool {
	date := s.mentions[m]
	if date.Date.IsZero() || date.Date.Precision() > dates.PrecisionDay || s.ends(date) || s.until(date) || s.counts(date) {
		return false
	}
	i := s.behindAfter(m)
	if i < 0 || used[i] {
		return false
	}
	e, ok := s.event(s.cues[i], &date)
	if !ok || e.Kind == "fact" || !s.specific(e, s.cues[i]) {
		return false
	}
	used[i] = true
	e.by(date.Date)
	s.r.events = append(s.r.events, e)
	return true
}

// behindAfter returns the cue of the clause that "after" begins right behind a date,
// or -1. The clause has no date of its own.
func (s *sentence) behindAfter(m int) int {
	at := s.tokenAt(s.mentions[m].End)
	if at >= len(s.tokens) || !s.r.cues.Is(s.tokens[at], "aftermark") {
		return -1
	}
	end := at + 1
	for end < len(s.tokens) && s.breaks(s.tokens[end]) < 2 && end-at < 24 {
		end++
	}
	if s.datesBetween(at, end) {
		return -1
	}
	for i, c := range s.cues {
		if c.lo > at && c.hi <= end && !c.Noun && c.Weight >= 2 && c.kind.Track() != Context && c.kind.Track() != Policy && !s.intended(c) && !s.hypothetical(c) {
			return i
		}
	}
	return -1
}

// by says of an event that its date is only the day by which it was done.
func (e *Event) by(d dates.Date) {
	e.Date, e.Sources[0].Value, e.Confidence = dates.Until(d), dates.Until(d), 0.7
	e.Doubts = append(e.Doubts, "The text only says what came after it, on "+d.Display()+".")
}
