package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// extract returns the events that one document tells of, dated and undated, not
// yet merged.
func extract(doc *source.Document) []Event {
	if !cuesFor(doc.Language) {
		return unread(doc)
	}
	r := reader{doc: doc, cues: lexicon.Cues(), mentions: Mentions(doc)}
	r.names = lexicon.Default().Local(doc.Text).Names(doc.Text)
	for _, b := range doc.Blocks {
		switch b.Kind {
		case source.Footnote:
			r.readNote(b)
		case source.Heading:
			r.openHeading(b)
			r.readBlock(b)
		case source.Paragraph, source.ListItem, source.TableCell:
			r.readBlock(b)
		}
	}
	return r.events
}

// openHeading keeps the headings under which the text now stands.
func (r *reader) openHeading(b source.Block) {
	for n := len(r.headings); n > 0 && r.headings[n-1].Level >= b.Level; n = len(r.headings) {
		r.headings = r.headings[:n-1]
	}
	r.headings = append(r.headings, b)
}

func (r *reader) readBlock(b source.Block) {
	if r.last != nil && (b.End-b.Start > shortBlock || r.last.end-r.last.start > shortBlock) {
		r.last = nil
	}
	for _, span := range r.sentences(b) {
		s := r.readSentence(b, span[0], span[1])
		if len(s.cues) == 0 {
			s.inheritCue()
			s.labelCue()
		}
		r.tell(s)
		r.last = s
		r.remember(s)
	}
}

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
		out = append(out, [2]int{lo, hi})
	}
	return out
}

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

// shortBlock is the length, in bytes, up to which lines are read as a list, each
// of which may leave out what the one before it says.
const shortBlock = 80

// mentionsIn returns the mentions that begin in [lo, hi).
func (r *reader) mentionsIn(lo, hi int) []dates.Mention {
	from := searchStart(len(r.mentions), func(i int) bool { return r.mentions[i].Start >= lo })
	to := from
	for to < len(r.mentions) && r.mentions[to].Start < hi {
		to++
	}
	return r.mentions[from:to]
}

// tell turns the pairs of a sentence into events.
func (r *reader) tell(s *sentence) {
	used := make([]bool, len(s.cues))
	paired := make([]bool, len(s.mentions))
	dated := false
	for _, p := range s.pairs() {
		used[p.cue], paired[p.mention] = true, true
		if e, ok := s.event(s.cues[p.cue], &s.mentions[p.mention]); ok {
			e.Confidence = p.confidence()
			r.events = append(r.events, e)
			dated = true
		}
	}
	for i := range s.mentions {
		if !paired[i] {
			r.fact(s, &s.mentions[i])
		}
	}
	if !dated {
		r.undated(s, used)
	}
}

// pair is a cue with the date that belongs to it.
type pair struct {
	cue, mention int
	score        int
}

func (p pair) confidence() float64 {
	return clamp(0.6+0.04*float64(p.score), 0.3, 0.95)
}

func clamp(x, lo, hi float64) float64 { return max(lo, min(hi, x)) }

// pairs gives each date the cue that fits it best by position, and adds the
// verbs that are joined to that cue and share its date.
func (s *sentence) pairs() []pair {
	var out []pair
	for m := range s.mentions {
		best := pair{-1, m, minScore - 1}
		for c := range s.cues {
			if score := s.score(c, m); score > best.score {
				best = pair{c, m, score}
			}
		}
		if best.cue < 0 && len(out) > 0 {
			best = s.listed(out[len(out)-1], m)
		}
		if best.cue >= 0 {
			out = append(out, best)
		}
	}
	s.share(&out)
	return out
}

// farApart is how many tokens may lie between a cue and its date.
const farApart = 60

// minScore is the least score at which a cue and a date belong together.
const minScore = 0

// listed gives a date that only goes on a list of dates the cue of the one before:
// "renewed in 2004, 2009 and 2014". No other act may stand between them.
func (s *sentence) listed(before pair, m int) pair {
	none := pair{cue: -1}
	a, b := s.mentions[before.mention], s.mentions[m]
	if before.mention != m-1 || a.Date.Precision() != b.Date.Precision() || s.counts(b) {
		return none
	}
	lo, hi := s.tokenAt(a.End), s.tokenAt(b.Start)
	if hi-lo > 14 || hi == lo || hi == 0 || !s.joins(lo, hi) {
		return none
	}
	for _, c := range s.cues {
		if c.start >= a.End && c.end <= b.Start {
			return none
		}
	}
	return pair{before.cue, m, max(before.score-2, 0)}
}

// joins reports whether a comma or "and" stands among tokens [lo, hi) and no word
// that begins a new clause.
func (s *sentence) joins(lo, hi int) bool {
	joined := false
	for _, t := range s.tokens[lo:hi] {
		switch {
		case s.r.cues.Is(t, "subordinate"), s.breaks(t) > 2:
			return false
		case s.r.cues.Is(t, "and"), s.breaks(t) == 2:
			joined = true
		}
	}
	return joined
}

// share gives a verb that no date has chosen the date of the verb it is joined to:
// "fined the company and ordered it to stop".
func (s *sentence) share(out *[]pair) {
	for c, x := range s.cues {
		if x.Noun || x.Weight < 2 || slices.ContainsFunc(*out, func(p pair) bool { return p.cue == c }) {
			continue
		}
		for _, p := range slices.Clone(*out) {
			y := s.cues[p.cue]
			if y.kind != x.kind && !y.Noun && s.joined(y, x, s.mentions[p.mention]) {
				*out = append(*out, pair{c, p.mention, p.score - 3})
				break
			}
		}
	}
}

// joined reports whether two verbs share a clause's date: "and" stands between
// them, no other date and no sign that begins a new clause does.
func (s *sentence) joined(a, b cue, m dates.Mention) bool {
	lo, hi := min(a.hi, b.hi), max(a.lo, b.lo)
	and := false
	for _, t := range s.tokens[lo:max(lo, hi)] {
		switch {
		case s.r.cues.Is(t, "and"):
			and = true
		case s.r.cues.Is(t, "subordinate"):
			return false
		case t.Kind == pattern.Punct && s.breaks(t) > 4:
			return false
		}
	}
	for _, o := range s.mentions {
		if o.Start != m.Start && o.Start > min(a.start, b.start) && o.Start < max(a.end, b.end)+80 {
			return false
		}
	}
	return and && hi-lo < 24
}

// score says how well a cue fits a date: high for a strong verb close by in the
// same clause, low over commas, other verbs and other dates.
func (s *sentence) score(c, m int) int {
	x, date := s.cues[c], s.mentions[m]
	score := 4 + 2*x.Weight
	if x.Noun {
		score -= 2
	}
	if x.Noun && s.r.cues.Contains(s.tokens[max(0, x.lo-12):min(len(s.tokens), x.hi+8)], "statistic") {
		score -= 5
	}
	if x.Dates {
		score -= 4
	}
	if x.kind == "statement" && s.reportsAnother(c) {
		score -= 4
	}
	if x.start >= date.Start && x.end <= date.End || s.counts(date) {
		return -100
	}
	lo, hi := x.hi, s.tokenAt(date.Start)
	dateFirst := date.Start < x.start
	if dateFirst {
		lo, hi = s.tokenAt(date.End), x.lo
	}
	if hi-lo > farApart {
		return -100
	}
	commas := 0
	for i := lo; i < hi && i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case s.opaque[i]:
		case t.Kind == pattern.Punct:
			b := s.breaks(t)
			if b == 2 {
				commas++
			}
			if dateFirst && commas == 1 && b == 2 && s.opens(date) {
				b = 0 // "In July 2015, the council issued …"
			}
			if dateFirst && b == 2 && s.tokens[x.lo].Kind == pattern.Han {
				b = 1 // clauses in a chain share the date that opens it
			}
			score -= b
		case i > 0 && s.r.cues.Is(s.tokens[i-1], "reporting") && s.text(t) == "that":
		case i == lo && dateFirst && s.r.cues.Is(t, "whenthat"): // "in 2015, when it released the plan"
		case s.r.cues.Is(t, "subordinate") && dateFirst && !s.opens(date):
			score -= 12 // the date is the main clause's: "rose on Monday after the regulator fined it"
		case s.r.cues.Is(t, "subordinate") && dateFirst:
			score -= 2 // an insertion: "In November, not long after the sale, the regulator …"
		case s.r.cues.Is(t, "subordinate"):
			score -= 6
		case s.r.cues.Is(t, "statistic"):
			score -= 5
		case s.r.cues.Is(t, "and"):
			score -= 2
		}
	}
	if s.tokens[x.lo].Kind == pattern.Han {
		score -= (hi - lo) / 12 // each character is a token
	} else {
		score -= (hi - lo) / 6
	}
	switch {
	case hi-lo <= 3:
		score += 2
	case x.Noun && hi-lo > 5 && date.Date.Precision() == dates.PrecisionYear:
		score -= 6 // "the fine reflected the state of its service in 2018"
	case x.Noun && hi-lo > 5:
		score -= 3
	}
	for i, o := range s.cues {
		if i != c && !o.Noun && o.lo >= lo && o.hi <= hi {
			score -= 2
		}
	}
	for i, o := range s.mentions {
		if i != m && o.Start > min(x.start, date.Start) && o.Start < max(x.start, date.Start) {
			score -= 4
		}
	}
	if dateFirst && !s.opens(date) && s.tokens[x.lo].Kind != pattern.Han {
		score -= 2
	}
	return score
}

// counts reports whether the words right behind a date make it the period of a
// statistic: "its 2019 sales", 2019年销售额.
func (s *sentence) counts(m dates.Mention) bool {
	i := s.tokenAt(m.End)
	n := 3
	if i < len(s.tokens) && s.tokens[i].Kind == pattern.Han {
		n = 8
	}
	end := i
	for end < min(i+n, len(s.tokens)) && s.breaks(s.tokens[end]) == 0 {
		end++
	}
	return s.r.cues.Contains(s.tokens[i:end], "statistic")
}

// reportsAnother reports whether a verb of saying introduces another act: then
// that is what the sentence tells.
func (s *sentence) reportsAnother(c int) bool {
	if s.cues[c].Weight > 1 {
		return false
	}
	return slices.ContainsFunc(s.cues[c+1:], func(o cue) bool { return o.kind != "statement" && !o.Noun })
}

// opens reports whether a date stands at the head of its sentence, so that it dates
// the whole: a few words in, or in a phrase that begins with a preposition, "For a
// period from late 2020 into 2022, …".
func (s *sentence) opens(m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	if i < len(s.tokens) && s.tokens[max(0, i-1)].Kind == pattern.Han {
		return i <= 10 // a subject may stand before the date, and each character is a token
	}
	return i <= 3 || i <= 8 && s.r.cues.Is(s.tokens[0], "datelead") && !slices.ContainsFunc(s.cues, func(c cue) bool { return c.start < m.Start })
}

// breaks says how strongly a mark parts clauses.
func (s *sentence) breaks(t pattern.Token) int {
	switch s.text(t) {
	case ",", "，", "、":
		return 2
	case ";", "；":
		return 8
	case ":", "：", "—", "–", "。":
		return 5
	case "(", ")", "（", "）", "“", "”", "\"":
		return 1
	}
	return 0
}

// tokenAt returns the first token that begins at or after a byte offset.
func (s *sentence) tokenAt(offset int) int {
	return searchStart(len(s.tokens), func(i int) bool { return s.tokens[i].Start >= offset })
}

// inheritCue gives a sentence without a verb, such as "Part B on 18 May 2021.",
// the cue of the sentence before it: the verb is left out because it is the same.
func (s *sentence) inheritCue() {
	if s.r.last == nil || len(s.r.last.cues) != 1 || len(s.mentions) != 1 || len(s.tokens) > 12 {
		return
	}
	m := s.mentions[0]
	before := s.tokenAt(m.Start)
	if before == 0 || before > 6 || !s.r.cues.Is(s.tokens[before-1], "at") {
		return
	}
	c := s.r.last.cues[0]
	c.lo, c.hi, c.start, c.end = before-1, before, s.tokens[before-1].Start, s.tokens[before-1].End
	c.ID += " (carried on)"
	s.cues = append(s.cues, c)
}

// labelCue gives a heading or entry that is only a title with its date in
// brackets, "Harbour Plan (July 2015)", the kind of what the title names.
func (s *sentence) labelCue() {
	if len(s.cues) > 0 || len(s.mentions) != 1 || len(s.tokens) > 30 {
		return
	}
	m := s.mentions[0]
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	if i == 0 || j >= len(s.tokens) || s.breaks(s.tokens[i-1]) != 1 || s.breaks(s.tokens[j]) != 1 || j+2 < len(s.tokens) {
		return
	}
	if k := s.titleKind(i); k != "" {
		c := cue{kind: k, lo: i - 1, hi: i, start: s.tokens[i-1].Start, end: s.tokens[i-1].End, governor: -1}
		c.CueRule = lexicon.CueRule{ID: "title", Kind: string(k), Weight: 2}
		s.cues = append(s.cues, c)
	}
}

// titleKind is the kind of the instrument that the first n tokens name, or "".
func (s *sentence) titleKind(n int) Kind {
	for _, k := range []Kind{"draft", "plan", "guidance"} {
		if s.r.cues.Contains(s.tokens[:n], "as_"+string(k)) {
			return k
		}
	}
	for _, x := range s.names {
		if x.Entity.Type == lexicon.Instrument {
			if x.Entity.Form == "plan" {
				return "plan"
			}
			return "publication"
		}
	}
	return ""
}
