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
		{"裁處新臺幣50萬元罰鍰", "500000", "TWD"},
		{"罰款港幣500萬", "5000000", "HKD"},
		{"罚款人民币500万元", "5000000", "CNY"},
		{"罚款300万卢布", "3000000", "RUB"},
		{"fined ₹13.4 crore", "134000000", "INR"},
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

// TestLocalCurrency checks that dollars and 元 are those of the authority's country.
func TestLocalCurrency(t *testing.T) {
	for _, c := range []struct{ text, country, want string }{
		{"fined $4 million", "AU", "AUD"},
		{"fined $4 million", "US", "USD"},
		{"fined US$4 million", "AU", "USD"},
		{"fined 4 million dollars", "CA", "CAD"},
		{"裁處50萬元", "TW", "TWD"},
		{"罚款50万元", "CN", "CNY"},
		{"罚款50万美元", "HK", "USD"},
	} {
		if got := findAmounts(c.text)[0].in(c.country).Currency; got != c.want {
			t.Errorf("%q of %s: %s, want %s", c.text, c.country, got, c.want)
		}
	}
}
