package timeline

import (
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// entry is the date that what follows is listed under: the first cell of a table's
// row, the head of a dated bullet, a heading that is only a date.
type entry struct {
	mention *dates.Mention
	heading bool // it holds until the next heading
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
	if b.Kind == source.Heading {
		r.entry = entry{}
		r.underHeading(b)
		if m := r.onlyDate(b.Start, b.End); m != nil && m.Date.Precision() <= dates.PrecisionMonth && r.chronology {
			r.entry = entry{m, true}
		}
		return
	}
	if m := r.entryHead(b); m != nil {
		r.entry = entry{m, false}
	} else if !r.entry.heading {
		r.entry = entry{}
	}
}

// isChronology reports whether two or more headings are only a date. One alone is
// the date of the document, as over a press release.
func (r *reader) isChronology() bool {
	n := 0
	for _, b := range r.doc.Blocks {
		if b.Kind == source.Heading && r.onlyDate(b.Start, b.End) != nil {
			n++
		}
	}
	return n > 1
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
	rest := strings.TrimLeft(r.doc.Text[ms[0].End:b.End], " \t*_])】")
	for _, mark := range []string{"–", "—", "-", ":", "：", "|", "\n"} {
		if strings.HasPrefix(rest, mark) {
			return &ms[0]
		}
	}
	return nil
}

// underEntry gives a sentence without a date of its own that of its entry.
func (s *sentence) underEntry() {
	m := s.r.entry.mention
	if m != nil && len(s.mentions) == 0 && len(s.cues) > 0 && m.End <= s.start && s.finite(s.cues[0]) && !s.hypothetical(s.cues[0]) && !s.intended(s.cues[0]) {
		s.mentions = []dates.Mention{*m}
	}
}
