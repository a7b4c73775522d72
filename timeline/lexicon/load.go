package lexicon

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed entities/*.txt
var entityFiles embed.FS

// notEntries names the files of entities/ that are of another format.
var notEntries = map[string]bool{"hanzi.txt": true, "heads.txt": true}

// entityTypes says which type each first word of an entry makes; of an instrument
// the word is also its form.
var entityTypes = map[string]Type{
	"authority": Authority, "court": Court, "legislature": Legislature,
	"government": Government, "body": Body, "company": Company,
	"law": Instrument, "regulation": Instrument, "directive": Instrument, "decision": Instrument,
	"plan": Instrument, "guidelines": Instrument, "agreement": Instrument,
	"declaration": Instrument, "standard": Instrument,
	"country": Country, "none": none,
}

const entityTypeNames = "authority, court, legislature, government, body, company, law, regulation, " +
	"directive, decision, plan, guidelines, agreement, declaration, standard, country, none"

// listLine is one line of a list, taken apart.
type listLine struct {
	source       string // "cn.txt:12"
	word         string // "authority"
	jurisdiction string // or the character of a not-before line
	names        []string
}

// embedded makes the lexicon of the lists that are part of the program.
func embedded() (*Lexicon, error) {
	files, err := fs.Glob(entityFiles, "entities/*.txt")
	if err != nil {
		return nil, err
	}
	var lines []listLine
	for _, f := range files {
		base := strings.TrimPrefix(f, "entities/")
		if notEntries[base] {
			continue
		}
		text, err := entityFiles.ReadFile(f)
		if err != nil {
			return nil, err
		}
		more, err := parseList(base, string(text))
		if err != nil {
			return nil, err
		}
		lines = append(lines, more...)
	}
	return build([][]listLine{lines})
}

// maxList is the greatest size in bytes of a list given to With.
const maxList = 16 << 20

// With returns a lexicon that also knows the entries of a list in the format of
// this package. Where both know a name the new list rules; an entry whose name is
// known already, with the same type and jurisdiction, adds its further names to
// it. An error names the list and the line; l is unchanged.
func (l *Lexicon) With(file string, r io.Reader) (*Lexicon, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxList+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(text) > maxList {
		return nil, fmt.Errorf("%s: the list of names is larger than %d MB", file, maxList>>20)
	}
	lines, err := parseList(file, string(text))
	if err != nil {
		return nil, err
	}
	groups := append([][]listLine(nil), l.parsed.groups...)
	return build(append(groups, lines))
}

// parseList takes a list apart without looking at what its lines mean together.
func parseList(file, text string) ([]listLine, error) {
	var out []listLine
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\uFEFF")) {
		n++
		source := fmt.Sprintf("%s:%d", file, n)
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("%s: the line is not UTF-8 text; save the list as UTF-8", source)
		}
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		l, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", source, err)
		}
		l.source = source
		out = append(out, l)
	}
	return out, nil
}

func parseLine(line string) (listLine, error) {
	word, rest := cutSpace(line)
	jurisdiction, rest := cutSpace(rest)
	l := listLine{word: word, jurisdiction: jurisdiction}
	_, known := entityTypes[word]
	switch {
	case word == "not-before":
		if utf8.RuneCountInString(jurisdiction) != 1 {
			return l, fmt.Errorf("not-before takes one character and those that may not follow it")
		}
	case word == "none":
		if jurisdiction != "-" {
			return l, fmt.Errorf("none takes - in place of a jurisdiction")
		}
	case !known && word != "members" && word != "prefix" && word != "local":
		return l, fmt.Errorf("%q is not a type of entry (%s)", word, entityTypeNames)
	case !validJurisdiction(jurisdiction):
		return l, fmt.Errorf("%q is not a jurisdiction (a two-letter country code, EU or INT)", jurisdiction)
	}
	for part := range strings.SplitSeq(rest, "|") {
		part = strings.Join(strings.Fields(part), " ")
		if strings.TrimLeft(part, "=?@~") == "" {
			return l, fmt.Errorf("a name is empty")
		}
		l.names = append(l.names, part)
	}
	return l, nil
}

// cutSpace returns the first word of s and what follows.
func cutSpace(s string) (word, rest string) {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], strings.TrimLeftFunc(s[i:], unicode.IsSpace)
	}
	return s, ""
}

// validJurisdiction reports whether a code is EU, INT or in ISO 3166-1 alpha-2.
func validJurisdiction(code string) bool {
	if code == "EU" || code == "INT" {
		return true
	}
	return len(code) == 2 && strings.Contains(isoCountries, " "+code+" ")
}

const isoCountries = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS " +
	"BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET " +
	"FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO " +
	"IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH " +
	"MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM " +
	"PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG " +
	"TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "
