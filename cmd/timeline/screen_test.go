package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/width"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// cellsOf counts the cells of a terminal that text fills (Unicode, UAX #11).
func cellsOf(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

var sgr = regexp.MustCompile("\x1b\\[[0-9]+m")

// No line is wider than the screen, and nothing of a text
// acts on the terminal.
func TestScreenFits(t *testing.T) {
	texts := []string{
		"The Regulation enters into force and applies to every provider of platforms in all member states",
		"国务院反垄断委员会印发平台经济领域的反垄断指南，首次写明“二选一”属于滥用行为",
		"Averyveryveryverylongwordthatdoesnotfitintoanycolumnofanyterminal and more",
		"混合 mixed 文字 text ＡＢＣ wide", "", "bell \a and \x1b[31m red \u202e turned \u009b0m\r\n",
	}
	for _, s := range texts {
		events := []timeline.Event{
			{Date: dates.DayOf(2021, 9, 24), Kind: "entry_into_force", Status: timeline.Scheduled, Name: s, Authorities: []string{s}, Targets: []string{s, "B"}},
			{Kind: "penalty", Name: s},
		}
		for columns := leastWidth; columns <= 160; columns++ {
			for _, colours := range []bool{false, true} {
				var b bytes.Buffer
				screen{columns, colours}.table(&b, events)
				out := b.String()
				if colours != sgr.MatchString(out) {
					t.Fatalf("colours %v: %q", colours, out)
				}
				plain := sgr.ReplaceAllString(out, "")
				if strings.ContainsAny(plain, "\x1b\a\r\u202e\u009b") {
					t.Fatalf("%q acts on the terminal: %q", s, out)
				}
				for _, l := range strings.Split(plain, "\n") {
					if n := cellsOf(l); n > columns || l != strings.TrimRight(l, " ") {
						t.Fatalf("%d cells on %d: %q", n, columns, l)
					}
				}
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"", 5, ""}, {"hello world", 5, "hello|world"}, {"hello world", 11, "hello world"}, {"ab hello world", 8, "ab hello|world"}, {"ab hello world", 7, "ab|hello|world"},
		{"abcdefgh", 3, "abc|def|gh"}, {"a abcdefgh", 3, "a|abc|def|gh"}, {"平台公平", 5, "平台|公平"}, {"平台公平", 4, "平台|公平"}, {"the 平台 act", 7, "the 平|台 act"},
		{"a  b", 1, "a|b"}, {"   x", 2, "x"}, {"平", 1, "平"},
	} {
		if got := strings.Join(wrap(c.in, c.width), "|"); got != c.want {
			t.Errorf("%q on %d is %q, want %q", c.in, c.width, got, c.want)
		}
	}
}
