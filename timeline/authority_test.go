package timeline

import "testing"

func TestSameAuthority(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Cyberspace Administration", "Cyberspace Administration of China", true},
		{"Cyberspace Administration of China", "Cyberspace Administration", true},
		{"Federal Court", "Federal Court of Appeal", false},
		{"Bank", "Bank of Nova Scotia", false},
		{"Supreme Court", "Supreme Court of the United States", true},
		{"Ministry of Finance", "Ministry of Justice", false},
	} {
		if got := sameAuthority(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
