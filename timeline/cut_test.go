package timeline

import "testing"

func TestShorten(t *testing.T) {
	for _, c := range []struct{ name, act, want string }{
		{"The agency closed the case", "closed", "The agency closed the case"},
		{ // what stands in brackets goes first
			"The Harbour Noise and Lighting Authority (the regulator of ports) closed its case against the yard",
			"closed", "The Harbour Noise and Lighting Authority closed its case against the yard",
		},
		{ // then names that have an acronym
			"The Federal Office for Harbours and Inland Navigation (FOHIN) withdrew the permit that it had given to the yard in May",
			"withdrew", "The FOHIN withdrew the permit that it had given to the yard in May",
		},
		{ // no number loses its brackets
			"Regulation (EU) 2016/679 amends what the council had said about the keeping of records by the ports of the north",
			"amends", "Regulation (EU) 2016/679 amends what the council had said about the keeping of records",
		},
		{ // a clause that lacks its verb is marked as cut
			"The Norwegian agency recommended that licences for four kinds of cough medicine that hold the substance be withdrawn",
			"recommended", "The Norwegian agency recommended that licences for four kinds of cough medicine that…",
		},
	} {
		if got := shortenBehind(c.name, c.act, maxName); got != c.want {
			t.Errorf("shortenBehind(%q):\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}
