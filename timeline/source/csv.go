package source

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readCSV reads a list of events: comma, semicolon, tab or bar between the cells.
func (d *Document) readCSV(data []byte) error {
	dec, err := decode(data, "")
	if err != nil {
		return err
	}
	d.Warnings = dec.warnings
	r := csv.NewReader(strings.NewReader(dec.text[bomLen(dec.text):]))
	r.Comma = delimiter(dec.text)
	r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, r.Comma != '\t'
	var s sheet
	cells := 0
	for {
		row, err := r.Read()
		var wrong *csv.ParseError
		switch {
		case err == io.EOF:
			return d.readSheets([]sheet{s})
		case errors.As(err, &wrong):
			return fmt.Errorf("line %d of the table can't be read", wrong.Line)
		case err != nil:
			return err
		}
		if cells += len(row); cells > maxCells {
			return errCells
		}
		s.rows = append(s.rows, row)
	}
}

// delimiter is the mark that stands most often in the first line with any.
func delimiter(text string) rune {
	for line := range strings.Lines(text[:min(len(text), 1<<16)]) {
		best, most := ',', 0
		for _, c := range ",;\t|" {
			if n := strings.Count(line, string(c)); n > most {
				best, most = c, n
			}
		}
		if most > 0 {
			return best
		}
	}
	return ','
}
