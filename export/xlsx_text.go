package export

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"regtimeline/timeline/source"
)

// maxLineFeeds is the number of lines, less one, that a cell of Excel shows.
const maxLineFeeds = 253

// cellText makes any text one that a cell may hold: without the characters that
// XML or a terminal would choke on, with at most 253 line feeds and at most
// 32,767 UTF-16 units, where a longer text ends in " …". It begins with an
// apostrophe where it would be a formula once the sheet is saved as CSV.
func cellText(s string) string {
	var b strings.Builder
	feeds := 0
	s = strings.ReplaceAll(valid(s), "\r\n", "\n")
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			if feeds++; feeds > maxLineFeeds {
				b.WriteByte(' ')
			} else {
				b.WriteByte('\n')
			}
		case r == '\t':
			b.WriteByte(' ')
		case source.Invisible(r):
		default:
			b.WriteRune(r)
		}
	}
	s = literalEscapes(b.String())
	if startsFormula(s) {
		s = "'" + s
	}
	return cutUTF16(s, excelize.TotalCellChars)
}

// In a workbook _x0041_ stands for A. excelize escapes text that looks so, but
// not half a surrogate pair, and of two that share an underscore only the first.
var (
	surrogateEscape = regexp.MustCompile(`_(x[Dd][89A-Fa-f][0-9A-Fa-f]{2}_)`)
	sharedEscape    = regexp.MustCompile(`(_x[0-9A-Fa-f]{4})_(x[0-9A-Fa-f]{4}_)`)
)

// literalEscapes gives the look-alikes that excelize would leave live a
// full-width underscore, so that they are read as they stand.
func literalEscapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	s = surrogateEscape.ReplaceAllString(s, "＿$1")
	return sharedEscape.ReplaceAllString(s, "$1＿$2")
}

// cutUTF16 cuts text to limit UTF-16 units, between characters.
func cutUTF16(s string, limit int) string {
	const more = " …"
	if len(s) <= limit {
		return s // UTF-8 has no fewer bytes than UTF-16 has units
	}
	units, cut := 0, 0 // cut: where the text must end to leave room for more
	for i, r := range s {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		if units+n <= limit-utf8.RuneCountInString(more) {
			cut = i + utf8.RuneLen(r)
		}
		if units += n; units > limit {
			return strings.TrimRight(s[:cut], " \n") + more
		}
	}
	return s
}
