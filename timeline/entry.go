package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

// entry is the date that what follows is listed under: the first cell of a table's
// row, the head of a dated bullet, a heading that is only a date.
type entry struct {
	mention *dates.Mention
	heading bool         // it holds until the next heading
	line    bool         // it is a line of its own, right above what is read
	label   source.Block // the heading, where it says more than the date
}

// onlyDate returns the one date of text[start:end] where little else stands there.
func (r *reader) onlyDate(start, end int) *dates.Mention {
	ms := r.mentionsIn(start, end)
	if len(ms) != 1 || ms[0].Role != "" || ms[0].Date.IsZero() {
		return nil
	}
	rest := strings.Trim(r.doc.Text[start:ms[0].Start]+r.doc.Text[ms[0].End:end], " \t\n\r*_#|:：.,[]()（）【】–—-")
	if len(rest) > 6 {
		return nil
	}
	return &ms[0]
}

// enter opens the entry that a block begins, or ends the one that it does not go on with.
func (r *reader) enter(b source.Block) {
	head, only := r.entryHead(b), r.onlyDate(b.Start, b.End)
	switch {
	case b.Kind == source.Heading && r.entry.line && head == nil && only == nil:
		r.entry.line = false // the title of an entry whose date stands in the line above
	case b.Kind == source.Heading:
		r.entry = entry{}
		r.underHeading(b, only != nil)
		if only != nil && r.chronology {
			r.entry = entry{mention: only, heading: true}
		} else if head != nil && r.chronology {
			r.entry = entry{mention: head, heading: true, label: b}
		}
	case r.chronology && (b.Kind == source.Paragraph || b.Kind == source.ListItem) && only != nil:
		r.entry = entry{mention: only, heading: true, line: true}
	case head != nil:
		r.entry = entry{mention: head}
	case !r.entry.heading:
		r.entry = entry{}
	}
}

// isChronology reports whether the document lists what happened by date: two or
// more headings are or begin with a date, or three or more paragraphs are only one
// or open with one as an entry of a list does. One alone is the date of the
// document, as over a press release.
func (r *reader) isChronology() bool {
	headings, lines, openers := 0, 0, 0
	for _, b := range r.doc.Blocks {
		switch only := r.onlyDate(b.Start, b.End) != nil; {
		case b.Kind == source.Heading && (only || r.entryHead(b) != nil):
			headings++
		case (b.Kind == source.Paragraph || b.Kind == source.ListItem) && only:
			lines++
		case (b.Kind == source.Paragraph || b.Kind == source.ListItem) && r.opensEntry(b) != nil:
			openers++
		}
	}
	r.openers = openers >= 3
	return headings > 1 || headings+lines >= 3
}

// opensEntry returns the date that stands bare at the head of a block, before a
// capital: "1964 The Surgeon General issues …".
func (r *reader) opensEntry(b source.Block) *dates.Mention {
	ms := r.mentionsIn(b.Start, min(b.End, b.Start+40))
	if len(ms) == 0 || ms[0].Start > b.Start || ms[0].Role != "" || ms[0].Date.IsZero() {
		return nil
	}
	rest := r.doc.Text[ms[0].End:b.End]
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\n\u00a0")); rest == "" || !strings.ContainsRune(" \t\n\u00a0", rune(rest[0])) || !unicode.IsUpper(first) && first != '“' && first != '"' {
		return nil
	}
	return &ms[0]
}

// entryHead returns the date with which a block begins, where a mark parts it from
// what follows: "2 July – …", "| 2 July | … |".
func (r *reader) entryHead(b source.Block) *dates.Mention {
	ms := r.mentionsIn(b.Start, min(b.End, b.Start+40))
	if b.Kind == source.TableRow && len(ms) > 0 && ms[0].Role == "" && !ms[0].Date.IsZero() {
		return &ms[0]
	}
	if len(ms) == 0 || ms[0].Role != "" || ms[0].Date.IsZero() || strings.Trim(r.doc.Text[b.Start:ms[0].Start], " \t*_|[(【") != "" {
		return nil
	}
	if r.openers && r.opensEntry(b) != nil {
		return &ms[0]
	}
	rest := strings.TrimLeft(r.doc.Text[ms[0].End:b.End], " \t*_])】")
	for _, mark := range []string{"–", "—", "-", ":", "：", "|", "\n"} {
		if strings.HasPrefix(rest, mark) {
			return &ms[0]
		}
	}
	return nil
}

// underEntry gives a sentence without a date of its own that of its entry, where
// it tells of an act.
func (s *sentence) underEntry() {
	m := s.r.entry.mention
	if m == nil || len(s.mentions) > 1 || len(s.mentions) == 1 && !s.attributiveYear(s.mentions[0]) || m.End > s.start || len(s.tokens) > 0 && s.r.cues.Is(s.tokens[0], "elsewhen") {
		return
	}
	if slices.ContainsFunc(s.cues, s.tells) {
		s.mentions = []dates.Mention{*m}
		s.dropLabel()
	}
}

// tells reports whether a cue tells of an act as entries of a chronology do, which
// are often in the present tense: "Congress passes the Act".
func (s *sentence) tells(c cue) bool {
	if s.hypothetical(c) || s.intended(c) || s.toInfinitive(c) {
		return false
	}
	return s.finite(c) || !c.Noun && c.governor < 0 && s.tokens[c.lo].Kind == pattern.Word && !strings.HasSuffix(s.text(s.tokens[c.lo]), "ing") &&
		c.lo > 0 && !s.auxiliary(c.hi)
}

// dropLabel takes back the event that only the heading of an entry tells of, once
// the text below it tells of one.
func (s *sentence) dropLabel() {
	label := s.r.entry.label
	s.r.events = slices.DeleteFunc(s.r.events, func(e Event) bool {
		return label.End > 0 && e.Sources[0].Trace.ActRule == "title" && e.Sources[0].Quote.Start == label.Start
	})
}
