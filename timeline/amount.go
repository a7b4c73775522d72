package timeline

import (
	"cmp"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"sync"

	"regtimeline/timeline/lexicon"
)

// sum is a sum of money with the bytes at which it stands.
type sum struct {
	Amount
	word       string // that names its currency
	start, end int
}

// in returns the sum in the currency that its word names in a country: the dollars of
// an Australian authority are Australian ones.
func (x sum) in(country string) Amount {
	if code, ok := money().words.Local[country][x.word]; ok {
		x.Currency = code
	}
	return x.Amount
}

// findAmounts returns the sums of money in a sentence in their order, each with
// its ISO 4217 currency: "18.2 billion yuan", "€225m", "US$2.8 billion", "182.28亿元".
func findAmounts(sentence string) []sum {
	a := money()
	var out []sum
	for _, p := range []*regexp.Regexp{a.before, a.after} {
		for _, m := range p.FindAllStringSubmatchIndex(sentence, maxSums) {
			part := func(name string) string {
				if i := 2 * p.SubexpIndex(name); m[i] >= 0 {
					return strings.ToLower(strings.Join(strings.Fields(sentence[m[i]:m[i+1]]), " "))
				}
				return ""
			}
			word := part("c")
			currency := cmp.Or(a.words.Before[word], a.words.After[word])
			if v, ok := scaled(part("n"), a.words.Scales[part("s")]); ok && !slices.ContainsFunc(out, func(x sum) bool { return x.start < m[1] && m[0] < x.end }) {
				out = append(out, sum{Amount{v, currency}, word, m[0], m[1]})
			}
		}
	}
	slices.SortFunc(out, func(a, b sum) int { return cmp.Compare(a.start, b.start) })
	return out
}

// maxSums bounds how many sums of a sentence are read.
const maxSums = 20

type amounts struct {
	words         lexicon.Money
	before, after *regexp.Regexp
}

// money compiles the patterns of sums from the list of currencies. They run on
// single sentences that name a currency.
var money = sync.OnceValue(func() amounts {
	w := lexicon.MoneyWords()
	const number = `(?P<n>\d[\d,]*(?:\.\d+)?)`
	scale := `(?P<s>` + either(w.Scales) + `)?`
	return amounts{
		w,
		regexp.MustCompile(`(?i)(?P<c>` + either(w.Before) + `)\s?` + number + `[\s-]?` + scale + `(?:\b|\p{Han}|$)`),
		regexp.MustCompile(`(?i)` + number + `[\s-]?` + scale + `\s?(?P<c>` + either(w.After) + `)`),
	}
})

// either returns a pattern of the keys, the longest first.
func either[V any](words map[string]V) string {
	keys := slices.SortedFunc(maps.Keys(words), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	for i, k := range keys {
		keys[i] = strings.ReplaceAll(regexp.QuoteMeta(k), " ", `\s`)
	}
	return strings.Join(keys, "|")
}

// scaled multiplies by a power of ten without rounding: 182.28 and 8 are 18228000000.
func scaled(number string, power int) (string, bool) {
	r, ok := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	if !ok || len(number) > 30 {
		return "", false
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(power)), nil)
	r.Mul(r, new(big.Rat).SetInt(ten))
	if r.IsInt() {
		return r.Num().String(), true
	}
	return strings.TrimRight(r.FloatString(4), "0"), true
}
