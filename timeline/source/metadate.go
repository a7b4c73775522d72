package source

import (
	"fmt"
	"strings"

	"regtimeline/dates"
)

// parseDate reads a date of metadata: EDTF (2018-01), an ISO 8601 time (of which
// the day counts), or a written date. It does not read words such as "yesterday",
// which need a clock. The error quotes the text and says what would be read.
func parseDate(s string) (dates.Date, error) {
	s = strings.TrimSpace(s)
	if d, err := dates.Parse(s); err == nil {
		return d, nil
	}
	if d, ok := isoDay(s); ok {
		return d, nil
	}
	if d, ok := writtenDate(s); ok {
		return d, nil
	}
	return dates.Date{}, fmt.Errorf("%q is not a date that timeline reads (such as 2015, 2015-07 or 2015-07-04)", Clean(s, 40))
}

// isoDay reads the day at the head of an ISO 8601 time, or of a date written with
// slashes or points, year first: 2021-07-05T09:00:00Z, 2021/7/5, 20210705.
func isoDay(s string) (dates.Date, bool) {
	n := strings.IndexAny(s, " T,Z")
	if n < 0 {
		n = len(s)
	}
	head := s[:n]
	if len(head) == 8 && strings.Trim(head, "0123456789") == "" {
		head = head[:4] + "-" + head[4:6] + "-" + head[6:]
	}
	parts := strings.FieldsFunc(head, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || len(parts[0]) != 4 {
		return dates.Date{}, false
	}
	for i := range parts {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	d, err := dates.Parse(strings.Join(parts, "-"))
	return d, err == nil
}

// writtenDate reads what ParseUser reads alike on two days far apart, so that no
// clock has a part in it.
func writtenDate(s string) (dates.Date, bool) {
	a, err := dates.ParseUser(s, dates.Day{Year: 1999, Month: 3, Day: 9})
	if err != nil {
		return dates.Date{}, false
	}
	b, err := dates.ParseUser(s, dates.Day{Year: 2016, Month: 10, Day: 20})
	return a, err == nil && a == b
}
