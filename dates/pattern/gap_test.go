package pattern

import (
	"strings"
	"testing"
)

func TestGap(t *testing.T) {
	set := compile(t, `
rule late: open … case
rule later: open … second case
rule plain: open
rule twice: shut … to … door
rule inside: (close …)? window
`)
	for text, want := range map[string]string{
		"open case":                                   "late: open case",
		"open the old case":                           "late: open the old case",
		"open a well-kept case":                       "late: open a well-kept case",
		"open the second case":                        "late: open the second case", // the first rule of one length
		"open one two three four five six case":       "late: open one two three four five six case",
		"open one two three four five six seven case": "plain: open",
		"open the case, the case":                     "late: open the case", // a gap holds no comma
		"open it and shut it":                         "plain: open",
		"shut it up to the old door":                  "twice: shut it up to the old door",
		"close the big window":                        "inside: close the big window",
		"window":                                      "inside: window",
		"close the door":                              "",
	} {
		tokens := set.Lex(text, 0, len(text), nil)
		got := ""
		if m, ok := set.Match(tokens, 0, nil); ok {
			got = m.Rule.Action + ": " + text[tokens[m.Lo].Start:tokens[m.Hi-1].End]
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// Tails do not multiply the states: each rule adds only its own.
func TestGapStates(t *testing.T) {
	var text strings.Builder
	for _, w := range strings.Fields("a b c d e f g h i j") {
		text.WriteString("rule r: open … " + w + " of the … " + w + "\n")
	}
	set := compile(t, text.String())
	if n := set.States(); n > 400 {
		t.Errorf("%d states", n)
	}
}
