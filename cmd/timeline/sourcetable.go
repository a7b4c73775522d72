package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"regtimeline/export"
	"regtimeline/timeline/source"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// writeSourceTable writes the documents for people.
func writeSourceTable(w io.Writer, rows []sourceRow, _ string) error {
	if len(rows) == 0 {
		return nil
	}
	t := table.NewWriter()
	t.SetStyle(mentionStyle)
	t.Style().Format.Header = text.FormatDefault
	t.SuppressTrailingSpaces()
	t.SetColumnConfigs([]table.ColumnConfig{{Number: 4, Align: text.AlignRight}, {Number: 7, Align: text.AlignRight}})
	t.AppendHeader(table.Row{"file", "type", "language", "pages", "published", "why", "dates", "title"})
	for _, r := range rows {
		t.AppendRow(table.Row{printable(inputName(r.Path)), r.Type, printable(r.languages()), r.pages(), published(r), source.Clean(why(r), 70), r.mentions, source.Clean(r.Title, 60)})
	}
	_, err := io.WriteString(w, t.Render()+"\n")
	return err
}

// languages are those of the document as they are shown: two where it is mixed.
func (r sourceRow) languages() string {
	if tags := r.LanguageTags(); len(tags) > 0 {
		return strings.Join(tags, ", ")
	}
	return r.Language
}

func (r sourceRow) pages() string {
	if len(r.Pages) == 0 {
		return ""
	}
	return strconv.Itoa(len(r.Pages))
}

func published(r sourceRow) string {
	if r.Published.IsZero() {
		return "?"
	}
	return r.Published.String()
}

// why says how the publication date is known and how far it is believed, or what
// might be one.
func why(r sourceRow) string {
	switch {
	case r.Published.IsZero() && r.PublishedHint != "":
		return "not known; " + r.PublishedHint
	case r.Published.IsZero():
		return "not known"
	case r.PublishedConfidence >= 1:
		return r.PublishedWhy
	}
	return fmt.Sprintf("%s (%s, %.0f %%)", r.PublishedWhy, r.PublishedBasis, 100*r.PublishedConfidence)
}

// writeSourceCSV writes the documents as a sources.csv for the folder dir. Columns
// behind the fifth are for people: reading it passes over them.
func writeSourceCSV(w io.Writer, rows []sourceRow, dir string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	records := [][]string{{"path", "title", "url", "published", "language", "type", "pages", "dates", "why"}}
	for _, r := range rows {
		if r.Path == stdinPath {
			continue // it is no file that could be described
		}
		records = append(records, []string{pathCell(relative(r.Path, dir)), export.Inert(r.Title), export.Inert(r.URL), r.Published.String(), r.Language, r.Type, r.pages(), strconv.Itoa(r.mentions), export.Inert(why(r))})
	}
	return out.WriteAll(records)
}

// pathCell writes a path so that it is no formula and still the path.
func pathCell(path string) string {
	if export.Inert(path) != path {
		path = "./" + path
	}
	return export.Inert(path)
}

// relative returns a path as it is written in a folder, with slashes.
func relative(path, dir string) string {
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return path
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return path
	}
	if rel, err := filepath.Rel(dir, abs); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(abs)
}
