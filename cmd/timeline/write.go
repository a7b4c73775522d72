package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"syscall"

	"regtimeline/export"
	"regtimeline/timeline"

	"golang.org/x/term"
)

// write writes the timeline to every output. All are rendered before anything
// is seen of one; then streams are written, as their writing may fail, and the
// files are put in place last.
func (a *app) write(t *timeline.Timeline, all outputs, options export.Options) error {
	rendered := make([]bytes.Buffer, len(all)) // of streams; files go to disk
	for i, o := range all {
		render := func(w io.Writer) error { return o.format.Write(w, t, options) }
		var err error
		switch {
		case o.into:
			err = a.inject(o, t, options)
		case o.place == toFile:
			err = a.staged.add(o, render)
		default:
			err = render(&rendered[i])
		}
		if err != nil {
			return failure("%s could not be written: %s; nothing was written", o, reason(err))
		}
	}
	for i, o := range all {
		var err error
		switch o.place {
		case toStdout:
			err = a.writeStdout(rendered[i].Bytes(), o.format)
		case toDevice:
			err = writeDevice(o.name, rendered[i].Bytes())
		}
		if err != nil {
			return err
		}
	}
	return a.staged.commit()
}

// writeStdout refuses to fill a terminal with a format that is not text.
func (a *app) writeStdout(data []byte, format export.Format) error {
	f, ok := a.stdout.(*os.File)
	if ok && bytes.IndexByte(data, 0) >= 0 && term.IsTerminal(int(f.Fd())) {
		return usage("%s is not text for a terminal; give -o FILE%s", format.Name, format.Extension)
	}
	a.progress.clear()
	_, err := a.stdout.Write(data)
	return streamError(err)
}

// streamError is the failure of a write to standard output. A reader that went
// away early, such as head, has what it wanted: there is nothing to say.
func streamError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.EPIPE):
		return outcome{code: exitFailure}
	}
	return failure("standard output could not be written: %s", reason(err))
}

// writeDevice writes to what is no regular file, and so cannot be replaced.
func writeDevice(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return failure("%s could not be opened: %s", name, reason(err))
	}
	_, err = f.Write(data)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return failure("%s could not be written: %s", name, reason(err))
	}
	return nil
}

// buffered runs write on a buffer in front of w, and flushes it.
func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}
