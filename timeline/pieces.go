package timeline

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// maxSentence is the length, in bytes, beyond which a sentence is read in pieces:
// a text without full stops must not cost more than its length, and a quotation
// of a whole page is no quotation.
const maxSentence = 2000

// sentences returns the sentences of a block, long ones cut at a mark or a space
// outside dates.
func (r *reader) sentences(b source.Block) [][2]int {
	var out [][2]int
	for _, span := range source.Sentences(r.doc.Text[b.Start:b.End]) {
		lo, hi := b.Start+span[0], b.Start+span[1]
		for hi-lo > maxSentence {
			cut := r.cut(lo, lo+maxSentence)
			out = append(out, [2]int{lo, cut})
			lo = cut
		}
		out = append(out, r.points(lo, hi)...)
	}
	return out
}

// points takes the points of a list in a sentence of an instrument apart: "come
// into force— (a) for regulation 1, on 3 May; (b) for all others, on 1 June".
func (r *reader) points(lo, hi int) [][2]int {
	var out [][2]int
	from := lo
	if r.instrument {
		for _, at := range pointMark.FindAllStringSubmatchIndex(r.doc.Text[lo:hi], -1) {
			out = append(out, [2]int{from, lo + at[2]})
			from = lo + at[2]
		}
	}
	return append(out, [2]int{from, hi})
}

// pointMark is the number of a point of a list in running text, behind the mark
// that ends what stands before it.
var pointMark = regexp.MustCompile(`[—–:;](?: and| or)?\s+(\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)`)

// cut returns where a piece that begins at lo ends, at most at limit: behind the
// last full stop, comma or space of its second half, else at a rune.
func (r *reader) cut(lo, limit int) int {
	for _, m := range r.mentionsIn(lo, limit+1) {
		if m.End > limit {
			limit = m.Start
		}
	}
	half := r.doc.Text[lo+(limit-lo)/2 : limit]
	for _, mark := range []string{". ", "; ", "。", "；", ", ", "，", " "} {
		if i := strings.LastIndex(half, mark); i >= 0 {
			return limit - len(half) + i + len(mark)
		}
	}
	for limit > lo+1 && !utf8.RuneStart(r.doc.Text[limit]) {
		limit--
	}
	return limit
}

// mentionsIn returns the mentions that begin in [lo, hi).
func (r *reader) mentionsIn(lo, hi int) []dates.Mention {
	from := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].Start >= lo })
	to := from
	for to < len(r.mentions) && r.mentions[to].Start < hi {
		to++
	}
	return r.mentions[from:to]
}
