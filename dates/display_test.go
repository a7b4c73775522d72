package dates

import "testing"

func TestDisplay(t *testing.T) {
	for _, c := range []struct{ edtf, want string }{
		{"2015-07-04", "4 July 2015"},
		{"2015-07", "July 2015"},
		{"2015", "2015"},
		{"2021-35", "Q3 2021"},
		{"2020-40", "first half of 2020"},
		{"2020-41", "second half of 2020"},
		{"2016-21", "spring 2016"},
		{"2016-24", "winter 2016"},
		{"199X", "1990s"},
		{"19XX", "20th century"},
		{"20XX", "21st century"},
		{"10XX", "11th century"},
		{"01XX", "2nd century"},
		{"2021-07-05/2021-07-11", "week of 5 July 2021"},

		{"../2021-07-05", "by 5 July 2021"},
		{"2020-11/..", "since November 2020"},
		{"../199X", "by the 1990s"},
		{"2020-40/..", "since the first half of 2020"},
		{"../2015~", "by about 2015"},

		{"2016/2020", "2016–2020"},
		{"199X/200X", "1990s–2000s"},
		{"2015-07/2015-08", "July–August 2015"},
		{"2020-11/2021-02", "November 2020 – February 2021"},
		{"2020-11/2022", "November 2020 – 2022"},
		{"2015-05-04/2015-05-06", "4–6 May 2015"},
		{"2015-05-28/2015-06-03", "28 May – 3 June 2015"},
		{"2015-12-28/2016-01-02", "28 December 2015 – 2 January 2016"},
		{"2021-33/2021-34", "Q1–Q2 2021"},
		{"2021-36/2022-33", "Q4 2021 – Q1 2022"},
		{"2016-21/2016-22", "spring–summer 2016"},
		{"2020-40/2020-41", "first half of 2020 – second half of 2020"},

		{"2015~", "about 2015"},
		{"2015?", "2015 (?)"},
		{"2015-07%", "about July 2015 (?)"},
		{"2020~/2022~", "about 2020–2022"},
		{"2020~/2022", "about 2020 – 2022"},
		{"2020/2022?", "2020 – 2022 (?)"},

		{"-0479", "480 BC"},
		{"0000", "1 BC"},
		{"0033-04-03", "3 April AD 33"},
		{"-0489/-0479", "490–480 BC"},
		{"-0043/0014", "44 BC – AD 14"},
		{"0098/0117", "AD 98–117"},
		{"0998/1002", "AD 998 – 1002"},
	} {
		d, err := Parse(c.edtf)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.edtf, err)
			continue
		}
		if got := d.Display(); got != c.want {
			t.Errorf("%s is shown as %q, want %q", c.edtf, got, c.want)
		}
	}
}

func TestDisplayOfNoDateIsEmpty(t *testing.T) {
	if got := (Date{}).Display(); got != "" {
		t.Errorf("the zero date is shown as %q, want nothing", got)
	}
}

// A date that is not in the calendar is a mistake of the caller's; it is shown
// as it is, so that the mistake can be seen, and must not panic.
func TestDisplayOfImpossibleDates(t *testing.T) {
	for _, d := range []Date{
		MonthOf(2015, 13), MonthOf(2015, 0), DayOf(2015, 4, 31), DayOf(2015, -1, 3),
		{From: Unit{Precision: PrecisionHalf, Year: 2015, Month: 9}},
		{From: Unit{Precision: PrecisionSeason, Year: 2015, Month: 5}},
		{Open: true},
	} {
		if got, want := d.Display(), d.String(); got != want {
			t.Errorf("%#v is shown as %q, want %q", d, got, want)
		}
	}
}
