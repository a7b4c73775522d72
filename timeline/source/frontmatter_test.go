package source

import (
	"strings"
	"testing"
)

func TestFrontMatter(t *testing.T) {
	for _, name := range []string{"a.md", "a.txt"} {
		d := wantBlocks(t, name, "\ufeff---\ntitle: \"Fees: a history\"\ndate: 2019-07-04 10:00:00 +0100\nlang: de-AT\nurl: https://x.org/fees\ntags: [a, b]\n---\n\nText follows here.\n", `
FM title: "Fees: a history" date: 2019-07-04 10:00:00 +0100 lang: de-AT url: https://x.org/fees tags: [a, b]
P Text follows here.
`)
		if d.Title != "Fees: a history" || d.Published.String() != "2019-07-04" || d.PublishedBasis != BasisMetadata || d.Language != "de" || d.URL != "https://x.org/fees" {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

func TestFrontMatterDates(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"published: 2018", "2018"}, {"date: 2018-01", "2018-01"}, {"date: '2018-01-05'", "2018-01-05"}, {"Date: 2018-01-05T10:00:00Z", "2018-01-05"},
		{"date: 2018-01-05\npublished: 2019-02-03", "2019-02-03"}, {"date:", ""}, {"date: [2018]", ""}, {"title: x", ""},
	} {
		if d := read(t, "a.md", "---\n"+c.yaml+"\n---\nText.\n"); d.Published.String() != c.want || len(d.Warnings) > 0 {
			t.Errorf("%q: published %v, want %s; warnings %q", c.yaml, d.Published, c.want, d.Warnings)
		}
	}
}

// A date that can't be read is told.
func TestFrontMatterBadDate(t *testing.T) {
	d := read(t, "a.md", "---\ndate: some day soon\n---\nText.\n")
	if !d.Published.IsZero() || d.PublishedBasis != BasisNone || len(d.Warnings) != 1 || !strings.Contains(d.Warnings[0], `"some day soon"`) {
		t.Errorf("published %v (%s), warnings %q", d.Published, d.PublishedBasis, d.Warnings)
	}
}

// What is no front matter is text, and none of it is lost.
func TestFrontMatterThatIsText(t *testing.T) {
	for _, text := range []string{
		"---\ntitle: never closed\n\nThe fee is due.\n",
		"---\nkey: [unclosed\n---\nThe fee is due.\n",
		"---\nThe fee is due.\n---\nMore.\n",
		"---\na: &a [*a]\n<<: *b\n---\nThe fee is due.\n",
		"Text.\n---\ntitle: x\n---\nThe fee is due.\n",
	} {
		for _, name := range []string{"a.md", "a.txt"} {
			got := show(read(t, name, text))
			if !strings.Contains(got, "The fee is due.") || strings.Contains(got, "FM ") {
				t.Errorf("%s %q:\n%s", name, text, got)
			}
		}
	}
}

// A YAML bomb is read as fast as any other text.
func TestFrontMatterBomb(t *testing.T) {
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		prev := string(c - 1)
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+prev+",", 9) + "]\n"
	}
	d := read(t, "a.md", bomb+"title: Bomb\n---\nText.\n")
	if !strings.Contains(show(d), "P Text.") {
		t.Errorf("got\n%s", show(d))
	}
}
