package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"regtimeline/export"
	"regtimeline/timeline/source"
)

// output is a place to write the timeline to, in a format.
type output struct {
	name   string // as the user gave it
	flag   string // with which flag: "-o" or "--into"
	into   bool   // a report that stays, but for the timeline in it
	format export.Format
	place  place
	path   string      // of a file: where it is once links are followed
	info   os.FileInfo // of what stands there already; nil where there is nothing
}

// place is how an output is written.
type place uint8

const (
	toFile   place = iota // a temporary file beside it, renamed at the end
	toDevice              // a device or pipe: straight to it
	toStdout
)

type outputs []output

// planOutputs finds out where each -o and --into leads and in which format, and
// refuses what could not be written or would destroy something, before any work.
func (a *app) planOutputs(names, into []string, format string, inputs []string) (outputs, error) {
	if len(names)+len(into) == 0 {
		names = []string{"-"}
	}
	var all outputs
	for _, name := range names {
		o, err := a.planOutput(name, format)
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	for _, name := range into {
		o, err := a.planInto(name)
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	for i, o := range all {
		if err := a.checkInputs(o, inputs); err != nil {
			return nil, err
		}
		for _, p := range all[:i] {
			if p.same(o) {
				return nil, usage("%s and %s are the same file; give each output a name of its own", p.given(), o.given())
			}
		}
	}
	return all, nil
}

// describe adds to each CSV file the output that describes it.
func (a *app) describe(all outputs, inputs []string) (outputs, error) {
	for _, o := range all {
		if o.format.Name != "csv" || o.place != toFile {
			continue
		}
		names := []string{o.name + "-metadata.json"}
		extra, err := a.planOutputs(names, nil, "csv", inputs)
		if err != nil {
			return nil, err
		}
		extra[0].format = export.Description(filepath.Base(o.name))
		all = append(all, extra[0])
	}
	return all, nil
}

// given is the output as it stands on the command line.
func (o output) given() string { return o.flag + " " + o.name }

func (a *app) planOutput(name, format string) (output, error) {
	o := output{name: name, flag: "-o"}
	info, found := os.Stat(name)
	if name != "-" && found == nil && info.IsDir() {
		return o, usage("-o %s is a folder; name a file", name)
	}
	var err error
	if o.format, err = chooseFormat(name, format); err != nil {
		return o, err
	}
	if name == "-" {
		o.place = toStdout
		return o, nil
	}
	if strings.EqualFold(filepath.Base(name), "sources.csv") {
		return o, usage("-o %s: a file of this name lists the sources of the documents beside it; choose another name", name)
	}
	switch {
	case found == nil:
		o.info = info
		return o, o.replace(a.stdout)
	case errors.Is(found, fs.ErrNotExist):
		return o, o.create()
	}
	return o, usage("-o %s: %s", name, reason(found))
}

// replace plans the writing over what stands at the output's name.
func (o *output) replace(stdout any) error {
	mode := o.info.Mode()
	switch {
	case sameStream(stdout, o.info):
		o.place = toStdout
		return nil
	case !mode.IsRegular():
		o.place = toDevice
		return nil
	case mode.Perm()&0o222 == 0:
		return usage("%s is write-protected; choose another name, or allow writing to it", o.given())
	}
	var err error
	if o.path, err = filepath.EvalSymlinks(o.name); err != nil {
		return usage("%s: %s", o.given(), reason(err))
	}
	return nil
}

// create plans a new file.
func (o *output) create() error {
	if _, err := os.Lstat(o.name); err == nil {
		return usage("-o %s is a link that leads nowhere; remove it, or choose another name", o.name)
	}
	dir, base := filepath.Split(o.name)
	if base == "" {
		return usage("-o %s is a folder; name a file", o.name)
	}
	if dir == "" {
		dir = "."
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return usage("-o %s: there is no folder %s; make it first", o.name, filepath.Clean(dir))
	}
	o.path = filepath.Join(real, base)
	return nil
}

// checkInputs refuses an output that is one of the inputs.
func (a *app) checkInputs(o output, inputs []string) error {
	if o.info == nil || o.place == toStdout {
		return nil
	}
	for _, in := range inputs {
		if in == stdinPath && o.place == toFile && sameStream(a.stdin, o.info) || in != stdinPath && sameFile(in, o.info) {
			return usage("%s is an input too; choose another name, so that it is not overwritten", o.given())
		}
	}
	return nil
}

// spare refuses an output that was read as a document in a folder, perhaps the
// output of an earlier run: the two cannot be told apart, and a document must
// not be destroyed.
func (all outputs) spare(docs []*source.Document) error {
	for _, o := range all {
		if o.info == nil || o.place != toFile {
			continue
		}
		for _, d := range docs {
			if d.Path != stdinPath && sameFile(d.Path, o.info) {
				return usage("-o %s lies in an input folder and was read as a document; write to another folder, or remove it first", o.name)
			}
		}
	}
	return nil
}

// own reports whether a file that was passed over is one of the outputs, from
// an earlier run.
func (all outputs) own(path string) bool {
	for _, o := range all {
		if o.place == toFile && o.info != nil && sameFile(path, o.info) {
			return true
		}
	}
	return false
}

// same reports whether two outputs lead to one place.
func (o output) same(p output) bool {
	if o.place != p.place {
		return false
	}
	switch {
	case o.place == toStdout:
		return true
	case o.info != nil && p.info != nil:
		return os.SameFile(o.info, p.info)
	}
	return o.path == p.path
}

// String names the outputs for people.
func (all outputs) String() string {
	var names []string
	for _, o := range all {
		names = append(names, o.String())
	}
	return list(names)
}

func (o output) String() string {
	if o.place == toStdout {
		return "standard output"
	}
	return o.name
}

// sameStream reports whether a stream is the file that info describes.
func sameStream(stream any, info os.FileInfo) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	other, err := f.Stat()
	return err == nil && os.SameFile(other, info)
}
