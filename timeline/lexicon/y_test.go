package lexicon

import (
	"os"
	"testing"
)

func BenchmarkY(b *testing.B) {
	for _, f := range []string{"/tmp/corp_te3-timebank.txt", "/tmp/corp_wikiwars.txt", "/tmp/corp_zh-te2.txt"} {
		d, _ := os.ReadFile(f)
		s := string(d)
		l := Default()
		b.Run(f, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				l.Find(s)
			}
		})
		b.Run("unknown"+f, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Unknown(s)
			}
		})
	}
}
