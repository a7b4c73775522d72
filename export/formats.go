// Package export writes a timeline in a format: Markdown, CSV, XLSX, JSON, JSON
// Lines, HTML, iCalendar. It also reads back the tables and the JSON that it wrote,
// with what a reviewer corrected in them.
//
// It promises that the same timeline gives the same bytes, and that no text of
// a document acts in what is written: no formula in a spreadsheet, no mark-up
// in Markdown or HTML, no escape sequence on a terminal.
package export

import (
	"io"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// Format is a way to write a timeline.
type Format struct {
	Name      string // "markdown"
	Extension string // ".md"
	Write     func(w io.Writer, t *timeline.Timeline, o Options) error
}

// Options are what the user may set for every format.
type Options struct {
	Title         string    // of the document that is written; "" is none in Markdown and "Timeline" elsewhere
	Today         dates.Day // what is upcoming begins here; zero is the latest day of publication (see horizonOf)
	ByteOrderMark bool      // begin CSV with the mark by which Excel knows UTF-8
	Columns       []string  // of a Markdown table, by the names that ColumnNames lists; none are the usual ones
	Markdown      MarkdownOptions
	Version       string // of the program that writes; "" is not told
}

// Formats lists every format. A new format is one file and one line here.
var Formats = []Format{
	{"markdown", ".md", writeMarkdown},
	{"csv", ".csv", writeCSV},
	{"xlsx", ".xlsx", writeXLSX},
	{"json", ".json", writeJSON},
	{"jsonl", ".jsonl", writeJSONL},
	{"ics", ".ics", writeICS},
	{"html", ".html", writeHTML},
}

// ByName returns the format of a name ("markdown", or short "md"), whatever its case.
func ByName(name string) (Format, bool) {
	for _, f := range Formats {
		if strings.EqualFold(name, f.Name) || strings.EqualFold("."+name, f.Extension) {
			return f, true
		}
	}
	return Format{}, false
}

// ByExtension returns the format of a file's extension (".md"), whatever its case.
func ByExtension(ext string) (Format, bool) {
	for _, f := range Formats {
		if strings.EqualFold(ext, f.Extension) {
			return f, true
		}
	}
	return Format{}, false
}
