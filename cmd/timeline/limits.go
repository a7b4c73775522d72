package main

import (
	"fmt"
	"strconv"
	"strings"

	"regtimeline/timeline/source"

	"github.com/spf13/pflag"
)

// registerLimits adds the flags that bound what one file may cost.
func registerLimits(set *pflag.FlagSet, l *source.Limits) {
	*l = source.DefaultLimits
	set.Var(&sizeFlag{&l.FileBytes}, "max-file", "skip a file that is larger than `SIZE`")
	set.Var(&sizeFlag{&l.UnpackedBytes}, "max-unpacked", "skip a file (.docx, .epub …) that unpacks to more than `SIZE`, counted while it is read")
	set.Var(&countFlag{&l.Entries}, "max-parts", "skip a file that holds more than `N` parts")
	set.Var(&countFlag{&l.Nesting}, "max-nesting", "skip a file whose elements nest deeper than `N`")
	set.Var(&countFlag{&l.Pages}, "max-pages", "read at most `N` pages of a PDF")
}

// sizeFlag is a number of bytes: 1000, 64MiB, 1GB.
type sizeFlag struct{ bytes *int64 }

// sizeUnits are the units of a size, the longer names first.
var sizeUnits = []struct {
	name  string
	bytes float64
}{{"kib", 1 << 10}, {"mib", 1 << 20}, {"gib", 1 << 30}, {"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9}, {"k", 1 << 10}, {"m", 1 << 20}, {"g", 1 << 30}, {"b", 1}, {"", 1}}

// maxSize is the largest size that may be given: a file has to fit into memory.
const maxSize = 1 << 40

func (f *sizeFlag) Set(s string) error {
	lower := strings.ToLower(strings.TrimSpace(s))
	for _, u := range sizeUnits {
		number, ok := strings.CutSuffix(lower, u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || !(n*u.bytes >= 1 && n*u.bytes <= maxSize) {
			break
		}
		*f.bytes = int64(n * u.bytes)
		return nil
	}
	return fmt.Errorf("%q is no size (such as 500kB, 64MiB or 1GiB)", s)
}

func (f *sizeFlag) Type() string { return "size" }

func (f *sizeFlag) String() string {
	if f.bytes == nil || *f.bytes == 0 {
		return ""
	}
	for _, u := range []struct {
		name  string
		bytes int64
	}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}} {
		if *f.bytes%u.bytes == 0 {
			return fmt.Sprint(*f.bytes/u.bytes, u.name)
		}
	}
	return fmt.Sprint(*f.bytes, "B")
}

// countFlag is a number from 1.
type countFlag struct{ n *int }

func (f *countFlag) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return fmt.Errorf("%q is no number from 1", s)
	}
	*f.n = n
	return nil
}

func (f *countFlag) Type() string { return "number" }

func (f *countFlag) String() string {
	if f.n == nil {
		return ""
	}
	return strconv.Itoa(*f.n)
}
