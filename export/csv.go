package export

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// writeCSV writes a header and one row an event, as RFC 4180 has it: UTF-8, lines
// that end with CR LF. The undated events follow the dated ones; then those that a
// reviewer rejected and the changes that could not be applied, so that the file
// can be corrected and read back: the column section tells them apart. No cell
// acts as a formula (see Inert).
func writeCSV(w io.Writer, t *timeline.Timeline, o Options) error {
	if o.ByteOrderMark {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
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
	for r := range tableRows(t) {
		if err := out.Write(csvRecord(record[:0], r)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// tableRows yields the rows of every section.
func tableRows(t *timeline.Timeline) iter.Seq[row] {
	return func(yield func(row) bool) {
		for _, s := range []struct {
			name   string
			events []timeline.Event
		}{{sectionTimeline, t.Events}, {sectionUndated, t.Undated}, {sectionRejected, t.Rejected}} {
			for i := range s.events {
				if !yield(newRow(&s.events[i], s.name)) {
					return
				}
			}
		}
		for i := range t.Kept {
			if !yield(keptRow(&t.Kept[i])) {
				return
			}
		}
	}
}

func csvRecord(record []string, r row) []string {
	for _, c := range columns {
		if c.name != "" {
			record = append(record, csvCell(c.cell(r)))
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
		return Inert(v.String())
	case dates.Day:
		return Inert(v.String())
	case term:
		return Inert(v.code)
	case money:
		return Inert(string(v))
	case string:
		return Inert(v)
	}
	return ""
}
