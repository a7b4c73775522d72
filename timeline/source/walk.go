package source

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// input is one thing to read, in the order of the command line.
type input struct {
	path  string // as given or walked to, with slashes
	name  string // for the operating system
	kind  inputKind
	row   *manifestRow // what sources.csv says of it, or nil
	done  bool         // nothing is left to read: the skips say why
	doc   *Document
	skips []Skip
}

type inputKind uint8

const (
	regularFile inputKind = iota
	pipe
	standardInput
)

func (in *input) skip(err error) {
	in.done = true
	in.skips = append(in.skips, Skip{Path: in.path, Err: err})
}

// walker lists the inputs, each file once.
type walker struct {
	ctx       context.Context
	inputs    []*input
	seen      map[string]bool // real paths of files, and "-"
	folders   map[string]bool // real paths of the folders walked
	manifests map[string]*manifest
}

func newWalker(ctx context.Context) *walker {
	return &walker{ctx: ctx, seen: map[string]bool{}, folders: map[string]bool{}, manifests: map[string]*manifest{}}
}

// add lists what the user gave: a file, a folder or "-".
func (w *walker) add(name string) {
	if name == "-" {
		if !w.seen["-"] {
			w.seen["-"] = true
			w.inputs = append(w.inputs, &input{path: "-", kind: standardInput})
		}
		return
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		w.skip(name, plainError(name, err))
	case info.IsDir():
		w.addFolder(name)
	case isManifest(name):
		w.manifestIn(filepath.Dir(name))
	default:
		m := w.manifestIn(filepath.Dir(name))
		w.addFile(name, info, m.find(filepath.Join(realPath(filepath.Dir(name)), filepath.Base(name))), true)
	}
}

func (w *walker) skip(name string, err error) {
	in := &input{path: filepath.ToSlash(name)}
	in.skip(err)
	w.inputs = append(w.inputs, in)
}

// addFolder lists a folder that the user gave; one without any file is a skip.
func (w *walker) addFolder(name string) {
	before := len(w.inputs)
	w.walk(name, nil)
	if len(w.inputs) == before && !w.empty(name) {
		return // its files were all given before
	}
	if len(w.inputs) == before && w.ctx.Err() == nil {
		w.skip(name, errors.New("the folder holds no file that timeline reads"))
	}
}

// empty reports whether a folder that added no input really holds none, rather
// than only files that were listed already.
func (w *walker) empty(name string) bool {
	real := realPath(name) + string(filepath.Separator)
	for p := range w.seen {
		if strings.HasPrefix(p, real) {
			return false
		}
	}
	return true
}

// walk lists a folder's files in the order of their names, hidden ones left out and
// the folders that belong to saved pages.
// Each real folder is walked once, which ends cycles of links.
func (w *walker) walk(dir string, above *manifest) {
	real := realPath(dir)
	if w.folders[real] || w.ctx.Err() != nil {
		return
	}
	w.folders[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.skip(dir, plainError(dir, err))
	}
	rows := above
	if m := w.manifestIn(dir); m != nil {
		w.skipMissing(m)
		rows = m.under(above)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !isManifest(e.Name()) && !isPageFolder(e, entries) {
			w.visit(dir, real, e, rows)
		}
	}
}

// visit lists one entry of a folder. A link to a folder above it is not followed:
// it would bring in what the user did not name.
func (w *walker) visit(dir, real string, e fs.DirEntry, rows *manifest) {
	name := join(dir, e.Name())
	info, err := os.Stat(name)
	switch {
	case err != nil:
		w.skip(name, plainError(name, err))
	case info.IsDir() && e.Type()&fs.ModeSymlink != 0 && within(real, realPath(name)):
		w.skip(name, errors.New("is a link back to a folder above it and was not followed"))
	case info.IsDir():
		w.walk(name, rows)
	default:
		w.addFile(name, info, rows.find(filepath.Join(real, e.Name())), false)
	}
}

// within reports whether a folder is another one or lies inside it.
func within(folder, other string) bool {
	rel, err := filepath.Rel(other, folder)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// join is filepath.Join without its cleaning: "./x" stays as the user wrote it.
func join(dir, name string) string {
	if strings.HasSuffix(dir, "/") || os.IsPathSeparator(dir[len(dir)-1]) {
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

// addFile lists a file, unless it is listed already, or says why it can't be read.
func (w *walker) addFile(name string, info fs.FileInfo, row *manifestRow, given bool) {
	real := realPath(name)
	if w.seen[real] {
		return
	}
	w.seen[real] = true
	in := &input{path: filepath.ToSlash(name), name: name, row: row}
	w.inputs = append(w.inputs, in)
	mode := info.Mode()
	switch {
	case mode.IsRegular():
	case mode&fs.ModeNamedPipe != 0 && given:
		in.kind = pipe
	case mode&fs.ModeNamedPipe != 0:
		in.skip(errors.New("is a pipe, not a file; give it by name to read it"))
	case mode&fs.ModeSocket != 0:
		in.skip(errors.New("is a socket, not a file"))
	case mode&fs.ModeDevice != 0:
		in.skip(errors.New("is a device, not a file"))
	default:
		in.skip(errors.New("is not a regular file"))
	}
}

// realPath is the file's own path, links followed; what can't be resolved (as
// /dev/fd/63) stands for itself.
func realPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		abs = name
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}

// plainError says in plain words why a path can't be read.
func plainError(name string, err error) error {
	info, lerr := os.Lstat(name)
	link := lerr == nil && info.Mode()&fs.ModeSymlink != 0
	var pe *fs.PathError
	switch {
	case link && errors.Is(err, fs.ErrNotExist):
		return errors.New("is a link to a file that does not exist")
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("does not exist")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("may not be read: permission denied")
	case link && isLoop(err):
		return errors.New("is a link that leads back to itself")
	case errors.As(err, &pe):
		return errors.New("can't be read: " + pe.Err.Error())
	}
	return errors.New("can't be read: " + err.Error())
}
