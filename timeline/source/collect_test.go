package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"regtimeline/dates"
)

// tree writes files into a new folder and goes there; a name that ends with a
// slash is a folder, a text "-> x" a link to x.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range files {
		if strings.HasSuffix(name, "/") {
			must(t, os.MkdirAll(name, 0o755))
			continue
		}
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			must(t, os.Symlink(target, name))
			continue
		}
		must(t, os.WriteFile(name, []byte(text), 0o644))
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// collect returns what Collect did, a line a document (its path) and a skip
// (! path: why).
func collect(t *testing.T, o Options, paths ...string) string {
	t.Helper()
	docs, skips, err := Collect(context.Background(), paths, strings.NewReader("From standard input."), o)
	must(t, err)
	var b strings.Builder
	for _, d := range docs {
		fmt.Fprintln(&b, d.Path)
		if problem := broken(d); problem != "" {
			t.Errorf("%s: %s", d.Path, problem)
		}
	}
	for _, s := range skips {
		fmt.Fprintf(&b, "! %s: %v\n", s.Path, s.Err)
	}
	return b.String()
}

func wantCollected(t *testing.T, got, want string) {
	t.Helper()
	if got != strings.TrimLeft(want, "\n") {
		t.Errorf("--- got\n%s--- want\n%s", got, strings.TrimLeft(want, "\n"))
	}
}

func TestCollectFolder(t *testing.T) {
	tree(t, map[string]string{
		"d/b.txt": "B.", "d/a.md": "A.", "d/sub/deep/c": "C, without an extension.", "d/.hidden.txt": "H.", "d/.git/x.txt": "X.",
		"d/pic.png": "\x89PNG\r\n\x1a\n0000", "d/report.pdf": "%PDF-1.4\n1 0 obj", "d/empty.txt": "", "d/empty.docx": "",
		"d/link.txt": "-> b.txt", "d/dangling.txt": "-> nowhere", "d/loop1": "-> loop2", "d/loop2": "-> loop1", "d/up": "-> ..", "d/nothing.txt/": "",
		"outside.txt": "O.", "d/to-outside.txt": "-> ../outside.txt", "more/m.txt": "M.", "d/to-folder": "-> ../more",
	})
	wantCollected(t, collect(t, Options{}, "d"), `
d/a.md
d/b.txt
d/empty.txt
d/sub/deep/c
d/to-folder/m.txt
d/to-outside.txt
! d/dangling.txt: is a link to a file that does not exist
! d/empty.docx: is empty: it should be a Word document (.docx)
! d/loop1: is a link that leads back to itself
! d/loop2: is a link that leads back to itself
! d/pic.png: is a PNG picture, not a text
! d/report.pdf: should be a PDF but is damaged
! d/up: is a link back to a folder above it and was not followed
`)
}

func TestCollectNamedFiles(t *testing.T) {
	tree(t, map[string]string{"a.txt": "A.", ".hidden.txt": "H.", "empty/": "", "only-hidden/.x": "X", "d/e.txt": "E."})
	wantCollected(t, collect(t, Options{}, "./a.txt", "-", ".hidden.txt", "a.txt", "-", "missing.txt", "empty", "only-hidden", "d/", "d", "d/e.txt"), `
./a.txt
-
.hidden.txt
d/e.txt
! missing.txt: does not exist
! empty: the folder holds no file that timeline reads
! only-hidden: the folder holds no file that timeline reads
`)
}

// A reader that never ends and one that fails.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("the line is cut") }

func TestCollectStdin(t *testing.T) {
	for _, c := range []struct {
		stdin interface{ Read([]byte) (int, error) }
		want  string
	}{
		{endless{}, "is too large: the limit is 1 MiB"},
		{failing{}, "standard input can't be read: the line is cut"},
		{strings.NewReader("PK\x03\x04 word/document.xml"), "is damaged: its ZIP archive can't be opened"},
	} {
		docs, skips, err := Collect(context.Background(), []string{"-"}, c.stdin, Options{Limits: Limits{FileBytes: 1 << 20}})
		if err != nil || len(docs) > 0 || len(skips) != 1 || skips[0].Err.Error() != c.want {
			t.Errorf("got %v %v %v, want %s", docs, skips, err, c.want)
		}
	}
}

func TestCollectTooLarge(t *testing.T) {
	tree(t, map[string]string{"a.txt": strings.Repeat("a ", 600), "b.txt": "B."})
	wantCollected(t, collect(t, Options{Limits: Limits{FileBytes: 1024}}, "."), `
./b.txt
! ./a.txt: is too large: the limit is 1 KiB
`)
}

func TestCollectUnreadable(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("root reads everything")
	}
	tree(t, map[string]string{"d/a.txt": "A.", "d/b.txt": "B.", "d/c/d.txt": "D."})
	must(t, os.Chmod("d/a.txt", 0))
	must(t, os.Chmod("d/c", 0))
	defer os.Chmod("d/c", 0o755)
	wantCollected(t, collect(t, Options{}, "d"), `
d/b.txt
! d/a.txt: may not be read: permission denied
! d/c: may not be read: permission denied
`)
}

type blocked struct{ ch chan struct{} }

func (b blocked) Read([]byte) (int, error) { <-b.ch; return 0, errors.New("closed") }

func TestCollectCancelled(t *testing.T) {
	tree(t, map[string]string{"a.txt": "A."})
	stdin := blocked{make(chan struct{})}
	defer close(stdin.ch)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(30*time.Millisecond, cancel)
	docs, _, err := Collect(ctx, []string{"a.txt", "-"}, stdin, Options{})
	if !errors.Is(err, context.Canceled) || docs != nil {
		t.Errorf("documents %v, error %v", docs, err)
	}
}

// Many files come back in the order of their names, whoever reads them first.
func TestCollectOrder(t *testing.T) {
	files, want := map[string]string{}, ""
	for i := range 200 {
		name := fmt.Sprintf("d/%03d.txt", i)
		files[name] = strings.Repeat("Text. ", 1+(200-i)*5)
		want += name + "\n"
	}
	tree(t, files)
	wantCollected(t, collect(t, Options{}, "d"), want)
}

func TestCollectPublishedPriority(t *testing.T) {
	tree(t, map[string]string{
		"a.md": "---\ndate: 2015-01-02\n---\nText.\n", "b.md": "---\ndate: 2015-01-02\n---\nText.\n", "c.txt": "Text.\n",
		"sources.csv": "path,published\na.md,2016-03\n",
	})
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, "a.md 2016-03 manifest, b.md 2015-01-02 metadata, c.txt  none"},
		{Options{Published: dates.YearOf(2020)}, "a.md 2020 flag, b.md 2020 flag, c.txt 2020 flag"},
	} {
		docs, _, err := Collect(context.Background(), []string{"a.md", "b.md", "c.txt"}, nil, c.o)
		must(t, err)
		var got []string
		for _, d := range docs {
			got = append(got, fmt.Sprintf("%s %v %s", d.Path, d.Published, d.PublishedBasis))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("got %s, want %s", s, c.want)
		}
	}
}

func TestCollectHash(t *testing.T) {
	tree(t, map[string]string{"a.txt": "abc"})
	docs, _, err := Collect(context.Background(), []string{"a.txt"}, nil, Options{})
	must(t, err)
	if got := docs[0].SHA256; got != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("SHA256 %s", got)
	}
}
