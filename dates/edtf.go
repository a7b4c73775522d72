package dates

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

func (p Precision) String() string { return precisionNames[p] }

// String returns the date in EDTF (ISO 8601-2): 2015-07, 2021-35 (third
// quarter), 199X, 2020-11/2022, 2015~, ../2021-07-05. EDTF has no weeks, so a
// week is its interval of days; nor has it a Mod, which is left out. The date of no
// day is "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Open && d.From.Precision == None:
		return "../" + d.To.endString()
	case d.Open:
		return d.From.String() + "/.."
	case d.To.Precision != None:
		return d.From.String() + "/" + d.To.endString()
	case d.From.Precision == PrecisionWeek:
		return d.From.String() + "/" + d.From.endString()
	}
	return d.From.String()
}

// String returns the unit in EDTF; of a week its Monday.
func (u Unit) String() string {
	y, mark := formatYear(int(u.Year)), ""
	switch {
	case u.Approx && u.Uncertain:
		mark = "%"
	case u.Approx:
		mark = "~"
	case u.Uncertain:
		mark = "?"
	}
	switch u.Precision {
	case None:
		return ""
	case PrecisionDay, PrecisionWeek:
		return fmt.Sprintf("%s-%02d-%02d%s", y, u.Month, u.Day, mark)
	case PrecisionMonth:
		return fmt.Sprintf("%s-%02d%s", y, u.Month, mark)
	case PrecisionQuarter:
		return fmt.Sprintf("%s-%02d%s", y, u.Month+32, mark)
	case PrecisionHalf:
		return fmt.Sprintf("%s-%02d%s", y, u.Month+39, mark)
	case PrecisionSeason:
		return fmt.Sprintf("%s-%02d%s", y, u.Month+20, mark)
	case PrecisionDecade:
		return y[:3] + "X" + mark
	case PrecisionCentury:
		return y[:2] + "XX" + mark
	}
	return y + mark
}

func (u Unit) endString() string {
	if u.Precision != PrecisionWeek {
		return u.String()
	}
	l := u.last()
	end := unit(PrecisionDay, l.Year, l.Month, l.Day)
	end.Approx, end.Uncertain = u.Approx, u.Uncertain
	return end.String()
}

var errDate = errors.New("not a date that timeline reads (EDTF, such as 2015, 2015-07, 2015-07-04, 2020-11/2022)")

// Parse reads what String writes. An error says what was not understood.
func Parse(s string) (Date, error) {
	d, ok := parse(strings.TrimSpace(s))
	if !ok || !d.Valid() {
		return Date{}, fmt.Errorf("%q is %w", s, errDate)
	}
	return d, nil
}

func parse(s string) (Date, bool) {
	from, to, isRange := strings.Cut(s, "/")
	if !isRange {
		u, ok := parseUnit(s)
		return Date{From: u}, ok
	}
	switch {
	case from == "..":
		u, ok := parseUnit(to)
		return Date{To: u, Open: true}, ok
	case to == "..":
		u, ok := parseUnit(from)
		return Date{From: u, Open: true}, ok
	}
	a, ok1 := parseUnit(from)
	b, ok2 := parseUnit(to)
	return canonical(Date{From: a, To: b}), ok1 && ok2
}

// canonical gives the two spellings of one value one form: the interval from a
// Monday to the Sunday after it is a week, and two equal ends are one date.
func canonical(d Date) Date {
	a, b := d.From, d.To
	if a == b {
		return Date{From: a}
	}
	if a.Precision != PrecisionDay || b.Precision != PrecisionDay || a.Approx != b.Approx || a.Uncertain != b.Uncertain || !a.valid() || !b.valid() {
		return d
	}
	if m := a.first(); m.Weekday() == 1 && m.AddDays(6) == b.first() {
		a.Precision = PrecisionWeek
		return Date{From: a}
	}
	return d
}

func parseUnit(s string) (Unit, bool) {
	var u Unit
	switch {
	case strings.HasSuffix(s, "%"):
		u.Approx, u.Uncertain = true, true
	case strings.HasSuffix(s, "~"):
		u.Approx = true
	case strings.HasSuffix(s, "?"):
		u.Uncertain = true
	}
	s = strings.TrimRight(s, "%~?")
	neg := strings.HasPrefix(s, "-")
	parts := strings.Split(strings.TrimPrefix(s, "-"), "-")
	if len(parts[0]) != 4 || len(parts) > 3 {
		return u, false
	}
	if y, ok := strings.CutSuffix(parts[0], "XX"); ok {
		n, ok := number(y, 2)
		u.Precision, u.Year = PrecisionCentury, int16(n*100)
		return u, ok && len(parts) == 1 && !neg
	}
	if y, ok := strings.CutSuffix(parts[0], "X"); ok {
		n, ok := number(y, 3)
		u.Precision, u.Year = PrecisionDecade, int16(n*10)
		return u, ok && len(parts) == 1 && !neg
	}
	year, ok := number(parts[0], 4)
	if !ok {
		return u, false
	}
	if neg {
		year = -year
	}
	u.Precision, u.Year = PrecisionYear, int16(year)
	if len(parts) == 1 {
		return u, !neg || year != 0
	}
	m, ok := number(parts[1], 2)
	if !ok {
		return u, false
	}
	switch {
	case m >= 1 && m <= 12:
		u.Precision, u.Month = PrecisionMonth, int8(m)
	case m >= 21 && m <= 24:
		u.Precision, u.Month = PrecisionSeason, int8(m-20)
	case m >= 33 && m <= 36:
		u.Precision, u.Month = PrecisionQuarter, int8(m-32)
	case m >= 40 && m <= 41:
		u.Precision, u.Month = PrecisionHalf, int8(m-39)
	default:
		return u, false
	}
	if len(parts) == 2 {
		return u, true
	}
	d, ok := number(parts[2], 2)
	if !ok || u.Precision != PrecisionMonth || !ValidDay(year, m, d) {
		return u, false
	}
	u.Precision, u.Day = PrecisionDay, int8(d)
	return u, true
}

// number reads exactly n ASCII digits.
func number(s string, n int) (int, bool) {
	if len(s) != n {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}
