// Package lexicon holds the names that regulatory texts are full of – regulators,
// courts, companies, laws and plans, in English and Chinese – and finds them in a
// text.
//
// Three finders, from the surest to the least sure:
//
//   - Lexicon.Find finds names that stand in the lists under entities/.
//   - Definitions finds the short forms that a text defines for itself, such as
//     "Widget Safety Authority (WSA)"; WithDefinitions and Local make a view of
//     the lexicon, for that one text, that knows them.
//   - Unknown finds what is written like a name: capitalised words about a word
//     such as Commission or Act, "Regulation (EU) 2016/679", 《…条例》.
//
// Lexicon.Names joins them. All offsets are bytes of the text given, on rune
// boundaries; all results are in order and do not overlap.
//
// # The lists
//
// A list is plain UTF-8 text. A line that starts with # is a comment. An entry is
// one line: a type, a jurisdiction (ISO 3166-1 alpha-2, EU or INT), the name, and
// after bars its further names:
//
//	authority GB  Competition and Markets Authority | ?CMA | 英国竞争与市场管理局
//	law CN        Cybersecurity Law | =CSL | 网络安全法
//
// The type is authority, court, legislature, government, body or company, or for
// an instrument its form: law, regulation, directive, decision, plan, guidelines,
// agreement, declaration, standard. Further kinds of line:
//
//	country CN  China | PRC | ~Chinese | 中国    names of a country; ~ marks the adjective
//	members EU  AT BE BG                        the countries of a union
//	prefix CN   中华人民共和国                   may stand before the Chinese names of its instruments
//	none -      Amazon rainforest | Meta-analysis    looks like a name and is none
//	not-before 部  门队                         a name that ends in 部 is not found before these
//	local CN    省市                            nor a national authority behind these: 某市网信办
//
// A mark before a name says when it counts:
//
//	=Apple   in exactly this case. A name without small letters, such as FTC, is so
//	         without the mark; all other names are found in any case.
//	?CMA     only in a text that also names the entity by another name, defines the
//	         short form, or is plainly about its jurisdiction (see Local).
//	@Ministry of Commerce
//	         only with its country: "China's Ministry of Commerce", "Ministry of
//	         Commerce of China", 中国商务部; alone it counts as if marked ?.
//
// White space, line ends, hyphens, apostrophes, the dots of initials ("F.T.C."),
// accents, full-width letters and traditional characters are folded, so a name is
// listed once; "and" also stands for "&".
package lexicon

import "sync"

// Type is what an entity is.
type Type string

// The types.
const (
	Authority   Type = "authority" // regulator, ministry, agency, central bank, prosecutor
	Court       Type = "court"
	Legislature Type = "legislature"
	Government  Type = "government" // a government as a whole
	Body        Type = "body"       // party, international organisation, standards body, association
	Company     Type = "company"
	Instrument  Type = "instrument" // law, plan, agreement …; Entity.Form says which
	Country     Type = "country"    // only from Lexicon.Countries
	Other       Type = "other"      // a term that a text defines and that is none of these

	none Type = "none" // what looks like a name and is none
)

// Entity is one named thing. Entities are shared: do not change one.
type Entity struct {
	Type         Type
	Name         string   // the name it is known by, in English where there is one
	Jurisdiction string   // ISO 3166-1 alpha-2, "EU" or "INT"; "" where it is not known
	Form         string   // of an instrument: law, regulation, directive, plan …; else ""
	Aliases      []string // further names as listed, without marks
	Source       string   // the line that lists it, such as "cn.txt:12"; "" for a name taken from the text itself

	conditional []string // names marked ? or @, folded only when used
}

// Match is one name in a text.
type Match struct {
	Start, End int // bytes
	Entity     *Entity
	Alias      string // the name as listed or defined
}

// Lexicon is a set of names. It does not change once made and may be used by any
// number of goroutines.
type Lexicon struct {
	layers     []*layer // later ones rule over earlier ones
	countries  *layer
	nations    map[string]string // folded name of a country → its code
	members    map[string]string // code of a country → the union it belongs to
	notBefore  map[rune]string
	localities map[string]string // jurisdiction → characters that end the names of its provinces and towns
	local      map[string]*layer // jurisdiction → its conditional names
	parsed     *entries
}

// Default returns the lexicon of the embedded lists. It is made on first use.
func Default() *Lexicon { return defaultLexicon() }

var defaultLexicon = sync.OnceValue(func() *Lexicon {
	l, err := embedded()
	if err != nil {
		panic(err) // the lists are part of the program, and a test reads them
	}
	return l
})

// Named returns the entity of a name or alias, in any case but where the list
// asks for an exact one. Names that count only in some texts are found too, where
// they lead to one entity only.
func (l *Lexicon) Named(name string) (*Entity, bool) {
	key := foldKey(name)
	for i := len(l.layers) - 1; i >= 0; i-- {
		for _, n := range l.layers[i].lookup(key) {
			if n.entity.Type != none && (!n.exact || sameCase(name, n.alias)) {
				return n.entity, true
			}
		}
	}
	e, ok := l.parsed.conditional[key]
	return e, ok && e != nil
}
