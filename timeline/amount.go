package timeline

import (
	"math/big"
	"regexp"
	"strings"
	"sync"
)

// findAmount returns the first sum of money in a sentence, with its ISO 4217
// currency: "18.2 billion yuan", "€225m", "US$2.8 billion", "182.28亿元".
func findAmount(sentence string) Amount {
	if !strings.ContainsAny(sentence, "0123456789") {
		return Amount{}
	}
	for _, p := range amountPatterns() {
		m := p.FindStringSubmatch(sentence)
		if m == nil {
			continue
		}
		number, scale, currency := m[p.SubexpIndex("n")], m[p.SubexpIndex("s")], m[p.SubexpIndex("c")]
		if v, ok := scaled(number, scale); ok {
			return Amount{v, currencies[strings.ToLower(currency)]}
		}
	}
	return Amount{}
}

var amountPatterns = sync.OnceValue(func() []*regexp.Regexp {
	const number, scale = `(?P<n>\d[\d,]*(?:\.\d+)?)`, `(?P<s>trillion|billion|million|thousand|bn|mn|m|tn|k)?`
	return []*regexp.Regexp{
		regexp.MustCompile(`(?i)(?P<c>US\s?\$|HK\$|A\$|C\$|S\$|NT\$|\$|€|£|¥|￥|RMB|EUR|USD|GBP|CNY|JPY|HKD)\s?` + number + `\s?` + scale + `\b`),
		regexp.MustCompile(`(?i)` + number + `[\s-]?` + scale + `\s?(?P<c>yuan|renminbi|euros?|dollars?|pounds|yen|won|rupees|francs|EUR|USD|GBP|CNY|RMB)\b`),
		regexp.MustCompile(number + `(?P<s>万亿|萬億|亿|億|万|萬)?(?P<c>元|人民币|人民幣|美元|欧元|歐元|港元|英镑|英鎊|日元)`),
	}
})

var currencies = map[string]string{
	"us$": "USD", "us $": "USD", "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "美元": "USD",
	"hk$": "HKD", "hkd": "HKD", "港元": "HKD", "a$": "AUD", "c$": "CAD", "s$": "SGD", "nt$": "TWD",
	"€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "欧元": "EUR", "歐元": "EUR",
	"£": "GBP", "gbp": "GBP", "pounds": "GBP", "英镑": "GBP", "英鎊": "GBP",
	"¥": "CNY", "￥": "CNY", "rmb": "CNY", "cny": "CNY", "yuan": "CNY", "renminbi": "CNY", "元": "CNY", "人民币": "CNY", "人民幣": "CNY",
	"jpy": "JPY", "yen": "JPY", "日元": "JPY", "won": "KRW", "rupees": "INR", "francs": "CHF",
}

var scales = map[string]int64{
	"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12,
	"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "万亿": 1e12, "萬億": 1e12,
}

// scaled multiplies without rounding: 182.28 and 亿 are 18228000000.
func scaled(number, scale string) (string, bool) {
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	if !ok || len(number) > 30 {
		return "", false
	}
	r.Mul(r, new(big.Rat).SetInt64(scales[strings.ToLower(scale)]))
	if r.IsInt() {
		return r.Num().String(), true
	}
	return strings.TrimRight(r.FloatString(4), "0"), true
}
