package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

// container is a ZIP archive that holds a document in parts: DOCX, ODT, EPUB,
// XLSX. Nothing is unpacked but the parts that are asked for, and none to disk.
type container struct {
	parts  map[string]*zip.File
	limits Limits
	left   int64 // bytes that may still be unpacked
}

var (
	errDamagedZIP = errors.New("is damaged: its ZIP archive can't be opened")
	errPassword   = errors.New("is password-protected; remove the password first")
)

// isZIP reports whether bytes are a ZIP archive: by their head, or where that is
// foreign by the directory at their end.
func isZIP(data []byte) bool {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return true
	}
	tail := data[max(0, len(data)-(1<<16)-22):]
	return bytes.Contains(tail, []byte("PK\x05\x06")) && bytes.Contains(data, []byte("PK\x01\x02"))
}

// openContainer reads the directory of a ZIP archive. The error is a sentence
// without the path.
func openContainer(data []byte, limits Limits) (*container, error) {
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > limits.Entries {
		return nil, beyond("holds more than %d parts, the limit", limits.Entries)
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no part becomes a file, whatever its name
		return nil, errDamagedZIP
	}
	c := &container{parts: make(map[string]*zip.File, len(zr.File)), limits: limits, left: limits.UnpackedBytes}
	for _, f := range zr.File {
		name := partName(f.Name)
		if _, twice := c.parts[name]; twice {
			return nil, fmt.Errorf("is damaged: it holds two parts called %q", Clean(name, 80))
		}
		c.parts[name] = f
	}
	return c, nil
}

// partName is the form in which parts are looked up. ZIP names have slashes; some
// writers set backslashes.
func partName(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

func (c *container) has(name string) bool { return c.parts[partName(name)] != nil }

// open returns a part, to be read to its end, which checks its sum. Its bytes are
// counted as they are unpacked, whatever the archive claims of its size.
func (c *container) open(name string) (io.ReadCloser, error) {
	f := c.parts[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("is damaged: its part %q is missing", Clean(name, 80))
	}
	if f.Flags&1 != 0 {
		return nil, errPassword
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("is damaged: its part %q can't be unpacked", Clean(name, 80))
	}
	return &countedPart{r, c, name}, nil
}

// smallPart is the size in bytes up to which a part is read as a whole that is no
// text: a media type, a manifest.
const smallPart = 1 << 20

// readSmall returns the bytes of a part, the first smallPart of them.
func (c *container) readSmall(name string) ([]byte, error) {
	r, err := c.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, smallPart))
}

// countedPart counts against what its container may still unpack.
type countedPart struct {
	io.ReadCloser
	c    *container
	name string
}

func (p *countedPart) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	p.c.left -= int64(n)
	switch {
	case p.c.left < 0:
		return 0, beyond("unpacks to more than %s, the limit", sizeText(p.c.limits.UnpackedBytes))
	case err != nil && err != io.EOF:
		return n, fmt.Errorf("is damaged: its part %q can't be unpacked", Clean(p.name, 80))
	}
	return n, err
}

// relations returns what a part, or the whole package (""), is related to inside
// the package, by the last word of the relation's type: "officeDocument", "styles".
func (c *container) relations(part string) (map[string]string, error) {
	return c.relationsBy(part, func(e element) string { return path.Base(e.attr("Type")) })
}

// relationTargets returns the same by the ids that the part uses.
func (c *container) relationTargets(part string) (map[string]string, error) {
	return c.relationsBy(part, func(e element) string { return e.attr("Id") })
}

// relationsBy returns the targets of a part's relations, the first of each key.
func (c *container) relationsBy(part string, key func(element) string) (map[string]string, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !c.has(name) {
		return nil, nil
	}
	targets := map[string]string{}
	err := c.readXML(name, func(p *xmlPart) error {
		return p.each("Relationship", func(e element) error {
			if e.attr("TargetMode") != "External" {
				if _, twice := targets[key(e)]; !twice {
					targets[key(e)] = resolvePart(part, e.attr("Target"))
				}
			}
			return p.skip()
		})
	})
	return targets, err
}

// unescapePath decodes the %XX of a reference; what can't be is left as it is.
func unescapePath(s string) string {
	s, _, _ = strings.Cut(s, "#")
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// resolvePart returns the part that a reference in another part leads to.
func resolvePart(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", path.Dir(from), target), "/")
}
