package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestStaging(t *testing.T) {
	for _, c := range []struct {
		name   string
		end    func(*staging)
		want   string
		aborts bool
	}{
		{"commit", func(s *staging) { s.commit() }, "new", false},
		{"abort", func(s *staging) { s.abort() }, "old", false},
		{"commit after abort", func(s *staging) { s.abort(); s.commit() }, "old", false},
		{"abort after commit", func(s *staging) { s.commit(); s.abort() }, "new", false},
		{"neither yet", func(*staging) {}, "old", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "out.md")
			writeFile(t, path, "old", 0o640)
			var s staging
			if err := s.add(planned(t, path), content("new")); err != nil {
				t.Fatal(err)
			}
			c.end(&s)
			if got := s.abort(); got != c.aborts {
				t.Errorf("abort() = %v, want %v", got, c.aborts)
			}
			if got := readFile(t, path); got != c.want {
				t.Errorf("the file holds %q, want %q", got, c.want)
			}
			wantFiles(t, filepath.Dir(path), "out.md")
		})
	}
}

func TestStagingKeepsMode(t *testing.T) {
	dir := t.TempDir()
	for _, mode := range []os.FileMode{0o600, 0o640, 0o666, 0o200} {
		path := filepath.Join(dir, "out.md")
		writeFile(t, path, "old", mode)
		var s staging
		if err := s.add(planned(t, path), content("new")); err != nil {
			t.Fatal(err)
		}
		if err := s.commit(); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != mode {
			t.Errorf("mode %v became %v", mode, info.Mode().Perm())
		}
	}
}

// A file that the system does not let us replace leaves no hidden file behind,
// and the error tells what is done and what is not.
func TestStagingRefused(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	var s staging
	for _, path := range []string{first, second} {
		if err := s.add(output{name: path, path: path}, content("new")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(second, 0o777); err != nil { // as if another program were quicker
		t.Fatal(err)
	}
	var o outcome
	if err := s.commit(); !errors.As(err, &o) || o.code != exitFailure {
		t.Fatalf("commit() = %v, want a failure", err)
	}
	if got, want := o.message[len(o.message)-len("only "+first+" was written"):], "only "+first+" was written"; got != want {
		t.Errorf("message %q does not end with %q", o.message, want)
	}
	wantFiles(t, dir, "a.md", "b.md")
}

func TestStagingAfterAbort(t *testing.T) {
	dir := t.TempDir()
	var s staging
	s.abort()
	if err := s.add(output{path: filepath.Join(dir, "a.md")}, content("new")); !errors.Is(err, errInterrupted) {
		t.Errorf("add after abort: %v, want %v", err, errInterrupted)
	}
	wantFiles(t, dir)
}

// planned is an output that replaces the file at path.
func planned(t *testing.T, path string) output {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return output{name: path, path: path, info: info}
}

func content(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func writeFile(t *testing.T, path, data string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wantFiles checks that a folder holds these files and no other, hidden or not.
func wantFiles(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if list(got) != list(names) {
		t.Errorf("the folder holds %q, want %q", got, names)
	}
}
