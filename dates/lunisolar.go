package dates

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// lunisolarData are the years of the Chinese calendar; its head says what stands in it.
//
//go:embed lunisolar.txt
var lunisolarData string

// lunarYear is a year of the Chinese calendar. It begins in January or February of
// the year of ours by whose number it is called.
type lunarYear struct {
	first Day     // of its first month
	leap  int     // the month that comes twice, 0 for none
	days  []int   // of each month, the leap month in its place
	terms [24]int // days of the month of the solar terms of our year, from 小寒 in January on
}

const firstLunarYear = 1900

var lunarYears = sync.OnceValue(func() []lunarYear {
	var all []lunarYear
	for line := range strings.Lines(lunisolarData) {
		f := strings.Fields(line)
		if len(f) != 5 || f[0] == "#" {
			continue
		}
		var y lunarYear
		d, _ := Parse(f[0] + "-" + f[1])
		y.first = d.Earliest()
		y.leap, _ = strconv.Atoi(f[2])
		for _, c := range f[3] {
			days := 29
			if c == '+' {
				days = 30
			}
			y.days = append(y.days, days)
		}
		for i := range y.terms {
			n, _ := strconv.ParseInt(f[4][i:i+1], 36, 0)
			y.terms[i] = int(n)
		}
		all = append(all, y)
	}
	return all
})

// lunar returns a year of the Chinese calendar, and false where the table has none.
func lunar(year int) (lunarYear, bool) {
	all := lunarYears()
	if i := year - firstLunarYear; i >= 0 && i < len(all) {
		return all[i], true
	}
	return lunarYear{}, false
}

// month returns the first day of a month and its length, and false where the year
// has no such month, as a leap month is in few.
func (y lunarYear) month(month int, leap bool) (first Day, days int, ok bool) {
	i := month - 1
	if leap && month != y.leap {
		return Day{}, 0, false
	}
	if leap || y.leap > 0 && month > y.leap {
		i++
	}
	if i < 0 || i >= len(y.days) {
		return Day{}, 0, false
	}
	before := 0
	for _, n := range y.days[:i] {
		before += n
	}
	return y.first.AddDays(before), y.days[i], true
}

// lunarDate returns the day of our calendar of a lunar one, or the days of a whole
// lunar month where day is 0. It returns no date where the calendar has no such day
// or the table no such year.
func lunarDate(year, month, day int, leap bool) Date {
	y, _ := lunar(year)
	first, days, ok := y.month(month, leap)
	switch {
	case !ok || day > days:
		return Date{}
	case day == 0:
		return Between(FromDay(first).From, FromDay(first.AddDays(days-1)).From)
	}
	return FromDay(first.AddDays(day - 1))
}

// solarTerm returns the day of a solar term, 1 for 小寒 in January to 24 for 冬至 in
// December, or the zero Day where the table has no such year.
func solarTerm(year, term int) Day {
	y, ok := lunar(year)
	if !ok || term < 1 || term > len(y.terms) {
		return Day{}
	}
	return Day{year, (term + 1) / 2, y.terms[term-1]}
}

// ofChineseCalendar reports whether the day of the point has to be looked up in the
// Chinese calendar.
func (p *point) ofChineseCalendar() bool {
	return p.lunar || p.festival.lunar || p.festival.term > 0
}

// otherYear returns the day that a point of the Chinese calendar has where its year
// is counted the other way, and the zero Day where both are the same: a year of that
// calendar ends in January or February of ours, and the eve of a new year is called
// by the new one or by the old.
func (p *point) otherYear() Day {
	switch {
	case p.lunar:
		if d := p.inCalendar(p.year).Earliest(); d.Year != p.year {
			return p.inCalendar(p.year - 1).Earliest()
		}
	case p.festival.lunar && p.festival.offset < 0:
		return p.festival.in(p.year + 1)
	case p.festival.lunar:
		if d := p.festival.in(p.year); d.Year != p.year {
			return p.festival.in(p.year - 1)
		}
	}
	return Day{}
}
