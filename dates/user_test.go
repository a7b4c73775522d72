package dates

import "testing"

func TestParseUser(t *testing.T) {
	today := Day{2021, 7, 7} // a Wednesday
	for _, c := range []struct{ in, want string }{
		{"2015", "2015"},
		{"2015-07", "2015-07"},
		{" 2015-07-04 ", "2015-07-04"},
		{"4 July 2015", "2015-07-04"},
		{"2015年7月", "2015-07"},
		{"3 months ago", "2021-04"},
		{"last Tuesday", "2021-07-06"},
		{"yesterday", "2021-07-06"},
		{"in two weeks", "2021-07-21"},
		{"31 April 2015", ""},
		{"2021-02-30", ""},
		{"soon", ""},
		{"", ""},
	} {
		d, err := ParseUser(c.in, today)
		if d.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("ParseUser(%q) = %q, %v; want %q", c.in, d, err, c.want)
		}
	}
}
