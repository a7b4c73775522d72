package timeline

import "testing"

func TestFindAmounts(t *testing.T) {
	for _, c := range []struct{ text, value, currency string }{
		{"fined 18.2 billion yuan in April", "18200000000", "CNY"},
		{"a fine of €225m under the GDPR", "225000000", "EUR"},
		{"a record US$2.8 billion", "2800000000", "USD"},
		{"罚款182.28亿元，相当于", "18228000000", "CNY"},
		{"EUR 2.42 billion for breaching", "2420000000", "EUR"},
		{"paid £1,250,000.50 at once", "1250000.5", "GBP"},
		{"5萬元罰款", "50000", "CNY"},
		{"a $14 share, and 3 billion euros", "14", "USD"},
		{"about 40 percent", "", ""},
	} {
		want := Amount{c.value, c.currency}
		got := Amount{}
		if sums := findAmounts(c.text); len(sums) > 0 {
			got = sums[0].Amount
		}
		if got != want {
			t.Errorf("%q: %+v, want %+v", c.text, got, want)
		}
	}
}
