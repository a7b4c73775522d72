package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// build makes a timeline of texts, each a document; "2021-07-05|text" gives one a
// day of publication.
func build(t *testing.T, texts ...string) *timeline.Timeline {
	t.Helper()
	var docs []*source.Document
	for i, text := range texts {
		day, rest, dated := strings.Cut(text, "|")
		if !dated {
			rest = text
		}
		doc, err := source.Read(fmt.Sprintf("%d.txt", i+1), []byte(rest+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if dated {
			if doc.Published, err = dates.Parse(day); err != nil {
				t.Fatal(err)
			}
		}
		docs = append(docs, doc)
	}
	return timeline.Build(docs).Filter(timeline.Filter{})
}

// outline writes a timeline in short: "2015-07-04 plan d1+d2", conflicting
// sources with a minus sign, undated events with "-".
func outline(t *timeline.Timeline) string {
	var lines []string
	for _, e := range append(slices.Clone(t.Events), t.Undated...) {
		date := e.Date.String()
		if date == "" {
			date = "-"
		}
		var from []string
		for _, s := range e.Sources {
			mark := ""
			if s.Role == timeline.Conflicting {
				mark = "!"
			}
			from = append(from, mark+s.Quote.Doc.ID)
		}
		lines = append(lines, fmt.Sprintf("%s %s %s", date, e.Kind, strings.Join(from, " ")))
	}
	return strings.Join(lines, "\n")
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"the exacter date wins inside the vaguer one", []string{
			"In July 2015, the State Council issued the Internet Plus plan.",
			"The State Council issued the Internet Plus plan on 4 July 2015.",
			"The government released Internet Plus in 2015.",
		}, "2015-07-04 plan d2 d1 d3"},
		{"a weekday that was read a week off gives way to the day", []string{
			"2021-04-09|On Saturday, the State Administration for Market Regulation fined Alibaba.",
			"The State Administration for Market Regulation fined Alibaba on 10 April 2021.",
		}, "2021-04-10 penalty d2 !d1"},
		{"fines of several companies without a date join none of them", []string{
			"The State Administration for Market Regulation fined Alibaba on 10 April 2021.",
			"Alibaba, Tencent and Didi were fined by the State Administration for Market Regulation.",
		}, "2021-04-10 penalty d1\n- penalty d2"},
		{"a date is reckoned from the event of another document, and joins the one that is stated", []string{
			"Regulation (EU) 2024/1689 entered into force on 1 August 2024.",
			"Regulation (EU) 2024/1689 shall apply 24 months after entry into force.",
			"Regulation (EU) 2024/1689 applies from 1 August 2026.",
		}, "2024-08-01 entry_into_force d1\n2026-08-01 application d3 d2"},
		{"most documents decide a conflict", []string{
			"SAMR fined Alibaba 18.2 billion yuan on 9 April 2021.",
			"The State Administration for Market Regulation fined Alibaba on 10 April 2021.",
			"2021年4月10日，市场监管总局对阿里巴巴处以182.28亿元罚款。",
		}, "2021-04-10 penalty d2 !d1 d3"},
		{"days further apart are two acts", []string{
			"SAMR fined Alibaba on 9 April 2021.",
			"SAMR fined Alibaba on 9 August 2021.",
		}, "2021-04-09 penalty d1\n2021-08-09 penalty d2"},
		{"two fines on one company stay apart", []string{
			"The European Commission fined Google EUR 2.42 billion in 2017.",
			"The European Commission fined Google EUR 50 million in 2017.",
		}, "2017 penalty d1\n2017 penalty d2"},
		{"an investigation is not its result", []string{
			"SAMR opened an investigation into Meituan in 2021.",
			"SAMR fined Meituan 3.4 billion yuan in 2021.",
		}, "2021 investigation d1\n2021 penalty d2"},
		{"a draft is not its law", []string{
			"The ministry proposed the Data Security Law in 2020.",
			"Parliament adopted the Data Security Law in 2020.",
		}, "2020 draft d1\n2020 adoption d2"},
		{"adoption, publication and entry into force are three", []string{
			"The Data Security Law was adopted on 10 June 2021 and took effect on 1 September 2021.",
			"《数据安全法》自2021年9月1日起施行。",
		}, "2021-06-10 adoption d1\n2021-09-01 entry_into_force d1 d2"},
		{"over languages, and without a date", []string{
			"On 4 July 2021 the Cyberspace Administration of China ordered app stores to remove the Didi app.",
			"2021年7月4日，国家网信办通知应用商店下架“滴滴出行”应用。",
			"Didi was told to pull its app from the stores.",
		}, "2021-07-04 restriction d1 d2 d3"},
		{"other targets, other acts", []string{
			"On 5 July 2021 the CAC opened a review of Full Truck Alliance. The Cyberspace Administration of China (CAC) is a regulator.",
			"On 5 July 2021 the Cyberspace Administration of China opened an investigation into Didi.",
		}, "2021-07-05 investigation d1\n2021-07-05 investigation d2"},
		{"dated by the day of publication only where it is known", []string{
			"2021-07-05|The Cyberspace Administration of China has ordered app stores to remove the Didi app.",
		}, "../2021-07-05 restriction d1"},
		{"and else undated", []string{
			"The Cyberspace Administration of China has ordered app stores to remove the Didi app.",
		}, "- restriction d1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outline(build(t, c.texts...)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestIDsAreUniqueAndStable(t *testing.T) {
	a := build(t, "SAMR fined Alibaba on 9 April 2021.", "SAMR fined Alibaba on 9 August 2021.")
	b := build(t, "SAMR fined Alibaba on 9 April 2021.", "SAMR fined Alibaba on 9 August 2021.", "Parliament adopted the Data Security Law in 2020.")
	ids := map[string]bool{}
	for _, e := range b.Events {
		if ids[e.ID] {
			t.Errorf("id %s is given twice", e.ID)
		}
		ids[e.ID] = true
	}
	for _, e := range a.Events {
		if !ids[e.ID] {
			t.Errorf("the id of %q changed when a document was added", e.Name)
		}
	}
}

func TestFilter(t *testing.T) {
	tl := build(t, "Alibaba acquired Ele.me in 2018. SAMR fined Alibaba on 9 April 2021. The Data Security Law took effect on 1 September 2021.")
	count := func(f timeline.Filter) int { return len(tl.Filter(f).Events) }
	april := dates.Day{Year: 2021, Month: 4, Day: 30}
	if n := count(timeline.Filter{}); n != 2 {
		t.Errorf("%d events without a filter, want 2", n)
	}
	if n := count(timeline.Filter{Until: april}); n != 1 {
		t.Errorf("%d events until April, want 1", n)
	}
	if n := count(timeline.Filter{Since: april}); n != 1 {
		t.Errorf("%d events since April, want 1", n)
	}
	if n := count(timeline.Filter{Kinds: []timeline.Kind{"penalty"}}); n != 1 {
		t.Errorf("%d penalties, want 1", n)
	}
}
