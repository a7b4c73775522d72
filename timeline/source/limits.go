package source

import (
	"errors"
	"fmt"
)

// Limits bound what one file may cost in memory and time. They are counted while
// a file is read: what a file claims of its sizes is not believed. A field that
// is zero stands for that of DefaultLimits.
type Limits struct {
	FileBytes     int64 // of a file; a larger one is skipped
	UnpackedBytes int64 // of the parts that are read of a ZIP container (.docx, .odt, .epub, .xlsx)
	Entries       int   // parts in a ZIP container, read or not
	Nesting       int   // of XML elements, one inside the other
	Pages         int   // of a PDF
}

// DefaultLimits are far above what people write and far below what hurts.
var DefaultLimits = Limits{FileBytes: 64 << 20, UnpackedBytes: 64 << 20, Entries: 50_000, Nesting: 10_000, Pages: 5_000}

// orDefault fills the fields that are zero.
func (l Limits) orDefault() Limits {
	if l.FileBytes <= 0 {
		l.FileBytes = DefaultLimits.FileBytes
	}
	if l.UnpackedBytes <= 0 {
		l.UnpackedBytes = DefaultLimits.UnpackedBytes
	}
	if l.Entries <= 0 {
		l.Entries = DefaultLimits.Entries
	}
	if l.Nesting <= 0 {
		l.Nesting = DefaultLimits.Nesting
	}
	if l.Pages <= 0 {
		l.Pages = DefaultLimits.Pages
	}
	return l
}

// errLimit marks the errors that say that a file goes beyond a limit.
var errLimit = errors.New("")

func beyond(format string, args ...any) error {
	return fmt.Errorf(format+"%w", append(args, errLimit)...)
}
