package main

import (
	"fmt"
	"io"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline/source"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// maxWords is the number of bytes of a mention's words that the table shows.
const maxWords = 60

// writeMentionTable writes a document's mentions for people: a line with the
// document's name, then one aligned line a mention.
func writeMentionTable(w io.Writer, doc *source.Document, mentions []dates.Mention) error {
	if _, err := fmt.Fprintf(w, "%s: %s\n", printable(inputName(doc.Path)), count(len(mentions), "date")); err != nil {
		return err
	}
	if len(mentions) == 0 {
		return nil
	}
	t := table.NewWriter()
	t.SetStyle(mentionStyle)
	t.SuppressTrailingSpaces()
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 1, Align: text.AlignRight}})
	lines := lineCounter{text: doc.Text, line: 1}
	for _, m := range mentions {
		span := source.Span{Doc: doc, Start: m.Start, End: m.End}
		t.AppendRow(table.Row{lines.at(m.Start), span.Quote(maxWords), m.Interval().Display(), edtf(m), remark(m)})
	}
	_, err := io.WriteString(w, t.Render()+"\n")
	return err
}

// mentionStyle is a table of columns with two spaces between them and no lines.
var mentionStyle = table.Style{
	Name: "mentions",
	Box:  table.BoxStyle{PaddingLeft: "  "},
}

// edtf is the exact form of a mention's date, and "?" where it is not known.
func edtf(m dates.Mention) string {
	if m.Date.IsZero() {
		return "?"
	}
	return m.Interval().String()
}

// remark tells what is special of a mention: what it is for, what was not
// written but understood, and what is doubtful.
func remark(m dates.Mention) string {
	var parts []string
	if m.Role != "" {
		parts = append(parts, string(m.Role))
	}
	if a, ok := m.Anchor(); ok {
		parts = append(parts, "counts "+a.String())
	}
	if len(m.Implied) > 0 {
		parts = append(parts, "understood: "+list(m.Implied))
	}
	if m.Doubt != "" {
		parts = append(parts, m.Doubt)
	}
	return source.Clean(strings.Join(parts, "; "), 0)
}

// lineCounter turns growing offsets into line numbers in one pass over a text.
type lineCounter struct {
	text   string
	offset int
	line   int
}

// at returns the number, from 1, of the line that holds the offset. An offset
// before the last one counts as on the last one's line.
func (c *lineCounter) at(offset int) int {
	if offset > c.offset {
		c.line += strings.Count(c.text[c.offset:offset], "\n")
		c.offset = offset
	}
	return c.line
}
