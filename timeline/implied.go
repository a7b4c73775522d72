package timeline

import (
	"regtimeline/timeline/lexicon"
)

// inheritCue gives a sentence without a verb, such as "Part B on 18 May 2021.",
// the cue of the sentence before it: the verb is left out because it is the same.
func (s *sentence) inheritCue() {
	if s.r.last == nil || len(s.r.last.cues) != 1 || len(s.mentions) != 1 || len(s.tokens) > 12 {
		return
	}
	m := s.mentions[0]
	before := s.tokenAt(m.Start)
	if before == 0 || before > 6 || !s.r.cues.Is(s.tokens[before-1], "at") {
		return
	}
	c := s.r.last.cues[0]
	c.lo, c.hi, c.start, c.end = before-1, before, s.tokens[before-1].Start, s.tokens[before-1].End
	c.ID += " (carried on)"
	s.cues = append(s.cues, c)
}

// labelCue gives a heading or entry that is only a title with its date in
// brackets, "Harbour Plan (July 2015)", the kind of what the title names.
func (s *sentence) labelCue() {
	if len(s.cues) > 0 || len(s.mentions) != 1 || len(s.tokens) > 30 {
		return
	}
	m := s.mentions[0]
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	if i == 0 || j >= len(s.tokens) || s.breaks(s.tokens[i-1]) != 1 || s.breaks(s.tokens[j]) != 1 || j+2 < len(s.tokens) {
		return
	}
	if k := s.titleKind(i); k != "" {
		c := cue{kind: k, lo: i - 1, hi: i, start: s.tokens[i-1].Start, end: s.tokens[i-1].End, governor: -1}
		c.CueRule = lexicon.CueRule{ID: "title", Kind: string(k), Weight: 2}
		s.cues = append(s.cues, c)
	}
}

// titleKind is the kind of the instrument that the first n tokens name, or "".
func (s *sentence) titleKind(n int) Kind {
	for _, k := range []Kind{"draft", "plan", "guidance"} {
		if s.r.cues.Contains(s.tokens[:n], "as_"+string(k)) {
			return k
		}
	}
	for _, x := range s.names {
		if x.Entity.Type == lexicon.Instrument {
			if x.Entity.Form == "plan" {
				return "plan"
			}
			return "publication"
		}
	}
	return ""
}
