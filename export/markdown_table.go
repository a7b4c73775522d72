package export

import (
	"fmt"
	"strconv"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// usualColumns are those of a Markdown table where the user names none.
var usualColumns = []string{"display", "kind", "name", "authorities", "targets"}

// ColumnNames lists the columns of an event by name, but for those that only
// programs use.
func ColumnNames() []string {
	var names []string
	for _, c := range columns {
		if forPeople(c) {
			names = append(names, c.name)
		}
	}
	return names
}

func forPeople(c column) bool {
	return c.name != "" && c.header != "" && (c.use&hidden == 0 || c.name == "id")
}

// markdownColumns finds columns by name.
func markdownColumns(names []string) ([]column, error) {
	if len(names) == 0 {
		names = usualColumns
	}
	var chosen []column
	for _, name := range names {
		found := false
		for _, c := range columns {
			if c.name == name && forPeople(c) {
				chosen, found = append(chosen, c), true
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no column %q; the columns are %s", name, strings.Join(ColumnNames(), ", "))
		}
	}
	return chosen, nil
}

// table writes a pipe table, which GitHub, pandoc and goldmark know. Its dashes
// are as many as a column is wide, since pandoc divides the page by them. The
// mark of the note stands at the name or, where that is not shown, at the end.
func (m *markdownWriter) table(events []*timeline.Event, chosen []column) {
	if undated := withoutDates(chosen); len(undated) > 0 && len(events) > 0 && events[0].Date.IsZero() {
		chosen = undated
	}
	noted := len(chosen) - 1
	header, rule := make([]string, len(chosen)), make([]string, len(chosen))
	for i, c := range chosen {
		header[i] = markdownText(markdownHeader(c, chosen), 0)
		rule[i] = strings.Repeat("-", markdownWidth(c))
		if rightAligned(c) {
			rule[i] += ":"
		}
		if c.name == "name" {
			noted = i
		}
	}
	m.block(tableLine(header))
	m.w.WriteString(tableLine(rule) + "\n")
	cells := make([]string, len(chosen))
	for _, e := range events {
		r := newRow(e, "")
		for i, c := range chosen {
			cells[i] = markdownCell(c.cell(r))
		}
		cells[noted] += m.mark(e)
		m.w.WriteString(tableLine(cells) + "\n")
	}
}

// markdownWidth is a column's share of the width of a page, which is less than a
// spreadsheet has: the long columns give, so that no word of the short ones is cut.
func markdownWidth(c column) int { return (min(int(c.width), 32) + 9) / 2 }

// withoutDates leaves out the columns that are empty for undated events.
func withoutDates(chosen []column) []column {
	var rest []column
	for _, c := range chosen {
		if c.use&dated == 0 && c.name != "date" {
			rest = append(rest, c)
		}
	}
	return rest
}

func tableLine(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// markdownHeader is a column's header; "Shown" says something only beside "Date".
func markdownHeader(c column, chosen []column) string {
	if c.name != "display" {
		return c.header
	}
	for _, other := range chosen {
		if other.name == "date" {
			return c.header
		}
	}
	return columnNamed("date").header
}

// rightAligned reports whether a column holds numbers.
func rightAligned(c column) bool {
	switch c.cell(newRow(&timeline.Event{}, "")).(type) {
	case int, float64, money:
		return true
	}
	return c.name == "page"
}

// markdownCell is a value as Markdown, for people.
func markdownCell(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case dates.Date:
		return markdownText(v.String(), 0)
	case dates.Day:
		return markdownText(v.String(), 0)
	case term:
		return markdownText(v.label, 0)
	case money:
		return grouped(markdownText(string(v), 0))
	case string:
		return markdownText(v, nameBytes)
	}
	return ""
}
