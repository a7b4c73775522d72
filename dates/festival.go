package dates

import (
	"strconv"
	"strings"
)

// festival is a day that returns each year: a day of a month, of our calendar or
// the Chinese one, a weekday of a month ("the fourth Thursday of November"), a day
// counted from Easter or a solar term. The zero festival is none.
type festival struct {
	month, day int8  // a fixed day
	nth        int8  // else the nth weekday of month, 5 for the last
	weekday    int8  // 1 Monday … 7 Sunday
	easter     bool  // counted from Easter Sunday
	lunar      bool  // month and day are of the Chinese calendar
	term       int8  // a solar term: see solarTerm
	offset     int16 // days to add to any of these
}

// parseFestival reads the attribute festival of a rule: "12-25", "11-4th-4" (the
// fourth Thursday of November), "lunar-8-15" (of the Chinese calendar), "term-7",
// any with days to add, as in "11-1st-1+1" and "lunar-1-1+-1", or "easter-2". It
// returns the zero festival for any other text.
func parseFestival(s string) festival {
	var f festival
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		f.easter = true
		f.offset = int16(small(rest))
		return f
	}
	s, plus, _ := strings.Cut(s, "+")
	f.offset = int16(small(plus))
	if rest, ok := strings.CutPrefix(s, "term-"); ok {
		f.term = small(rest)
		return f
	}
	s, f.lunar = strings.CutPrefix(s, "lunar-")
	part := strings.Split(s, "-")
	f.month = small(part[0])
	switch len(part) {
	case 2:
		f.day = small(part[1])
	case 3:
		f.nth = int8(part[1][0] - '0')
		f.weekday = small(part[2])
	}
	return f
}

// holiday reads a value of the field holiday: 1225, or 50207 for the second Sunday
// of May.
func holiday(v int) festival {
	if v < 10000 {
		return festival{month: narrow(v / 100), day: narrow(v % 100)}
	}
	return festival{month: narrow(v / 10000), nth: narrow(v / 100 % 100), weekday: narrow(v % 100)}
}

// small reads a number of the attribute, 0 where there is none.
func small(s string) int8 {
	n, _ := strconv.ParseInt(s, 10, 8)
	return int8(n)
}

// in returns the day of the festival in a year, or the zero Day where the table of
// the Chinese calendar has no such year.
func (f festival) in(year int) Day {
	day := f.base(year)
	if day.IsZero() {
		return day
	}
	return day.AddDays(int(f.offset))
}

func (f festival) base(year int) Day {
	month, day := int(f.month), int(f.day)
	switch {
	case f.lunar:
		return lunarDate(year, month, day, false).Earliest()
	case f.term > 0:
		return solarTerm(year, int(f.term))
	case f.easter:
		return easter(year)
	case f.nth > 0:
		return nthWeekday(year, month, int(f.nth), int(f.weekday))
	}
	return Day{year, month, day}
}

// nthWeekday returns the nth (1 to 4, or 5 for the last) weekday of a month.
func nthWeekday(year, month, nth, weekday int) Day {
	if nth >= 5 {
		last := Day{year, month, DaysIn(year, month)}
		return last.AddDays(-floorMod(last.Weekday()-weekday, 7))
	}
	first := Day{year, month, 1}
	return first.AddDays(floorMod(weekday-first.Weekday(), 7) + 7*(nth-1))
}

// easter returns Easter Sunday of the Gregorian calendar (the anonymous algorithm
// in Meeus, Astronomical Algorithms, chapter 8).
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return Day{year, n / 31, n%31 + 1}
}

// weekendAt returns the weekend at which a feast is kept, with the days between the
// two: Labor Day's is Saturday to Monday, Thanksgiving's Thursday to Sunday. A
// Wednesday has none.
func weekendAt(feast Day) (Date, bool) {
	first, last := feast, feast
	switch w := feast.Weekday(); {
	case w == 3:
		return Date{}, false
	case w < 3:
		first = feast.AddDays(-1 - w)
	case w == 7:
		first = feast.AddDays(-1)
	default:
		last = feast.AddDays(7 - w)
	}
	return Between(FromDay(first).From, FromDay(last).From), true
}
