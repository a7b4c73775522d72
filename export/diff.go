package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// DiffFormat is a way to write a difference.
type DiffFormat struct {
	Name  string
	Write func(w io.Writer, d timeline.Difference) error
}

// DiffFormats lists every one, the default first.
var DiffFormats = []DiffFormat{
	{"text", writeDiffText},
	{"markdown", writeDiffMarkdown},
	{"json", writeDiffJSON},
}

// DiffFormatByName returns the format of a name, whatever its case.
func DiffFormatByName(name string) (DiffFormat, bool) {
	for _, f := range DiffFormats {
		if strings.EqualFold(name, f.Name) || f.Name == "markdown" && strings.EqualFold(name, "md") {
			return f, true
		}
	}
	return DiffFormat{}, false
}

// writeDiffText writes a line an event, + for added, - for removed and ~ for changed,
// and under a changed one a line for each of its fields.
func writeDiffText(w io.Writer, d timeline.Difference) error {
	var b strings.Builder
	line := func(mark string, r *timeline.Row) {
		fmt.Fprintf(&b, "%s %s  %s\n", mark, head(r), source.Clean(valid(r.Value("name")), 0))
	}
	for i := range d.Added {
		line("+", &d.Added[i])
	}
	for i := range d.Removed {
		line("-", &d.Removed[i])
	}
	for i := range d.Changed {
		line("~", &d.Changed[i].New)
		for _, c := range d.Changed[i].Changes {
			fmt.Fprintf(&b, "    %s: %s → %s\n", fieldName(c.Field), source.Clean(shownField(c.Field, c.Old), 0), source.Clean(shownField(c.Field, c.New), 0))
		}
	}
	fmt.Fprintf(&b, "%d added, %d removed, %d changed\n", len(d.Added), len(d.Removed), len(d.Changed))
	_, err := io.WriteString(w, b.String())
	return err
}

// head is the date and the kind of a row, for people.
func head(r *timeline.Row) string {
	return or(displayed(r.Value("date")), "undated") + ", " + strings.ToLower(timeline.Kind(source.Clean(valid(r.Value("kind")), 0)).Label())
}

func displayed(edtf string) string {
	d, err := dates.Parse(edtf)
	if err != nil {
		return source.Clean(valid(edtf), 0)
	}
	return d.Display()
}

// shownField is the value of a column for people.
func shownField(field, v string) string {
	switch field {
	case "date":
		v = displayed(v)
	case "kind":
		v = timeline.Kind(v).Label()
	}
	return or(valid(v), "(none)")
}

func fieldName(field string) string { return strings.ReplaceAll(field, "_", " ") }

// writeDiffMarkdown writes a heading and a list for each sort of difference.
func writeDiffMarkdown(w io.Writer, d timeline.Difference) error {
	var b strings.Builder
	item := func(r *timeline.Row) {
		fmt.Fprintf(&b, "- **%s** – %s\n", markdownText(head(r), 0), markdownText(r.Value("name"), 0))
	}
	section := func(title string, n int) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "## %s (%d)\n\n", title, n)
	}
	if n := len(d.Added); n > 0 {
		section("Added", n)
		for i := range d.Added {
			item(&d.Added[i])
		}
	}
	if n := len(d.Removed); n > 0 {
		section("Removed", n)
		for i := range d.Removed {
			item(&d.Removed[i])
		}
	}
	if n := len(d.Changed); n > 0 {
		section("Changed", n)
		for i := range d.Changed {
			item(&d.Changed[i].New)
			for _, c := range d.Changed[i].Changes {
				fmt.Fprintf(&b, "  - %s: %s → %s\n", fieldName(c.Field), markdownText(shownField(c.Field, c.Old), 0), markdownText(shownField(c.Field, c.New), 0))
			}
		}
	}
	if d.Empty() {
		b.WriteString("No differences.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// DiffSchema names the shape of a difference in JSON.
const DiffSchema = "timeline-diff/1"

type jsonDiff struct {
	Schema  string            `json:"schema"`
	Added   []jsonDiffEvent   `json:"added"`
	Removed []jsonDiffEvent   `json:"removed"`
	Changed []jsonDiffChanged `json:"changed"`
}

type jsonDiffEvent struct {
	ID   string `json:"id"`
	Date string `json:"date"`
	Kind string `json:"kind"`
	Name string `json:"name"`
}

type jsonDiffChanged struct {
	jsonDiffEvent
	Was     string            `json:"was,omitempty"` // its id in the old file, where that is another
	Changes []jsonFieldChange `json:"changes"`
}

type jsonFieldChange struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

func writeDiffJSON(w io.Writer, d timeline.Difference) error {
	out := jsonDiff{DiffSchema, toDiffEvents(d.Added), toDiffEvents(d.Removed), []jsonDiffChanged{}}
	for i := range d.Changed {
		c := &d.Changed[i]
		changed := jsonDiffChanged{jsonDiffEvent: toDiffEvent(&c.New)}
		if c.Old.ID != c.New.ID {
			changed.Was = valid(c.Old.ID)
		}
		for _, x := range c.Changes {
			changed.Changes = append(changed.Changes, jsonFieldChange{x.Field, valid(x.Old), valid(x.New)})
		}
		out.Changed = append(out.Changed, changed)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func toDiffEvents(rows []timeline.Row) []jsonDiffEvent {
	out := []jsonDiffEvent{}
	for i := range rows {
		out = append(out, toDiffEvent(&rows[i]))
	}
	return out
}

func toDiffEvent(r *timeline.Row) jsonDiffEvent {
	return jsonDiffEvent{valid(r.ID), valid(r.Value("date")), valid(r.Value("kind")), valid(r.Value("name"))}
}
