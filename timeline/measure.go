package timeline

import "regtimeline/dates/pattern"

// measures are the classes of words that tell what an order stops: an app's place
// in the stores, new users, a sale. A company may be told to stop the one on one day
// and the other on another.
var measures = []string{"measure_removal", "measure_intake", "measure_access"}

// measure returns the class of what an order or restriction stops, or "" where its
// clause names none or several. Words behind the verb go before those before it.
func (s *sentence) measure(c cue) string {
	if family(c.kind) != "order" {
		return ""
	}
	lo, hi := c.lo, c.hi
	for lo > 0 && c.lo-lo < 10 && s.breaks(s.tokens[lo-1]) < 2 && !s.inAct(lo-1, c) && !s.r.cues.Is(s.tokens[lo-1], "and") {
		lo--
	}
	for hi < len(s.tokens) && hi-c.hi < 12 && s.breaks(s.tokens[hi]) < 2 && !s.inAct(hi, c) {
		hi++
	}
	if m := s.onlyMeasure(s.tokens[c.lo:hi]); m != "" {
		return m
	}
	return s.onlyMeasure(s.tokens[lo:c.hi])
}

// sort is what sort of act a cue tells of, for telling two acts of a sentence apart.
func (s *sentence) sort(c cue) string { return family(c.kind) + " " + s.measure(c) }

// inAct reports whether token i belongs to another act than c.
func (s *sentence) inAct(i int, c cue) bool {
	for _, o := range s.cues {
		if o.start != c.start && !o.Noun && i >= o.lo && i < o.hi {
			return true
		}
	}
	return false
}

func (s *sentence) onlyMeasure(tokens []pattern.Token) string {
	only := ""
	for _, class := range measures {
		if s.r.cues.Contains(tokens, class) {
			if only != "" {
				return ""
			}
			only = class
		}
	}
	return only
}
