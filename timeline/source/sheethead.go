package source

import (
	_ "embed"
	"errors"
	"slices"
	"strings"
)

//go:embed data/dateheadings.txt
var dateHeadingsData string

var dateHeadings = dataLines(dateHeadingsData)

// isDateHeading reports whether the heading of a column says that it holds the
// dates, and not of what.
func isDateHeading(s string) bool {
	return slices.Contains(dateHeadings, strings.ToLower(strings.Trim(Clean(s, 80), " :：*")))
}

var errOurs = errors.New("is a timeline that timeline wrote, not a document, so it was not read")

// ourColumns are columns that only the tables have that timeline writes; people's
// lists have one of them at most.
var ourColumns = []string{"basis", "rule", "precision", "confidence", "jurisdiction", "earliest", "latest", "edtf"}

// isOurs reports whether a table is one that timeline wrote: read as a source it
// would bear itself out.
func (s sheet) isOurs() bool {
	for _, row := range s.rows[:min(len(s.rows), 10)] {
		n := 0
		for _, cell := range row {
			if slices.Contains(ourColumns, strings.ToLower(strings.TrimSpace(cell))) {
				n++
			}
		}
		if n >= 3 {
			return true
		}
	}
	return false
}

// isOurJSON reports whether a text is a timeline that timeline wrote as JSON, or the
// description of its table.
func isOurJSON(data []byte) bool {
	head := string(data[:min(len(data), 256)])
	return strings.HasPrefix(strings.TrimSpace(head), "{") &&
		(strings.Contains(strings.ReplaceAll(head, " ", ""), `"schema":"timeline/`) || strings.Contains(head, "www.w3.org/ns/csvw"))
}

// isManifest reports whether a table is one of sources under another name.
func (s sheet) isManifest() bool {
	if len(s.rows) == 0 {
		return false
	}
	var head []string
	for _, cell := range s.rows[0] {
		head = append(head, strings.ToLower(strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff"))))
	}
	return slices.Contains(head, "path") && slices.Contains(head, "published")
}
