package lexicon

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// entries is what the lists say, kept so that With can build on it.
type entries struct {
	groups      [][]listLine       // one a layer
	conditional map[string]*Entity // key of a name that counts only in some texts → its entity, nil for several
}

// build makes a lexicon with a layer for each group of lines.
func build(groups [][]listLine) (*Lexicon, error) {
	b := builder{
		Lexicon: &Lexicon{
			nations: map[string]string{}, members: map[string]string{}, notBefore: map[rune]string{},
			localities: map[string]string{},
			local:      map[string]*layer{},
			parsed:     &entries{groups: groups, conditional: map[string]*Entity{}},
		},
		adjectives: map[string][]string{}, nouns: map[string][]string{}, prefixes: map[string][]string{},
		byName: map[string]*Entity{}, conditional: map[string][]name{},
	}
	for _, g := range groups {
		for _, line := range g {
			b.table(line)
		}
	}
	b.countries = newLayer(b.countryNames)
	for _, g := range groups {
		b.names, b.owner = nil, map[string]owner{}
		for _, line := range g {
			if err := b.entry(line); err != nil {
				return nil, fmt.Errorf("%s: %w", line.source, err)
			}
		}
		b.layers = append(b.layers, newLayer(b.names))
	}
	b.conditionals()
	return b.Lexicon, nil
}

type builder struct {
	*Lexicon
	countryNames []name
	nouns        map[string][]string // jurisdiction → names of the country
	adjectives   map[string][]string
	prefixes     map[string][]string // jurisdiction → what may stand before its instruments' Chinese names

	byName      map[string]*Entity // folded canonical name
	names       []name             // of the layer in work
	owner       map[string]owner   // of the layer in work, by key
	conditional map[string][]name  // by jurisdiction
	order       []string           // jurisdictions with conditional names, as they come
}

// owner is the entry that took a key.
type owner struct {
	name
	generated bool
}

// table takes the lines that are about all entries.
func (b *builder) table(l listLine) {
	switch l.word {
	case "country":
		e := &Entity{Type: Country, Name: l.names[0], Jurisdiction: l.jurisdiction, Source: l.source}
		for _, s := range l.names {
			mark, plain := cutMarks(s)
			key := foldKey(plain)
			if strings.Contains(mark, "~") {
				b.adjectives[l.jurisdiction] = append(b.adjectives[l.jurisdiction], plain)
			} else {
				b.nouns[l.jurisdiction] = append(b.nouns[l.jurisdiction], plain)
			}
			b.nations[key] = l.jurisdiction
			b.countryNames = append(b.countryNames, name{key: key, alias: plain, entity: e, exact: exact(mark, plain)})
		}
	case "members":
		for _, s := range l.names {
			for code := range strings.FieldsSeq(s) {
				b.members[code] = l.jurisdiction
			}
		}
	case "prefix":
		b.prefixes[l.jurisdiction] = append(b.prefixes[l.jurisdiction], l.names...)
	case "local":
		b.localities[l.jurisdiction] += strings.Join(l.names, "")
	case "not-before":
		r, _ := utf8.DecodeRuneInString(l.jurisdiction)
		b.notBefore[r] += strings.Join(l.names, "")
	}
}

// cutMarks splits the marks from a name.
func cutMarks(s string) (marks, plain string) {
	plain = strings.TrimSpace(strings.TrimLeft(s, "=?@~"))
	return s[:len(s)-len(strings.TrimLeft(s, "=?@~"))], plain
}

// exact reports whether a name is found in its own case only: where it is marked,
// and where it has capitals and no small letters.
func exact(marks, plain string) bool {
	return strings.Contains(marks, "=") ||
		strings.ToUpper(plain) == plain && strings.ToLower(plain) != plain
}

// entry takes a line that lists an entity.
func (b *builder) entry(l listLine) error {
	t := entityTypes[l.word]
	if t == "" || t == Country {
		return nil
	}
	e := b.entity(l, t)
	for _, s := range l.names {
		marks, plain := cutMarks(s)
		n := name{key: foldKey(plain), alias: plain, entity: e, exact: exact(marks, plain)}
		if n.key == "" {
			return fmt.Errorf("the name %q has no letters", plain)
		}
		if strings.ContainsAny(marks, "?@") {
			if err := b.addConditional(n, strings.Contains(marks, "@")); err != nil {
				return err
			}
			continue
		}
		if err := b.add(n, false); err != nil {
			return err
		}
		b.variants(n)
	}
	return nil
}

// entity returns the entity of a line: the known one of that name, or a new one.
func (b *builder) entity(l listLine, t Type) *Entity {
	_, canonical := cutMarks(l.names[0])
	key := string(t) + " " + l.jurisdiction + " " + foldKey(canonical)
	if e := b.byName[key]; e != nil {
		return e
	}
	e := &Entity{Type: t, Name: canonical, Jurisdiction: l.jurisdiction, Source: l.source}
	if t == none {
		e.Jurisdiction = ""
	}
	if t == Instrument {
		e.Form = l.word
	}
	for _, s := range l.names[1:] {
		_, plain := cutMarks(s)
		e.Aliases = append(e.Aliases, plain)
	}
	b.byName[key] = e
	return e
}

// add puts a name into the layer. One that another entity has is an error, unless
// the name was generated; so is one that the entity has twice.
func (b *builder) add(n name, generated bool) error {
	o, taken := b.owner[n.key]
	switch {
	case !taken:
	case generated:
		return nil
	case o.generated:
		b.drop(o)
	case o.exact && n.exact && !sameCase(o.alias, n.alias):
		b.names = append(b.names, n) // US and us are two names
		return nil
	case o.entity == n.entity && o.exact != n.exact:
		b.names = append(b.names, n) // PBOC and, in any case, PBoC
		return nil
	case o.entity == n.entity:
		return fmt.Errorf("the name %q stands twice in the entry (%q)", n.alias, o.alias)
	default:
		return fmt.Errorf("the name %q already leads to %s, listed at %s", n.alias, o.entity.Name, o.entity.Source)
	}
	b.names = append(b.names, n)
	b.owner[n.key] = owner{n, generated}
	return nil
}

// drop takes a generated name out again.
func (b *builder) drop(o owner) {
	for i := range b.names {
		if b.names[i].key == o.key {
			b.names = append(b.names[:i], b.names[i+1:]...)
			return
		}
	}
}

// variants adds the ways to write a name that need no line of their own.
func (b *builder) variants(n name) {
	for _, pair := range [...][2]string{{" and ", " & "}, {" & ", " and "}} {
		if strings.Contains(n.key, pair[0]) {
			v := n
			v.key = strings.ReplaceAll(n.key, pair[0], pair[1])
			b.generate(v)
		}
	}
	if n.entity.Type != Instrument || !startsHan(n.key) {
		return
	}
	for _, p := range b.prefixes[n.entity.Jurisdiction] {
		if !strings.HasPrefix(n.alias, p) {
			v := n
			v.alias = p + n.alias
			v.key = foldKey(v.alias)
			b.generate(v)
		}
	}
}

// generate adds a name that gives way to any listed one.
func (b *builder) generate(n name) { _ = b.add(n, true) }

func startsHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isHan(r)
}

// addConditional keeps a name for texts in which it counts; with its country, if
// that is so marked, it counts everywhere.
func (b *builder) addConditional(n name, withCountry bool) error {
	e := n.entity
	if withCountry {
		if len(b.nouns[e.Jurisdiction]) == 0 {
			return fmt.Errorf("the name %q is marked @, but no country line names %s", n.alias, e.Jurisdiction)
		}
		for _, s := range b.withCountry(n.alias, e.Jurisdiction) {
			v := name{key: foldKey(s), alias: s, entity: e}
			b.generate(v)
			b.variants(v)
		}
	}
	if !containsString(e.conditional, n.alias) {
		e.conditional = append(e.conditional, n.alias)
	}
	switch o, taken := b.parsed.conditional[n.key]; {
	case !taken:
		b.parsed.conditional[n.key] = e
	case o != e:
		b.parsed.conditional[n.key] = nil
	}
	if b.conditional[e.Jurisdiction] == nil {
		b.order = append(b.order, e.Jurisdiction)
	}
	b.conditional[e.Jurisdiction] = append(b.conditional[e.Jurisdiction], n)
	return nil
}

func containsString(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// withCountry returns a name with the names of a country before or after it.
func (b *builder) withCountry(s, jurisdiction string) []string {
	var out []string
	han := startsHan(s)
	for _, c := range b.nouns[jurisdiction] {
		switch {
		case startsHan(c) && han:
			out = append(out, c+s)
		case !startsHan(c) && !han:
			out = append(out, s+" of "+c, s+" of the "+c, c+"'s "+s, c+" "+s)
		}
	}
	if !han {
		for _, c := range b.adjectives[jurisdiction] {
			out = append(out, c+" "+s)
		}
	}
	return out
}

// conditionals makes the layers of conditional names by jurisdiction, without
// those that several entities of it have and without companies.
func (b *builder) conditionals() {
	for _, j := range b.order {
		count := map[string]*Entity{}
		for _, n := range b.conditional[j] {
			if e, ok := count[n.key]; ok && e != n.entity {
				count[n.key] = nil
			} else {
				count[n.key] = n.entity
			}
		}
		var names []name
		for _, n := range b.conditional[j] {
			if count[n.key] == n.entity && n.entity.Type != Company {
				names = append(names, conditionalName(n.alias, n.entity))
			}
		}
		b.local[j] = newLayer(names)
	}
}

// conditionalName returns a name that is found in its own case and, being one
// ordinary word, not inside a longer name.
func conditionalName(alias string, e *Entity) name {
	return name{key: foldKey(alias), alias: alias, entity: e, exact: true, guarded: capitalised(alias)}
}
