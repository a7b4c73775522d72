package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// staging holds the files that are being written: each under a hidden name
// beside its place, to be renamed when all are complete. It promises that after
// commit or abort no file of the hidden names is left and none will appear. It
// may be aborted from another goroutine.
type staging struct {
	mu      sync.Mutex
	over    bool // committed or aborted
	aborted bool
	files   []staged
}

type staged struct {
	file *os.File
	temp string // the hidden name
	path string // the place
}

var errInterrupted = errors.New("the run was interrupted")

// add renders a new file to its hidden name and makes it safe on disk.
func (s *staging) add(o output, render func(io.Writer) error) error {
	f, err := s.open(o)
	if err != nil {
		return err
	}
	if err := buffered(f, render); err != nil {
		return err
	}
	if o.info != nil { // the umask may have taken bits from an older file's mode
		if err := f.Chmod(o.info.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

// open creates the hidden file with the mode of the file that it will replace,
// or else with that of any new file, so that it is at no time open to more
// people than the result.
func (s *staging) open(o output) (*os.File, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return nil, errInterrupted
	}
	mode := fs.FileMode(0o666)
	if o.info != nil {
		mode = o.info.Mode().Perm() | 0o200
	}
	for n := 0; ; n++ {
		temp := filepath.Join(filepath.Dir(o.path), fmt.Sprintf(".timeline-%d-%d.tmp", os.Getpid(), n))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && n < 10000 {
			continue
		}
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, staged{f, temp, o.path})
		return f, nil
	}
}

// commit puts every file in its place. Where the system refuses one, those
// after it are removed and the error says what has been written.
func (s *staging) commit() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return failure("%v", errInterrupted)
	}
	s.over = true
	var written []string
	for i, f := range s.files {
		err := os.Rename(f.temp, f.path)
		if err == nil {
			written = append(written, f.path)
			continue
		}
		discard(s.files[i:])
		if len(written) == 0 {
			return failure("%s could not be put in its place: %s; nothing was written", f.path, reason(err))
		}
		return failure("%s could not be put in its place: %s; only %s was written", f.path, reason(err), list(written))
	}
	return nil
}

// abort removes the hidden files. It reports false where the files are already
// in their places.
func (s *staging) abort() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return false
	}
	s.over, s.aborted = true, true
	discard(s.files)
	return true
}

// wasAborted reports whether abort has removed the files.
func (s *staging) wasAborted() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.aborted
}

// discard closes and removes hidden files; one that is still being written then
// fails its writer, who is no longer heard.
func discard(files []staged) {
	for _, f := range files {
		f.file.Close()
		os.Remove(f.temp)
	}
}
