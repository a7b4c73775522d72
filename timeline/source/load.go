package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// pipePatience is how long a named pipe may stay without a writer.
const pipePatience = 5 * time.Second

// load returns the input's bytes, at most limit of them; more is an error.
func (in *input) load(ctx context.Context, stdin io.Reader, limit int64) ([]byte, error) {
	switch in.kind {
	case standardInput:
		return loadStdin(ctx, stdin, limit)
	case pipe:
		return loadPipe(ctx, in.name, limit)
	}
	f, err := os.Open(in.name)
	if err != nil {
		return nil, plainError(in.name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > limit {
		return nil, tooLarge(limit)
	}
	data, err := readLimited(f, limit)
	if err != nil && !errors.Is(err, errTooLarge) {
		return nil, plainError(in.name, err)
	}
	return data, err
}

// loadStdin leaves the read behind when ctx ends.
func loadStdin(ctx context.Context, stdin io.Reader, limit int64) ([]byte, error) {
	if stdin == nil {
		return nil, errors.New("there is no standard input")
	}
	type result struct {
		data []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		data, err := readLimited(stdin, limit)
		if err != nil && !errors.Is(err, errTooLarge) {
			err = fmt.Errorf("standard input can't be read: %w", err)
		}
		done <- result{data, err}
	}()
	select {
	case r := <-done:
		return r.data, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// loadPipe reads a named pipe to its end. It is opened without waiting for a
// writer, so that a pipe which nobody writes to is given up after a while.
func loadPipe(ctx context.Context, name string, limit int64) ([]byte, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|openNonblock, 0)
	if err != nil {
		return nil, plainError(name, err)
	}
	defer f.Close()
	stop := context.AfterFunc(ctx, func() { _ = f.SetReadDeadline(time.Unix(1, 0)) })
	defer stop()
	for waited := time.Duration(0); ; waited += 20 * time.Millisecond {
		data, err := readLimited(f, limit)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil && !errors.Is(err, errTooLarge):
			return nil, plainError(name, err)
		case err != nil || len(data) > 0:
			return data, err
		case waited >= pipePatience:
			return nil, errors.New("is a pipe that nobody writes to")
		}
		time.Sleep(20 * time.Millisecond)
	}
}

var errTooLarge = errors.New("is too large")

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: the limit is %s", errTooLarge, sizeText(limit))
}

func sizeText(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// readLimited counts while it reads: a stream may never end.
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if n > limit {
		return nil, tooLarge(limit)
	}
	return b.Bytes(), nil
}
