package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/timeline"
)

// MarkdownOptions are what the user may set for Markdown; the zero value is a
// list under headings of the second level, a heading a year.
type MarkdownOptions struct {
	Style        string // one of MarkdownStyles; "" is the first
	Group        string // one of Groupings; "" is none for a table and a year for the others
	HeadingLevel int    // of the years or months, 1 to 6; 0 is 2. A title stands one level above
	Mermaid      bool   // begin with a diagram
	NotePrefix   string // of the names of the footnotes, before their number
}

// The ways to write events as Markdown.
const (
	listStyle      = "list"
	tableStyle     = "table"
	narrativeStyle = "narrative"
)

// MarkdownStyles lists the ways to write events as Markdown, the usual one first.
var MarkdownStyles = []string{listStyle, tableStyle, narrativeStyle}

const nameBytes = 1000 // of an event's name

// writeMarkdown writes a text to be pasted into a report: the events under
// headings as list lines, rows of a table or sentences of a text, and their
// sources as numbered footnotes at the end. It reads the same on GitHub, in
// pandoc and in goldmark, and no text of a document is mark-up in it (see
// markdownText).
func writeMarkdown(w io.Writer, t *timeline.Timeline, o Options) error {
	m, err := newMarkdownWriter(w, o)
	if err != nil {
		return err
	}
	if title := markdownText(o.Title, 0); title != "" {
		m.heading(m.level-1, title)
	}
	if o.Markdown.Mermaid && len(t.Events) > 0 {
		m.block(mermaid(t.Events, o.Title))
	}
	if len(t.Events) == 0 {
		m.block("No dated events were found.")
	}
	for _, g := range groupsOf(t.Events, m.group) {
		if g.heading != "" {
			m.heading(m.level, g.heading)
		}
		m.section(g.events)
	}
	if len(t.Undated) > 0 {
		m.heading(m.level, "Undated")
		m.section(pointers(t.Undated))
	}
	for i, n := range m.notes {
		m.block(fmt.Sprintf("[^%s%d]: %s", m.prefix, i+1, n))
	}
	return m.w.Flush()
}

// markdownWriter keeps what is written between calls; a failure to write is
// returned by the last Flush.
type markdownWriter struct {
	w       *bufio.Writer
	begun   bool
	level   int // of the headings over events
	group   string
	prefix  string
	notes   []string
	section func([]*timeline.Event)
}

func newMarkdownWriter(w io.Writer, o Options) (*markdownWriter, error) {
	m := &markdownWriter{w: bufio.NewWriter(w), level: o.Markdown.HeadingLevel, group: or(o.Markdown.Group, ByYear), prefix: o.Markdown.NotePrefix}
	if m.level == 0 {
		m.level = 2
	}
	if !slices.Contains(Groupings, m.group) {
		return nil, fmt.Errorf("events cannot be grouped by %q", m.group)
	}
	switch o.Markdown.Style {
	case "", listStyle:
		m.section = m.list
	case narrativeStyle:
		paragraph := place
		if o.Markdown.Group == ByNone {
			paragraph = yearPlace
		}
		m.section = func(events []*timeline.Event) { m.narrative(events, paragraph) }
	case tableStyle:
		chosen, err := markdownColumns(o.Columns)
		if err != nil {
			return nil, err
		}
		m.group = or(o.Markdown.Group, ByNone)
		m.section = func(events []*timeline.Event) { m.table(events, chosen) }
	default:
		return nil, fmt.Errorf("there is no Markdown style %q", o.Markdown.Style)
	}
	return m, nil
}

// heading writes a heading of a level from 1 to 6.
func (m *markdownWriter) heading(level int, text string) {
	m.block(strings.Repeat("#", min(max(level, 1), 6)) + " " + text)
}

// mark keeps the note of an event and returns its mark, "" where there is none.
func (m *markdownWriter) mark(e *timeline.Event) string {
	n := note(e)
	if n == "" {
		return ""
	}
	m.notes = append(m.notes, n)
	return fmt.Sprintf("[^%s%d]", m.prefix, len(m.notes))
}

// block writes one line with an empty line before it.
func (m *markdownWriter) block(s string) {
	if m.begun {
		m.w.WriteByte('\n')
	}
	m.begun = true
	m.w.WriteString(s + "\n")
}

func (m *markdownWriter) list(events []*timeline.Event) {
	m.w.WriteByte('\n')
	for _, e := range events {
		m.w.WriteString("- " + m.line(e) + "\n")
	}
}

// line is "**4 July 2015** – Name. *Plan* (authority → target)[^1]".
func (m *markdownWriter) line(e *timeline.Event) string {
	var b strings.Builder
	b.WriteString("**" + or(e.Date.Display(), "Undated") + "** – ")
	b.WriteString(sentence(markdownText(e.Name, nameBytes)))
	if l := label(e); l != "" {
		b.WriteString(" *" + l + "*")
	}
	if p := parties(e); p != "" {
		b.WriteString(" (" + p + ")")
	}
	b.WriteString(m.mark(e))
	return b.String()
}

// label is the kind, and the status where the act is not done.
func label(e *timeline.Event) string {
	words := []string{markdownText(e.Kind.Label(), 0)}
	if e.Status != timeline.Occurred {
		words = append(words, markdownText(string(e.Status), 0))
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), ", ")
}

// parties is "authorities → targets; sum", or what of it is known.
func parties(e *timeline.Event) string {
	s := names(e.Authorities)
	if t := names(e.Targets); t != "" {
		s = strings.TrimPrefix(s+" → "+t, " ")
	}
	if a := strings.TrimSpace(markdownText(e.Amount.Currency, 0) + " " + grouped(markdownText(e.Amount.Value, 0))); a != "" {
		if s != "" {
			s += "; "
		}
		s += a
	}
	return s
}

func names(list []string) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = markdownText(n, nameBytes)
	}
	return strings.Join(out, ", ")
}

// grouped sets commas between the thousands of decimal digits.
func grouped(n string) string {
	whole, part, found := strings.Cut(n, ".")
	if !digits(whole) || found && !digits(part) {
		return n
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		return whole + "." + part
	}
	return whole
}

// sentence ends text with a full stop, the Chinese one after Chinese, where it
// has no end of its own, also within quotation marks.
func sentence(s string) string {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "”’\"'»）)"))
	switch {
	case s == "":
		return "No name."
	case strings.ContainsRune(".!?…。！？", last):
		return s
	case unicode.Is(unicode.Han, last) && strings.HasSuffix(s, string(last)):
		return s + "。"
	}
	return s + "."
}
