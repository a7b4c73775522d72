// Package lang holds what the date finder knows of each language, as data: one
// file a language with its words, patterns and examples. A new language is one
// file here and one corpus file in testdata; no Go code names a language.
package lang

import (
	"embed"
	"io/fs"
)

//go:embed *.txt
var files embed.FS

// File is one data file.
type File struct {
	Name string // "en.txt"
	Text string
}

// Files returns every data file in the order of their names.
func Files() []File {
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	var out []File
	for _, n := range names {
		b, err := files.ReadFile(n)
		if err != nil {
			panic(err) // embedded at build time
		}
		out = append(out, File{n, string(b)})
	}
	return out
}
