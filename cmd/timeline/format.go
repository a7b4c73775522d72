package main

import (
	"path/filepath"

	"regtimeline/export"
)

// chooseFormat returns the format called name or, where that is empty, the one
// of the file's extension; standard output ("-") is Markdown.
func chooseFormat(file, name string) (export.Format, error) {
	if name != "" {
		f, ok := export.ByName(name)
		if !ok {
			return f, usage("--format: there is no format %q; the formats are %s", name, list(formatNames()))
		}
		return f, nil
	}
	ext := filepath.Ext(file)
	if file == "-" {
		ext = ".md"
	}
	f, ok := export.ByExtension(ext)
	switch {
	case ok:
		return f, nil
	case ext == "":
		return f, usage("-o %s has no extension to tell the format by; the extensions are %s; or give --format", file, list(extensions()))
	}
	return f, usage("-o %s: no format has the extension %s, only %s; or give --format", file, ext, list(extensions()))
}

func formatNames() []string {
	var names []string
	for _, f := range export.Formats {
		names = append(names, f.Name)
	}
	return names
}

func extensions() []string {
	var names []string
	for _, f := range export.Formats {
		names = append(names, f.Extension)
	}
	return names
}
