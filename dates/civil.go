package dates

import "fmt"

// Day is a day of the proleptic Gregorian calendar, with astronomical years
// (year 0 is 1 BC). The zero Day is no day at all: see IsZero.
type Day struct {
	Year, Month, Day int
}

// IsZero reports whether d is the zero Day, which stands for "no known bound".
func (d Day) IsZero() bool { return d == Day{} }

// String returns the ISO 8601 form, such as 2015-07-04, and "" for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return formatYear(d.Year) + fmt.Sprintf("-%02d-%02d", d.Month, d.Day)
}

// Compare returns -1, 0 or +1 as d lies before, on or after e.
func (d Day) Compare(e Day) int {
	switch {
	case d.Year != e.Year:
		return sign(d.Year - e.Year)
	case d.Month != e.Month:
		return sign(d.Month - e.Month)
	default:
		return sign(d.Day - e.Day)
	}
}

// Weekday returns the ISO 8601 number of the weekday: 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int {
	n := (d.number() + 3) % 7 // 1970-01-01 was a Thursday
	if n < 0 {
		n += 7
	}
	return n + 1
}

// AddDays returns the day n days after d; n may be negative.
func (d Day) AddDays(n int) Day { return dayOfNumber(d.number() + n) }

// Since returns the number of days from e to d, negative where d lies before e.
func (d Day) Since(e Day) int { return d.number() - e.number() }

// AddMonths returns the same day of the month n months after d, or the last day
// of that month where it is shorter, as Regulation (EEC, Euratom) 1182/71,
// article 3(2)(c), reckons periods expressed in months.
func (d Day) AddMonths(n int) Day {
	m := d.Year*12 + d.Month - 1 + n
	y, mo := floorDiv(m, 12), floorMod(m, 12)+1
	return Day{y, mo, min(d.Day, DaysIn(y, mo))}
}

// DaysIn returns the number of days of a month (1 to 12).
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// ValidDay reports whether the calendar has such a day.
func ValidDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= DaysIn(year, month)
}

// number counts days from 1970-01-01 (Howard Hinnant, "chrono-compatible
// low-level date algorithms", days_from_civil).
func (d Day) number() int {
	y := d.Year
	if d.Month <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((d.Month+9)%12)+2)/5 + d.Day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// dayOfNumber is the inverse of number (civil_from_days).
func dayOfNumber(n int) Day {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d := Day{Year: yoe + era*400, Month: (mp+2)%12 + 1, Day: doy - (153*mp+2)/5 + 1}
	if d.Month <= 2 {
		d.Year++
	}
	return d
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }

func floorMod(a, b int) int {
	m := a % b
	if m < 0 {
		m += b
	}
	return m
}

func formatYear(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}
