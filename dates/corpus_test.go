package dates_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regtimeline/dates"
)

// TestCorpus runs the one-line cases of testdata/corpus:
//
//	2015-07-04 = It was issued on [[4 July 2015]].
//	= see Article 12(3)                             nothing may be found
//	- = on [[2 July]] they met                      found, and rightly left open
//	publication+P20D = [[the 20th day after that of its publication]]    counted from an event
//	? 2026-33 = [[Q1 2026]]                         a known miss; it fails once it passes
//	@ 2021-07-05                                    the document date of what follows; @ alone clears it
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("../testdata/corpus/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { runCorpus(t, file) })
	}
}

func runCorpus(t *testing.T, file string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var published dates.Date
	for i, line := range strings.Split(string(b), "\n") {
		where := fmt.Sprintf("%s:%d", filepath.Base(file), i+1)
		line = strings.TrimRight(line, "\r")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "@"):
			published = dates.Date{}
			if s := strings.TrimSpace(line[1:]); s != "" {
				if published, err = dates.Parse(s); err != nil {
					t.Fatalf("%s: %v", where, err)
				}
			}
			continue
		}
		rest, known := strings.CutPrefix(line, "?")
		problem := runCase(rest, published)
		switch {
		case known && problem == "":
			t.Errorf("%s: a known miss passes now; take the ? away: %s", where, line)
		case !known && problem != "":
			t.Errorf("%s: %s\n\t%s", where, problem, line)
		}
	}
}

// runCase returns what is wrong with the finder's answer to one case, or "".
func runCase(line string, published dates.Date) string {
	values, marked, ok := strings.Cut(line, "= ")
	if !ok {
		return "a case needs \"= \""
	}
	want := strings.Fields(values)
	text, spans := unmark(strings.NewReplacer(`\n`, "\n", `\u00a0`, "\u00a0").Replace(marked))
	ms := dates.Find(text)
	dates.Resolve(ms, dates.Context{Text: text, Published: published})
	var got []string
	for _, m := range ms {
		if m.Pointer() || m.Period() {
			continue
		}
		v := m.Date.String()
		if a, ok := m.Anchor(); ok {
			v = a.String()
		}
		if v == "" {
			v = "-"
		}
		got = append(got, fmt.Sprintf("%s[%s]", v, text[m.Start:m.End]))
	}
	var expect []string
	for i, s := range spans {
		if i >= len(want) {
			return "more spans than dates"
		}
		expect = append(expect, fmt.Sprintf("%s[%s]", want[i], text[s[0]:s[1]]))
	}
	if len(want) != len(spans) {
		return fmt.Sprintf("%d dates for %d spans", len(want), len(spans))
	}
	if g, w := strings.Join(got, " "), strings.Join(expect, " "); g != w {
		return "got " + strings.ReplaceAll(g, "\n", `\n`)
	}
	return ""
}

// unmark takes [[ ]] out of a text and returns the byte spans that they marked.
func unmark(s string) (string, [][2]int) {
	var b strings.Builder
	var spans [][2]int
	for {
		i := strings.Index(s, "[[")
		j := strings.Index(s, "]]")
		if i < 0 || j < i {
			break
		}
		b.WriteString(s[:i])
		start := b.Len()
		b.WriteString(s[i+2 : j])
		spans = append(spans, [2]int{start, b.Len()})
		s = s[j+2:]
	}
	b.WriteString(s)
	return b.String(), spans
}
