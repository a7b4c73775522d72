package dates

import "testing"

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		text, want string
		bound      Bound
	}{
		{"In force since 2016.", "2016/..", BoundSince},
		{"It applies from 25 May 2018 onwards.", "2018-05-25/..", BoundSince},
		{"Comments are due by 5 July 2021.", "../2021-07-05", BoundBy},
		{"no later than 31 December 2022", "../2022-12-31", BoundBy},
		{"on or before March 1, 2020", "../2020-03-01", BoundBy},
		{"before 2019", "../2019", BoundBefore},
		{"after July 2015", "2015-07/..", BoundAfter},
		{"until 30 June 2020", "../2020-06-30", BoundUntil},
		{"on 30 June 2020", "2020-06-30", ""},
		{"自2017年6月1日起施行", "2017-06-01/..", BoundSince},
		{"2018年以来", "2018/..", BoundSince},
		{"2020年3月1日之前", "../2020-03-01", BoundBefore},
		{"截至2021年底", "../2021~", BoundUntil},
		{"since 2016 to 2018", "2016/2018", BoundSince}, // a range keeps its own end
	} {
		ms := Find(c.text)
		if len(ms) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		if got := ms[0].Interval().String(); got != c.want || ms[0].Bound != c.bound {
			t.Errorf("%s: %s (%s), want %s (%s)", c.text, got, ms[0].Bound, c.want, c.bound)
		}
	}
}
