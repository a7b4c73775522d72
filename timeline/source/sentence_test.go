package source

import (
	"strings"
	"testing"
)

// In each text a bar stands where one sentence ends and the next begins.
var sentenceCases = []string{
	"The fee rose. | Ships pay it.",
	"Who pays? | Owners do! | They must.",
	"The U.S. government and the E.U. Commission agreed. | In the U.S. | The fee rose.",
	"See Art. 5 and Sec. 12 of the Act, Dec. 4, 2019, No. 7, para. 3. | It applies.",
	"The answer was no. | He left.",
	"Ports Inc. and Ferry Co. Ltd. sued. | Port Ltd. | The court agreed.",
	"Mr. J. R. Smith v. Port of X, 12 F. Supp. 2d 34, and 15 U.S.C. § 41 apply.",
	"In re Ferry Litig. the court held so.",
	"Fees rose by 3.5 percent, i.e. a lot, e.g. for ferries, etc. | The rest stayed.",
	"The order was late.1 | It came in 2016.24 | The lines paid (at last).3 | Then came “more.”4 | Ships left.",
	"Rides rose (5.5 million).68, 69 | It fell.",
	"He said “no.” | She said ‘yes.’ | (All agreed.) | They left.",
	"See Fig.3 There it is.",
	"It cost $4.3 billion, up 2.4 from 1.9 in 2016. | Fees fell.",
	"They work on it... | But in ports, whenever it ends, they stop.",
	"See https://x.org/watch?v=Abc and www.x.org/?q=Fees. | It is there.",
	"He asked, “Who pays?” and left.",
	"The rule took effect on Sept. 1. | Violators pay.",
	"The rule,\nwhich was\r\nlong in\n\ncoming, took\u2028effect. | It\nholds.",
	"本办法公布后施行。| 旧办法废止！| 谁缴费？| “港口。”| 完。",
	"法院立案。| 9月30日宣判。| 3家公司上诉。7| 完。",
	"海船缴费；渡船不缴费；其他船舶另行规定。",
	"この法律は公布の日から施行する。| 旧法は廃止する。",
	"旧办法废止。| iPhone不受影响。",
	"   ",
	"no end",
	"Plan B. | The port agreed.",
}

func TestSentences(t *testing.T) {
	for _, c := range sentenceCases {
		var want []string
		for _, s := range strings.Split(c, "|") {
			if s = Clean(strings.TrimSpace(s), 0); s != "" {
				want = append(want, s)
			}
		}
		text := strings.ReplaceAll(strings.ReplaceAll(c, "| ", ""), "|", "")
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, Clean(text[s[0]:s[1]], 0))
		}
		if strings.Join(got, " | ") != strings.Join(want, " | ") {
			t.Errorf("\n got %s\nwant %s", strings.Join(got, " | "), strings.Join(want, " | "))
		}
	}
}

// A Chinese sentence of a page's length is cut at its semicolons, a short one not.
func TestSentencesLongChinese(t *testing.T) {
	clause := "经营者应当在三十日内向港务局如实申报船舶的长度、吨位以及到港日期；"
	if got := len(Sentences(strings.Repeat(clause, 8) + "并缴纳费用。")); got != 9 {
		t.Errorf("%d parts of a long sentence, want 9", got)
	}
	if got := len(Sentences(clause + "并缴纳费用。")); got != 1 {
		t.Errorf("%d parts of a short sentence, want 1", got)
	}
}

// The mark of a note belongs to the sentence before it.
func TestSentencesNoteMarks(t *testing.T) {
	for _, c := range []string{
		"The Act applies.¹ | It was late.[2] | So said the ministry.[^order] | Then it rained.[iv]",
		"The fee rose.[1][2] | It fell.¹² | Ships left.",
		"该法施行。[^zh] | 罚款已缴。¹ | 完。",
		"The draft.[note to the editor] It stays.",
	} {
		text := strings.ReplaceAll(c, "| ", "")
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, text[s[0]:s[1]])
		}
		if g := strings.Join(got, " | "); g != c {
			t.Errorf("\n got %s\nwant %s", g, c)
		}
	}
}
