package lexicon

import (
	"strings"
	"unicode/utf8"
)

// han takes the title or the run of Han characters at text[i:].
func (u *unknown) han(i int) int {
	if strings.HasPrefix(u.text[i:], "《") {
		return u.title(i)
	}
	end := hanRun(u.text, i)
	u.hanRunNames(i, end)
	return end
}

// The longest title and the longest name in bytes; what is longer is no name.
const (
	maxTitle   = 360
	maxHanName = 120
)

// title takes 《…》 where its ending is that of an instrument. The match is the
// title without the brackets.
func (u *unknown) title(i int) int {
	open := i + len("《")
	limit := u.text[open:min(len(u.text), open+maxTitle)]
	depth := 1
	for j, r := range limit {
		switch r {
		case '《':
			depth++
		case '》':
			depth--
		}
		if depth == 0 {
			inner := limit[:j]
			if k, ok := titleKind(inner); ok && !strings.Contains(inner, "\n\n") {
				u.put(open, open+j, k)
			}
			return open + j + len("》")
		}
	}
	return open
}

// titleKind returns what sort of instrument a Chinese title names. What stands in
// brackets behind it – （试行）, （2016—2020年） – is passed over.
func titleKind(s string) (headKind, bool) {
	s = foldKey(s)
	for strings.HasSuffix(s, ")") {
		i := strings.LastIndexByte(s, '(')
		if i <= 0 {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	s = strings.TrimSuffix(s, "草案")
	best := hanEnding{}
	for _, e := range heads().hanTitle {
		if len(e.text) > len(best.text) && len(s) > len(e.text) && strings.HasSuffix(s, e.text) {
			best = e
		}
	}
	return best.kind, best.text != ""
}

// hanRun returns the end of the Han characters at text[i:], with brackets that
// hold a few of them: 滴滴出行科技(北京)有限公司.
func hanRun(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isHan(r) {
			i += n
			continue
		}
		if r == '(' || r == '（' {
			if end := hanBracket(text, i+n); end > 0 {
				i = end
				continue
			}
		}
		break
	}
	return i
}

// hanBracket returns the end of up to six Han characters and a closing bracket
// at text[i:], where Han characters follow it, or 0.
func hanBracket(text string, i int) int {
	for range 7 {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == ')' || r == '）' {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if isHan(next) {
				return i + n
			}
			return 0
		}
		if !isHan(r) {
			return 0
		}
		i += n
	}
	return 0
}

// hanRunNames takes the names in a run of Han characters. A name reaches from the
// first place word behind the last stop word to an ending such as 委员会; a company
// may do without the place.
func (u *unknown) hanRunNames(i, end int) {
	h := u.heads
	if i > 0 && (u.text[i-1] >= '0' && u.text[i-1] <= '9' || u.text[i-1] == ' ') { // 7月4日某公司
		for r, n := utf8.DecodeRuneInString(u.text[i:]); strings.ContainsRune("年月日号號", r); r, n = utf8.DecodeRuneInString(u.text[i:]) {
			i += n
		}
	}
	begin, place := i, -1
	for i < end {
		if n, w := h.hanLast.prefixAt(u.text[:end], i); n > 0 && i > begin {
			if stop := i + n; u.hanEnds(stop, end, w.entity.Type) {
				start := place
				if start >= 0 && w.entity.Type == Company && strings.ContainsRune("全国中最世", firstRune(u.text[start:])) && !strings.HasPrefix(u.text[start:], "中国") {
					start = -1 // 全国首批某集团 is no company
				}
				if start > begin && (u.text[start-1] == '(' || strings.HasSuffix(u.text[:start], "（")) {
					start = -1 // 某某科技(北京)有限公司
				}
				if start < 0 && w.entity.Type == Company && n >= len("有限公司") {
					if start = begin; i-start < len("某某") {
						start = -1
					}
				}
				if start >= 0 && start < i && stop-start <= maxHanName {
					u.put(start, stop, headKind{w.entity.Type, w.entity.Form})
				}
				i, begin, place = stop, stop, -1
				continue
			}
		}
		if n, _ := h.hanPlace.prefixAt(u.text[:end], i); n > 0 {
			if place < 0 {
				place = i
			}
			i += n
			continue
		}
		if n, _ := h.hanStop.prefixAt(u.text[:end], i); n > 0 {
			i += n
			begin, place = i, -1
			continue
		}
		_, n := utf8.DecodeRuneInString(u.text[i:])
		i += n
	}
}

// hanEnds reports whether a name may end at text[stop]: not where the word goes
// on, as in 委员会议 or 财政部门, nor before a further ending of its sort, as in
// 集团有限公司.
func (u *unknown) hanEnds(stop, end int, t Type) bool {
	if stop == end {
		return true
	}
	next, _ := utf8.DecodeRuneInString(u.text[stop:])
	if strings.ContainsRune("门門议議员員长長", next) {
		return false
	}
	for i := stop; i < min(end, stop+maxHanName/3); {
		if n, w := u.heads.hanLast.prefixAt(u.text[:end], i); n > 0 {
			return (w.entity.Type == Company) != (t == Company)
		}
		if n, _ := u.heads.hanStop.prefixAt(u.text[:end], i); n > 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(u.text[i:])
		i += n
	}
	return true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
