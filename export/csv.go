package export

import (
	"encoding/csv"
	"io"
	"strconv"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// writeCSV writes a header and one row an event, the undated ones last, as
// RFC 4180 has it: UTF-8 without a byte order mark, lines that end with CR LF.
// No cell acts as a formula (see inert).
func writeCSV(w io.Writer, t *timeline.Timeline, _ Options) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := make([]string, 0, len(columns))
	for _, c := range columns {
		if c.name != "" {
			record = append(record, c.name)
		}
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, events := range [][]timeline.Event{t.Events, t.Undated} {
		for i := range events {
			if err := out.Write(csvRecord(record[:0], &events[i])); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func csvRecord(record []string, e *timeline.Event) []string {
	r := newRow(e)
	for _, c := range columns {
		if c.name != "" {
			record = append(record, csvCell(c.value(r)))
		}
	}
	return record
}

func csvCell(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case dates.Date:
		return inert(v.String())
	case dates.Day:
		return inert(v.String())
	case term:
		return inert(v.code)
	case money:
		return inert(string(v))
	case string:
		return inert(v)
	}
	return ""
}
