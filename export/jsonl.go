package export

import (
	"encoding/json"
	"io"

	"regtimeline/timeline"
)

// jsonLine is one event as it stands in a JSON Lines file: complete without the
// lines around it.
type jsonLine struct {
	Schema string `json:"schema"`
	jsonEvent
	Documents []jsonDocument `json:"documents"` // those that the sources name, each once
}

// writeJSONL writes JSON Lines (jsonlines.org): one event a line, the undated
// ones last, each an event of the schema timeline/1 with the documents that its
// sources name. Every line has the same fields, so that programs that read
// tables can take the file as one.
func writeJSONL(w io.Writer, t *timeline.Timeline, _ Options) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	at := lines{}
	for _, events := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			line := jsonLine{Schema: Schema, jsonEvent: toJSONEvent(&events[i], at), Documents: []jsonDocument{}}
			named := map[string]bool{}
			for _, s := range chosen(events[i].Sources, jsonSources) {
				if d := s.Quote.Doc; d != nil && !named[d.ID] {
					named[d.ID] = true
					line.Documents = append(line.Documents, toJSONDocument(d))
				}
			}
			if err := enc.Encode(line); err != nil {
				return err
			}
		}
	}
	return nil
}
