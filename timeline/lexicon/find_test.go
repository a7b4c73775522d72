package lexicon

import (
	"fmt"
	"strings"
	"testing"
)

// marked takes the marks [[words|name]] out of a text and returns the text and
// what is marked, as "words|name" lines.
func marked(s string) (text, want string) {
	var t, w strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[[")
		t.WriteString(before)
		if !ok {
			return t.String(), w.String()
		}
		mark, after, _ := strings.Cut(rest, "]]")
		words, _, _ := strings.Cut(mark, "|")
		t.WriteString(words)
		fmt.Fprintf(&w, "%d %s\n", t.Len(), mark)
		s = after
	}
}

// show writes matches as marked does.
func show(text string, matches []Match) string {
	var w strings.Builder
	for _, m := range matches {
		fmt.Fprintf(&w, "%d %s|%s\n", m.End, text[m.Start:m.End], m.Entity.Name)
	}
	return w.String()
}

var findCases = []string{
	// boundaries, case, plurals, possessives
	"[[Google|Google]]'s lawyers and [[Google|Google]]’s engineers; Googles, Googleplex and ungoogle are none.",
	"The [[federal trade commission|Federal Trade Commission]] sued; the FTCs of this world and ftc did not; the [[FTC|Federal Trade Commission]] did.",
	"An apple a day; [[Apple|Apple]] appealed. Meta-analysis is no company, [[Meta|Meta Platforms]] is. The Amazon rainforest is none.",
	"([[Tencent|Tencent]]), [[Baidu|Baidu]]; “[[Didi Chuxing|Didi]]”, [[WeChat|WeChat]]-like",
	"the Supreme Court of Narnia; [[GDPR|General Data Protection Regulation]]-style rules",
	// the longest name wins
	"[[General Office of the State Council|General Office of the State Council]] and the [[Standing Committee of the National People's Congress|Standing Committee of the National People's Congress]]",
	"[[Federal Trade Commission Act|Federal Trade Commission Act]]",
	// folding: line ends, hyphens, apostrophes, dots, accents, full width, ampersand, quotes
	"the [[Cyberspace\nAdministration  of China|Cyberspace Administration of China]], the [[Cyber-\nspace Administration of China|Cyberspace Administration of China]]",
	"[[People’s Bank of China|People's Bank of China]] and [[Peoples Bank of China|People's Bank of China]]",
	"[[anti‑monopoly law|Anti-Monopoly Law]], [[Anti Monopoly Law|Anti-Monopoly Law]]",
	"the [[F.T.C.|Federal Trade Commission]] no more",
	"the [[U.S. Department of Justice|Department of Justice]]",
	"[[Autorite de la concurrence|Autorité de la concurrence]] and [[AUTORITÉ DE LA CONCURRENCE|Autorité de la concurrence]]",
	"[[ＧＤＰＲ|General Data Protection Regulation]]",
	"[[Competition & Markets Authority|Competition and Markets Authority]]",
	"the [[“Internet Plus” Action Plan|Internet Plus guiding opinions]]",
	// Chinese, without word boundaries, in both scripts
	"日前，[[国家网信办|Cyberspace Administration of China]]依据《[[中华人民共和国网络安全法|Cybersecurity Law]]》通报[[滴滴出行|Didi]]。",
	"[[國家互聯網信息辦公室|Cyberspace Administration of China]]與[[工業和信息化部|Ministry of Industry and Information Technology]]",
	"[[阿里巴巴|Alibaba Group]]和[[Google|Google]]公司、[[BOSS直聘|Kanzhun]]",
	"公安部门和商务部门检查；[[公安部|Ministry of Public Security of China]]发布",
	"遵守网络安全法律和网络安全法规；公司法定代表人；北京东路",
	"芜湖市网信办；[[网信办|Cyberspace Administration of China]]",
	"[[国家互联网\n信息办公室|Cyberspace Administration of China]]",
	// another country's law or ministry
	"Chile's Cybersecurity Law, the Vietnamese Data Security Law and a Data Security Law of Thailand",
	"[[China's Ministry of Commerce|Ministry of Commerce of China]]; Thailand's Ministry of Commerce; the Ministry of Commerce",
	"泰国商务部；中国[[商务部|Ministry of Commerce of China]]；[[美国商务部|US Department of Commerce]]",
	"the French [[GDPR|General Data Protection Regulation]] fine, the Chinese GDPR",
	// addresses
	"https://www.google.com/apple.html press@google.com google.com/alibaba",
	"www.tencent.com. [[Tencent|Tencent]] said",
	// numbered law
	"under [[Regulation (EU) 2016/679|General Data Protection Regulation]] and [[Directive\n95/46/EC|Data Protection Directive]]",
	"",
	"-",
}

func TestFind(t *testing.T) {
	l := Default()
	for _, c := range findCases {
		text, want := marked(c)
		// "F.T.C." is marked with its last dot, which is left to the sentence.
		want = strings.ReplaceAll(want, "10 F.T.C.|", "9 F.T.C|")
		if got := show(text, l.Find(text)); got != want {
			t.Errorf("%q\n-want\n%s+have\n%s", text, want, got)
		}
	}
}

func TestFindIsByteOffsets(t *testing.T) {
	text := "é中 İstanbul: Tencent"
	m := Default().Find(text)
	if len(m) != 1 || text[m[0].Start:m[0].End] != "Tencent" {
		t.Errorf("%v", m)
	}
}

func TestCountries(t *testing.T) {
	text, want := marked("[[Chinese|China]] and [[South Korean|South Korea]] firms in [[the|]]")
	want = strings.TrimSuffix(want, fmt.Sprintf("%d the|\n", len(text)))
	if got := show(text, Default().Countries(text)); got != want {
		t.Errorf("-want\n%s+have\n%s", want, got)
	}
}

func TestNamed(t *testing.T) {
	l := Default()
	for name, want := range map[string]string{
		"tencent": "CN", "网信办": "CN", "國家網信辦": "CN", "GDPR": "EU",
		"Competition and Markets Authority": "GB", "people’s bank of china": "CN",
	} {
		if e, ok := l.Named(name); !ok || e.Jurisdiction != want {
			t.Errorf("Named(%q) = %v, %v", name, e, ok)
		}
	}
	for _, name := range []string{"", "nobody at all", "gdpr agency", "Amazon rainforest", "who"} {
		if e, ok := l.Named(name); ok {
			t.Errorf("Named(%q) = %v", name, e)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	l := Default()
	prose := strings.Repeat("The regulator said on Tuesday that the companies had agreed to change how they share "+
		"data between their services, and that it would watch whether the promises are kept over the next three years. "+
		"Google and Tencent declined to comment while the European Commission considers its next steps. ", 400)
	han := strings.Repeat("有关部门表示，将依据网络安全法对平台企业开展检查，督促其落实主体责任，保护用户个人信息。", 400)
	for _, c := range []struct{ name, text string }{{"english", prose}, {"chinese", han}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				l.Find(c.text)
			}
		})
	}
}

func BenchmarkLocalNames(b *testing.B) {
	text := strings.Repeat("Under the Data Act, the Widget Safety Authority (WSA) fined Acme Widgets, Inc. in line with "+
		"Regulation (EU) 2016/679. The WSA said it would appeal to the Administrative Court of Lower Widgetry. ", 400)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Default().Local(text).Names(text)
	}
}
