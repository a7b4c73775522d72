package pattern

import (
	"slices"
	"testing"
)

// TestMemo holds that a match is taken apart by a memo as it is without one, the first
// time and when its shape has been seen in other words.
func TestMemo(t *testing.T) {
	s := compile(t, `words month
  1 january
  5 May!
  12 十二月

rule date: {day} {month} ,? {year}?
rule span: from [{year}] (to {year:end})?
rule many: no {number} (and {number})+
`)
	var memo Memo
	for _, text := range []string{
		"5 May 2021", "17 January 1999", "17 January, 1999", "5 May2021", "3十二月", "4 May", "from 1999", "from 1999 to 2001", "from 2016 to 2018",
		"no 1 and 2 and 3 and 4 and 5", "no 2 and 3 and 4 and 5 and 6", "no 1 and 12", "no 100000000 and 7",
	} {
		tokens := s.Lex("x "+text, 0, len("x "+text), nil)
		for i := range tokens {
			m, ok := s.Match(tokens, i, nil)
			if !ok {
				continue
			}
			want, _ := s.Parts("x "+text, tokens, m, nil)
			for range 2 {
				got, ok := s.PartsBy(&memo, "x "+text, tokens, m, make([]Capture, 1))
				if got.Captures = got.Captures[1:]; !ok || !slices.Equal(got.Captures, want.Captures) || got.Lo != want.Lo || got.Hi != want.Hi {
					t.Errorf("%q: %v, want %v", text, got, want)
				}
			}
		}
	}
}
