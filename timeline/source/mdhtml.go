package source

import "strings"

// inlineTags are the elements that stand inside a line of text.
var inlineTags = map[string]bool{
	"a": true, "abbr": true, "b": true, "br": true, "cite": true, "code": true, "del": true, "em": true, "font": true, "i": true,
	"ins": true, "kbd": true, "mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "wbr": true,
}

// tagName returns the name, in lower case, of the tag that a text begins with, or "".
func tagName(s string) string {
	if !strings.HasPrefix(s, "<") {
		return ""
	}
	s = strings.TrimPrefix(s[1:], "/")
	n := 0
	for n < len(s) && n < 24 && (isASCIILetter(s[n]) || n > 0 && (isASCIIDigit(s[n]) || s[n] == '-')) {
		n++
	}
	if n == 0 || n == len(s) || !strings.ContainsRune(" \t/>", rune(s[n])) {
		return ""
	}
	return lowerASCII(s[:n])
}

// isBlockTag reports whether a line begins with a tag that is not inline.
func isBlockTag(s string) bool {
	name := tagName(s)
	return name != "" && !inlineTags[name]
}

// stripTags returns the stretch of a line without the tags at its ends.
func stripTags(text string, s, e int) (int, int) {
	for tagName(text[s:e]) != "" {
		end := strings.IndexByte(text[s:e], '>')
		if end < 0 {
			break
		}
		s, e = trim(text, s+end+1, e)
	}
	for s < e && text[e-1] == '>' {
		start := strings.LastIndexByte(text[s:e], '<')
		if start < 0 || tagName(text[s+start:e]) == "" {
			break
		}
		s, e = trim(text, s, s+start)
	}
	return s, e
}
