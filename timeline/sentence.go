package timeline

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// reader reads one document and collects its events.
type reader struct {
	doc      *source.Document
	cues     *pattern.Set
	mentions []dates.Mention
	names    []lexicon.Match
	events   []Event
	topic    *sentence // the last sentence that named who acts or what is acted on

	count       int      // sentences so far
	authorities []string // the last that were named, and in which sentence
	authorityAt int
	companies   []string
	companyAt   int

	headings []source.Block
	last     *sentence // the sentence before in the same block
}

// sentence is one sentence with all that was found in it.
type sentence struct {
	r          *reader
	block      source.Block
	start, end int // bytes
	tokens     []pattern.Token
	cues       []cue
	mentions   []dates.Mention // those that can date an event
	names      []lexicon.Match
	addresses  [][2]int // bytes of web addresses
	opaque     []bool   // by token: part of a date or an address, whose marks part no clauses
	money      *Amount  // the first sum, once it was looked for
}

// readSentence finds the cues, names and dates of one sentence.
func (r *reader) readSentence(b source.Block, start, end int) *sentence {
	s := &sentence{r: r, block: b, start: start, end: end}
	s.tokens = r.cues.Lex(r.doc.Text, start, end, nil)
	s.addresses = addresses(r.doc.Text, start, end)
	s.names = namesIn(r.names, start, end)
	for _, m := range r.mentionsIn(start, end) {
		if m.End <= end && m.Role == "" && !m.Pointer() {
			s.mentions = append(s.mentions, m)
		}
	}
	s.mask()
	s.findCues()
	return s
}

func namesIn(names []lexicon.Match, start, end int) []lexicon.Match {
	lo := searchStart(len(names), func(i int) bool { return names[i].Start >= start })
	hi := lo
	for hi < len(names) && names[hi].End <= end {
		hi++
	}
	return names[lo:hi]
}

// searchStart is the smallest i of n for which ok, which holds from there on.
func searchStart(n int, ok func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		if mid := (lo + hi) / 2; ok(mid) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

func (s *sentence) text(t pattern.Token) string { return s.r.doc.Text[t.Start:t.End] }

// addresses returns the web addresses in text[start:end]: no words of theirs act,
// and their marks part no clauses.
func addresses(text string, start, end int) [][2]int {
	var out [][2]int
	for i := start; i < end; {
		j := strings.Index(text[i:end], "http")
		if w := strings.Index(text[i:end], "www."); w >= 0 && (j < 0 || w < j) {
			j = w
		}
		if j < 0 {
			break
		}
		lo := i + j
		hi := lo
		for hi < end && text[hi] > ' ' && text[hi] != ')' && text[hi] != '>' {
			hi++
		}
		if strings.ContainsAny(text[lo:hi], "/.") {
			out = append(out, [2]int{lo, hi})
		}
		i = hi + 1
	}
	return out
}

func (s *sentence) inAddress(offset int) bool {
	for _, a := range s.addresses {
		if offset >= a[0] && offset < a[1] {
			return true
		}
	}
	return false
}

// mask marks the tokens of dates and web addresses.
func (s *sentence) mask() {
	s.opaque = make([]bool, len(s.tokens))
	for _, m := range s.mentions {
		for i := s.tokenAt(m.Start); i < len(s.tokens) && s.tokens[i].Start < m.End; i++ {
			s.opaque[i] = true
		}
	}
	for _, a := range s.addresses {
		for i := s.tokenAt(a[0]); i < len(s.tokens) && s.tokens[i].Start < a[1]; i++ {
			s.opaque[i] = true
		}
	}
}
