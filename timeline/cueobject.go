package timeline

import (
	"regtimeline/dates/pattern"
)

// refine gives a cue whose kind follows from its object ("issued a plan") the
// kind of the nearest noun behind it, or before it in the passive.
func (s *sentence) refine(c *cue) {
	if !c.Object {
		return
	}
	if k := s.objectOf(c.lo, c.hi, c.passive); k != "" && !(c.kind == "launch" && k == "report") {
		c.kind = k // who conducts a study does not yet publish it
	}
}

// objectOf returns the kind of the nearest noun of a class as_KIND to the verb at
// tokens [lo, hi): behind it, or before it, which in the passive is as good. It is
// "" where there is none within a few words.
func (s *sentence) objectOf(lo, hi int, passive bool) Kind {
	best, bestGap := Kind(""), 14
	from, to := max(0, lo-bestGap), min(len(s.tokens), hi+bestGap)
	for _, k := range Kinds {
		class := "as_" + string(k.Kind)
		for i := from; i < to; i++ {
			gap := i - hi
			if passive || gap < 0 {
				gap = lo - i + 4
			}
			if gap >= 0 && gap < bestGap && s.r.cues.Is(s.tokens[i], class) && !(k.Kind == "order" && s.inName(s.tokens[i].Start)) && !s.barrier(min(i, hi), max(i, lo)) {
				best, bestGap = k.Kind, gap
			}
		}
		if best == "" && s.tokens[lo].Kind == pattern.Han && s.r.cues.Contains(s.tokens[from:min(len(s.tokens), hi+40)], class) {
			best = k.Kind
		}
	}
	return best
}

// barrier reports whether a sign that ends a clause stands between two tokens.
func (s *sentence) barrier(from, to int) bool {
	for i := from; i < to; i++ {
		switch s.text(s.tokens[i]) {
		case ";", ":", "；", "：", "—":
			if !s.opaque[i] {
				return true
			}
		}
	}
	return false
}
