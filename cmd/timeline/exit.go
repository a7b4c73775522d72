package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// The exit codes.
const (
	exitDone        = 0   // every input was read
	exitFailure     = 1   // nothing was written
	exitUsage       = 2   // the command line cannot be used as it stands; nothing was written
	exitSkipped     = 3   // done, but some input was skipped
	exitInterrupted = 130 // stopped by a signal; no file was written
)

// outcome is an error that knows its exit code. Its message is a sentence for
// the user; an empty one means that all has been said.
type outcome struct {
	code    int
	message string
}

func (o outcome) Error() string { return o.message }

func usage(format string, args ...any) error { return outcome{exitUsage, fmt.Sprintf(format, args...)} }

func failure(format string, args ...any) error {
	return outcome{exitFailure, fmt.Sprintf(format, args...)}
}

// conclude says what there is to say of an error and returns the exit code. An
// error that is no outcome comes from cobra and is one of usage. What fails
// because the run was interrupted is not spoken of.
func (a *app) conclude(err error) int {
	switch {
	case err == nil:
		return exitDone
	case a.staged.wasAborted():
		return exitInterrupted
	}
	o := outcome{exitUsage, err.Error()}
	errors.As(err, &o)
	if o.message != "" {
		a.progress.clear()
		a.say(o.message)
	}
	return o.code
}

// reason is what went wrong with a file, without its path, in plain words.
func reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "it does not exist"
	case errors.Is(err, fs.ErrPermission):
		return "permission is denied"
	case errors.Is(err, syscall.ENOSPC):
		return "no space is left on the disk"
	case errors.Is(err, syscall.ELOOP):
		return "it is a link that leads back to itself"
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	}
	return err.Error()
}

// faultPlace returns ", at file.go:12", the innermost place in this module's
// packages, when it is called from the function that recovers a panic, and ""
// where there is none.
func faultPlace() string {
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "regtimeline/") {
			return fmt.Sprintf(", at %s:%d", filepath.Base(f.File), f.Line)
		}
		if !more {
			return ""
		}
	}
}
