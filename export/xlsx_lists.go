package export

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"regtimeline/timeline"
)

// roomToAdd is the number of empty rows below a sheet's last that have its lists
// too, for what a reviewer adds.
const roomToAdd = 500

// setLists gives the cells that a reviewer fills in their lists to choose from,
// and lets the look of a row follow its review.
func (b *workbook) setLists(s sheet) error {
	if !s.review {
		return nil
	}
	last := min(1+b.written(s)+roomToAdd, b.maxRows)
	var states, statuses []string
	for _, x := range timeline.States {
		states = append(states, string(x))
	}
	for _, x := range []timeline.Status{timeline.Occurred, timeline.Scheduled, timeline.Proposed} {
		statuses = append(statuses, string(x))
	}
	for _, l := range []struct {
		column string
		items  []string
		from   string // a range of cells, where the items are too many for a list
	}{
		{timeline.ReviewColumn, states, ""},
		{"status", statuses, ""},
		{"kind", nil, fmt.Sprintf("Kinds!$A$2:$A$%d", 1+len(timeline.Kinds))},
	} {
		if err := b.setList(s, l.column, l.items, l.from, last); err != nil {
			return err
		}
	}
	return b.markReviewed(s, last)
}

func (b *workbook) setList(s sheet, column string, items []string, from string, last int) error {
	letter, err := s.letter(column)
	if err != nil {
		return err
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = fmt.Sprintf("%s2:%s%d", letter, letter, last)
	if from != "" {
		v.SetSqrefDropList(from)
	} else if err := v.SetDropList(items); err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleStop, "timeline", "Choose one of the list.")
	return b.file.AddDataValidation(s.name, v)
}

// markReviewed draws rows after their review: struck out, green, or bold on yellow.
func (b *workbook) markReviewed(s sheet, last int) error {
	letter, err := s.letter(timeline.ReviewColumn)
	if err != nil {
		return err
	}
	end, err := s.letter(timeline.SameAsColumn)
	if err != nil {
		return err
	}
	rule := func(state timeline.State, style int) excelize.ConditionalFormatOptions {
		return excelize.ConditionalFormatOptions{Type: "formula", Criteria: fmt.Sprintf(`$%s2="%s"`, letter, state), Format: &style}
	}
	if err := b.file.SetConditionalFormat(s.name, fmt.Sprintf("A2:%s%d", end, last),
		[]excelize.ConditionalFormatOptions{rule(timeline.Rejected, b.styles.rejected)}); err != nil {
		return err
	}
	return b.file.SetConditionalFormat(s.name, fmt.Sprintf("%s2:%s%d", letter, letter, last),
		[]excelize.ConditionalFormatOptions{rule(timeline.Accepted, b.styles.accepted), rule(timeline.Edited, b.styles.edited)})
}

// letter returns the letters of a column.
func (s sheet) letter(name string) (string, error) {
	for i, c := range s.columns {
		if c.name == name {
			return excelize.ColumnNumberToName(i + 1)
		}
	}
	return "", fmt.Errorf("it has no column %s", name)
}
