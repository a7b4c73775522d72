package timeline

import "maps"

// Row is an event as a file has it: a row of a workbook or CSV file, perhaps
// changed by a reviewer, or an event of the JSON.
//
// To know what a reviewer changed, a file carries for each row what was written
// there (Written). To know whether the text changed under a change, it carries
// what the documents gave where the value was a reviewer's already (Text).
type Row struct {
	At      string            // where it stands, for people: "Timeline, row 12"
	ID      string            // "" for a row that a reviewer added
	Keys    []Key             // of the event's sources, the primary one's first
	Values  map[string]string // by column; what was not understood stands as it was typed
	Written map[string]string // nil where the file does not tell
	Text    map[string]string
	Added   bool
	Merged  []Merged
	Kept    bool   // it was carried over because it could not be applied
	Cited   Cited  // of an added row
	Why     string // it could not be applied
}

// Cited is a source that a reviewer gives for an event of his own, in words.
type Cited struct {
	Document, Quote, URL string
	Page                 int // 0 for none
}

// The keys that are written at most for an event, and for one that was merged into it.
const (
	maxKeys       = 50
	maxMergedKeys = 5
)

// RowOf returns an event as it is written. Read back unchanged and applied, the
// row gives the same event again.
func RowOf(e *Event) Row {
	r := Row{ID: e.ID, Keys: keysOf(e.Sources, maxKeys), Values: map[string]string{}, Text: map[string]string{}, Added: e.Review.Added, Merged: e.Review.Merged}
	for _, f := range Fields {
		if v := f.Get(e); v != "" {
			r.Values[f.Name] = v
		}
	}
	for name, v := range map[string]string{ReviewColumn: string(e.Review.state()), NoteColumn: e.Review.Note, SameAsColumn: e.Review.SameAs} {
		if v != "" {
			r.Values[name] = v
		}
	}
	for _, x := range e.Review.Edits {
		r.Text[x.Field] = x.Text
	}
	r.Written = maps.Clone(r.Values)
	if e.Review.Added {
		r.Cited = citedIn(e.first().Quote)
	}
	return r
}

// Rows returns everything of a timeline that a file for review holds: its events,
// the undated ones, those that were rejected, and what could not be applied.
func (t *Timeline) Rows() []Row {
	var rows []Row
	for _, list := range [][]Event{t.Events, t.Undated, t.Rejected} {
		for i := range list {
			rows = append(rows, RowOf(&list[i]))
		}
	}
	return append(rows, t.Kept...)
}

func (r Review) state() State {
	if r.State == "" {
		return Pending
	}
	return r.State
}

// keysOf returns at most limit keys of sources, each once: those of the first
// sources, and in any case the anchor's.
func keysOf(sources []Source, limit int) []Key {
	if len(sources) == 0 {
		return nil
	}
	var keys []Key
	seen := map[Key]bool{}
	add := func(k Key) {
		if k.Words != "" && !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	for _, s := range sources[:min(len(sources), limit-1)] {
		add(s.Key())
	}
	if len(sources) >= limit {
		add(anchor(sources).Key())
	}
	return keys
}

// value returns what the row says of a column. A column that the file no longer
// has says what was written there.
func (r *Row) value(column string) string {
	if v, ok := r.Values[column]; ok {
		return v
	}
	return r.Written[column]
}

// has reports whether the file says anything of a column.
func (r *Row) has(column string) bool {
	_, ok := r.Values[column]
	return ok || r.Written != nil
}

// base returns what the documents gave for a field when the row was written, and
// false where the file does not tell.
func (r *Row) base(field string) (string, bool) {
	if v, ok := r.Text[field]; ok {
		return v, true
	}
	return r.Written[field], r.Written != nil
}

// changed reports whether a reviewer has changed a column since it was written.
func (r *Row) changed(column string) bool {
	return r.Written != nil && r.value(column) != r.Written[column]
}

// touched reports whether there is anything of a reviewer's in the row.
func (r *Row) touched() bool {
	if r.Added || r.Kept || len(r.Text) > 0 || len(r.Merged) > 0 || r.value(NoteColumn) != "" || r.value(SameAsColumn) != "" {
		return true
	}
	if s := State(r.value(ReviewColumn)); s != "" && s != Pending {
		return true
	}
	for _, f := range Fields {
		if r.changed(f.Name) {
			return true
		}
	}
	return false
}

// blank reports whether the row says nothing at all.
func (r *Row) blank() bool {
	for _, v := range r.Values {
		if v != "" {
			return false
		}
	}
	return r.ID == "" && r.Cited == Cited{}
}

// Event returns a row as an event without sources, to be shown, and of each column
// that an event cannot hold what was typed there.
func (r *Row) Event() (Event, map[string]string) {
	e := Event{ID: r.ID, Kind: "fact"}
	typed := map[string]string{}
	for _, f := range Fields {
		if v := r.value(f.Name); v != "" || f.Name == "kind" || f.Name == "status" {
			if f.set(&e, v) != nil {
				typed[f.Name] = v
			}
		}
	}
	e.Rule = ""
	e.Review = Review{State: State(r.value(ReviewColumn)), Note: r.value(NoteColumn), SameAs: r.value(SameAsColumn), Added: r.Added}
	if e.Review.State == "" {
		typed[ReviewColumn] = ""
	}
	return e, typed
}
