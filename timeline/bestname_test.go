package timeline_test

import "testing"

// TestNamesOfMergedEvents shows which of the names that several documents give an
// event is kept.
func TestNamesOfMergedEvents(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"one that says upon whom, rather than one that points", []string{
			"Regulators were busy with Didi. They opened an investigation into it on 2 July 2021.",
			"2021-07-05|The Cyberspace Administration of China opened an investigation into Didi on 2 July.",
		}, "The Cyberspace Administration of China opened an investigation into Didi"},
		{"the first of two that are as good", []string{
			"SAMR fined Alibaba on 10 April 2021.",
			"SAMR imposed a fine on Alibaba on 10 April 2021.",
		}, "SAMR fined Alibaba"},
		{"one in the language of the first", []string{
			"Regulators fined Alibaba on 10 April 2021.",
			"2021年4月10日，市场监管总局对阿里巴巴处以罚款。",
		}, "Regulators fined Alibaba"},
		{"or in another, where that says nothing", []string{
			"They fined it on 10 April 2021, after months in which Alibaba had been asked to explain how it treats the traders of its market places.",
			"2021年4月10日，市场监管总局对阿里巴巴处以罚款。",
		}, "市场监管总局对阿里巴巴处以罚款"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tl := build(t, c.texts...)
			if len(tl.Events) != 1 || tl.Events[0].Name != c.want {
				t.Errorf("%d events:\n%s\nthe first is called %q, want %q", len(tl.Events), outline(tl), tl.Events[0].Name, c.want)
			}
		})
	}
}
