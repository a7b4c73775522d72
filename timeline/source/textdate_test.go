package source

import (
	"strings"
	"testing"
)

// A line stands for a paragraph of prose.
const proseLine = "The harbour office has raised the fees for ferries, and the owners of ships will have to pay them from the first of July on.\n"

func TestPublishedInText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A page about rules\n\nThe rules are old.\n\nLast updated: 15.12.2020 - 16:18\n", "2020-12-15"},
		{"Updated: 3 May 2021\n\nPublished: 1 April 2021\n\nText follows here.\n", "2021-04-01"},
		{"发布时间：2021年7月4日\n\n正文。\n", "2021-07-04"},
		{"Updated: 03/04/2021\n\nBoth readings are possible.\n", ""},
		{"The plan was published on 4 July 2015.\n", ""},
		{"Published: July 2015\n\nA month is not a day.\n", ""},
		{"Published 4 July 2015 was the first plan, and nobody read it.\n", ""},
		{"# Fees\n\n+ Source: Gazette\n+ Date: November 1, 2021\n\n" + proseLine, "2021-11-01"},
		{proseLine + strings.Repeat("\n- item\n", 20) + "\nDate: November 1, 2021\n", ""},
		{"Fees at sea\nA. Writer\n5 July 2021\n\n" + proseLine, "2021-07-05"},
		{"Fees at sea\n\nJanuary 2018\n\n" + proseLine, "2018-01"},
		{"Regulation 12\n\nof 12 July 2023\n\n" + proseLine, ""},
		{"Fees rise\n\nBrussels, 27 June 2017\n\n" + proseLine, "2017-06-27"},
		{"Fees rise\n\nHarbour Court, 27 June 2017\n\n" + proseLine, ""},
		{"Fees rise\n\nGENEVA, 3 May 2021 (Wire) – " + proseLine, "2021-05-03"},
		{"Fees rise\n\nGeneva, which on 3 May 2021 – " + proseLine, ""},
		{"收费办法\n\n2021-07-05 10:00 来源：港务局\n\n港务局今日公布收费办法，渡轮和海船都须在七月一日以前缴纳费用，逾期将被处以罚款。\n", "2021-07-05"},
		{"公告\n\n现公布收费办法，自公布之日起施行，渡轮和海船都须在七月一日以前缴纳费用，逾期将被处以罚款。\n\n港务局\n\n2021年7月5日\n", "2021-07-05"},
		{"Fees\n\n" + proseLine + "\nThe office closed.\n\n5 July 2021\n", ""},
		{"---\ndate: 2024-06-20\n---\nAn old story.\n\nBy A. Writer, The Port, April 9th, 2021.\n\n" + proseLine, "2021-04-09"},
		{"---\ndate: 2021-06-20\n---\nA story.\n\nBy A. Writer, The Port, April 9th, 2021.\n\n" + proseLine, "2021-06-20"},
		{"# Fees\n\n> 来源：[https://x.org/news/2024/04/fees](https://x.org/news/2024/04/fees)\n\n" + proseLine, "2024-04"},
	} {
		doc, err := Read("page.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Published.String(); got != c.want || (c.want != "") != (doc.PublishedConfidence >= trusted && doc.PublishedWhy != "") {
			t.Errorf("%q: published %q (%s, %s, %v), want %q", c.text, got, doc.PublishedBasis, doc.PublishedWhy, doc.PublishedConfidence, c.want)
		}
	}
}

func TestAddressDate(t *testing.T) {
	for address, want := range map[string]string{
		"https://x.org/2021/07/05/fees":                                         "2021-07-05",
		"https://x.org/news/2021-7-5/fees":                                      "2021-07-05",
		"https://x.org/news/2021-07-05-fees.html":                               "2021-07-05",
		"http://www.x.gov.cn/xw/zj/202104/t20210410_327702.html":                "2021-04-10",
		"https://x.cn/2021/0705/c1.htm":                                         "2021-07-05",
		"https://x.org/wp/2021/07/fees":                                         "2021-07",
		"https://x.org/2021/13/45/fees":                                         "",
		"https://x.org/press/20240308IPR19015/fees":                             "",
		"https://x.org/article/40156/fees":                                      "",
		"https://web.archive.org/web/20220101000000/https://x.org/2021/07/05/a": "2021-07-05",
		"": "",
	} {
		if got := addressDate(address).String(); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

// The day on which a file was made is shown and not used.
func TestFileDateIsOnlyAHint(t *testing.T) {
	core := part{"docProps/core.xml", `<cp:coreProperties><dcterms:created>2021-07-05T09:00:00Z</dcterms:created></cp:coreProperties>`}
	d, err := Read("a.docx", docxOf(t, short("The text of it."), core))
	if err != nil || !d.Published.IsZero() || d.PublishedHint != "the file was made on 5 July 2021" {
		t.Errorf("published %v, hint %q (%v)", d.Published, d.PublishedHint, err)
	}
}
