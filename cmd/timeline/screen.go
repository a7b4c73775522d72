package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"
)

// screen is what events are printed on: so many cells wide, with colours or without.
type screen struct {
	width   int
	colours bool
}

// The widths in cells: where it is not known, and the least that is filled.
const (
	usualWidth = 100
	leastWidth = 40
)

func newScreen(out io.Writer) screen {
	s := screen{width: usualWidth}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			s.width = n
		}
		s.colours = colourful(true)
	}
	s.width = max(s.width, leastWidth)
	return s
}

// The ways to set off words, as numbers of ECMA-48's SGR.
const (
	bold = 1
	dim  = 2
)

// trackColours are the colours of the tracks; the 16 of a terminal, which its
// user has made readable.
var trackColours = map[timeline.Track]int{timeline.Instrument: 34, timeline.Enforcement: 31, timeline.Policy: 32, timeline.Context: 90}

func (s screen) paint(words string, code int) string {
	if !s.colours || words == "" {
		return words
	}
	return fmt.Sprintf("\x1b[%dm%s\x1b[0m", code, words)
}

// The columns of the table, and the blanks between two.
const (
	dateWidth = 18
	kindWidth = 16
	gap       = 2
)

// table prints events under a line for each year, the undated ones last.
func (s screen) table(w io.Writer, events []timeline.Event) {
	if len(events) == 0 {
		fmt.Fprintln(w, "No events.")
		return
	}
	for begun := 0; begun < len(events); {
		end := begun + 1
		for end < len(events) && yearOf(&events[end]) == yearOf(&events[begun]) {
			end++
		}
		if begun > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintln(w, s.paint(yearOf(&events[begun]), bold))
		fmt.Fprintln(w, s.year(events[begun:end]))
		begun = end
	}
}

func yearOf(e *timeline.Event) string {
	if e.Date.IsZero() {
		return "Undated"
	}
	return dates.YearOf(firstDay(e.Date).Year).Display()
}

// year renders the events of a year: their date, kind, name, and who acts upon
// whom. A narrow screen has the last, and a narrower one the last two, in lines
// of one column.
func (s screen) year(events []timeline.Event) string {
	t := table.NewWriter()
	t.SetStyle(table.Style{Name: "events", Box: table.BoxStyle{PaddingRight: strings.Repeat(" ", gap)}})
	t.SuppressTrailingSpaces()
	kind, rest := kindWidth, s.width-dateWidth-kindWidth-2*gap
	who := 0
	switch {
	case rest >= 60:
		who = rest * 2 / 5
		rest -= who + gap
	case rest < 24:
		kind, rest = 0, rest+kindWidth+gap
	}
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 1, WidthMin: dateWidth}, {Number: 2, WidthMin: cmp.Or(kind, rest)}, {Number: 3, WidthMin: rest}})
	for i := range events {
		e := &events[i]
		colour := trackColours[e.Kind.Track()]
		date, name := s.lines(e.Date.Display(), dateWidth, colour), s.lines(e.Name, rest, 0)
		what, parties := s.lines(kindOf(e), cmp.Or(kind, rest), colour), s.lines(partiesOf(e), cmp.Or(who, rest), dim)
		switch {
		case kind == 0:
			t.AppendRow(table.Row{date, joinLines(what, name, parties)})
		case who == 0:
			t.AppendRow(table.Row{date, what, joinLines(name, parties)})
		default:
			t.AppendRow(table.Row{date, what, name, parties})
		}
	}
	return t.Render()
}

// lines breaks text into lines of at most so many cells, each painted for itself.
func (s screen) lines(words string, width, code int) string {
	lines := wrap(printable(words), width)
	for i, l := range lines {
		if code != 0 {
			lines[i] = s.paint(l, code)
		}
	}
	return strings.Join(lines, "\n")
}

// wrap breaks text into lines of at most so many cells: at spaces, between
// characters of two cells (Chinese has no spaces), and within a word that is
// longer than a line.
func wrap(words string, width int) []string {
	var lines []string
	start, filled := 0, 0 // of the line, and its cells
	next, rest := 0, 0    // where the next line may begin, and the cells from there
	for i, r := range words {
		n := text.RuneWidth(r)
		if r == ' ' || n == 2 {
			next, rest = i, 0
		}
		if filled+n > width && i > start {
			if next <= start {
				next, rest = i, 0
			}
			lines = append(lines, strings.TrimRight(words[start:next], " "))
			start, filled = next, rest
		}
		if r == ' ' && i == start { // no line begins with a space
			start = i + 1
			continue
		}
		filled, rest = filled+n, rest+n
		if r == ' ' || n == 2 {
			next, rest = i+utf8.RuneLen(r), 0
		}
	}
	return append(lines, strings.TrimRight(words[start:], " "))
}

func joinLines(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n")
}

// kindOf is the kind, and the status where the act is not done.
func kindOf(e *timeline.Event) string {
	s := e.Kind.Label()
	if e.Status != timeline.Occurred && e.Status != "" {
		s += " (" + string(e.Status) + ")"
	}
	return s
}

// partiesOf is "authorities → targets".
func partiesOf(e *timeline.Event) string {
	s := strings.Join(e.Authorities, ", ")
	if len(e.Targets) > 0 {
		s = strings.TrimPrefix(s+" → "+strings.Join(e.Targets, ", "), " ")
	}
	return s
}
