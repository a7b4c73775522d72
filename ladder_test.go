// Package regtimeline_test guards the layout of the module: which package may
// import which, and where each large library may be used.
package regtimeline_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "regtimeline"

// ladder lists the folders of the module from the lowest rung to the highest.
// A package may import its own rung and those below it, so that a document
// flows one way: words, dates, sources, events, exports, command.
var ladder = []string{
	"dates/lang",
	"dates/pattern",
	"dates",
	"timeline/lexicon",
	"timeline/source",
	"timeline",
	"export",
	"cmd",
}

// wardens names the one folder that may import a library, so that the library
// can be replaced there without a search through the rest. Tests are free to
// use a library to check what the module wrote.
var wardens = map[string]string{
	"github.com/spf13/cobra":      "cmd",
	"github.com/xuri/excelize/v2": "export",
	"github.com/olebedev/when":    "dates",

	"github.com/klippa-app/go-pdfium": "timeline/source",
	"github.com/tetratelabs/wazero":   "timeline/source",
}

func TestImportsGoDownTheLadder(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range goFiles(t) {
		dir := path.Dir(f)
		seen[rungName(dir)] = true
		for _, imported := range imports(t, f) {
			if err := checkImport(dir, imported, strings.HasSuffix(f, "_test.go")); err != nil {
				t.Errorf("%s: %v", f, err)
			}
		}
	}
	for _, name := range []string{"dates", "timeline/source", "timeline", "export"} {
		if !seen[name] {
			t.Errorf("no Go file found under %s: the walk or the ladder is wrong", name)
		}
	}
}

func TestCheckImport(t *testing.T) {
	tests := []struct {
		dir, imported string
		test, ok      bool
	}{
		{"dates", "strings", false, true},
		{"dates", "regtimeline/dates/lang", false, true},
		{"dates", "regtimeline/dates/pattern", false, true},
		{"dates", "regtimeline/timeline", false, false},
		{"dates", "regtimeline/timeline/source", true, false},
		{"dates/lang", "regtimeline/dates", false, false},
		{"dates/lang", "regtimeline/dates/pattern", false, false},
		{"dates/pattern", "regtimeline/dates/lang", false, true},
		{"timeline/lexicon", "regtimeline/timeline/source", false, false},
		{"timeline/source", "regtimeline/timeline/lexicon", false, true},
		{"timeline/source", "regtimeline/timeline", false, false},
		{"timeline", "regtimeline/timeline/source", false, true},
		{"timeline", "regtimeline/export", false, false},
		{"export", "regtimeline/timeline", false, true},
		{"export", "regtimeline/cmd/timeline", false, false},
		{"cmd/timeline", "regtimeline/export", false, true},
		{"cmd/manual", "regtimeline/cmd/timeline/flags", false, true},
		{".", "regtimeline/export", true, true},
		{".", "regtimeline/export", false, false},
		{"dates", "regtimeline/elsewhere", false, false},
		{"elsewhere", "regtimeline/dates", false, false},
		{"elsewhere", "strings", false, true},
		{"datesandmore", "regtimeline/dates", false, false},

		{"cmd/timeline", "github.com/spf13/cobra", false, true},
		{"cmd/manual", "github.com/spf13/cobra/doc", false, true},
		{"timeline", "github.com/spf13/cobra", false, false},
		{"export", "github.com/xuri/excelize/v2", false, true},
		{"cmd/timeline", "github.com/xuri/excelize/v2", false, false},
		{"cmd/timeline", "github.com/xuri/excelize/v2", true, true},
		{"dates", "github.com/olebedev/when/rules/en", false, true},
		{"timeline", "github.com/olebedev/when", false, false},
		{"timeline", "github.com/olebedev/whenever", false, true},
	}
	for _, tt := range tests {
		err := checkImport(tt.dir, tt.imported, tt.test)
		if (err == nil) != tt.ok {
			t.Errorf("checkImport(%q, %q, test %v) = %v, want ok %v", tt.dir, tt.imported, tt.test, err, tt.ok)
		}
	}
}

// checkImport returns an error if a file in dir, a folder relative to the
// module's root, may not import a package; test says that it is a test file.
func checkImport(dir, imported string, test bool) error {
	if inside(imported, module) {
		return checkStep(dir, strings.TrimPrefix(strings.TrimPrefix(imported, module), "/"), test)
	}
	for library, warden := range wardens {
		if inside(imported, library) && !inside(dir, warden) && !test {
			return fmt.Errorf("imports %s, which only %s may import", imported, warden)
		}
	}
	return nil
}

// checkStep returns an error if the import goes up, or leaves the ladder. Tests
// in the module's root look at the whole and may import every rung.
func checkStep(dir, target string, test bool) error {
	to := rung(target)
	if to < 0 {
		return fmt.Errorf("imports %s/%s, which has no place on the ladder", module, target)
	}
	if dir == "." && test {
		return nil
	}
	from := rung(dir)
	switch {
	case from < 0:
		return fmt.Errorf("%s has no place on the ladder", dir)
	case to > from:
		return fmt.Errorf("imports %s/%s, a step up from %s", module, target, ladder[from])
	}
	return nil
}

// rung returns the place of a folder on the ladder, by the longest entry that
// holds it, and -1 for a folder outside it.
func rung(dir string) int {
	best := -1
	for i, entry := range ladder {
		if inside(dir, entry) && (best < 0 || len(entry) > len(ladder[best])) {
			best = i
		}
	}
	return best
}

func rungName(dir string) string {
	if i := rung(dir); i >= 0 {
		return ladder[i]
	}
	return ""
}

// inside reports whether a slashed path is a folder or lies in it.
func inside(name, folder string) bool {
	return name == folder || strings.HasPrefix(name, folder+"/")
}

// goFiles returns the module's Go files, with slashes, relative to its root. As
// the go command does, it leaves out testdata and names that begin with . or _.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		hidden := p != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_"))
		switch {
		case d.IsDir() && (hidden || name == "testdata" || name == "vendor"):
			return fs.SkipDir
		case !d.IsDir() && !hidden && strings.HasSuffix(name, ".go"):
			files = append(files, filepath.ToSlash(p))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// imports returns the paths that a Go file imports.
func imports(t *testing.T, file string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), filepath.FromSlash(file), nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		paths = append(paths, p)
	}
	return paths
}
