package timeline

import (
	"strings"

	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// reach is how many sentences back a text is taken to go on about the same actors.
const reach = 4

// remember keeps what a sentence named, for those that point back at it.
func (r *reader) remember(s *sentence) {
	r.count++
	if len(s.names) > 0 {
		r.topic, r.topicAt = s, r.count
	}
	if len(s.authorities()) > 0 || s.r.cues.Contains(s.tokens, "authority") {
		r.actedAt = r.count
	}
	if s.r.cues.Contains(s.tokens, "instrument") {
		r.ruledAt = r.count
	}
	if a := s.authorities(); len(a) > 0 {
		r.authorities, r.authorityAt = a, r.count
	}
	if c := s.companies(); len(c) > 0 {
		r.companies, r.companyAt = c, r.count
		r.recent = append(r.recent[max(0, len(r.recent)-reach+1):], named{r.count, c})
	}
}

func (s *sentence) authorities() []string {
	var out []string
	for i := range s.names {
		switch s.names[i].Entity.Type {
		case lexicon.Authority, lexicon.Court:
			out = appendNew(out, s.names[i].Entity.Name)
		}
	}
	return out
}

func (s *sentence) companies() []string {
	var out []string
	for i := range s.names {
		if s.names[i].Entity.Type == lexicon.Company {
			out = appendNew(out, s.names[i].Entity.Name)
		}
	}
	return out
}

// carryOver fills the actors that a sentence only points at from the sentences
// before it: who was "ordered" by nobody named, and "they", "the company".
func (s *sentence) carryOver(e *Event, c cue) {
	if e.Kind.Track() != Enforcement || s.block.Kind != source.Paragraph {
		return // an entry of a list stands alone
	}
	back := s.pointsBack(min(c.hi+6, len(s.tokens)))
	if len(e.Targets) == 0 && s.r.count-s.r.companyAt < reach && back {
		e.Targets = append(e.Targets, s.r.companies...)
	}
	if len(e.Authorities) == 0 && len(e.Targets) > 0 && (c.passive || back) && s.r.count-s.r.authorityAt < reach && len(s.r.authorities) == 1 {
		e.Authorities = append(e.Authorities, s.r.authorities...)
		e.Doubts, e.carried = append(e.Doubts, "The authority is taken from the sentences before."), true
	}
}

// pointsBack reports whether the words before a cue stand for somebody named before.
func (s *sentence) pointsBack(n int) bool {
	for i, t := range s.tokens[:n] {
		if t.Kind == pattern.Word && i < 8 && s.r.cues.Is(t, "pronoun") {
			return true
		}
	}
	return s.r.cues.Contains(s.tokens[:n], "company_noun") || s.r.cues.Contains(s.tokens[:n], "regulator_noun")
}

// standIn puts, for the words with which a name begins and that only point back
// ("It", "They", "The law"), what they stand for, where that is clear.
func (s *sentence) standIn(e *Event, c cue) {
	first, rest, ok := strings.Cut(e.Name, " ")
	if !ok {
		return
	}
	who := ""
	switch {
	case s.r.cues.Known("thingpronoun", first):
		who = s.meant(e, c)
	case e.ofParties() && s.r.cues.Known("pluralpronoun", first) && len(e.Targets) > 1 && len(e.Targets) < 4:
		who = strings.Join(e.Targets, " and ")
		if noun, behind, ok := strings.Cut(rest, " "); ok && s.r.cues.Known("company_noun", noun) {
			rest = behind
		}
	case s.r.cues.Known("article", first):
		noun, behind, ok := strings.Cut(rest, " ")
		if !ok || !s.r.cues.Known("plaininstrument", noun) || !strings.Contains(strings.ToLower(e.Instrument), strings.TrimSuffix(strings.ToLower(noun), "s")) {
			return
		}
		who, rest = e.Instrument, behind
	}
	if who != "" && !strings.Contains(rest, who) {
		e.Name = shorten(capitalise(who)+" "+rest, maxName)
	}
}

// meant returns what a pronoun stands for: of an act on an instrument the
// instrument, else who acts or, in the passive, upon whom; else the only one that
// the sentence before named.
func (s *sentence) meant(e *Event, c cue) string {
	switch {
	case e.Kind.Track() == Instrument && (c.passive || family(e.Kind) == "force") && e.Instrument != "":
		return e.Instrument
	case family(e.Kind) == "force":
		return "" // what takes effect is no authority
	case c.passive && len(e.Targets) == 1:
		return e.Targets[0]
	case !c.passive && len(e.Authorities) == 1:
		return e.Authorities[0]
	case s.r.topic == nil || s.r.count-s.r.topicAt > 1:
		return ""
	}
	actors := append(s.r.topic.authorities(), s.r.topic.companies()...)
	if len(actors) == 1 {
		return actors[0]
	}
	return ""
}

// underTitle puts the title of an instrument or a decision before a name of one or two
// words, such as "Decided" or "Made".
func (s *sentence) underTitle(e *Event, c cue) {
	title, own := s.r.title, s.r.instrument || s.r.judgment
	switch {
	case !own && (!c.Dates || len(s.topic()) > 0 || !s.inList()), e.Kind == "fact", strings.HasPrefix(s.r.doc.Language, "zh"), strings.Count(e.Name, " ") > 1, title == "":
	case strings.ContainsAny(title[:1], "[(0123456789") || strings.Contains(title, "|"):
		// the running head of a gazette
	default:
		e.Name = shorten(title+" – "+strings.ToLower(strings.TrimRight(e.Name, " :")), maxName)
	}
}

// selfNamed puts a law's title for what it calls itself: "This Regulation shall
// apply" says nothing in a table.
func (s *sentence) selfNamed(e *Event) {
	lower, title := strings.ToLower(e.Name), s.r.title
	if len(lower) != len(e.Name) {
		return
	}
	at, words := len(lower), ""
	for _, phrase := range s.r.selfNames {
		if i := strings.Index(lower, phrase); i >= 0 && i < at {
			at, words = i, phrase // the first one: "These Regulations" before "this regulation and regulation 2"
		}
	}
	if words == "" {
		return
	}
	e.Name = shorten(e.Name[:at]+title+e.Name[at+len(words):], maxName)
	if e.Instrument == "" {
		e.Instrument = title
	}
}
