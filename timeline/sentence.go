package timeline

import (
	"sort"
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

	last *sentence // the sentence before in the same block

	leadPhrases []string // phrases that only lead up to a statement
	selfNames   []string // what an instrument calls itself; none where the document is not one
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
	opaque     []bool  // by token: part of a date or a web address, whose marks part no clauses
	money      *Amount // the first sum, once it was looked for
}

// readSentence finds the cues, names and dates of one sentence.
func (r *reader) readSentence(b source.Block, start, end int) *sentence {
	s := &sentence{r: r, block: b, start: start, end: end}
	s.tokens = r.cues.Lex(r.doc.Text, start, end, nil)
	s.names = namesIn(r.names, start, end)
	for _, m := range r.mentionsIn(start, end) {
		if m.End <= end && m.Role == "" && !m.Pointer() && !m.Period() {
			s.mentions = append(s.mentions, m)
		}
	}
	s.mask()
	s.findCues()
	return s
}

func namesIn(names []lexicon.Match, start, end int) []lexicon.Match {
	lo := sort.Search(len(names), func(i int) bool { return names[i].Start >= start })
	hi := lo
	for hi < len(names) && names[hi].End <= end {
		hi++
	}
	return names[lo:hi]
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

// mask marks the tokens of dates and web addresses.
func (s *sentence) mask() {
	s.opaque = make([]bool, len(s.tokens))
	for _, m := range s.mentions {
		s.maskBytes(m.Start, m.End)
	}
	for _, a := range addresses(s.r.doc.Text, s.start, s.end) {
		s.maskBytes(a[0], a[1])
	}
}

func (s *sentence) maskBytes(start, end int) {
	for i := s.tokenAt(start); i < len(s.tokens) && s.tokens[i].Start < end; i++ {
		s.opaque[i] = true
	}
}
