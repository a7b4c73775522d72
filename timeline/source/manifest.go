package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"regtimeline/dates"
)

// manifestName is the file that describes the documents beside and below it.
const manifestName = "sources.csv"

func isManifest(name string) bool { return filepath.Base(name) == manifestName }

// manifestLimit is the size in bytes above which a sources.csv is not read.
const manifestLimit = 16 << 20

// manifestRow is what a sources.csv says of one document.
type manifestRow struct {
	line                 int
	path                 string // the file it names, for the operating system
	title, url, language string
	published            dates.Date
}

// manifest is a sources.csv; above is that of a folder further up, which counts
// where this one is silent.
type manifest struct {
	rows  map[string]*manifestRow // by path
	list  []*manifestRow
	above *manifest
	file  string // the sources.csv
}

// find returns the row of a path, or nil.
func (m *manifest) find(path string) *manifestRow {
	for ; m != nil; m = m.above {
		if r := m.rows[path]; r != nil {
			return r
		}
	}
	return nil
}

// under returns m with the manifest of a folder further up behind it.
func (m *manifest) under(above *manifest) *manifest {
	c := *m
	c.above = above
	return &c
}

// manifestIn returns the manifest of a folder, or nil. What is wrong in it
// becomes skips, once.
func (w *walker) manifestIn(dir string) *manifest {
	real := realPath(dir)
	if m, ok := w.manifests[real]; ok {
		return m
	}
	m := w.loadManifest(dir, real)
	w.manifests[real] = m
	return m
}

func (w *walker) loadManifest(dir, real string) *manifest {
	file := filepath.Join(dir, manifestName)
	info, err := os.Stat(file)
	if err != nil {
		return nil
	}
	if !info.Mode().IsRegular() || info.Size() > manifestLimit {
		w.skip(file, fmt.Errorf("is not a regular file of at most %s, so it describes no document", sizeText(manifestLimit)))
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		w.skip(file, plainError(file, err))
		return nil
	}
	m, problems := parseManifest(data, real)
	m.file = file
	for _, p := range problems {
		w.skip(file, p)
	}
	return m
}

// skipMissing says which rows name a file that does not exist.
func (w *walker) skipMissing(m *manifest) {
	for _, r := range m.list {
		if _, err := os.Stat(r.path); errors.Is(err, os.ErrNotExist) {
			w.skip(m.file, fmt.Errorf("line %d: there is no file %q", r.line, filepath.Base(r.path)))
		}
	}
}

// parseManifest reads a sources.csv of the folder dir. Each problem is a sentence
// that names the line; a row with a bad date is kept without the date.
func parseManifest(data []byte, dir string) (*manifest, []error) {
	m := &manifest{rows: map[string]*manifestRow{}}
	dec, err := decode(data, "")
	if err != nil {
		return m, []error{err}
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(dec.text, "\ufeff")))
	r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, true
	if first, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		r.Comma = ';' // as spreadsheets write it where the comma is the decimal mark
	}
	header, err := r.Read()
	if err != nil {
		return m, []error{errors.New("holds no header, so it describes no document")}
	}
	columns, problems := manifestColumns(header)
	if len(problems) > 0 {
		return m, problems
	}
	for {
		rec, err := r.Read()
		if err == io.EOF {
			return m, problems
		}
		if err != nil {
			return m, append(problems, fmt.Errorf("can't be read further: %w", err))
		}
		line, _ := r.FieldPos(0)
		problems = append(problems, m.addRow(columns, rec, line, dir)...)
	}
}

// manifestColumns maps the names of the columns to their places.
func manifestColumns(header []string) (map[string]int, []error) {
	columns := map[string]int{}
	for i, h := range header {
		name := strings.ToLower(strings.TrimSpace(h))
		if _, twice := columns[name]; !twice {
			columns[name] = i
		}
	}
	if _, ok := columns["path"]; !ok {
		return nil, []error{errors.New(`line 1: there is no column "path", so it describes no document`)}
	}
	return columns, nil
}

func (m *manifest) addRow(columns map[string]int, rec []string, line int, dir string) []error {
	field := func(name string) string {
		if i, ok := columns[name]; ok && i < len(rec) {
			return strings.TrimSpace(rec[i])
		}
		return ""
	}
	if strings.TrimSpace(strings.Join(rec, "")) == "" {
		return nil
	}
	path := field("path")
	if path == "" {
		return []error{fmt.Errorf("line %d: the path is empty", line)}
	}
	row := &manifestRow{line: line, path: filepath.Join(dir, filepath.FromSlash(path)), title: field("title"), url: field("url"), language: primaryLanguage(field("language"))}
	if filepath.IsAbs(filepath.FromSlash(path)) {
		row.path = filepath.Clean(filepath.FromSlash(path))
	}
	if m.rows[row.path] != nil {
		return []error{fmt.Errorf("line %d: the path %q stands in an earlier line too, which counts", line, path)}
	}
	m.rows[row.path], m.list = row, append(m.list, row)
	if s := field("published"); s != "" {
		d, err := parseDate(s)
		if err != nil {
			return []error{fmt.Errorf("line %d: the publication date %w", line, err)}
		}
		row.published = d
	}
	return nil
}

// applyManifest lets the manifest win over what the document says of itself.
func (d *Document) applyManifest(row *manifestRow) {
	if row == nil {
		return
	}
	if row.title != "" {
		d.Title = Clean(row.title, titleLimit)
	}
	if row.url != "" {
		d.URL = row.url
	}
	if row.language != "" {
		d.Language = row.language
	}
	if !row.published.IsZero() {
		d.Published, d.PublishedBasis, d.PublishedConfidence, d.PublishedWhy = row.published, BasisManifest, 1, manifestName
	}
}

// applyFlag lets the user's own word win over everything.
func (d *Document) applyFlag(published dates.Date) {
	if !published.IsZero() {
		d.Published, d.PublishedBasis, d.PublishedConfidence, d.PublishedWhy = published, BasisFlag, 1, "--published"
	}
}
