package source

import (
	"context"
	"io"
	"runtime"
	"sync"

	"regtimeline/dates"
)

// Options are what the user may say of the input.
type Options struct {
	Published dates.Date // of every document; wins over what the documents say
	Limits    Limits     // of each file

	// Progress, where it is not nil, is told after each input how many of them
	// are read. It is never called twice at a time.
	Progress func(done, total int)
}

// Skip is an input that was not read, or not wholly, and why.
type Skip struct {
	Path string
	Err  error // one sentence, without the path
}

// Collect reads files, folders (recursively, in the order of their names) and
// standard input ("-"). What can't be read becomes a Skip and the rest goes on;
// the documents and the skips are in the order of the input, whatever the number
// of cores. A sources.csv beside a document describes it and is no document
// itself. The error is that of ctx, and then there are no documents.
//
// A cancelled ctx ends Collect at once; a read of standard input that blocks is
// then left behind, since an io.Reader can't be interrupted.
func Collect(ctx context.Context, paths []string, stdin io.Reader, o Options) ([]*Document, []Skip, error) {
	w := newWalker(ctx)
	for _, p := range paths {
		w.add(p)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	readAll(ctx, w.inputs, stdin, o)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	var docs []*Document
	var skips []Skip
	for _, in := range w.inputs {
		if in.doc != nil {
			docs = append(docs, in.doc)
		}
		skips = append(skips, in.skips...)
	}
	return docs, skips, nil
}

// readAll reads the inputs on every core; each result goes to its own input.
func readAll(ctx context.Context, inputs []*input, stdin io.Reader, o Options) {
	jobs := make(chan *input)
	var wg sync.WaitGroup
	tell := teller(len(inputs), o.Progress)
	for range min(len(inputs), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for in := range jobs {
				if ctx.Err() == nil {
					in.read(ctx, stdin, o)
					tell()
				}
			}
		})
	}
	for _, in := range inputs {
		if !in.done {
			jobs <- in
		}
	}
	close(jobs)
	wg.Wait()
}

// teller returns a function that counts its calls, from any goroutine, for progress.
func teller(total int, progress func(done, total int)) func() {
	if progress == nil {
		return func() {}
	}
	var mu sync.Mutex
	done := 0
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		progress(done, total)
	}
}

// read makes the input's document, or its skip.
func (in *input) read(ctx context.Context, stdin io.Reader, o Options) {
	data, err := in.load(ctx, stdin, o.Limits.orDefault().FileBytes)
	if err != nil {
		in.skip(err)
		return
	}
	doc, err := ReadWithin(ctx, in.path, data, o.Limits)
	if err != nil {
		in.skip(err)
		return
	}
	doc.applyManifest(in.row)
	doc.applyFlag(o.Published)
	in.doc = doc
}
