package source

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"# Fees #\n\nText of the\nparagraph.\n## Ferries", "H1 Fees\nP Text of the paragraph.\nH2 Ferries\n"},
		{"Fees\n====\n\nFerries\n---\nText.\n---\nMore.", "H1 Fees\nH2 Ferries\nP Text.\nP More.\n"},
		{"#hash is no heading\n####### nor is this", "P #hash is no heading ####### nor is this\n"},
		{"- a\n  goes on\n  - b\n    1. c\n    2. d\n- e\n\nText.", "LI1 a goes on\nLI2 b\nLI3 c\nLI3 d\nLI1 e\nP Text.\n"},
		{"* a\n+ b\n", "LI1 a\nLI2 b\n"},
		{"The order of\n4. July applies.", "P The order of 4. July applies.\n"},
		{"> ## Quoted\n>\n> The fee\nis due.\n\n> > Twice.", "H2 Quoted\nP The fee is due.\nP Twice.\n"},
		{"Before.\n```go\n2019-01-01 log\n```\nAfter.", "P Before.\nCODE 2019-01-01 log\nP After.\n"},
		{"~~~\nnever closed\n", "CODE never closed\n"},
		{"Seen.<!-- 2019 -->\n<!--\nmany\n\nlines\n-->Also seen.\n\nThe <!-- hidden --> end.", "P Seen.\nP Also seen.\nP The\nP end.\n"},
		{"a <!-- not closed", "P a <!-- not closed\n"},
		{"Seen.\n<!--timeline:begin-->\n## 2019\n<!-- x -->\n\n- ours\n<!-- timeline:end -->\nAlso seen.", "P Seen.\nX ## 2019 <!-- x --> - ours <!-- timeline:end -->\nP Also seen.\n"},
		{"<!-- timeline:begin -->\nnot closed\n<!-- timeline:begin -->\nours\n<!-- timeline:end -->", "P not closed\nX ours <!-- timeline:end -->\n"},
		{"Rule.[^1]\n\n[^1]: See the *Act*,\n  section 2.\n[^b]: Ibid.\n\nText.", "P Rule.[^1]\nFN[1] See the *Act*, section 2.\nFN[b] Ibid.\nP Text.\n"},
		{"[act]: https://x.org/2019/act \"Act\"\n\nText.", "P Text.\n"},
		{"[act]: is a word in brackets", "P [act]: is a word in brackets\n"},
		{"**Banned practices**\n\n**One** word.\n\n***Late***", "H4 Banned practices\nP **One** word.\nH4 Late\n"},
		{"**Date:** 4 July\n**Source:** Gazette", "P **Date:** 4 July\nP **Source:** Gazette\n"},
		{"![a picture](/2019/07/p.png)\nText.\n\n[](/x) [](/y)\n", "P Text.\n"},
		{"<figure>\n<img src=\"2019.png\">\n<figcaption>The port.</figcaption>\n</figure>\n<b>Bold</b> text\n", "P The port.\nP <b>Bold</b> text\n"},
		{"See <https://x.org/> now.", "P See <https://x.org/> now.\n"},
		{"### The act, which was passed in spring after a long debate, enters into force in July.\n", "P The act, which was passed in spring after a long debate, enters into force in July.\n"},
		{"第一条 如下：\n\n（一）海船；\n\n（二）渡船。\n", "P 第一条 如下：\nLI1 海船；\nLI1 渡船。\n"},
		{"***\n- - -\n___\n", ""},
	} {
		wantBlocks(t, "a.md", c.text, c.want)
	}
}

func TestMarkdownTable(t *testing.T) {
	wantBlocks(t, "a.md", "Fees:\n\n| Ship | In force |\n|:-----|---------:|\n| ferry | 4 July 2019 |\n| a \\| b | |\nnot a row\n\n> x | y\n> --|--\n> 1 | 2\n", `
P Fees:
TD1,1 Ship
TD1,2 In force
TR2 ferry | 4 July 2019
TD3,1 a \| b
P not a row
TD1,1 x
TD1,2 y
TD2,1 1
TD2,2 2
`)
}

// The text of a Markdown file is the file, byte for byte.
func TestMarkdownOffsets(t *testing.T) {
	text := "\ufeff# A\r\n\r\n> - *b*  c\r\n"
	d := read(t, "a.md", text)
	if d.Text != text {
		t.Errorf("the text became %q", d.Text)
	}
	if last := d.Blocks[len(d.Blocks)-1]; last.Start != strings.Index(text, "*b*") {
		t.Errorf("block %+v", last)
	}
}

// Markdown is known by its look where the name says text, and text stays text.
func TestLooksLikeMarkdown(t *testing.T) {
	for text, want := range map[string]bool{
		"# Fees\n\nText.\n\n## Ferries\n\nMore.\n":                true,
		"# Fees\n\nSee [the act](https://x.org/act).\n":           true,
		"**Fees**\n\nText.\n\n> Quote.\n\n**Ferries**\n\nText.\n": true,
		"# Fees\n\nText.\n": false,
		"Fees\n\nIssue #12 and #13 were raised.\n- one\n- two\n":   false,
		"See [1] and (2).\n\n* a\n* b\n\nQuote: > is greater than": false,
	} {
		if got := looksLikeMarkdown(text); got != want {
			t.Errorf("looksLikeMarkdown(%q) = %v", text, got)
		}
	}
}
