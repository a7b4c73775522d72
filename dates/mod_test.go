package dates

import "testing"

func TestMod(t *testing.T) {
	for _, c := range []struct{ text, display, earliest, latest, mod string }{
		{"late 2020", "late 2020", "2020-09-01", "2020-12-31", "END"},
		{"early 2020", "early 2020", "2020-01-01", "2020-04-30", "START"},
		{"mid-2020", "mid-2020", "2020-05-01", "2020-08-31", "MID"},
		{"the beginning of 2020", "beginning of 2020", "2020-01-01", "2020-02-29", "START"},
		{"the end of 2020", "end of 2020", "2020-11-01", "2020-12-31", "END"},
		{"year-end 2020", "end of 2020", "2020-11-01", "2020-12-31", "END"},
		{"the rest of 2020", "about 2020", "2020-01-01", "2020-12-31", ""},
		{"around 2020", "about 2020", "2020-01-01", "2020-12-31", ""},
		{"early February 2021", "early February 2021", "2021-02-01", "2021-02-10", "START"},
		{"late February 2021", "late February 2021", "2021-02-21", "2021-02-28", "END"},
		{"the end of February 2021", "end of February 2021", "2021-02-25", "2021-02-28", "END"},
		{"mid-July 2020", "mid-July 2020", "2020-07-11", "2020-07-20", "MID"},
		{"the end of the third quarter of 2020", "end of Q3 2020", "2020-09-01", "2020-09-30", "END"},
		{"early spring 2016", "early spring 2016", "2016-03-01", "2016-03-31", "START"},
		{"the late 1990s", "late 1990s", "1997-01-01", "1999-12-31", "END"},
		{"the mid-1990s", "mid-1990s", "1993-01-01", "1996-12-31", "MID"},
		{"the late 19th century", "late 19th century", "1867-01-01", "1899-12-31", "END"},
		{"2018年10月底", "end of October 2018", "2018-10-25", "2018-10-31", "END"},
		{"2013年一季度末", "end of Q1 2013", "2013-03-01", "2013-03-31", "END"},
		{"二十世纪九十年代末期", "end of the 1990s", "1997-01-01", "1999-12-31", "END"},
		{"11世纪初", "beginning of the 11th century", "1000-01-01", "1019-12-31", "START"},
		{"Ende Oktober 2018", "end of October 2018", "2018-10-25", "2018-10-31", "END"},
		{"fin octobre 2018", "end of October 2018", "2018-10-25", "2018-10-31", "END"},
	} {
		ms := Find(c.text)
		if len(ms) != 1 {
			t.Errorf("%q has %d dates", c.text, len(ms))
			continue
		}
		d := ms[0].Date
		if got := d.Display(); got != c.display {
			t.Errorf("%q is shown as %q, want %q", c.text, got, c.display)
		}
		if a, b := d.Earliest().String(), d.Latest().String(); a != c.earliest || b != c.latest {
			t.Errorf("%q is from %s to %s, want %s to %s", c.text, a, b, c.earliest, c.latest)
		}
		if got := d.From.Mod.Timex(); got != c.mod {
			t.Errorf("%q has mod %q, want %q", c.text, got, c.mod)
		}
		if got, err := ParseTyped(c.display); err != nil || got != d {
			t.Errorf("%q, typed, is %+v, %v; want %+v", c.display, got, err, d)
		}
	}
}

// TestModOverlaps checks that parts of one unit are told apart and that a day near
// a part is not held against it.
func TestModOverlaps(t *testing.T) {
	date := func(s string) Date { return Find(s)[0].Date }
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"early 2020", "late 2020", false},
		{"early 2020", "mid-2020", false},
		{"late 2020", "the end of 2020", true},
		{"late 2020", "2020", true},
		{"late 2020", "August 2020", true},
		{"late 2020", "2 March 2020", false},
		{"late 2020", "3 January 2021", false},
		{"early July 2021", "14 July 2021", true},
		{"early July 2021", "24 July 2021", false},
	} {
		a, b := date(c.a), date(c.b)
		if a.Overlaps(b) != c.want || b.Overlaps(a) != c.want {
			t.Errorf("%q overlaps %q: want %v", c.a, c.b, c.want)
		}
	}
}

func TestModAfterPreposition(t *testing.T) {
	for text, want := range map[string]string{
		"end of 2020":            "by the end of 2020",
		"mid-2020":               "by mid-2020",
		"late 1990s":             "by the late 1990s",
		"beginning of July 2021": "by the beginning of July 2021",
	} {
		if got := Until(Find(text)[0].Date).Display(); got != want {
			t.Errorf("until %q is shown as %q, want %q", text, got, want)
		}
	}
	week := WeekOf(Day{2021, 7, 5}).Modified(ModEarly)
	if got := week.Display(); got != "early in the week of 5 July 2021" {
		t.Errorf("a week is shown as %q", got)
	}
}
