package timeline

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
)

// inheritCue gives a sentence without a verb, such as "Part B on 18 May 2021.",
// the cue of the sentence before it: the verb is left out because it is the same.
func (s *sentence) inheritCue() {
	if s.r.last == nil || len(s.r.last.cues) != 1 || len(s.mentions) != 1 || len(s.tokens) > 12 {
		return
	}
	m := s.mentions[0]
	if last := s.r.last; s.r.cues.Closes(last.tokens, "dayof") && len(last.tokens) <= 12 && len(last.mentions) == 0 && s.r.onlyDate(s.start, s.end) != nil {
		i := s.tokenAt(m.Start)
		s.addCue(last.cues[0].ID+" (carried on)", last.cues[0].kind, i, i+1) // "首讀日期" over "1999年7月14日"
		return
	}
	before := s.tokenAt(m.Start)
	if before == 0 || before > 6 || !s.r.cues.Is(s.tokens[before-1], "at") || slices.ContainsFunc(s.tokens[:before], s.past) {
		return
	}
	c := s.r.last.cues[0]
	c.lo, c.hi, c.start, c.end = before-1, before, s.tokens[before-1].Start, s.tokens[before-1].End
	c.ID += " (carried on)"
	s.cues = append(s.cues, c)
}

// continues reports whether a verb and a date are all there is of a line below one
// that told an act: "In force on 17 May 2021." / "Amended 9 August 2022.", or "It was
// amended on 9 August 2022." What it was done to is the same, and not said again.
func (s *sentence) continues(m pattern.Match) bool {
	if s.r.last == nil || len(s.r.last.cues) == 0 || !s.past(s.tokens[m.Lo]) {
		return false
	}
	if m.Lo > 0 && !(s.r.cues.Is(s.tokens[0], "thingpronoun") && m.Lo == 2 && s.r.cues.Is(s.tokens[1], "passive") && s.r.last.cues[0].kind.Track() == Instrument) {
		return false
	}
	next := m.Hi
	if next < len(s.tokens) && s.r.cues.Is(s.tokens[next], "at") {
		next++
	}
	return s.dateAt(next)
}

// labelCue gives a heading or entry that is only a title with its date in
// brackets, "Harbour Plan (July 2015)", the kind of what the title names.
func (s *sentence) labelCue() {
	if s.r.chronology && s.r.entry.heading && len(s.mentions) == 0 && len(s.tokens) <= 30 && s.r.last != nil && s.r.entry.mention.End <= s.start && s.r.last.start <= s.r.entry.mention.Start {
		if k := s.titleKind(0, len(s.tokens)); k != "" {
			s.mentions = []dates.Mention{*s.r.entry.mention}
			s.addCue("title", k, 0, len(s.tokens))
		}
		return
	}
	if len(s.cues) > 0 || len(s.mentions) != 1 || len(s.tokens) > 30 {
		return
	}
	m := s.mentions[0]
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	if e := s.r.entry.mention; e != nil && e.Start == m.Start && j < len(s.tokens) {
		if k := s.titleKind(j, len(s.tokens)); k != "" {
			s.addCue("title", k, j, len(s.tokens))
		}
		return
	}
	if i == 0 || j >= len(s.tokens) || s.breaks(s.tokens[i-1]) != 1 || s.breaks(s.tokens[j]) != 1 || j+2 < len(s.tokens) {
		return
	}
	if k := s.titleKind(0, i); k != "" {
		s.addCue("title", k, i-1, i)
	}
}

// addCue adds a cue that the form of a text implies, at tokens [lo, hi).
func (s *sentence) addCue(id string, k Kind, lo, hi int) {
	c := cue{kind: k, lo: lo, hi: hi, start: s.tokens[lo].Start, end: s.tokens[hi-1].End, governor: -1, implied: true}
	c.CueRule = lexicon.CueRule{ID: id, Kind: string(k), Weight: 2}
	s.cues = append(s.cues, c)
}

// signature takes a date that stands alone in a line of an instrument, in brackets
// or behind "Approved", for the day on which it was made: "[23rd May 2019]".
func (s *sentence) signature() {
	if len(s.cues) > 0 || len(s.mentions) != 1 {
		return
	}
	m := s.mentions[0]
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	if f := s.r.footAt(m.Start); f != nil {
		if len(f.told) == 0 && !f.head {
			s.addCue("signature", f.kind, i, i+1)
		}
		return
	}
	if !s.r.instrument && !s.r.judgment {
		return
	}
	bracketed := i > 0 && j < len(s.tokens) && s.text(s.tokens[i-1]) == "[" && s.text(s.tokens[j]) == "]"
	if m.Date.Precision() == dates.PrecisionDay && (bracketed || len(s.tokens) <= 12 && i == 0 || j == len(s.tokens) && s.namesOnly(i)) {
		kind := Kind("adoption")
		if s.r.judgment {
			kind = "ruling"
			if slices.ContainsFunc(s.r.events, func(e Event) bool { return e.Kind == kind && e.Date == m.Date }) {
				return // "Decided: 4 May" has told of it
			}
		}
		s.addCue("signature", kind, i, i+1)
	}
}

// namesOnly reports whether the words before token i are those of names, offices
// and places, as above the date under an instrument.
func (s *sentence) namesOnly(i int) bool {
	for _, t := range s.tokens[:i] {
		if t.Kind == pattern.Number || t.Kind == pattern.Word && !t.Upper && !s.r.cues.Is(t, "nameglue") && !s.r.cues.Is(t, "article") && !s.r.cues.Is(t, "and") {
			return false
		}
	}
	return i > 0 && i <= 25
}

// titleKind is the kind of the instrument that tokens [lo, hi) name, or "".
func (s *sentence) titleKind(lo, hi int) Kind {
	for _, k := range []Kind{"draft", "plan", "guidance"} {
		if s.r.cues.Contains(s.tokens[lo:hi], "as_"+string(k)) {
			return k
		}
	}
	if s.r.chronology && s.r.cues.Contains(s.tokens[lo:hi], "as_report") {
		return "report"
	}
	for _, x := range s.names {
		if x.Entity.Type == lexicon.Instrument && s.tokenAt(x.Start) >= lo && s.tokenAt(x.Start) < hi {
			if x.Entity.Form == "plan" {
				return "plan"
			}
			return "publication"
		}
	}
	if s.r.chronology && s.r.cues.Contains(s.tokens[lo:hi], "instrument") {
		return "publication"
	}
	return ""
}
