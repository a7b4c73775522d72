package dates

import "testing"

// The first days of years as China's and Hong Kong's calendars had them.
func TestLunarNewYear(t *testing.T) {
	for year, want := range map[int]Day{
		1912: {1912, 2, 18}, 1949: {1949, 1, 29}, 1954: {1954, 2, 3}, 1976: {1976, 1, 31}, 1985: {1985, 2, 20},
		1999: {1999, 2, 16}, 2000: {2000, 2, 5}, 2008: {2008, 2, 7}, 2018: {2018, 2, 16}, 2020: {2020, 1, 25},
		2021: {2021, 2, 12}, 2024: {2024, 2, 10}, 2025: {2025, 1, 29}, 2033: {2033, 1, 31},
	} {
		if got := lunarDate(year, 1, 1, false).Earliest(); got != want {
			t.Errorf("new year of %d: got %v, want %v", year, got, want)
		}
	}
}

// Each year ends where the next one begins, has 12 months or, with a leap month, 13,
// and the winter solstice falls into its eleventh month (GB/T 33661-2017).
func TestLunarYears(t *testing.T) {
	all := lunarYears()
	if len(all) != 201 {
		t.Fatalf("%d years", len(all))
	}
	for i, y := range all {
		year, days := firstLunarYear+i, 0
		for _, n := range y.days {
			days += n
		}
		if i+1 < len(all) && y.first.AddDays(days) != all[i+1].first {
			t.Errorf("%d ends before %v, and the next year begins on %v", year, y.first.AddDays(days), all[i+1].first)
		}
		if months := len(y.days); months != 12 && y.leap == 0 || months != 13 && y.leap > 0 {
			t.Errorf("%d has %d months", year, months)
		}
		if solstice := FromDay(solarTerm(year, 24)); !solstice.Within(lunarDate(year, 11, 0, false)) {
			t.Errorf("the winter solstice %v lies outside the eleventh month %v", solstice, lunarDate(year, 11, 0, false))
		}
	}
}

func TestLunarDate(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		leap             bool
		want             string
	}{
		{2020, 8, 15, false, "2020-10-01"},
		{2017, 8, 15, false, "2017-10-04"},
		{2020, 4, 1, true, "2020-05-23"},
		{2020, 4, 1, false, "2020-04-23"},
		{2021, 12, 30, false, ""}, // that month had 29 days
		{2021, 12, 29, false, "2022-01-31"},
		{2021, 4, 1, true, ""}, // no leap month
		{2033, 11, 0, true, "2033-12-22/2034-01-19"},
		{1899, 1, 1, false, ""},
		{2101, 1, 1, false, ""},
		{2021, 13, 1, false, ""},
	} {
		if got := lunarDate(c.year, c.month, c.day, c.leap).String(); got != c.want {
			t.Errorf("%d-%d-%d: got %q, want %q", c.year, c.month, c.day, got, c.want)
		}
	}
}

func TestLunarDoubt(t *testing.T) {
	for text, want := range map[string]string{
		"2021年正月初一": "",
		"2021年腊月初八": "the year may be counted as the Chinese calendar does or as ours: 2021-01-20",
		"2021年除夕":   "the year may be counted as the Chinese calendar does or as ours: 2022-01-31",
		"2021年中秋节":  "",
	} {
		ms := Find(text)
		if len(ms) != 1 || ms[0].Basis != Resolved || len(ms[0].Implied) != 1 || ms[0].Implied[0] != "calendar" {
			t.Errorf("%s: %+v", text, ms)
			continue
		}
		if ms[0].Doubt != want {
			t.Errorf("%s: doubt %q, want %q", text, ms[0].Doubt, want)
		}
	}
}
