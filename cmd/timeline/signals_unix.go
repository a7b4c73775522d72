//go:build unix

package main

import (
	"os"
	"syscall"
)

// writeSignals end a program by default when a write fails.
var writeSignals = []os.Signal{syscall.SIGPIPE, syscall.SIGXFSZ}
