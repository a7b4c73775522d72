package source

import "testing"

func TestPublishedInText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"A page about rules\n\nThe rules are old.\n\nLast updated: 15.12.2020 - 16:18\n", "2020-12-15"},
		{"Updated: 3 May 2021\n\nPublished: 1 April 2021\n\nText follows here.\n", "2021-04-01"},
		{"发布时间：2021年7月4日\n\n正文。\n", "2021-07-04"},
		{"Updated: 03/04/2021\n\nBoth readings are possible.\n", ""},
		{"The plan was published on 4 July 2015.\n", ""},
		{"Published: July 2015\n\nA month is not a day.\n", ""},
	} {
		doc, err := Read("page.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Published.String(); got != c.want || (c.want != "") != (doc.PublishedBasis == BasisText) {
			t.Errorf("%q: published %q (%s), want %q", c.text, got, doc.PublishedBasis, c.want)
		}
	}
}
