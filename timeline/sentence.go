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
	lexicon  *lexicon.Lexicon
	mentions []dates.Mention
	names    []lexicon.Match
	events   []Event
	topicAt  int
	topic    *sentence // the last sentence that named who acts or what is acted on

	count       int      // sentences so far
	authorities []string // the last that were named, and in which sentence
	authorityAt int
	ruledAt     int // the last sentence that named an instrument or a noun for one
	actedAt     int // the last sentence that named an authority or a noun for one; 0 for none
	companies   []string
	companyAt   int
	recent      []named // the companies of the last sentences that named any

	table    *table    // the table that is being read, or nil
	last     *sentence // the sentence before in the same block
	stem     stem      // the sentence that the points of a list complete
	title    string    // of an instrument or a judgment
	judgment bool      // the document is a decision of a court itself
	entry    entry     // the date that what is read is listed under

	feet        []foot   // where a notice is signed
	performed   []string // words by which a document says that it does something
	issuerNames []string // what who signs it calls itself
	declaring   bool     // what is read says what a decision decides

	force   *dates.Mention // the last day of an entry into force, and in which sentence
	forceAt int

	headings []source.Block // those above what is read, the outermost first

	hanLeads    []string // what joins a Chinese clause to the one before
	hanTrails   []string // what a Chinese date leaves at the end of its clause
	leadPhrases []string // phrases that only lead up to a statement
	instrument  bool     // the document is a law or order itself
	chronology  bool     // its headings are dates
	openers     bool     // dates open its paragraphs
	selfNames   []string // what an instrument calls itself; none where the document is not one
}

// sentence is one sentence with all that was found in it.
type sentence struct {
	r          *reader
	block      source.Block
	start, end int // bytes
	said       int // where what it tells begins, behind the dateline of a news item
	tokens     []pattern.Token
	cues       []cue
	mentions   []dates.Mention // those that can date an event
	names      []lexicon.Match
	dashed     []int  // where the dashes stand that open and close an insertion, in bytes
	opaque     []bool // by token: part of a date or a web address, whose marks part no clauses
	money      []sum  // the sums of money, once they were looked for
	summed     bool
}

// readSentence finds the cues, names and dates of one sentence.
func (r *reader) readSentence(b source.Block, start, end int) *sentence {
	s := &sentence{r: r, block: b, start: start, end: end, said: start}
	s.tokens = r.cues.Lex(r.doc.Text, start, end, nil)
	s.hideAddresses()
	s.names = namesIn(r.names, start, end)
	for _, m := range r.mentionsIn(start, end) {
		if m.End <= end && m.Role == "" && m.Dating() && !s.denied(m) && !s.inTitle(m) {
			s.mentions = append(s.mentions, m)
		}
	}
	s.mask()
	s.dropDateline()
	s.pairDashes()
	s.findCues()
	return s
}

// denied reports whether a date is only said not to be the one, "2018, not 2021", or
// is none of its own.
func (s *sentence) denied(m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	if i > 0 && s.text(s.tokens[i-1]) == "之" && m.Basis == dates.Resolved && m.Date.Precision() == dates.PrecisionDay {
		return true // 送達之次日 counts from what the text does not date
	}
	return i > 0 && s.tokens[i-1].Kind == pattern.Word && s.r.cues.Is(s.tokens[i-1], "negation")
}

// inTitle reports whether a date stands inside 《…》: it belongs to the name of an
// instrument and is no day on which anything was done.
func (s *sentence) inTitle(m dates.Mention) bool {
	before := s.r.doc.Text[s.start:m.Start]
	return strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
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

// mask marks the tokens of dates.
func (s *sentence) mask() {
	s.opaque = make([]bool, len(s.tokens))
	for _, m := range s.mentions {
		s.maskBytes(m.Start, m.End)
	}
}

// hideAddresses drops the tokens of web addresses and of the marks by which
// Markdown ties them to words: a reader sees "[an order](https://…) of May" as
// "an order of May".
func (s *sentence) hideAddresses() {
	hidden := addresses(s.r.doc.Text, s.start, s.end)
	if len(hidden) == 0 {
		return
	}
	kept := s.tokens[:0]
	gap, next := pattern.Glued, 0
	for _, t := range s.tokens {
		for next < len(hidden) && hidden[next][1] <= t.Start {
			next++
		}
		in := next < len(hidden) && t.Start >= hidden[next][0] && t.Start < hidden[next][1]
		if text := s.text(t); in || text == "[" || text == "]" || text == "(" && next < len(hidden) && hidden[next][0] == t.End || text == ")" && next > 0 && hidden[next-1][1] == t.Start {
			gap = max(gap, t.Gap)
			continue
		}
		t.Gap = max(gap, t.Gap)
		kept, gap = append(kept, t), pattern.Glued
	}
	s.tokens = kept
}

func (s *sentence) maskBytes(start, end int) {
	for i := s.tokenAt(start); i < len(s.tokens) && s.tokens[i].Start < end; i++ {
		s.opaque[i] = true
	}
}
