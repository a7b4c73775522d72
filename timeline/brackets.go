package timeline

import (
	"strings"
	"unicode"

	"regtimeline/timeline/lexicon"
)

// dropBrackets takes what stands in round brackets out of a name: another name of
// what was just named, or a remark. What holds some words of it stays.
func dropBrackets(name, words string) string {
	for _, p := range [][2]string{{" (", ")"}, {"（", "）"}} {
		for at := 0; ; {
			i := strings.Index(name[at:], p[0])
			if i < 0 {
				break
			}
			i += at
			n := strings.Index(name[i:], p[1])
			if n < 0 {
				break
			}
			end := i + n + len(p[1])
			if holds(name[i:end], words) || numbered(name[i+len(p[0]):end-len(p[1])], name[end:]) {
				at = end
				continue
			}
			name = name[:i] + name[end:]
		}
	}
	return name
}

// holds reports whether a text has some words in it, in whatever case.
func holds(text, words string) bool {
	return words != "" && strings.Contains(strings.ToLower(text), strings.ToLower(words))
}

// numbered reports whether what stands in brackets belongs to a number, in them or
// behind them: "Regulation (EU) 2016/679", 国发（2015）40号.
func numbered(inside, behind string) bool {
	next := strings.TrimLeft(behind, " ")
	return strings.ContainsAny(inside, "(（0123456789") || strings.HasPrefix(next, "No") || strings.IndexFunc(next, unicode.IsDigit) == 0
}

// acronyms puts for each name that an acronym in brackets follows the acronym:
// "the Federal Trade Commission (FTC)" is "the FTC".
func acronyms(name string) string {
	for i := 0; i < len(name); i++ {
		n := strings.IndexByte(name[i:], ')')
		if !strings.HasPrefix(name[i:], " (") || n < 0 {
			continue
		}
		short := name[i+2 : i+n]
		if start, ok := lexicon.LongForm(name, i, short); ok {
			name = name[:start] + short + name[i+n+1:]
			i = start + len(short)
		}
	}
	return name
}
