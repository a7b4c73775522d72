package lexicon

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// In these cases the second part of a mark is type or form.
var unknownCases = []string{
	"The [[Widget Safety Commission|authority]] said. Under the [[Widget Act|law]] it may.",
	"the [[Ministry of Widgets and Gadgets|authority]] and the [[Department of Gadgets|authority]]",
	"[[Ministry of Widgets|authority]] and [[Ministry of Gadgets|authority]]",
	"[[Federal Office for Widget Safety|authority]], [[Office of the Widget Commissioner|authority]]",
	"Narnia's [[Widget Authority|authority]]’s decision; Narnia’s people",
	"the [[Widget Appeals Court|court]] and the [[Court of Widget Appeals|court]]",
	"the [[Widget (No|]] 2) Act",
	"the [[Widget Act 2019|law]], the [[Widget Act of 1996|law]], and Act 2018",
	"[[Agreement on Widget Trade|agreement]]; [[Widget Convention|agreement]]; [[Widget Recovery Plan|plan]]",
	"the Commission adopted the Act. The Act. Final Rule. Draft Regulation. Working Group.",
	"the Draft [[Widget Regulation|regulation]]",
	"Bonn for the [[Widget Office|authority]]",
	"the Institute of Law and Widget Law School",
	// numbered
	"[[Regulation (EU) 2031/679|regulation]], [[Directive 95/46/EC|directive]], [[Council Regulation (EC) No 139/2004|regulation]]",
	"[[Commission Implementing Regulation (EU) 2031/77|regulation]]",
	"[[Public Law 116-283|law]] and [[Pub. L. No. 104-191|law]]; [[Executive Order 14999|regulation]]; [[Act No. 57 of 2003|law]]",
	"Regulation 6, Directive 2, in Order 3, Law 2018",
	// companies
	"[[Acme Widgets, Inc|company]]. and [[Acme Gadget Holdings|company]] and [[Widget Works GmbH|company]], [[Widget plc|company]]",
	"[[Acme Widget Co., Ltd|company]]. said",
	// blank lines part names
	"The Widget\n\nCommission met",
	"the [[Widget\nCommission|authority]] met",
	// Chinese
	"依据《[[小部件管理条例|regulation]]》、《[[小部件发展规划（2031—2035年）|plan]]》和《小部件日报》",
	"[[江苏省小部件管理局|authority]]与[[杭州小部件有限公司|company]]，小部件部门",
	"对[[滴水出行科技(北京)有限公司|company]]处以罚款",
	"[[上海小部件仲裁院|court]]",
	"召开委员会议，财政部门负责",
}

func TestUnknown(t *testing.T) {
	for _, c := range unknownCases {
		text, want := marked(strings.ReplaceAll(c, "regulation]]》、", "law]]》、"))
		if strings.Contains(c, "[[Widget (No|]]") {
			text, want = "the Widget (No 2) Act", ""
		}
		found := Unknown(text)
		for i, m := range found {
			e := *m.Entity
			if e.Name = string(e.Type); e.Form != "" {
				e.Name = e.Form
			}
			found[i].Entity = &e
		}
		if got := show(text, found); got != want {
			t.Errorf("%q\n-want\n%s+have\n%s", text, want, got)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []string{
		"[[European Commission|European Commission]] [[Decision 2031/87/EU|Decision 2031/87/EU]] on [[Google|Google]] Widget Ltd",
		"《[[网络安全法实施条例|网络安全法实施条例]]》《[[网络安全法|Cybersecurity Law]]（草案）》《[[宽带中国|Broadband China]]战报》",
		"the [[Widget Authority|Widget Authority]] and [[Tencent|Tencent]]",
	} {
		text, want := marked(c)
		if got := show(text, Default().Names(text)); got != want {
			t.Errorf("%q\n-want\n%s+have\n%s", text, want, got)
		}
	}
}

func TestHeadErrors(t *testing.T) {
	for _, c := range [...]struct{ list, want string }{
		{"# x\nlast authority", "h:2: a line is a role, a type and words"},
		{"last thing Word", `h:1: "thing" is not a type`},
		{"lost law Word", `h:1: "lost" is not a role`},
	} {
		if _, err := parseHeads("h", c.list); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.list, err, c.want)
		}
	}
}

// check fails on matches that are out of order, overlap, or cut a character.
func check(t *testing.T, text string, matches []Match) {
	t.Helper()
	end := 0
	for _, m := range matches {
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(text):
			t.Fatalf("%q: match %d–%d behind %d", text, m.Start, m.End, end)
		case utf8.ValidString(text) && (!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])):
			t.Fatalf("%q: match %d–%d cuts a character", text, m.Start, m.End)
		case m.Entity == nil || m.Entity.Type == "" || m.Entity.Type == none || m.Alias == "":
			t.Fatalf("%q: match without entity or alias: %+v", text, m)
		}
		end = m.End
	}
}

func FuzzNames(f *testing.F) {
	for _, list := range [...][]string{findCases, unknownCases} {
		for _, c := range list {
			text, _ := marked(c)
			f.Add(text)
		}
	}
	f.Add("위젯법 Widget ウィジェット Act 々")
	f.Add("Widget Safety Authority (WSA), the “Act” (《条例》（以下简称“条例”）\xff\xc3(")
	f.Fuzz(func(t *testing.T, text string) {
		l := Default()
		check(t, text, l.Find(text))
		check(t, text, l.Countries(text))
		check(t, text, Unknown(text))
		check(t, text, l.Names(text))
		for _, d := range Definitions(text, l.Find(text)) {
			if d.Start < 0 || d.End <= d.Start || d.End > len(text) || d.Short == "" {
				t.Fatalf("%q: %+v", text, d)
			}
		}
		local := l.Local(text)
		check(t, text, local.Find(text))
		check(t, text, local.Names(text))
	})
}

// The work is linear: what a hostile text repeats costs no more each time.
func TestHostileTextsEnd(t *testing.T) {
	for _, s := range []string{"(", "《", "A-\n", "A ", "Widget and ", "Ministry of the ", "委", "中国委员会", "Co., ", "“", "No. ", "the Cyber-\n", "Regulation (EU) ", "(A) ", "U.S. "} {
		text := strings.Repeat(s, 200_000/len(s))
		check(t, text, Default().Local(text).Names(text))
	}
}
