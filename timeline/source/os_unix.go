//go:build unix

package source

import (
	"errors"
	"syscall"
)

// isLoop reports whether an error is that of links that lead back to themselves.
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }

// openNonblock is the flag that lets a pipe be opened before anyone writes to it.
const openNonblock = syscall.O_NONBLOCK
