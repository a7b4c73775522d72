package pattern

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func compile(t *testing.T, text string) *Set {
	t.Helper()
	s, err := Compile(Source{Name: "test.txt", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const grammar = `words month
  1 january
  5 May!
  9 september
  12 十二月

def date = {day} {month}

rule full: <date> ,? {year}
rule short role=x: <date>
rule iso: {year} ~- ~{dd:month}
rule span: in [{year}]
rule many: no {number} (and {number})+
`

func TestMatch(t *testing.T) {
	s := compile(t, grammar)
	for _, c := range []struct {
		text, action, words string
	}{
		{"5 May 2021", "full", "5 May 2021"},
		{"5 May, 2021 and", "full", "5 May, 2021"},
		{"5 may 2021", "", ""}, // a small letter is the verb
		{"5 MAY", "short", "5 MAY"},
		{"5\u00a0May\u202f2021", "full", "5\u00a0May\u202f2021"},
		{"5 Sep-\n  tember 2021", "full", "5 Sep-\n  tember 2021"},
		{"5 Sep\u00adtem\u00adber 2021", "full", "5 Sep\u00adtem\u00adber 2021"},
		{"５ May ２０２１", "full", "５ May ２０２１"},
		{"5十二月2021", "full", "5十二月2021"},
		{"2021-05", "iso", "2021-05"},
		{"2021 -05", "", ""}, // what must touch does not
		{"in 2021", "span", "2021"},
		{"no 1 and 2 and 3", "many", "no 1 and 2 and 3"},
		{"no 1", "", ""},
		{"¹⁵ May 2021", "", ""}, // superscripts are marks of notes
	} {
		tokens := s.Lex(c.text, 0, len(c.text), nil)
		m, ok := s.Match(tokens, 0, nil)
		if !ok {
			if c.action != "" {
				t.Errorf("%q: nothing matches, want %s", c.text, c.action)
			}
			continue
		}
		parts, ok := s.Parts(c.text, tokens, m, nil)
		words := c.text[tokens[parts.Lo].Start:tokens[parts.Hi-1].End]
		if !ok || m.Rule.Action != c.action || words != c.words {
			t.Errorf("%q: %s %q, want %s %q", c.text, m.Rule.Action, words, c.action, c.words)
		}
	}
}

func TestCaptures(t *testing.T) {
	s := compile(t, grammar)
	text := "5 十二月 2021"
	tokens := s.Lex(text, 0, len(text), nil)
	m, _ := s.Match(tokens, 0, nil)
	parts, _ := s.Parts(text, tokens, m, nil)
	got := map[string]int{}
	for _, c := range parts.Captures {
		got[c.Field] = c.Value
	}
	if got["day"] != 5 || got["month"] != 12 || got["year"] != 2021 {
		t.Errorf("captures of %q are %v", text, got)
	}
}

// TestExclamationMark checks that the mark is a word of a class, and not only what
// asks for a capital letter.
func TestExclamationMark(t *testing.T) {
	s := compile(t, "words end\n  0 . !\n\nrule x: {end}\n")
	for text, want := range map[string]bool{"Stop!": true, "Stop.": true, "Stop": false} {
		if got := s.Closes(s.Lex(text, 0, len(text), nil), "end"); got != want {
			t.Errorf("%q ends with a mark: %v, want %v", text, got, want)
		}
	}
}

func TestFarGapEndsAMatch(t *testing.T) {
	s := compile(t, grammar)
	text := "5 May" + strings.Repeat(" ", 200) + "2021"
	tokens := s.Lex(text, 0, len(text), nil)
	if m, ok := s.Match(tokens, 0, nil); !ok || m.Rule.Action != "short" {
		t.Errorf("got %+v %v, want the short date alone", m, ok)
	}
}

// TestDataErrors checks that an error in a data file is named with its line.
func TestDataErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"rule x: {nothing}", "test.txt:1: no class {nothing}"},
		{"words a\n  x y", "test.txt:2: a line of words needs a value and a word"},
		{"rule : a", "test.txt:1: rule needs an action"},
		{"# comment\nrule x: ( a", "test.txt:2: ( without )"},
		{"rule x: <none>", "test.txt:1: no def of <none>"},
		{"what is this", "test.txt:1: \"what\" is none of"},
		{"  indented", "test.txt:1: an indented line that belongs to nothing"},
	} {
		_, err := Compile(Source{Name: "test.txt", Text: c.text})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}

func FuzzLex(f *testing.F) {
	for _, s := range []string{"5 May 2021", "Sep-\ntember", "二〇二一年", "\xff\xfe", "1,000,000th", "’90s", "١٧ May"} {
		f.Add(s)
	}
	set, err := Compile(Source{Name: "test.txt", Text: grammar})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, tok := range set.Lex(text, 0, len(text), nil) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %+v overlaps or is empty in %q", tok, text)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[tok.Start]) || tok.End < len(text) && !utf8.RuneStart(text[tok.End])) {
				t.Fatalf("token %+v cuts a character of %q", tok, text)
			}
			end = tok.End
		}
	})
}
