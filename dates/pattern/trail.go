package pattern

// Trail remembers the way of the last long match that was tried. In a long list of
// numbers each of them may begin a list of days, and whether a month comes in the end
// is seen only after MaxTokens tokens; but the ways of two such lists soon meet, and
// from there on the second one need not be gone again. The zero Trail is empty.
type Trail struct {
	from   int      // the token before which the first state stands
	states []uint16 // before that token and those that follow
}

// trailhead is how many tokens a match takes before it goes along a trail: nearly all
// matches are shorter, and ways that meet at all have met by then.
const trailhead = 12

// Forget empties a trail, as must be done when tokens get other numbers.
func (t *Trail) Forget() { t.states = t.states[:0] }

// follow takes a match that has come to a state before token j to the end of the
// trail, if it has met the trail and no rule ends on the way there. Else it goes on
// where it is, and the trail becomes its own.
func (t *Trail) follow(m *machine, j int, state uint16) (int, uint16) {
	at, end := j-t.from, len(t.states)-1
	if at >= 0 && at < end && t.states[at] == state {
		return t.from + end, t.states[end]
	}
	switch {
	case len(m.ends(state)) > 0:
		t.states = t.states[:0] // a match may not skip this
		return j, state
	case at != end+1 || end < 0:
		t.from, t.states = j, t.states[:0]
	}
	t.states = append(t.states, state)
	return j, state
}
