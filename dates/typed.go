package dates

import (
	"fmt"
	"strings"
)

// ParseTyped reads a date that a person typed into a table: EDTF, what Display
// writes ("by 5 July 2021", "about 2015"), or a written date. What can be read in
// two ways, such as 03/04/2021, is an error, as is what needs a clock.
func ParseTyped(s string) (Date, error) {
	s = strings.TrimSpace(s)
	if len(s) > maxTyped {
		return Date{}, fmt.Errorf("a text of %d bytes is no date", len(s))
	}
	for _, midnight := range []string{"T00:00:00Z", "T00:00:00", " 00:00:00"} { // as other programs write a day
		s = strings.TrimSuffix(s, midnight)
	}
	if d, err := Parse(s); err == nil {
		return d, nil
	}
	if d, ok := parseDisplay(s); ok {
		return d, nil
	}
	for _, m := range Find(s) {
		if m.Doubt != "" {
			return Date{}, fmt.Errorf("%q cannot be read for sure: %s", s, m.Doubt)
		}
	}
	return ParseUser(s, Day{})
}

// maxTyped is more than any date needs, in bytes.
const maxTyped = 200

// parseDisplay reads the words that Display puts around a date.
func parseDisplay(s string) (Date, bool) {
	head, rest, _ := strings.Cut(s, " ")
	switch strings.ToLower(head) {
	case "by", "since":
		d, err := ParseTyped(strings.TrimPrefix(rest, "the "))
		if err != nil || d.Precision() >= PrecisionRange {
			return Date{}, false
		}
		if strings.EqualFold(head, "by") {
			return Until(d), true
		}
		return Since(d), true
	case "week":
		day, found := strings.CutPrefix(rest, "of ")
		d, err := ParseTyped(day)
		return WeekOf(d.Earliest()), found && err == nil && d.Precision() == PrecisionDay
	}
	if sure, ok := strings.CutSuffix(s, "(?)"); ok {
		d, err := ParseTyped(sure)
		if err != nil || d.Precision() >= PrecisionRange {
			return Date{}, false
		}
		d.From.Uncertain = true
		return d, true
	}
	return Date{}, false
}
