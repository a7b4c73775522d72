package export

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// sortedZip is a zip archive whose entries stand in the order of their names,
// the list of content types first, and carry no time: the same entries give the
// same bytes in whatever order they are created. (excelize creates the sheets
// that it streamed in the order of a map.) Entries are kept compressed until
// Close, which writes the archive.
type sortedZip struct {
	w       io.Writer
	entries []*zipEntry
	insert  map[string]func(io.Writer) error // what to put into an entry, before its page margins
}

type zipEntry struct {
	name string
	data bytes.Buffer
	flat *flate.Writer
	sum  hash.Hash32
	size uint64
	into *inserter // nil where nothing is to be put into it
}

// Create begins the next entry; the one before it may no longer be written.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	e := &zipEntry{name: name, sum: crc32.NewIEEE()}
	var err error
	if e.flat, err = flate.NewWriter(&e.data, flate.DefaultCompression); err != nil {
		return nil, err
	}
	z.entries = append(z.entries, e)
	if insert := z.insert[name]; insert != nil {
		e.into = &inserter{w: e, before: []byte("<pageMargins"), insert: insert}
		return e.into, nil
	}
	return e, nil
}

// AddFS is asked for by excelize's interface, which does not use it here.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z *sortedZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	slices.SortFunc(z.entries, func(a, b *zipEntry) int {
		if first := "[Content_Types].xml"; a.name != b.name && (a.name == first || b.name == first) {
			if a.name == first {
				return -1
			}
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	out := zip.NewWriter(z.w)
	for _, e := range z.entries {
		if err := e.writeTo(out); err != nil {
			return err
		}
	}
	return out.Close()
}

// finish ends the last entry, so that of all entries only one compressor is alive.
func (z *sortedZip) finish() error {
	if len(z.entries) == 0 {
		return nil
	}
	e := z.entries[len(z.entries)-1]
	if e.flat == nil {
		return nil
	}
	if e.into != nil && e.into.insert != nil {
		return fmt.Errorf("%s has no page margins", e.name)
	}
	err := e.flat.Close()
	e.flat = nil
	return err
}

func (e *zipEntry) Write(p []byte) (int, error) {
	if e.flat == nil {
		return 0, errors.New("the entry of the archive is closed")
	}
	e.sum.Write(p)
	e.size += uint64(len(p))
	return e.flat.Write(p)
}

func (e *zipEntry) writeTo(out *zip.Writer) error {
	w, err := out.CreateRaw(&zip.FileHeader{
		Name:               e.name,
		Method:             zip.Deflate,
		CRC32:              e.sum.Sum32(),
		CompressedSize64:   uint64(e.data.Len()),
		UncompressedSize64: e.size,
	})
	if err != nil {
		return err
	}
	_, err = e.data.WriteTo(w)
	return err
}

// inserter passes bytes on, and puts something before the first place where the
// marker stands. In XML, a marker that begins with < is no text.
type inserter struct {
	w      io.Writer
	before []byte
	insert func(io.Writer) error // nil once it is done
	held   []byte                // what may be the beginning of the marker
}

func (i *inserter) Write(p []byte) (int, error) {
	if i.insert == nil {
		return i.w.Write(p)
	}
	data := append(i.held, p...)
	at := bytes.Index(data, i.before)
	pass := at
	if at < 0 {
		pass = max(0, len(data)-len(i.before)+1)
	}
	if _, err := i.w.Write(data[:pass]); err != nil {
		return 0, err
	}
	i.held = append([]byte(nil), data[pass:]...)
	if at < 0 {
		return len(p), nil
	}
	insert := i.insert
	i.insert = nil
	if err := insert(i.w); err != nil {
		return 0, err
	}
	_, err := i.w.Write(i.held)
	return len(p), err
}
