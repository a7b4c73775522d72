package source

import (
	"context"
	"io"

	"regtimeline/dates"
)

// Options are what the user may say of the input.
type Options struct {
	Published dates.Date // of every document; wins over what the documents say
	MaxBytes  int64      // a larger file is skipped; 0 is DefaultMaxBytes
}

// DefaultMaxBytes is the size above which a file is skipped: 64 MiB.
const DefaultMaxBytes = 64 << 20

// Skip is an input that was not read, or not wholly, and why.
type Skip struct {
	Path string
	Err  error // one sentence, without the path
}

// Collect reads files, folders (recursively, in the order of their names) and
// standard input ("-").
func Collect(ctx context.Context, paths []string, stdin io.Reader, o Options) ([]*Document, []Skip, error) {
	return nil, nil, nil
}
