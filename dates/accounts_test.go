package dates

import "testing"

func TestEndingOn(t *testing.T) {
	for _, c := range []struct {
		last Day
		of   shift
		want string
	}{
		{Day{2023, 9, 30}, shift{3, PrecisionMonth}, "2023-35"},
		{Day{2023, 9, 30}, shift{9, PrecisionMonth}, "2023-01/2023-09"},
		{Day{2023, 12, 31}, shift{1, PrecisionYear}, "2023"},
		{Day{2023, 6, 30}, shift{6, PrecisionMonth}, "2023-40"},
		{Day{2023, 3, 31}, shift{12, PrecisionMonth}, "2022-04/2023-03"},
		{Day{2023, 4, 1}, shift{13, PrecisionWeek}, "2023-33"},
		{Day{2024, 2, 3}, shift{53, PrecisionWeek}, "2023-02/2024-01"},
		{Day{2023, 10, 28}, shift{1, PrecisionQuarter}, "2023-08/2023-10"},
		{Day{2023, 8, 12}, shift{3, PrecisionMonth}, "2023-05-13/2023-08-12"},
		{Day{2023, 8, 12}, shift{5, PrecisionWeek}, ""},
		{Day{2023, 8, 12}, shift{30, PrecisionDay}, ""},
	} {
		if got := endingOn(c.last, c.of).String(); got != c.want {
			t.Errorf("%d of %v until %v: %q, want %q", c.of.count, c.of.unit, c.last, got, c.want)
		}
	}
}

// A quarter that a company counts its own way keeps its name for TIMEX3.
func TestTimexOfCompanysQuarter(t *testing.T) {
	text := "Profit for the third quarter ended April 30, 2023 fell."
	ms := Find(text)
	Resolve(ms, Context{Text: text, Published: DayOf(2023, 6, 8)})
	if got := ms[0].Date.String() + " " + ms[0].Timex(); got != "2023-02/2023-04 2023-Q3" {
		t.Error(got)
	}
}
