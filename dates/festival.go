package dates

import (
	"strconv"
	"strings"
)

// festival is a day that returns each year: a day of a month, a weekday of a
// month ("the fourth Thursday of November") or a day counted from Easter. The
// zero festival is none.
type festival struct {
	month, day int  // a fixed day
	nth        int  // else the nth weekday of month, 5 for the last
	weekday    int  // 1 Monday … 7 Sunday
	easter     bool // counted from Easter Sunday
	offset     int  // days to add to any of these
}

// parseFestival reads the attribute festival of a rule: "12-25", "11-4th-4" (the
// fourth Thursday of November), either with days to add, as in "11-1st-1+1", or
// "easter-2". It returns the zero festival for any other text.
func parseFestival(s string) festival {
	var f festival
	if rest, ok := strings.CutPrefix(s, "easter"); ok {
		f.easter = true
		f.offset, _ = strconv.Atoi(rest)
		return f
	}
	s, plus, _ := strings.Cut(s, "+")
	f.offset, _ = strconv.Atoi(plus)
	part := strings.Split(s, "-")
	f.month, _ = strconv.Atoi(part[0])
	switch len(part) {
	case 2:
		f.day, _ = strconv.Atoi(part[1])
	case 3:
		f.nth = int(part[1][0] - '0')
		f.weekday, _ = strconv.Atoi(part[2])
	}
	return f
}

// in returns the day of the festival in a year.
func (f festival) in(year int) Day {
	switch {
	case f.easter:
		return easter(year).AddDays(f.offset)
	case f.nth > 0:
		return nthWeekday(year, f.month, f.nth, f.weekday).AddDays(f.offset)
	}
	return Day{year, f.month, f.day}.AddDays(f.offset)
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
