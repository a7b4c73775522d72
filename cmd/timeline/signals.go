package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interruptible returns a context that ends when the user or the system asks
// the run to stop. A closed pipe and a file-size limit become errors of the
// write concerned, so that they too leave no temporary file behind.
func interruptible() (context.Context, context.CancelFunc) {
	signal.Ignore(writeSignals...)
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}
