package export

import (
	"strconv"
	"strings"
	"unicode"

	"regtimeline/dates"
)

// live undoes Inert: it takes away each apostrophe that only keeps what follows it
// from being a formula.
func live(s string) string {
	if !strings.Contains(s, "'") {
		return s
	}
	parts := strings.SplitAfter(s, ";")
	for i, p := range parts {
		rest := strings.TrimLeftFunc(p, blank)
		if after, ok := strings.CutPrefix(rest, "'"); ok && startsFormula(after) {
			parts[i] = p[:len(p)-len(rest)] + after
		}
	}
	return strings.Join(parts, "")
}

// date returns the date of a row: of the column Date, or where that says what was
// written, of EDTF or Shown where one of these was changed. It is false where the
// table has none of these columns.
func (h header) date(cells []cell, written string, known bool) (string, bool) {
	c, ok := h.cell(cells, "date")
	if ok {
		if v := h.dateOf(c, written); v != written || !known && v != "" {
			return v, true
		}
	}
	shown := written
	if d, err := dates.Parse(written); err == nil {
		shown = d.Display()
	}
	for _, other := range []struct{ name, was string }{{"edtf", written}, {"display", shown}} {
		c, found := h.cell(cells, other.name)
		ok = ok || found
		if v := c.text(); found && v != "" && !same(v, other.was) {
			return h.dateOf(c, written), true
		}
	}
	return written, ok
}

// dateOf returns the date of a cell in EDTF, or what was typed where that is none.
func (h header) dateOf(c cell, written string) string {
	v := c.text()
	switch {
	case v == written, c.day != "" && c.day == written: // perhaps shown otherwise
		return written
	case c.day != "" && c.shown != c.raw:
		return shownDay(c)
	case isMonth(v, written):
		return written
	}
	if parts, ok := dayParts(v); ok && h.order != "" {
		if d, ok := h.order.day(parts); ok {
			return d.String()
		}
	}
	if d, err := dates.ParseTyped(v); err == nil {
		return d.String()
	}
	return v
}

// shownDay reads a day that a spreadsheet keeps as a number. Typing "July 2015"
// into a cell makes 1 July 2015 of it, shown as a month: the date is the month
// then. Typing 2015 into a cell of days makes 7 July 1905 of it, which is refused.
func shownDay(c cell) string {
	d, err := dates.Parse(c.day)
	if err != nil {
		return c.shown
	}
	n, err := strconv.ParseFloat(c.raw, 64)
	switch day := d.Earliest(); {
	case err != nil || day.Compare(firstRealDay) < 0:
		return c.shown
	case !showsDay(c.shown, day) && day.Day == 1:
		return dates.MonthOf(day.Year, day.Month).String()
	case !showsDay(c.shown, day):
		return c.shown
	case n >= 1000 && n < 3000:
		return c.shown + " or the year " + c.raw
	}
	return d.String()
}

// showsDay reports whether the text that a date is shown as tells its day, and not
// only month and year: it has a number left once the year and the month are taken.
func showsDay(shown string, d dates.Day) bool {
	numbers := strings.FieldsFunc(shown, func(r rune) bool { return !unicode.IsDigit(r) })
	named := strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsLetter(r) && r != '年' && r != '月' && r != '日' })
	take := func(n int) {
		for i, s := range numbers {
			if v, err := strconv.Atoi(s); err == nil && v == n {
				numbers = append(numbers[:i:i], numbers[i+1:]...)
				return
			}
		}
	}
	before := len(numbers)
	if take(d.Year); len(numbers) == before {
		take(d.Year % 100)
	}
	if !named {
		take(d.Month)
	}
	for _, s := range numbers {
		if v, err := strconv.Atoi(s); err == nil && v == d.Day {
			return true
		}
	}
	return false
}

// amountOf reads a sum in digits as programs and people write it: 18228000000,
// 18,228,000.50, 18.228.000,50, 1.8228E+10.
func amountOf(v, written string) string {
	s := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "’", "").Replace(v)
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && point >= 0 && comma > point:
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case comma >= 0 && (point >= 0 || inThousands(s, ",")):
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && strings.Count(s, ",") == 1:
		s = strings.ReplaceAll(s, ",", ".")
	case strings.Count(s, ".") > 1 && inThousands(s, "."):
		s = strings.ReplaceAll(s, ".", "")
	}
	if isRounded(s, written) {
		return written
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f < 0 || f > 1e15 {
		return v
	}
	if w, err := strconv.ParseFloat(written, 64); err == nil && w == f {
		return written
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// inThousands reports whether digits stand in groups of three after a first one.
func inThousands(s, mark string) bool {
	for i, g := range strings.Split(s, mark) {
		if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(g) > 3) {
			return false
		}
	}
	return true
}
