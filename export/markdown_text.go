package export

import (
	"net/url"
	"strings"

	"regtimeline/timeline/source"
)

// markdownText makes text that is only text in Markdown: on one line, cut at
// limit bytes (0 is no limit), without control characters, and with a backslash
// before each character that could begin mark-up in CommonMark, GitHub's
// dialect or pandoc's. Such a backslash is read by all three. It is meant for
// the middle of a line: the writer never puts it where a block begins.
func markdownText(s string, limit int) string {
	s = source.Clean(valid(s), limit)
	var b strings.Builder
	for i := range len(s) {
		if actsInMarkdown(s, i) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// actsInMarkdown reports whether the byte of s at i needs a backslash. As few as
// possible get one, since people edit the text: a colon in a time or an address
// and the dots of "www." (GitHub makes links of them), but not the colon before
// a space; doubled dots and hyphens (pandoc makes other characters of them).
func actsInMarkdown(s string, i int) bool {
	switch c := s[i]; c {
	case '\\', '`', '*', '_', '[', ']', '{', '}', '<', '>', '#', '^', '~', '|', '&', '$', '@':
		return true
	case ':':
		return i+1 < len(s) && s[i+1] != ' '
	case '.':
		return neighbour(s, i) || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case '-', '=':
		return neighbour(s, i)
	case '!':
		return i+1 < len(s) && s[i+1] == '['
	}
	return false
}

func neighbour(s string, i int) bool {
	return i > 0 && s[i-1] == s[i] || i+1 < len(s) && s[i+1] == s[i]
}

const maxAddress = 2000 // bytes

// webAddress returns an absolute http or https address that can stand between
// < and >, and "" for anything else.
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		if c <= ' ' || c >= 0x7F || strings.IndexByte("<>\"`{}|\\^[]", c) >= 0 {
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
			continue
		}
		b.WriteByte(c)
	}
	if b.Len() > maxAddress {
		return ""
	}
	return b.String()
}
