package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"regtimeline/timeline/source"
)

// printable returns s on one line and fit for a terminal: without control,
// invisible and bidirectional characters, and with each byte that is not UTF-8
// shown as \xNN.
func printable(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case r == '\n' || r == '\t' || r == '\r' || r == 0x2028 || r == 0x2029:
			b.WriteByte(' ')
		case !source.Invisible(r):
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// validPath returns a path as UTF-8: each byte that is not part of a character
// is shown as \xNN, and all else stays.
func validPath(path string) string {
	if utf8.ValidString(path) {
		return path
	}
	var b strings.Builder
	for i := 0; i < len(path); {
		r, n := utf8.DecodeRuneInString(path[i:])
		if r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&b, `\x%02x`, path[i])
		} else {
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}
