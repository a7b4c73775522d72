package source

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func TestManifest(t *testing.T) {
	tree(t, map[string]string{
		"d/a.txt": "Text.", "d/sub/b.txt": "Text.", "d/sub/c.txt": "Text.", "d/e.txt": "Text.",
		"d/sources.csv": "\ufeffLanguage, URL ,path,title,published\r\n" +
			"en-GB,http://x.org/a,a.txt,\"Fees, \"\"and\"\" ferries\",2018-01\r\n" +
			"zh,,sub/b.txt,From above,2017\r\n" +
			",,sub/c.txt,Also from above,2019-13-40\r\n" +
			",,,no path,\r\n" +
			",,a.txt,Again,\r\n" +
			",,gone.txt,,\r\n" +
			"\r\n" +
			",,e.txt",
		"d/sub/sources.csv": "path,title\nb.txt,From beside\n",
	})
	docs, skips, err := Collect(context.Background(), []string{"d"}, nil, Options{})
	must(t, err)
	var got strings.Builder
	for _, d := range docs {
		fmt.Fprintf(&got, "%s|%s|%s|%s|%v|%s\n", d.Path, d.Title, d.URL, d.Language, d.Published, d.PublishedBasis)
	}
	for _, s := range skips {
		fmt.Fprintf(&got, "! %s: %v\n", s.Path, s.Err)
	}
	wantCollected(t, got.String(), `
d/a.txt|Fees, "and" ferries|http://x.org/a|en|2018-01|manifest
d/e.txt||||`+`|none
d/sub/b.txt|From beside||||none
d/sub/c.txt|Also from above||||none
! d/sources.csv: line 4: the publication date "2019-13-40" is not a date that timeline reads (such as 2015, 2015-07 or 2015-07-04)
! d/sources.csv: line 5: the path is empty
! d/sources.csv: line 6: the path "a.txt" stands in an earlier line too, which counts
! d/sources.csv: line 7: there is no file "gone.txt"
`)
}

// A sources.csv beside a file that is given by name counts too, is no document
// itself, and its other rows are no matter.
func TestManifestBesideFile(t *testing.T) {
	tree(t, map[string]string{"d/a.txt": "Text.", "d/sources.csv": "path;title;published\na.txt;Fees;2018\nb.txt;Other;\n"})
	docs, skips, err := Collect(context.Background(), []string{"d/a.txt", "d/sources.csv"}, nil, Options{})
	must(t, err)
	if len(docs) != 1 || len(skips) > 0 || docs[0].Title != "Fees" || docs[0].Published.String() != "2018" {
		t.Errorf("documents %+v, skips %v", docs, skips)
	}
}

func TestManifestBroken(t *testing.T) {
	for text, want := range map[string]string{
		"":                "holds no header, so it describes no document",
		"name,title\na,b": `line 1: there is no column "path", so it describes no document`,
		"\x00\x01\x02\x03\x04\x05\x06\x07\x08 \x01\x02\x03\x04": "is not text: it holds binary data",
	} {
		tree(t, map[string]string{"a.txt": "Text.", "sources.csv": text})
		wantCollected(t, collect(t, Options{}, "a.txt"), "a.txt\n! sources.csv: "+want+"\n")
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2018": "2018", "2018-01": "2018-01", " 2018-01-05 ": "2018-01-05", "2018-01-05T23:44:10-07:00": "2018-01-05", "2018-01-05 23:44": "2018-01-05",
		"2018/1/5": "2018-01-05", "20180105": "2018-01-05", "2018.01.05": "2018-01-05", "2018-02-30": "", "2018/13/01": "", "yesterday": "", "": "", "soon": "", "2017-11/2018": "2017-11/2018",
	} {
		d, err := parseDate(in)
		if (err == nil) != (want != "") || d.String() != want {
			t.Errorf("parseDate(%q) = %v, %v; want %q", in, d, err, want)
		}
	}
}
