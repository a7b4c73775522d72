package dates

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseTyped(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2015-07-04", "2015-07-04"}, {" 4 July 2015 ", "2015-07-04"}, {"July 2015", "2015-07"}, {"2015年7月", "2015-07"}, {"Q3 2021", "2021-35"},
		{"2015-07-04T00:00:00", "2015-07-04"}, {"2015-07-04 00:00:00", "2015-07-04"}, {"../2021-07-05", "../2021-07-05"},
		{"by 5 July 2021", "../2021-07-05"}, {"since November 2020", "2020-11/.."}, {"by the 1990s", "../199X"}, {"about 2015", "2015~"}, {"2015 (?)", "2015?"},
		{"week of 5 July 2021", "2021-07-05/2021-07-11"}, {"13/04/2021", "2021-04-13"},
		{"03/04/2021", ""}, {"31 April 2015", ""}, {"2015-02-30", ""}, {"4 July", ""}, {"last Tuesday", ""}, {"yesterday", ""}, {"soon", ""}, {"", ""}, {"by", ""},
		{"week of July 2021", ""}, {"4 July 2015 or 5 July 2015", ""},
	} {
		d, err := ParseTyped(c.in)
		if d.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%q is read as %q, want %q: %v", c.in, d, c.want, err)
		}
	}
}

// What Display writes is read as the same date.
func TestParseTypedReadsDisplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m := rapid.IntRange(1900, 2100).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		day := DayOf(y, m, rapid.IntRange(1, DaysIn(y, m)).Draw(t, "day"))
		d := rapid.SampledFrom([]Date{day, MonthOf(y, m), YearOf(y), WeekOf(day.Earliest()), Until(day), Since(MonthOf(y, m)), Until(YearOf(y)),
			YearOf(y).Approximate(), {From: unit(PrecisionQuarter, y, 1+m/4, 0)}}).Draw(t, "date")
		if got, err := ParseTyped(d.Display()); err != nil || got != d {
			t.Fatalf("%v is shown as %q and read as %v: %v", d, d.Display(), got, err)
		}
	})
}
