package source

import (
	"strings"
	"unicode/utf8"
)

// rawLine is a line of a text by its offsets: it ends at end, and the next line
// begins at next, after the line end.
type rawLine struct{ start, end, next int }

// lineAt returns the line that begins at start. Lines end with LF, CR LF, CR, VT,
// FF, NEL, or the line and paragraph separators U+2028 and U+2029.
func lineAt(text string, start int) rawLine {
	for i := start; i < len(text); i++ {
		if n := lineEnd(text, i); n > 0 {
			return rawLine{start, i, i + n}
		}
	}
	return rawLine{start, len(text), len(text)}
}

// lineEnd returns the length in bytes of the line end at i, and 0 where there is none.
func lineEnd(text string, i int) int {
	switch text[i] {
	case '\n', '\v', '\f':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if i+1 < len(text) && text[i+1] == 0x85 {
			return 2
		}
	case 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9) {
			return 3
		}
	}
	return 0
}

// bomLen is the length in bytes of a byte order mark at the head of the text.
func bomLen(text string) int {
	if strings.HasPrefix(text, "\ufeff") {
		return len("\ufeff")
	}
	return 0
}

// trim returns the stretch from start to end without white space, invisible
// characters and byte order marks at its ends.
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !isSpace(r) && !Invisible(r) {
			break
		}
		start += n
	}
	for end > start {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !isSpace(r) && !Invisible(r) {
			break
		}
		end -= n
	}
	return start, end
}

// addBlock adds the stretch from start to end, trimmed; an empty one is no block.
func (d *Document) addBlock(start, end int, b Block) {
	b.Start, b.End = trim(d.Text, start, end)
	if b.Start < b.End {
		d.Blocks = append(d.Blocks, b)
	}
}
