package source

import "strings"

// InjectionBegin and InjectionEnd are what the HTML comments say between which a timeline is written into
// a report. What stands there is ours, and no source of a timeline.
const (
	InjectionBegin = "timeline:begin"
	InjectionEnd   = "timeline:end"
)

// injected returns where the comment ends that closes a timeline which the
// comment text[from:to] opens.
func injected(text string, from, to int) (end int, ok bool) {
	if commentText(text[from:to]) != InjectionBegin {
		return 0, false
	}
	for at := to; ; {
		i := strings.Index(text[at:], "<!--")
		if i < 0 {
			return 0, false
		}
		j := strings.Index(text[at+i:], "-->")
		if j < 0 {
			return 0, false
		}
		comment := text[at+i : at+i+j+3]
		at += i + j + 3
		switch commentText(comment) {
		case InjectionEnd:
			return at, true
		case InjectionBegin: // of another, while the first is not closed
			return 0, false
		}
	}
}

// commentText is what an HTML comment says.
func commentText(comment string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(comment, "<!--"), "-->"))
}
