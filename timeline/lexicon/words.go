package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed roles.txt
var rolesData string

//go:embed currencies.txt
var currenciesData string

// DateRoles returns, by role ("page", "period"), the phrases that give a date
// behind them that role, in lower case.
func DateRoles() map[string][]string {
	roles := map[string][]string{}
	for _, line := range lines(rolesData) {
		role, phrase, _ := strings.Cut(line, " ")
		roles[role] = append(roles[role], phrase)
	}
	return roles
}

// Money is how texts write sums of money.
type Money struct {
	Before, After map[string]string            // what stands before or after the number → ISO 4217 code
	Local         map[string]map[string]string // country (ISO 3166-1) → a word that several use → its code
	Scales        map[string]int               // "billion" → 9, the power of ten
}

// MoneyWords reads the list of currencies.
func MoneyWords() Money {
	m := Money{map[string]string{}, map[string]string{}, map[string]map[string]string{}, map[string]int{}}
	for _, line := range lines(currenciesData) {
		fields := strings.Fields(strings.ToLower(line))
		code := strings.ToUpper(fields[1])
		if fields[0] == "local" {
			words := map[string]string{}
			for _, w := range fields[3:] {
				words[w] = code
			}
			m.Local[strings.ToUpper(fields[2])] = words
			continue
		}
		for _, w := range fields[2:] {
			w = strings.ReplaceAll(w, "_", " ")
			switch fields[0] {
			case "before":
				m.Before[w] = code
			case "after":
				m.After[w] = code
			case "scale":
				m.Scales[w], _ = strconv.Atoi(fields[1])
			}
		}
	}
	return m
}

// lines returns the lines of a data file without comments and empty ones.
func lines(data string) []string {
	var out []string
	for line := range strings.Lines(data) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}
