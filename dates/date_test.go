package dates

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParsePrintsItself(t *testing.T) {
	for _, s := range []string{
		"2015", "2015-07", "2015-07-04", "2021-35", "2020-40", "2016-22", "199X", "19XX", "-0479",
		"2020-11/2022", "2015~", "2015-07?", "2015-07-04%", "../2021-07-05", "2020-11/..", "2020~/2022",
		"2021-07-05/2021-07-11", "2016/2020",
	} {
		d, err := Parse(s)
		if err != nil || d.String() != s {
			t.Errorf("Parse(%q) = %q, %v", s, d, err)
		}
	}
	for _, s := range []string{"", "20150704", "2015-13", "2015-02-29", "2015-7", "2015/2014", "../..", "2015-07-04T10", "20XX5", "-0000", "2015-25"} {
		if d, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", s, d)
		}
	}
}

func TestWeekIsItsDays(t *testing.T) {
	w := WeekOf(Day{2021, 7, 7})
	if w.String() != "2021-07-05/2021-07-11" || w.Precision() != PrecisionWeek || w.Timex() != "2021-W27" {
		t.Errorf("week of 7 July 2021 is %s, %s, %s", w, w.Precision(), w.Timex())
	}
	if d, err := Parse(w.String()); err != nil || d != w {
		t.Errorf("%s reads back as %+v, %v", w, d, err)
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct{ date, earliest, latest string }{
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2021-35", "2021-07-01", "2021-09-30"},
		{"2020-41", "2020-07-01", "2020-12-31"},
		{"2019-24", "2019-12-01", "2020-02-29"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"../2021-07-05", "", "2021-07-05"},
		{"2020-11/2022", "2020-11-01", "2022-12-31"},
	} {
		d, err := Parse(c.date)
		if err != nil || d.Earliest().String() != c.earliest || d.Latest().String() != c.latest {
			t.Errorf("%s: %s to %s, %v; want %s to %s", c.date, d.Earliest(), d.Latest(), err, c.earliest, c.latest)
		}
	}
}

func TestWithinAndOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b             string
		within, overlaps bool
	}{
		{"2015-07-04", "2015-07", true, true},
		{"2015-07", "2015-07-04", false, true},
		{"2015-07", "2015", true, true},
		{"2015-08", "2015-07", false, false},
		{"2021-07-04", "../2021-07-05", true, true},
		{"2021-07-06", "../2021-07-05", false, false},
		{"2021", "2020-11/..", true, true},
		{"2020-11/..", "2021", false, true},
	} {
		a, _ := Parse(c.a)
		b, _ := Parse(c.b)
		if a.Within(b) != c.within || a.Overlaps(b) != c.overlaps || b.Overlaps(a) != c.overlaps {
			t.Errorf("%s, %s: within %v, overlaps %v", c.a, c.b, a.Within(b), a.Overlaps(b))
		}
	}
}

// TestCalendarAgainstTime checks the arithmetic against the standard library's.
func TestCalendarAgainstTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day{rapid.IntRange(1, 9999).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), 1}
		d.Day = rapid.IntRange(1, DaysIn(d.Year, d.Month)).Draw(t, "day")
		n := rapid.IntRange(-100000, 100000).Draw(t, "n")
		std := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if w := (int(std.Weekday())+6)%7 + 1; w != d.Weekday() {
			t.Fatalf("%s is weekday %d, want %d", d, d.Weekday(), w)
		}
		later := std.AddDate(0, 0, n)
		want := Day{later.Year(), int(later.Month()), later.Day()}
		if got := d.AddDays(n); got != want {
			t.Fatalf("%s + %d days = %s, want %s", d, n, got, want)
		}
		if y, w := std.ISOWeek(); d.Weekday() == 1 {
			if gy, gw := d.isoWeek(); gy != y || gw != w {
				t.Fatalf("%s is in week %d of %d, want %d of %d", d, gw, gy, w, y)
			}
		}
	})
}
