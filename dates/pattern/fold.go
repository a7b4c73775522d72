package pattern

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which words are compared: lower case, without accents.
func Fold(word string) string {
	var buf []byte
	for _, r := range word {
		if !unicode.Is(unicode.Mn, r) {
			buf = appendFolded(buf, r)
		}
	}
	return string(buf)
}

// appendFolded appends the lower-case base letter of r.
func appendFolded(buf []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(buf, byte(unicode.ToLower(r)))
	}
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return utf8.AppendRune(buf, unicode.ToLower(r))
}
