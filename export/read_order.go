package export

import (
	"regexp"
	"strconv"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// A program that opens a CSV file takes 2015-07-04 for a date and saves it in the
// way of its language: 04/07/2015 or 7/4/2015. Which of them it was is told by the
// rows that were not changed: the order in which most days are the ones that were
// written is the order of the file.

// order is the order of the parts of a day: "dmy", "mdy", "ymd", or "" where a
// file does not tell.
type order string

var orders = []order{"dmy", "mdy", "ymd"}

// dayOrder finds out the order of a table's days.
func (h header) dayOrder(rows [][]cell) order {
	counts := map[order]int{}
	for _, cells := range rows {
		c, _ := h.cell(cells, "date")
		parts, ok := dayParts(c.text())
		if !ok {
			continue
		}
		var r timeline.Row
		state, _ := h.cell(cells, "as_written")
		parseState(live(state.raw), &r)
		for _, o := range orders {
			if d, ok := o.day(parts); ok && d.String() == r.Written["date"] {
				counts[o]++
			}
		}
	}
	var best order
	for _, o := range orders {
		switch {
		case counts[o] > counts[best]:
			best = o
		case counts[o] == counts[best] && best != "":
			return "" // as likely the one as the other
		}
	}
	return best
}

var threeNumbers = regexp.MustCompile(`^(\d{1,4})[./ -]\s?(\d{1,2})[./ -]\s?(\d{1,4})\.?(?: 0?0:00(?::00)?)?$`)

// dayParts are the numbers of a day such as 04/07/2015.
func dayParts(s string) ([3]string, bool) {
	m := threeNumbers.FindStringSubmatch(s)
	if m == nil {
		return [3]string{}, false
	}
	return [3]string(m[1:4]), true
}

// day reads the parts of a day in an order, and false where the calendar has no
// such day.
func (o order) day(parts [3]string) (dates.Date, bool) {
	var y, m, d int
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || len(o) != 3 {
			return dates.Date{}, false
		}
		switch o[i] {
		case 'y':
			if y = n; len(p) == 2 {
				y = century(n)
			}
		case 'm':
			m = n
		default:
			d = n
		}
	}
	return dates.DayOf(y, m, d), y >= 1000 && dates.ValidDay(y, m, d)
}

// century is the year that spreadsheets make of two digits: from 1930 to 2029.
func century(n int) int {
	if n < 30 {
		return 2000 + n
	}
	return 1900 + n
}

var monthAndYear = regexp.MustCompile(`^(\pL+)\.?[ -](\d\d)$`)

// isMonth reports whether a text such as Jul-15 is the month that was written:
// spreadsheets make it of 2015-07.
func isMonth(s, written string) bool {
	m := monthAndYear.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(m[2])
	if err != nil {
		return false
	}
	d, err := dates.ParseTyped(m[1] + " " + strconv.Itoa(century(n)))
	return err == nil && d.String() == written
}

// isRounded reports whether 1.23457E+11 is the sum that was written, as
// spreadsheets round a long one.
func isRounded(s, written string) bool {
	mantissa, _, found := strings.Cut(strings.ToUpper(strings.ReplaceAll(s, ",", ".")), "E")
	w, err := strconv.ParseFloat(written, 64)
	if !found || err != nil {
		return false
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil {
		return false
	}
	places := 0
	if _, after, ok := strings.Cut(mantissa, "."); ok {
		places = len(after)
	}
	return strconv.FormatFloat(w, 'e', places, 64) == strconv.FormatFloat(f, 'e', places, 64)
}
