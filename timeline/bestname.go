package timeline

import (
	"slices"
	"strings"
	"unicode"
)

// naming is what a name says, for choosing the best of those that the sources of an
// event give.
type naming struct {
	whole  bool     // it was not cut
	alone  bool     // it begins with who or what acts, and not with a word that points at them
	about  []string // the regulators, companies and instruments in it
	usable bool
}

func (s *sentence) naming(e *Event) naming {
	name := e.Name
	n := naming{whole: !strings.HasSuffix(name, "…"), alone: !s.pointing(name), usable: name != ""}
	for i := range s.names {
		if x := &s.names[i]; strings.Contains(name, s.r.doc.Text[x.Start:x.End]) {
			n.about = appendNew(n.about, x.Entity.Name)
		}
	}
	for _, x := range slices.Concat(e.Targets, e.Authorities, []string{e.Instrument}) {
		if x != "" && strings.Contains(name, x) {
			n.about = appendNew(n.about, x)
		}
	}
	return n
}

// pointing reports whether a name begins with a word that stands for something the
// text named before, or in the middle of a sentence.
func (s *sentence) pointing(name string) bool {
	if isHanText(name) {
		first := []rune(name)
		return s.r.cues.Known("pronoun", string(first[:1])) || len(first) > 1 && s.r.cues.Known("pluralpronoun", string(first[:2]))
	}
	first, _, _ := strings.Cut(name, " ")
	if strings.IndexFunc(first, unicode.IsLower) == 0 {
		return true
	}
	for _, class := range []string{"pronoun", "subjectpronoun", "writer", "lead"} {
		if s.r.cues.Known(class, first) {
			return true
		}
	}
	return false
}

// bestName gives a cluster the name of the source that says it best, of those that
// tell of the same sort of act with the same date: one in the language that the name
// has, and another where none in that language stands alone.
func (c *cluster) bestName() {
	own := slices.IndexFunc(c.Sources, func(s Source) bool { return s.Trace.Name == c.Name && s.Trace.naming.usable })
	if own < 0 {
		return // a table or a title gives it
	}
	best, other := c.Sources[own].Trace, Trace{}
	for _, s := range c.Sources {
		switch t := s.Trace; {
		case s.Role == Conflicting || t.Kind != c.Kind || !t.naming.usable:
		case isHanText(t.Name) != isHanText(c.Name):
			if c.grade(t.naming) > c.grade(other.naming) {
				other = t
			}
		case c.grade(t.naming) > c.grade(best.naming):
			best = t
		}
	}
	if c.grade(best.naming) < standsAlone && c.grade(other.naming) >= standsAlone {
		best = other
	}
	c.Name = best.Name
}

// standsAlone is the least grade of a name that is whole, points at nothing and says
// upon whom or what.
const standsAlone = 11

// grade says how well a name stands alone in a table.
func (c *cluster) grade(n naming) int {
	if !n.usable {
		return 0
	}
	names := func(list ...string) bool {
		return slices.ContainsFunc(list, func(x string) bool { return slices.Contains(n.about, x) })
	}
	grade := 0
	for _, x := range []struct {
		holds bool
		worth int
	}{
		{n.whole, 4},
		{n.alone, 3},
		{len(c.Targets) == 0 && (c.Instrument == "" || names(c.Instrument)) || names(c.Targets...), 4},
		{names(c.Authorities...), 1},
	} {
		if x.holds {
			grade += x.worth
		}
	}
	return grade
}
