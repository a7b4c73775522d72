package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// table is the table that is being read, with the cells of its first row: where
// these say what happened ("Adopted", "In force"), the dates below them need no
// verb of their own.
type table struct {
	first    int                  // number of its first row
	row, col int                  // of the last block
	heads    map[int]source.Block // by column
}

// inTable keeps the headings of the table that a block stands in.
func (r *reader) inTable(b source.Block) {
	if b.Kind != source.TableCell && b.Kind != source.TableRow {
		r.table = nil
		return
	}
	if t := r.table; t == nil || b.Row < t.row || b.Row == t.row && b.Col < t.col {
		r.table = &table{first: b.Row, heads: map[int]source.Block{}}
	}
	if b.Kind == source.TableCell && b.Row == r.table.first {
		r.table.heads[b.Col] = b
	}
	r.table.row, r.table.col = b.Row, b.Col
}

// headed reads the date of a block whose column's heading says what happened then,
// and reports whether there was one. i is the block's number.
func (r *reader) headed(i int) bool {
	b := r.doc.Blocks[i]
	t := r.table
	if t == nil || b.Row == t.first {
		return false
	}
	head, ok := t.heads[b.Col]
	if !ok || head.End-head.Start > shortBlock {
		return false
	}
	m := r.dateOf(b)
	if m == nil {
		return false
	}
	h := r.readSentence(head, head.Start, head.End)
	if len(h.cues) == 0 {
		return false
	}
	c := h.cues[0]
	for _, x := range h.cues[1:] {
		if x.Weight > c.Weight {
			c = x
		}
	}
	row := r.wholeRow(i)
	s := r.readSentence(row, row.Start, row.End)
	if b.Kind == source.TableRow && len(s.cues) > 0 {
		return false // the row says for itself what happened
	}
	return r.headedEvent(s, c, m, source.Clean(r.doc.Text[head.Start:head.End], shortBlock))
}

// dateOf returns the date of a row, or of a cell that holds nothing else, or nil.
func (r *reader) dateOf(b source.Block) *dates.Mention {
	ms := r.mentionsIn(b.Start, b.End)
	if len(ms) != 1 || ms[0].Role != "" || ms[0].Date.IsZero() {
		return nil
	}
	if b.Kind == source.TableCell && b.End-b.Start-(ms[0].End-ms[0].Start) > 4 {
		return nil
	}
	return &ms[0]
}

// wholeRow returns the stretch of the row that block i is part of.
func (r *reader) wholeRow(i int) source.Block {
	row := r.doc.Blocks[i]
	for k := i - 1; k >= 0 && sameRow(r.doc.Blocks[k], row) && r.doc.Blocks[k].Col < r.doc.Blocks[k+1].Col; k-- {
		row.Start = r.doc.Blocks[k].Start
	}
	for k := i + 1; k < len(r.doc.Blocks) && sameRow(r.doc.Blocks[k], row) && r.doc.Blocks[k].Col > r.doc.Blocks[k-1].Col; k++ {
		row.End = r.doc.Blocks[k].End
	}
	row.Kind = source.TableRow
	return row
}

func sameRow(a, b source.Block) bool { return a.Kind == source.TableCell && a.Row == b.Row }

// headedEvent makes an event of a row: what it is about, and what the heading says.
func (r *reader) headedEvent(s *sentence, c cue, m *dates.Mention, head string) bool {
	about := s.about()
	if about == "" {
		return false
	}
	c.lo = s.tokenAt(m.Start)
	c.hi, c.start, c.end, c.governor = c.lo, m.Start, m.Start, -1
	e, ok := s.event(c, m)
	if !ok {
		return false
	}
	e.Name = shorten(about+" – "+lowerFirst(head), maxName)
	if e.Instrument == "" && e.Kind.Track() == Instrument {
		e.Instrument = about
	}
	e.Confidence = headedConfidence
	r.events = append(r.events, e)
	return true
}

// headedConfidence is that of an event whose act only a heading names.
const headedConfidence = 0.7

// about is the first cell of a row that says something and is no date.
func (s *sentence) about() string {
	text := s.r.doc.Text[s.start:s.end]
	for _, cell := range source.Cells(text) {
		lo, hi := s.start+cell[0], s.start+cell[1]
		if len(s.r.mentionsIn(lo, hi)) > 0 && hi-lo < 40 {
			continue
		}
		if words := s.tidy(lo, hi, nil); utf8.RuneCountInString(words) > 2 && strings.Trim(words, "0123456789.,%- ") != "" {
			return words
		}
	}
	return ""
}
