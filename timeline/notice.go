package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/lexicon"
)

// foot is where a Chinese notice, order or decision is signed: who issued it and
// on which day. What such a document declares ("现予公布", "决定处罚如下") is done on
// that day, though no sentence of it says so.
type foot struct {
	mention    *dates.Mention
	start, end int          // bytes of the lines that name the issuer and the day
	issuer     string       // as the lists name it
	line       string       // and as the document does
	kind       Kind         // what its title says that the document is; "" where it says nothing
	told       map[Kind]int // where among the events that is which it told of each kind, from 1
	head       bool         // it stands at the head, over the number of the notice
	party      string       // upon whom it decides
}

const (
	titleLines = 4  // within how many lines a notice says in its title what it is
	footLine   = 90 // the length, in bytes, of the longest line that names an issuer
)

// findFeet returns the places where a document is signed, in order: one at its end,
// and one at the head of a law that an order made public.
func (r *reader) findFeet() []foot {
	if r.chronology || !strings.HasPrefix(r.doc.Language, "zh") {
		return nil
	}
	lines := r.lines()
	kind := r.noticeKind(lines)
	if kind == "" {
		return nil
	}
	var feet []foot
	before, at := "", 0
	for n, span := range lines {
		line := r.doc.Text[span[0]:span[1]]
		if m := r.onlyDate(span[0], span[1]); m != nil && m.Date.Precision() == dates.PrecisionDay {
			head := n > 0 && n < titleLines && len(feet) == 0
			if head || n > 1 && (signs(before) || r.performs(before)) {
				f := foot{mention: m, start: at, end: span[1], kind: kind, told: map[Kind]int{}, head: head}
				f.issuer, f.line = r.issuerOf(before, at, lines)
				feet = append(feet, f)
			}
		}
		before, at = line, span[0]
	}
	if len(feet) > 0 {
		party := r.party(lines)
		for i := range feet {
			feet[i].party = party
		}
	}
	return feet
}

// lines returns the lines of a document that hold anything, as byte ranges without
// the blanks around them.
func (r *reader) lines() [][2]int {
	var out [][2]int
	at := 0
	for line := range strings.SplitAfterSeq(r.doc.Text, "\n") {
		body := strings.TrimRight(line, " \t\r\n　")
		lead := len(body) - len(strings.TrimLeft(body, " \t　"))
		if lead < len(body) {
			out = append(out, [2]int{at + lead, at + len(body)})
		}
		at += len(line)
	}
	return out
}

// signs reports whether a line can name who signs: it is short and no sentence.
func signs(line string) bool {
	return line != "" && len(line) <= footLine && isHanText(line) && !strings.ContainsAny(line, "。：；，:,;？?")
}

// performs reports whether a line says that the document does something: the day of
// its signature may stand right below it.
func (r *reader) performs(line string) bool {
	return r.cues.Contains(r.cues.Lex(line, 0, len(line), nil), "performative")
}

// issuerOf returns the name in a line that signs, or the first name of an authority
// in the title, as the lists and as the document have it.
func (r *reader) issuerOf(line string, at int, lines [][2]int) (issuer, as string) {
	if n := r.authorityIn(at, at+len(line)); n != nil {
		return n.Entity.Name, r.doc.Text[n.Start:n.End]
	}
	if r.cues.Closes(r.cues.Lex(line, 0, len(line), nil), "authority") {
		return line, line
	}
	for _, span := range lines[:min(titleLines, len(lines))] {
		if n := r.authorityIn(span[0], span[1]); n != nil {
			return n.Entity.Name, r.doc.Text[n.Start:n.End]
		}
		if head := r.doc.Text[span[0]:span[1]]; signs(head) && r.cues.Closes(r.cues.Lex(head, 0, len(head), nil), "authority") {
			return head, head
		}
	}
	return "", ""
}

// authorityIn returns the first name of an authority in text[start:end], or nil.
func (r *reader) authorityIn(start, end int) *lexicon.Match {
	for _, n := range namesIn(r.names, start, end) {
		if regulatory(n.Entity.Type) {
			return &n
		}
	}
	return nil
}

// noticeKind is what the title of a document says that it is: the kind of a class
// signed_KIND of which a word stands at the end of one of its first lines, or "".
func (r *reader) noticeKind(lines [][2]int) Kind {
	for _, span := range lines[:min(titleLines, len(lines))] {
		if utf8.RuneCountInString(r.doc.Text[span[0]:span[1]]) > maxName {
			break
		}
		tokens := r.cues.Lex(r.doc.Text, span[0], span[1], nil)
		for _, k := range Kinds {
			if class := "signed_" + string(k.Kind); r.cues.Closes(tokens, class) {
				return k.Kind
			}
		}
	}
	return ""
}

// footBehind returns the first foot behind an offset, or nil.
func (r *reader) footBehind(offset int) *foot {
	for i := range r.feet {
		if f := &r.feet[i]; f.start >= offset || f.head && len(r.feet) == 1 {
			return f
		}
	}
	return nil
}

// footAt returns the foot whose day stands at an offset, or nil.
func (r *reader) footAt(offset int) *foot {
	for i := range r.feet {
		if r.feet[i].mention.Start == offset {
			return &r.feet[i]
		}
	}
	return nil
}

// declares reports whether a cue tells of what the document itself does: a word
// such as "现" stands before it, between the marks around it, or the lines before
// led up to it ("决定如下：").
func (s *sentence) declares(c cue) bool {
	f := s.r.footBehind(s.end)
	if f == nil || c.attributive || s.enabling(c) {
		return false
	}
	lo := c.lo
	for lo > 0 && (s.breaks(s.tokens[lo-1]) < 2 || s.text(s.tokens[lo-1]) == "、") {
		lo--
	}
	if s.r.cues.Contains(s.tokens[lo:c.lo], "duty") {
		return false // what may be done about the decision: "可以…申请行政复议"
	}
	if s.r.cues.Opens(s.tokens, "subjectline") && f.head {
		return true
	}
	if acting[c.kind] && s.r.cues.Contains(s.tokens[lo:c.lo], "selfissuer") && !s.datesBetween(0, len(s.tokens)) && !s.intended(c) {
		return true // 我部组织对上述应用进行下架
	}
	return s.r.declaring && c.kind.Track() == Enforcement || s.r.cues.Contains(s.tokens[lo:c.hi], "performative") && !s.datesBetween(lo, c.lo)
}

// acting are the kinds of act that a notice does when it says "we".
var acting = map[Kind]bool{"restriction": true, "penalty": true, "order": true}

// declare tells what the document does by being signed.
func (r *reader) declare(s *sentence, used []bool) {
	f := r.footBehind(s.end)
	if f == nil {
		return
	}
	for i, c := range s.cues {
		if used[i] || c.Weight < 2 || c.kind == "challenge" || !s.declares(c) && !(f.kind == "consultation" && c.kind == f.kind) {
			continue
		}
		if c.kind == "publication" && f.kind.Track() == Instrument || c.kind == "draft" && f.kind == "consultation" {
			c.kind = f.kind
		}
		used[i] = true
		if f.head && len(f.told) > 0 {
			continue // its subject line tells of one act: 預告修正…草案
		}
		e, ok := s.event(c, f.mention)
		if !ok || e.Kind == "fact" {
			continue
		}
		e.Status, e.Confidence = Occurred, 0.85
		e.signed = e.Kind.Track() == Instrument
		s.sign(&e, f)
		if at := f.told[c.kind]; at == 0 {
			r.events = append(r.events, e)
			f.told[c.kind] = len(r.events)
		} else if less(r.events[at-1].Amount, e.Amount) {
			r.events[at-1] = e // the fine rather than the small sum that is confiscated with it
		}
	}
}

// less reports whether one sum has fewer digits than another, or the same number and
// smaller ones.
func less(a, b Amount) bool {
	x, _, _ := strings.Cut(a.Value, ".")
	y, _, _ := strings.Cut(b.Value, ".")
	return len(x) < len(y) || len(x) == len(y) && x < y
}

// party returns upon whom a decision is made: what stands behind "当事人：".
func (r *reader) party(lines [][2]int) string {
	for _, span := range lines {
		head, rest, ok := strings.Cut(r.doc.Text[span[0]:span[1]], "：")
		if ok && rest != "" && len(rest) <= footLine && r.cues.Closes(r.cues.Lex(head, 0, len(head), nil), "party") {
			rest, _, _ = strings.Cut(rest, "，")
			return strings.TrimRight(strings.TrimSpace(rest), "。")
		}
	}
	return ""
}

// sign puts the issuer into an event that the document itself is, or that tells of
// it as "this office".
func (s *sentence) sign(e *Event, f *foot) {
	if f.issuer != "" && len(e.Authorities) == 0 {
		e.Authorities = []string{f.issuer}
	}
	switch {
	case e.Instrument == "" && e.Kind.Track() == Instrument && !f.head:
		e.Name = shorten(s.r.doc.Title, maxName) // "现将有关事项公告如下" says nothing
	case e.Kind.Track() == Enforcement && f.line != "" && !strings.Contains(e.Name, f.line):
		e.Name = f.line + e.Name
	}
	if f.party != "" && e.Kind.Track() == Enforcement && e.Kind != "ruling" {
		if len(e.Targets) == 0 {
			e.Targets = []string{f.party}
		}
		if name := strings.Replace(e.Name, "当事人", f.party, 1); utf8.RuneCountInString(name) <= maxHanName {
			e.Name = name
		}
	}
}

// leadsUp keeps whether a sentence ends in words such as "决定如下：".
func (r *reader) leadsUp(s *sentence) {
	n := len(s.tokens)
	for n > 0 && s.breaks(s.tokens[n-1]) > 1 {
		n--
	}
	if r.cues.Closes(s.tokens[:n], "declaring") {
		r.declaring = true
	} else if r.declaring && r.footBehind(s.end) == nil {
		r.declaring = false
	}
}
