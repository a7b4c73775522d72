package lexicon

import "strings"

// WithDefinitions returns a view of the lexicon for one text, in which the short
// forms that the text defines are found, in the case in which they are defined. A
// long form that no list knows becomes an entity whose type is that of its head
// word, Other where it has none. Making a view is cheap; l is unchanged.
func (l *Lexicon) WithDefinitions(defs []Definition) *Lexicon {
	var names []name
	made := map[string]*Entity{}
	for _, d := range defs {
		e := d.Entity
		if key := foldKey(d.Long); e == nil {
			if e = made[key]; e == nil {
				k := kindOfName(d.Long)
				if k.Type == Other && strings.ToLower(d.Long) == d.Long {
					continue // "artificial intelligence (AI)" is a term, not a name
				}
				e = &Entity{Type: k.Type, Form: k.Form, Name: d.Long, Aliases: []string{d.Short}}
				made[key] = e
				if key != "" {
					names = append(names, name{key: key, alias: d.Long, entity: e})
				}
			}
		}
		if n := conditionalName(d.Short, e); n.key != "" {
			names = append(names, n)
		}
	}
	return l.view(nil, newLayer(names))
}

// Local returns the view of the lexicon for one text: with its definitions, and
// with the conditional names of the jurisdiction that the text is plainly about,
// so that in a text about China "the Ministry of Commerce" is China's.
func (l *Lexicon) Local(text string) *Lexicon {
	matches := l.Find(text)
	view := l.WithDefinitions(Definitions(text, matches))
	if below := l.local[l.about(text, matches)]; below != nil {
		return view.view(below, nil)
	}
	return view
}

// view returns the lexicon with a layer below and one above.
func (l *Lexicon) view(below, above *layer) *Lexicon {
	v := *l
	v.layers = nil
	if below != nil {
		v.layers = append(v.layers, below)
	}
	v.layers = append(v.layers, l.layers...)
	if above != nil {
		v.layers = append(v.layers, above)
	}
	return &v
}

// A text is about a jurisdiction that has at least this many of its names, and
// this share of the names of all.
const (
	aboutLeast = 3
	aboutShare = 0.6
)

// about returns the jurisdiction that a text is plainly about, or "".
func (l *Lexicon) about(text string, matches []Match) string {
	votes, all := map[string]int{}, 0
	for _, list := range [...][]Match{matches, l.Countries(text)} {
		for _, m := range list {
			if j := m.Entity.Jurisdiction; j != "" && j != "INT" && m.Entity.Type != Company {
				votes[j]++
				all++
			}
		}
	}
	for j, n := range votes {
		if n >= aboutLeast && float64(n) >= aboutShare*float64(all) {
			return j // a share above one half is that of one only
		}
	}
	return ""
}
