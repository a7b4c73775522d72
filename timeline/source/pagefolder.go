package source

import (
	_ "embed"
	"io/fs"
	"strings"
)

//go:embed data/pagefolders.txt
var pageFolderData string

var pageFolderEndings = dataLines(pageFolderData)

// isPageFolder reports whether a folder holds the pictures and scripts of a page
// that a browser saved whole beside it. Nobody reads them, and they are no input.
func isPageFolder(folder fs.DirEntry, beside []fs.DirEntry) bool {
	if !folder.IsDir() {
		return false
	}
	for _, ending := range pageFolderEndings {
		page, ok := strings.CutSuffix(folder.Name(), ending)
		if !ok || page == "" {
			continue
		}
		for _, e := range beside {
			if rest, ok := strings.CutPrefix(e.Name(), page); ok && textFormat(strings.ToLower(rest)) == formatHTML {
				return true
			}
		}
	}
	return false
}
