package export

import (
	"encoding/json"
	"slices"
	"strings"

	"regtimeline/timeline"
)

// rowState is what a row of a table carries of itself, in the hidden column "As
// written", so that a later run sees what a reviewer changed in it:
//
//	{"written":{"date":"2015-07-04","kind":"adoption",…},"text":{"date":"2015-07"}}
//
// written holds the columns of timeline.Fields and of the review as they were
// written; text holds what the documents gave where that was a reviewer's value
// already. It stands in the row and not in a sheet of its own so that it goes
// where the row goes when rows are sorted, filtered, copied or saved as CSV.
type rowState struct {
	Written map[string]string `json:"written,omitempty"`
	Text    map[string]string `json:"text,omitempty"`
	Added   bool              `json:"added,omitempty"`
	Merged  [][]string        `json:"merged,omitempty"` // id, then keys
}

// stateBytes is the room of a cell: what is longer could not be read back whole.
const stateBytes = 32000

func asWritten(of *timeline.Row) string {
	if of == nil || of.Written == nil {
		return ""
	}
	s := rowState{Written: map[string]string{}, Text: of.Text, Added: of.Added}
	for name, v := range of.Written {
		s.Written[name] = valid(v)
	}
	for _, m := range of.Merged {
		s.Merged = append(s.Merged, append([]string{m.ID}, keyTexts(m.Keys)...))
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil || b.Len() > stateBytes {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// parseState reads what asWritten writes; a cell that does not hold it leaves the
// row without, so that every difference from the documents counts as a change.
func parseState(cell string, r *timeline.Row) {
	var s rowState
	if json.Unmarshal([]byte(cell), &s) != nil {
		return
	}
	r.Written, r.Text, r.Added = s.Written, s.Text, s.Added
	if r.Written == nil {
		r.Written = map[string]string{}
	}
	for _, m := range s.Merged {
		if len(m) > 0 {
			r.Merged = append(r.Merged, timeline.Merged{ID: m[0], Keys: parseKeys(m[1:])})
		}
	}
}

func keysCell(of *timeline.Row) string {
	if of == nil {
		return ""
	}
	return strings.Join(keyTexts(of.Keys), " ")
}

func keyTexts(keys []timeline.Key) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.String())
	}
	return out
}

func parseKeys(texts []string) []timeline.Key {
	var keys []timeline.Key
	for _, s := range texts {
		if k, ok := timeline.ParseKey(s); ok && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}
