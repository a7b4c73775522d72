package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// fillFields takes from the names of the sentence who acted, upon whom, and on
// which instrument.
func (s *sentence) fillFields(e *Event, c cue) {
	han := c.lo < len(s.tokens) && s.tokens[c.lo].Kind == pattern.Han
	if han {
		s.hanActors(e, c)
	}
	for i := range s.names {
		n := &s.names[i]
		switch {
		case n.Entity.Type == lexicon.Instrument:
			if e.Instrument == "" || s.nearer(n, c) {
				e.Instrument = s.instrument(n)
			}
		case han: // told above
		case regulatory(n.Entity.Type):
			if s.acts(n, c) {
				e.Authorities = appendNew(e.Authorities, n.Entity.Name)
			}
		case n.Entity.Type == lexicon.Company:
			if e.Kind.Track() == Enforcement {
				e.Targets = appendNew(e.Targets, n.Entity.Name)
			}
		}
		if e.Jurisdiction == "" {
			e.Jurisdiction = n.Entity.Jurisdiction
		}
	}
	if e.Instrument == "" {
		e.Instrument = s.plainInstrument(e.Kind, c)
	}
	e.Amount = s.amount(c).in(s.country(e))
	e.Provision = s.provision()
}

// nearer reports whether a name is the one closest to the cue so far; the names
// come in order, so that only one behind the cue can be.
func (s *sentence) nearer(n *lexicon.Match, c cue) bool {
	return n.Start < c.start || n.Start-c.end < 60 && !s.hasInstrumentBefore(c)
}

func (s *sentence) hasInstrumentBefore(c cue) bool {
	for _, n := range s.names {
		if n.Entity.Type == lexicon.Instrument && n.End <= c.start && c.start-n.End < 120 {
			return c.passive || c.kind == "entry_into_force" || c.kind == "application"
		}
	}
	return false
}

// acts reports whether an authority is the one that acts: it stands before an
// active verb, or after "by", or from whom the act comes; behind a noun or verb without either it still may.
func (s *sentence) acts(n *lexicon.Match, c cue) bool {
	if n.End <= c.start {
		return true
	}
	i := s.tokenAt(n.Start)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "article") {
		i--
	}
	return i > 0 && (s.r.cues.Is(s.tokens[i-1], "agent") || s.counterparty(c, i-1))
}

// counterparty reports whether the word at token i leads to the one with whom a case
// is settled, or from whom something is received.
func (s *sentence) counterparty(c cue, i int) bool {
	switch {
	case c.kind == "settlement":
		return s.r.cues.Is(s.tokens[i], "partyto")
	case s.r.cues.Is(s.tokens[c.lo], "receive"):
		return s.r.cues.Is(s.tokens[i], "receivedfrom")
	}
	return false
}

// instrument returns the name of an instrument with what belongs to it: "13th
// Five-Year Plan" goes on "for Informatization".
func (s *sentence) instrument(n *lexicon.Match) string {
	if end := s.extended(n); end > n.End {
		return source.Clean(s.r.doc.Text[n.Start:end], 160)
	}
	return n.Entity.Name
}

// extended returns the end of a name that goes on with "for", "on" or "of" and
// capitalised words, or the name's own end.
func (s *sentence) extended(n *lexicon.Match) int {
	end := n.End
	i := s.tokenAt(end)
	if i >= len(s.tokens) || !s.r.cues.Is(s.tokens[i], "nameglue") {
		return end
	}
	for i++; i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case t.Kind == pattern.Word && t.Upper && !s.insideMention(t.Start):
			end = t.End
		case s.r.cues.Is(t, "nameglue"), s.r.cues.Is(t, "article"), s.r.cues.Is(t, "and"), s.text(t) == "&":
		default:
			return end
		}
	}
	return end
}

// plainInstrument names an instrument that only a common noun stands for, by the
// one that the text spoke of last: "the law took effect".
func (s *sentence) plainInstrument(k Kind, c cue) string {
	if k.Track() == Instrument && s.r.instrument && s.saysSelf() {
		return s.r.title
	}
	if k.Track() != Instrument || s.r.topic == nil || !s.r.cues.Contains(s.tokens[:c.lo], "backreference") {
		return ""
	}
	for i := len(s.r.topic.names) - 1; i >= 0; i-- {
		if n := &s.r.topic.names[i]; n.Entity.Type == lexicon.Instrument {
			return s.r.topic.instrument(n)
		}
	}
	return ""
}

// saysSelf reports whether a sentence of an instrument speaks of itself: "this Order".
func (s *sentence) saysSelf() bool {
	text := strings.ToLower(s.r.doc.Text[s.start:s.end])
	return slices.ContainsFunc(s.r.selfNames, func(phrase string) bool { return strings.Contains(text, phrase) })
}

// amount returns the sum of money that belongs to a cue: the nearest behind it
// or, where none follows in its clause, the nearest before it. One that another
// act is nearer to is not its own.
func (s *sentence) amount(c cue) sum {
	var best sum
	least := farApart
	for _, x := range s.sums() {
		at := s.tokenAt(s.start + x.start)
		gap := s.gap(c, at)
		if gap < least && !slices.ContainsFunc(s.cues, func(o cue) bool {
			return o.start != c.start && o.kind.Track() == Enforcement && s.gap(o, at) < gap && o.kind != c.kind
		}) {
			best, least = x, gap
		}
	}
	return best
}

// country returns the country (ISO 3166-1) of the first authority that acts, or "".
func (s *sentence) country(e *Event) string {
	for i := range s.names {
		if n := &s.names[i]; len(e.Authorities) > 0 && n.Entity.Name == e.Authorities[0] {
			return n.Entity.Jurisdiction
		}
	}
	return ""
}

// gap is how far a token lies from a cue; what stands behind a verb is nearer than
// what stands before it.
func (s *sentence) gap(c cue, at int) int {
	if at >= c.hi {
		return (at - c.hi)
	}
	return 2*(c.lo-at) + 3
}

// sums returns the sums of money of the sentence. They are looked for once, and
// only where a currency is named.
func (s *sentence) sums() []sum {
	if !s.summed {
		s.summed = true
		for _, t := range s.tokens {
			if s.r.cues.Is(t, "currency") {
				s.money = slices.DeleteFunc(findAmounts(s.r.doc.Text[s.start:s.end]), s.unitPrice)
				break
			}
		}
	}
	return s.money
}

// unitPrice reports whether a sum is only the price of one share: "at 14 dollars a
// share", 每股14美元.
func (s *sentence) unitPrice(x sum) bool {
	lo, hi := s.tokenAt(s.start+x.start), s.tokenAt(s.start+x.end)
	return s.r.cues.Contains(s.tokens[hi:min(hi+3, len(s.tokens))], "pershare") || s.r.cues.Contains(s.tokens[max(0, lo-6):lo], "pershare")
}

// provision returns "Article 37" or 第三十七条 where the sentence names one.
func (s *sentence) provision() string {
	for i, t := range s.tokens {
		if t.Kind == pattern.Word && t.Upper && s.r.cues.Is(t, "provision") && i+1 < len(s.tokens) && s.tokens[i+1].Kind == pattern.Number {
			return s.r.doc.Text[t.Start:s.tokens[i+1].End]
		}
	}
	return ""
}

func appendNew(xs []string, x string) []string {
	if slices.Contains(xs, x) {
		return xs
	}
	return append(xs, x)
}

func capitalise(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// past reports whether a verb is in a past form: one in -ed, or an irregular one
// that the data lists.
func (s *sentence) past(t pattern.Token) bool {
	return strings.HasSuffix(strings.ToLower(s.text(t)), "ed") || s.r.cues.Is(t, "irregularpast")
}

func isHanText(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Han, r)
}
