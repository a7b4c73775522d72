package main

import "testing"

func TestSizeFlag(t *testing.T) {
	for text, want := range map[string]int64{"1000": 1000, "64MiB": 64 << 20, "64 mib": 64 << 20, "1.5kB": 1500, "2G": 2 << 30, "1GB": 1e9, "12b": 12} {
		var n int64
		if err := (&sizeFlag{&n}).Set(text); err != nil || n != want {
			t.Errorf("%q: %d (%v), want %d", text, n, err, want)
		}
	}
	for _, text := range []string{"", "0", "-1", "64 MB big", "NaN", "1e99", "MiB"} {
		var n int64
		if err := (&sizeFlag{&n}).Set(text); err == nil {
			t.Errorf("%q is taken for %d", text, n)
		}
	}
	n := int64(64 << 20)
	if got := (&sizeFlag{&n}).String(); got != "64MiB" {
		t.Errorf("64 MiB is written %q", got)
	}
}
