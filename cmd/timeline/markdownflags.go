package main

import (
	"slices"

	"regtimeline/export"

	"github.com/spf13/pflag"
)

// markdownFlags say how Markdown is written, and into which reports.
type markdownFlags struct {
	into         []string
	style, group string
	columns      []string
	headingLevel int
	mermaid      bool
}

func (f *markdownFlags) register(set *pflag.FlagSet) {
	set.StringArrayVar(&f.into, "into", nil, "Markdown report, `FILE`, to write the timeline into; may be given several times")
	set.StringVar(&f.style, "style", "", "`NAME` of the style of Markdown: "+choice(export.MarkdownStyles)+" (default "+export.MarkdownStyles[0]+")")
	set.StringVar(&f.group, "group", "", "`UNIT` that Markdown has a heading for: "+choice(export.Groupings)+" (default "+export.ByYear+", and "+export.ByNone+" for a table)")
	set.StringSliceVar(&f.columns, "columns", nil, "`NAMES` of the columns of a Markdown table (as listed above), with commas between them")
	set.IntVar(&f.headingLevel, "heading-level", 0, "`LEVEL`, 1 to 6, of the headings in Markdown (default 2, and in a report one below the heading before)")
	set.BoolVar(&f.mermaid, "mermaid", false, "begin the Markdown with a Mermaid diagram")
}

// options checks the flags and adds them to what the formats are told.
func (f markdownFlags) options(set *pflag.FlagSet, all outputs, o *export.Options) error {
	for _, name := range []string{"style", "group", "columns", "heading-level", "mermaid"} {
		if set.Changed(name) && !all.markdown() {
			return usage("--%s is for Markdown, and no output is Markdown; add -o FILE.md or --into FILE.md", name)
		}
	}
	switch {
	case f.style != "" && !slices.Contains(export.MarkdownStyles, f.style):
		return usage("--style: there is no style %q; the styles are %s", f.style, list(export.MarkdownStyles))
	case f.group != "" && !slices.Contains(export.Groupings, f.group):
		return usage("--group %q is none of %s", f.group, list(export.Groupings))
	case set.Changed("heading-level") && (f.headingLevel < 1 || f.headingLevel > 6):
		return usage("--heading-level %d is no level of a heading; the levels are 1 to 6", f.headingLevel)
	case f.headingLevel == 1 && o.Title != "":
		return usage("--heading-level 1 leaves no level for the --title above; give 2 or more")
	case len(f.columns) > 0 && f.style != "" && f.style != "table":
		return usage("--columns is for tables; leave out --style %s, or give --style table", f.style)
	}
	for _, name := range f.columns {
		if !slices.Contains(export.ColumnNames(), name) {
			return usage("--columns: there is no column %q; the columns are %s", name, list(export.ColumnNames()))
		}
	}
	if len(f.columns) > 0 {
		f.style = "table"
	}
	o.Columns = f.columns
	o.Markdown = export.MarkdownOptions{Style: f.style, Group: f.group, HeadingLevel: f.headingLevel, Mermaid: f.mermaid}
	return nil
}
