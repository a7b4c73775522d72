package pattern

import (
	"strings"
	"testing"
)

// TestTrail holds that a match that goes along a trail is the match that is found
// without one, in lists that end as a pattern wants and in lists that do not.
func TestTrail(t *testing.T) {
	s := compile(t, `words month
  1 january
  5 May!

rule list: {day} (, {day})* {month}
rule pairs: {day} (, {day} , {day})* ~; {month}
rule stop: {day} (, {day})+ stop
`)
	list := strings.Repeat("1, 2, 3, ", 60)
	for _, text := range []string{
		list, list + list + list, list + "4 May", "x " + list + list + "4 May " + list + "5 stop, 6", list + "4; " + list + "5; May",
		strings.ReplaceAll(list, "3", "33") + list + "7 January",
	} {
		tokens := s.Lex(text, 0, len(text), nil)
		var trail Trail
		for i := range tokens {
			want, found := s.Match(tokens, i, nil)
			if got, ok := s.MatchAlong(&trail, tokens, i, nil); ok != found || got != want {
				t.Fatalf("%.20q…, token %d: %v %v along a trail, want %v %v", text, i, got, ok, want, found)
			}
		}
	}
}
