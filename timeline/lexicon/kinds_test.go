package lexicon

import "testing"

// TestCueExamples runs the examples of the cue files: the first cue of each text
// must be of the kind that the example names. What a cue needs beside it is
// checked by the tests of package timeline.
func TestCueExamples(t *testing.T) {
	cues := Cues()
	n := 0
	for _, r := range cues.Rules {
		for _, e := range r.Examples {
			n++
			tokens := cues.Lex(e.Text, 0, len(e.Text), nil)
			found := false
			for i := range tokens {
				if m, ok := cues.Match(tokens, i, nil); ok && m.Rule.Action == e.Want {
					found = true
					break
				}
			}
			if !found {
				t.Errorf("%s, line %d: no cue of kind %s in %q", r.ID, e.Line, e.Want, e.Text)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d examples were read", n)
	}
}

// TestCueKinds checks the attributes that the code reads.
func TestCueKinds(t *testing.T) {
	for _, r := range Cues().Rules {
		c := RuleOf(r)
		if c.Weight < 1 || c.Weight > 3 {
			t.Errorf("%s: weight %d is not 1 to 3", c.ID, c.Weight)
		}
		for k := range r.Attrs {
			switch k {
			case "weight", "noun", "object", "needs", "by", "before", "after":
			default:
				t.Errorf("%s: unknown attribute %q", c.ID, k)
			}
		}
	}
}
