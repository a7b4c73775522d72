package source

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

// broken says which promise about its text and blocks a document breaks, or "".
func broken(d *Document) string {
	if !utf8.ValidString(d.Text) {
		return "the text is not valid UTF-8"
	}
	at := 0
	for i, b := range d.Blocks {
		switch {
		case b.Start < at || b.End <= b.Start || b.End > len(d.Text):
			return fmt.Sprintf("block %d [%d:%d] is out of order: the one before ends at %d, the text at %d", i, b.Start, b.End, at, len(d.Text))
		case !utf8.RuneStart(d.Text[b.Start]) || b.End < len(d.Text) && !utf8.RuneStart(d.Text[b.End]):
			return fmt.Sprintf("block %d [%d:%d] cuts a character", i, b.Start, b.End)
		}
		if s, e := trim(d.Text, b.Start, b.End); s != b.Start || e != b.End {
			return fmt.Sprintf("block %d [%d:%d] has white space at an end", i, b.Start, b.End)
		}
		at = b.End
	}
	for i, p := range d.Pages {
		if p < 0 || p >= len(d.Text) || i > 0 && p <= d.Pages[i-1] {
			return fmt.Sprintf("page %d begins at %d", i, p)
		}
	}
	return ""
}

// FuzzRead: whatever the bytes, Read makes a sound document or gives an error.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff---\ntitle: x\n---\n# A\n\ntext[^1]\n\n[^1]: note\n", "a\r\nb\rc\u0085d\u2028e\vf\fg",
		"1. See “A,” 2015, http://x.org/a-\n\nb.\n\n2. Ibid.\n", "|a|b|\n|-|-|\n|c|d\\|e|\n", "> > - x\n```\ncode\n", "<!-- a --> b <!-- c",
		"<p>a<td>b<li id=fn1>c<nav>d<title>e", "第一章 总则\n（一）文字。\n", "\xff\xfea\x00b\x00", "\xb0\xec\xb7\xa8", "THE ACT\n\nfirst line of the\n\nrule.12\n\nNEXT",
	} {
		for _, name := range []string{"x.txt", "x.md", "x.html"} {
			f.Add(name, []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		d, err := Read(name, data)
		if err != nil {
			if d != nil || strings.TrimSpace(err.Error()) == "" {
				t.Fatalf("the error %q comes with a document", err)
			}
			return
		}
		if problem := broken(d); problem != "" {
			t.Fatal(problem)
		}
		again, _ := Read(name, data)
		if show(again) != show(d) || again.Text != d.Text {
			t.Fatal("a second reading differs")
		}
	})
}

// FuzzSentences: sentences are ordered, disjoint, whole characters, trimmed, and
// leave out nothing but white space.
func FuzzSentences(f *testing.F) {
	for _, seed := range []string{"", "One. Two.", "the Act.1 It said “no.”2 Then", "U.S. Co. Ltd. No. 5 e.g. x", "本法施行。旧法废止！\r\n次", "a.\n\nb", strings.Repeat("甲；", 200)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		at := 0
		for _, s := range Sentences(text) {
			if s[0] < at || s[1] <= s[0] || s[1] > len(text) {
				t.Fatalf("sentence %v after %d of %d", s, at, len(text))
			}
			if from, to := trim(text, at, s[0]); from < to {
				t.Fatalf("%q is in no sentence", text[from:to])
			}
			if from, to := trim(text, s[0], s[1]); from != s[0] || to != s[1] {
				t.Fatalf("%q is not trimmed", text[s[0]:s[1]])
			}
			at = s[1]
		}
		if from, to := trim(text, at, len(text)); from < to {
			t.Fatalf("%q is in no sentence", text[from:to])
		}
	})
}
