//go:build !unix

package source

import "strings"

// isLoop reports whether an error is that of links that lead back to themselves.
func isLoop(err error) bool { return strings.Contains(err.Error(), "too many links") }

// openNonblock is the flag that lets a pipe be opened before anyone writes to it.
const openNonblock = 0
