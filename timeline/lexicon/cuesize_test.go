package lexicon

import "testing"

// Cues are compiled at each start of the command.
func TestCuesStaySmall(t *testing.T) {
	if n := Cues().States(); n > 5_000 {
		t.Errorf("the automaton of the cues has %d states; see pattern.Set.States", n)
	}
}
