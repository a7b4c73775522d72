package lexicon

import (
	"io/fs"
	"strings"
	"testing"
)

func TestAllErrors(t *testing.T) {
	files, _ := fs.Glob(entityFiles, "entities/*.txt")
	var lines []listLine
	for _, f := range files {
		base := strings.TrimPrefix(f, "entities/")
		if notEntries[base] {
			continue
		}
		text, _ := entityFiles.ReadFile(f)
		for n, line := range strings.Split(string(text), "\n") {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			l, err := parseLine(line)
			l.source = base + ":" + itoa(n+1)
			if err != nil {
				t.Log(l.source, err)
				continue
			}
			lines = append(lines, l)
		}
	}
	for k := 0; k < 400; k++ {
		_, err := build([][]listLine{lines})
		if err == nil {
			break
		}
		t.Log(err)
		src, _, _ := strings.Cut(err.Error(), ": ")
		for i := range lines {
			if lines[i].source == src {
				lines = append(lines[:i], lines[i+1:]...)
				break
			}
		}
	}
	n := 0
	for _, l := range lines {
		if tt := entityTypes[l.word]; tt != "" && tt != Country && tt != none {
			n++
		}
	}
	t.Log("entries", n)
}
func itoa(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return s
}
