package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// definitions returns the definitions that a text states as "short = long" lines;
// a long form that is listed carries the entity's name.
func definitions(text string) string {
	var b strings.Builder
	for _, d := range Definitions(text, Default().Find(text)) {
		if d.Implied {
			continue
		}
		name := ""
		if d.Entity != nil {
			name = " | " + d.Entity.Name
		}
		fmt.Fprintf(&b, "%s = %s%s\n", d.Short, d.Long, name)
	}
	return b.String()
}

func TestDefinitions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"the cybersecurity law (CSL) took effect", "CSL = cybersecurity law | Cybersecurity Law\n"},
		{"the Cyberspace Administration of China (CAC)", "CAC = Cyberspace Administration of China | Cyberspace Administration of China\n"},
		{"the Digital Services Act (“DSA”)", "DSA = Digital Services Act | Digital Services Act\n"},
		{"the Digital Services Act (the \"Act\" or \"DSA\")", "Act = Digital Services Act | Digital Services Act\nDSA = Digital Services Act | Digital Services Act\n"},
		{"the Competition and Markets Authority’s (CMA) order", "CMA = Competition and Markets Authority | Competition and Markets Authority\n"},
		{"the Data Security Law of the People's Republic of China (hereinafter referred to as the DSL)", "DSL = Data Security Law of the People's Republic of China | Data Security Law\n"},
		{"Google (US), Apple (AAPL) and Meta (formerly known)", ""},
		{"the European Commission (see Annex II)", ""},
		// not listed
		{"the Widget Safety Authority (WSA) said", "WSA = Widget Safety Authority\n"},
		{"its Widgets for All Act (WAA)", "WAA = Widgets for All Act\n"},
		{"Ministry of Widgets and Gadgets (MWG)", "MWG = Ministry of Widgets and Gadgets\n"},
		{"Widget-Handling Code (WHC)", "WHC = Widget-Handling Code\n"},
		{"the Widget Authority (XYZ)", ""},
		{"He left. Authority (WA)", ""},
		{"the WSA (Widget Safety Authority) said", "WSA = Widget Safety Authority\n"},
		{"the WSA (not the Widget Safety Authority)", ""},
		{"the CAC (Cyberspace Administration of China)", "CAC = Cyberspace Administration of China | Cyberspace Administration of China\n"},
		{"Acme Widgets Ltd (the “Company”)", "Company = Acme Widgets Ltd\n"},
		{"Regulation (EU) 2031/77 (the ‘Widget Regulation’)", "Widget Regulation = Regulation (EU) 2031/77\n"},
		{"some words (the “Company”)", ""},
		{"the Federal Trade Commission, or FTC, said", "FTC = Federal Trade Commission | Federal Trade Commission\n"},
		// Chinese
		{"《小部件管理条例》（以下简称“《条例》”）", "条例 = 小部件管理条例\n"},
		{"《网络安全法》（下称“网安法”）", "网安法 = 网络安全法 | Cybersecurity Law\n"},
		{"國家互聯網信息辦公室（以下簡稱「網信辦」）", "網信辦 = 國家互聯網信息辦公室 | Cyberspace Administration of China\n"},
		{"国家市场监督管理总局（以下称总局）", "总局 = 国家市场监督管理总局 | State Administration for Market Regulation\n"},
		{"the Cybersecurity Law (网安法) applies", "网安法 = Cybersecurity Law | Cybersecurity Law\n"},
		// broken brackets
		{"Widget Safety Authority (WSA", ""},
		{"(WSA)", ""},
		{"()（）", ""},
	} {
		if got := definitions(c.text); got != c.want {
			t.Errorf("%s\n-want\n%s+have\n%s", c.text, c.want, got)
		}
	}
}

func TestDefinitionSpan(t *testing.T) {
	text := "… the Widget Safety Authority (WSA)"
	d := Definitions(text, nil)
	if len(d) != 1 || text[d[0].Start:d[0].End] != "Widget Safety Authority" {
		t.Fatalf("%+v", d)
	}
}

func TestLocal(t *testing.T) {
	for _, c := range []string{
		// a defined short form, also before its definition
		"CSL: [[CSL|Cybersecurity Law]]" + " = the [[cybersecurity law|Cybersecurity Law]] ([[CSL|Cybersecurity Law]])",
		"The [[Widget Safety Authority|Widget Safety Authority]] ([[WSA|Widget Safety Authority]]) met. The [[WSA|Widget Safety Authority]] and the wsa; the [[widget safety authority|Widget Safety Authority]] fined.",
		// a conditional name counts where the entity is named
		"CMA alone",
		"The [[Competition and Markets Authority|Competition and Markets Authority]] met; the [[CMA|Competition and Markets Authority]] decided.",
		"The [[European Commission|European Commission]] met; the [[Commission|European Commission]] decided, not the Widget Commission or the Commission on Widgets.",
		// … or where the text is plainly about its jurisdiction
		"In [[China|]], the Chinese State Council and the Chinese government: the Ministry of Commerce",
		// a term in small letters is no name
		"artificial intelligence (AI) and AI",
	} {
		text, want := marked(c)
		want = strings.ReplaceAll(want, "8 China|\n", "")
		if strings.HasPrefix(text, "CSL: ") {
			want = "3 CSL|Cybersecurity Law\n" + want
		}
		if strings.HasPrefix(text, "In China") {
			want = "36 Chinese State Council|State Council of China\n59 Chinese government|Government of China\n" +
				"81 Ministry of Commerce|Ministry of Commerce of China\n"
			want = relocate(text, want)
		}
		if got := show(text, Default().Local(text).Find(text)); got != want {
			t.Errorf("%s\n-want\n%s+have\n%s", text, want, got)
		}
	}
}

// relocate puts the true ends into lines of "end words|name".
func relocate(text, lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		_, rest, _ := strings.Cut(line, " ")
		words, _, _ := strings.Cut(rest, "|")
		fmt.Fprintf(&b, "%d %s", strings.Index(text, words)+len(words), rest)
	}
	return b.String()
}

func TestDefinedTypes(t *testing.T) {
	for text, want := range map[string]headKind{
		"the Widget Act (WA)":                         {Instrument, "law"},
		"the Widget Reform Plan (WRP)":                {Instrument, "plan"},
		"the Widget Safety Authority (WSA)":           {Authority, ""},
		"the Widget Appeals Tribunal (WAT)":           {Court, ""},
		"Widget Makers Corporation (WMC)":             {Company, ""},
		"the Convention on Widget Safety (CWS)":       {Instrument, "agreement"},
		"the Federal Office for Widget Safety (FOWS)": {Authority, ""},
		"the Order of the Golden Widget (OGW)":        {Instrument, "regulation"},
		"the Happy Widget Song (HWS)":                 {Other, ""},
	} {
		l := Default().WithDefinitions(Definitions(text, nil))
		m := l.Find(text)
		if len(m) != 2 || m[0].Entity != m[1].Entity || (headKind{m[0].Entity.Type, m[0].Entity.Form}) != want {
			t.Errorf("%s: %s %+v", text, show(text, m), m)
		}
	}
}
