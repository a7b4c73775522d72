package dates

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/en"
)

// The benchmarks give speeds in MB/s and, since those differ from machine to
// machine, how often the time of something else the same text takes, measured
// by turns in the same run: "x/scan" 3 means three times as long as a plain scan.

// BenchmarkFind finds the dates of prose, and says how many there are in a KB.
func BenchmarkFind(b *testing.B) {
	for _, kind := range []string{"english", "news", "chinese"} {
		text := prose(b, kind)
		found := len(Find(text))
		b.Run(kind, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(text)
			}
			b.ReportMetric(1000*float64(found)/float64(len(text)), "dates/KB")
		})
	}
}

// BenchmarkResolve finds and resolves the dates of prose.
func BenchmarkResolve(b *testing.B) {
	text := prose(b, "english")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(Find(text), Context{Text: text, Published: DayOf(2021, 7, 5)})
	}
}

// BenchmarkAgainst holds Find against what reading the same text costs at the
// least, against a plain scan for years and the names of months, and against
// other finders of dates.
func BenchmarkAgainst(b *testing.B) {
	for _, kind := range []string{"english", "news"} {
		text := prose(b, kind)
		for _, other := range []struct {
			name string
			run  func(string)
		}{
			{"lines", func(text string) { strings.Count(text, "\n") }},
			{"scan", func(text string) { scanYearsAndMonths(text) }},
			{"when", func(text string) { scanWhen(text[:len(text)/16]) }},
		} {
			b.Run(kind+"/"+other.name, func(b *testing.B) {
				ours, theirs := fastest(b, func() { Find(text) }, func() { other.run(text) })
				if other.name == "when" {
					theirs *= 16
				}
				report(b, len(text), ours, theirs, other.name)
			})
		}
	}
}

// BenchmarkAgainstChrono holds Find against chrono-node, where that is installed:
// npm install --prefix testdata/bench
func BenchmarkAgainstChrono(b *testing.B) {
	dir := filepath.Join("..", "testdata", "bench")
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "chrono-node")); err != nil {
		b.Skip("chrono-node is not installed: npm install --prefix testdata/bench")
	}
	for _, kind := range []string{"english", "news"} {
		text := prose(b, kind)
		file := filepath.Join(b.TempDir(), kind+".txt")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
		out, err := exec.Command("node", filepath.Join(dir, "chrono.mjs"), file).Output()
		if err != nil {
			b.Fatal(err)
		}
		seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(kind, func(b *testing.B) {
			ours, _ := fastest(b, func() { Find(text) }, func() {})
			report(b, len(text), ours, time.Duration(seconds*float64(time.Second)), "chrono")
		})
	}
}

// BenchmarkLongLines gives the time of texts that are long without being prose,
// and how often that of half the text it is: 2 where time is linear in the text.
func BenchmarkLongLines(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"spaces", " "}, {"line-ends", "\n"}, {"digits", "7"}, {"marks", "-"}, {"brackets", "[(("}, {"list", "1, 2, "},
		{"words", "the "}, {"letters", "a"}, {"path", "a.b/c"}, {"numbers", "12.3."}, {"months", "May "}, {"years", "2015-"},
		{"han", "年"}, {"soft-hyphens", "\u00ad"}, {"broken", "Sep-\n"}, {"invalid", "\xff"},
	} {
		text := strings.Repeat(c.unit, 1<<18/len(c.unit))
		b.Run(c.name, func(b *testing.B) {
			whole, half := fastest(b, func() { Find(text) }, func() { Find(text[:len(text)/2]) })
			b.ReportMetric(float64(len(text))/1e6/whole.Seconds(), "MB/s")
			b.ReportMetric(whole.Seconds()/half.Seconds(), "x/half")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// report gives the speed of Find and its time in times of another.
func report(b *testing.B, size int, ours, theirs time.Duration, name string) {
	b.ReportMetric(float64(size)/1e6/ours.Seconds(), "MB/s")
	b.ReportMetric(float64(size)/1e6/theirs.Seconds(), "MB/s-"+name)
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x/"+name)
	b.ReportMetric(0, "ns/op")
}

// fastest runs two functions by turns and returns the shortest time of each, which
// what else the machine does disturbs least.
func fastest(b *testing.B, f, g func()) (time.Duration, time.Duration) {
	var best [2]time.Duration
	for b.Loop() {
		for i, run := range []func(){f, g} {
			start := time.Now()
			run()
			if t := time.Since(start); best[i] == 0 || t < best[i] {
				best[i] = t
			}
		}
	}
	return max(best[0], 1), max(best[1], 1)
}

// prose is the text of a benchmark, many times over: all our documents in a language,
// which are thick with dates, or "news", the English news items about China alone, with
// hardly more dates than a newspaper has.
func prose(b *testing.B, kind string) string {
	names := "../testdata/docs/*/*.txt"
	if kind == "news" {
		names = "../testdata/docs/china-tech/news-*.txt"
	}
	files, err := filepath.Glob(names)
	if err != nil || len(files) == 0 {
		b.Fatalf("no documents: %v", err)
	}
	var all strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "-zh.txt") != (kind == "chinese") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
	}
	Find("") // which compiles the patterns
	return strings.Repeat(all.String(), 1<<19/all.Len()+1)
}

// scanYearsAndMonths counts the numbers of four digits and the names of months of
// a text, as the simplest finder of dates would.
func scanYearsAndMonths(text string) int {
	found := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			start := i
			for i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
				i++
			}
			if i-start == 3 {
				found++
			}
		case c >= 'A' && c <= 'S':
			for _, name := range monthNames {
				if c == name[0] && strings.HasPrefix(text[i:], name) {
					found++
					break
				}
			}
		}
	}
	return found
}

// scanWhen asks olebedev/when for the first date of each line, which is all that
// it gives, and not all that Find finds.
func scanWhen(text string) {
	w := when.New(nil)
	w.Add(en.All...)
	base := time.Date(2021, 7, 5, 12, 0, 0, 0, time.UTC)
	for line := range strings.Lines(text) {
		_, _ = w.Parse(line, base)
	}
}
