package lexicon

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"testing"
	"time"
)

func TestX(t *testing.T) {
	l := Default()
	files, _ := filepath.Glob(os.Getenv("GLOB"))
	for _, f := range files {
		b, _ := os.ReadFile(f)
		s := string(b)
		t0 := time.Now()
		v := l.Local(s)
		ms := v.Names(s)
		fmt.Printf("=== %s %d bytes %v\n", f, len(s), time.Since(t0))
		c := map[string]int{}
		for _, m := range ms {
			k := "K"
			if m.Entity.Source == "" {
				k = "u"
			}
			c[fmt.Sprintf("%s %-11s %-10s %-3s %q -> %s", k, m.Entity.Type, m.Entity.Form, m.Entity.Jurisdiction, flat(s[m.Start:m.End]), m.Entity.Name)]++
		}
		var ks []string
		for k := range c {
			ks = append(ks, k)
		}
		sort.Strings(ks)
		for _, k := range ks {
			fmt.Println(c[k], k)
		}
	}
}
