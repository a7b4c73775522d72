// Command timeline turns documents into one ordered, cited timeline of
// regulatory events.
//
// It promises that an output is written whole or not at all and never over an
// input, that one input which cannot be read costs one line and not the run,
// and that its exit code says which of the two happened (see exit.go).
package main

import (
	"context"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run does what the arguments ask and returns the exit code. On an interrupt it
// returns at once, even where the work is waiting for standard input, and
// leaves no file behind.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := interruptible()
	defer stop()
	a := newApp(stdin, stdout, stderr)
	done := make(chan int, 1)
	go func() { done <- a.execute(ctx, args) }()
	code := exitInterrupted
	select {
	case code = <-done:
	case <-ctx.Done():
		if !a.staged.abort() { // it is over, or the files are just being renamed
			code = <-done
		}
	}
	if code == exitInterrupted {
		a.progress.clear()
		a.say("interrupted; no file was written")
	}
	return code
}

// execute runs the command line and turns its outcome, also a panic, into an
// exit code and one line for the user. It leaves no temporary file behind.
func (a *app) execute(ctx context.Context, args []string) (code int) {
	defer func() {
		if p := recover(); p != nil {
			a.say(fmt.Sprintf("this is a fault of timeline, not of your files; please report it: %v%s", p, faultPlace()))
			code = exitFailure
		}
		a.staged.abort()
		a.progress.clear()
	}()
	root := a.rootCommand()
	root.SetArgs(args)
	return a.conclude(root.ExecuteContext(ctx))
}
