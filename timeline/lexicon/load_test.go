package lexicon

import (
	"strings"
	"testing"
)

// entities returns the entities of the lists in their order.
func entities(l *Lexicon) []*Entity {
	var out []*Entity
	seen := map[*Entity]bool{}
	for _, t := range l.layers {
		for _, n := range t.names {
			if !seen[n.entity] && n.entity.Type != none {
				seen[n.entity] = true
				out = append(out, n.entity)
			}
		}
	}
	return out
}

// The lists are read without an error; a wrong type, jurisdiction, empty or
// doubled name is one, with file and line.
func TestListsAreSound(t *testing.T) {
	l, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	all := entities(l)
	if len(all) < 2000 {
		t.Errorf("%d entities are listed, fewer than there were", len(all))
	}
	for _, e := range all {
		if (e.Type == Instrument) != (e.Form != "") {
			t.Errorf("%s: %s has the form %q", e.Source, e.Name, e.Form)
		}
		if e.Jurisdiction == "" || e.Source == "" || e.Name == "" {
			t.Errorf("%+v lacks a field", e)
		}
	}
}

// Every listed name is found where it stands alone, whole, and leads to its entity.
func TestEveryNameIsFound(t *testing.T) {
	l := Default()
	for _, layer := range l.layers {
		for _, n := range layer.names {
			if n.entity.Type == none {
				continue
			}
			text := "= " + n.alias + " ="
			m := l.Find(text)
			if len(m) != 1 || m[0].Entity != n.entity {
				t.Errorf("%s: %q is found as %q", n.entity.Source, n.alias, show(text, m))
				continue
			}
			if got := text[m[0].Start:m[0].End]; foldKey(got) != foldKey(n.alias) {
				t.Errorf("%s: of %q only %q is found", n.entity.Source, n.alias, got)
			}
		}
	}
}

// Names of one ordinary word are the ones that do harm; those in small letters
// must be none that English prose has.
func TestOrdinaryWordsAreNoNames(t *testing.T) {
	text := "who may act on an order to safe guard us and it, in the light of the total target, the shell and the visa, " +
		"a meta question, an apple, an oracle, a signal, an intel report, a zoom, an orange block, a bolt, a snap, slack, " +
		"grab the line, ford the river, honor the grail, ripple and stripe, capita, micron, telegram, tether, kraken, " +
		"reach, dora, nice, trips, the commission, the council, the parliament, the fed, the board, case, sec, most, cat"
	if m := Default().Find(text); len(m) > 0 {
		t.Errorf("found\n%s", show(text, m))
	}
}

func TestWith(t *testing.T) {
	l, err := Default().With("own.txt", strings.NewReader("\uFEFF# ours\r\n"+
		"authority GB  Widget Standards Agency | ?WSA | 小部件标准局\r\n"+
		"company US  =Widget | Tencent\r\n"+
		"company CN  Baidu | Baidu Widgets\n"+
		"law FR  Widget Law of France | @Widget Law\n"+
		"none -  Widget Day\n"))
	if err != nil {
		t.Fatal(err)
	}
	text, want := marked("The [[widget standards agency|Widget Standards Agency]] (no widget) and [[Widget|Widget]] on Widget Day; " +
		"[[Tencent|Widget]], [[Baidu Widgets|Baidu]], [[France's Widget Law|Widget Law of France]], [[小部件标准局|Widget Standards Agency]]")
	if got := show(text, l.Find(text)); got != want {
		t.Errorf("-want\n%s+have\n%s", want, got)
	}
	if m := Default().Find("Baidu Widgets, Tencent"); len(m) != 2 || m[1].Entity.Name != "Tencent" {
		t.Error("With changed the lexicon that it extends")
	}
	if e, _ := l.Named("Widget Standards Agency"); e.Source != "own.txt:2" {
		t.Errorf("Source = %q", e.Source)
	}
}

func TestListErrors(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"agency GB Widget Agency", `own.txt:1: "agency" is not a type of entry`},
		{"\nauthority UK Widget Agency", `own.txt:2: "UK" is not a jurisdiction`},
		{"authority GB", "own.txt:1: a name is empty"},
		{"authority GB Widget | | WA", "own.txt:1: a name is empty"},
		{"authority GB Widget | ?", "own.txt:1: a name is empty"},
		{"authority GB One Widget\nauthority GB Two Widget | one-widget", `own.txt:2: the name "one-widget" already leads to One Widget, listed at own.txt:1`},
		{"authority GB Widget House | widget  house", `own.txt:1: the name "widget house" stands twice in the entry ("Widget House")`},
		{"law AQ Widget Law | @Ice Law", "own.txt:1: the name \"Ice Law\" is marked @, but no country line names AQ"},
		{"authority GB W\xff", "own.txt:1: the line is not UTF-8 text"},
		{"none GB Widget", "own.txt:1: none takes - in place of a jurisdiction"},
		{"not-before ab c", "own.txt:1: not-before takes one character"},
	} {
		_, err := Default().With("own.txt", strings.NewReader(c.list))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.list, err, c.want)
		}
	}
}

func TestCaseMakesTwoNames(t *testing.T) {
	l, err := build([][]listLine{{
		{source: "x:1", word: "company", jurisdiction: "US", names: []string{"=Wid"}},
		{source: "x:2", word: "company", jurisdiction: "GB", names: []string{"=WID"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if m := l.Find("Wid WID wid"); len(m) != 2 || m[0].Entity.Jurisdiction != "US" || m[1].Entity.Jurisdiction != "GB" {
		t.Errorf("%v", m)
	}
}

func TestFoldingTables(t *testing.T) {
	if len(accents) != 0x180-0xC0 {
		t.Errorf("accents has %d letters", len(accents))
	}
	for _, c := range [...]struct{ in, want string }{
		{" Électricité  de\nFrance ", "electricite de france"}, {"Łódź", "lodz"}, {"Œuvre", "ouvre"},
		{"U.S. Widget", "us widget"}, {"St. Widget", "st. widget"}, {"People’s", "peoples"}, {"ＡＢ１", "ab1"},
		{"網路", "网路"}, {"e\u0301te", "ete"}, {"a\u00ADb", "ab"}, {"“A” B", "a b"}, {"A–B", "a b"},
	} {
		if got := foldKey(c.in); got != c.want {
			t.Errorf("foldKey(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	seen := map[uint16]bool{}
	for _, s := range simplified() {
		seen[s] = true
	}
	for i, s := range simplified() {
		if s != 0 && seen[uint16(i+0x4E00)] {
			t.Errorf("hanzi.txt: %c is both a simplified and a traditional form", rune(i+0x4E00))
		}
	}
}
