package timeline

import (
	"slices"
	"strings"

	"regtimeline/timeline/lexicon"
)

// sameAuthority reports whether two names are one authority's, of which one leaves out
// the country: "Cyberspace Administration", "Cyberspace Administration of China". The
// Federal Court is not the Federal Court of Appeal.
func sameAuthority(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if a == b {
		return true
	}
	country, ok := strings.CutPrefix(b, a+" of ")
	if !ok {
		return false
	}
	found := lexicon.Default().Countries(country)
	return len(found) == 1 && found[0].End-found[0].Start == len(strings.TrimPrefix(country, "the "))
}

// addAuthority adds an authority to others, under the longer of its names.
func addAuthority(all []string, name string) []string {
	i := slices.IndexFunc(all, func(x string) bool { return sameAuthority(x, name) })
	switch {
	case i < 0:
		return append(all, name)
	case len(name) > len(all[i]):
		all = slices.Clone(all)
		all[i] = name
	}
	return all
}

// otherAuthorities reports whether two lists name authorities and none in common.
func otherAuthorities(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameAuthority(x, y) })
	})
}
