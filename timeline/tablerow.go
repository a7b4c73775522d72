package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/source"
)

// rowName makes the name of an event that a table's row tells: the cell that says
// what was done, or where that is one word ("Adopted") all cells but the date's.
func (s *sentence) rowName(c cue, m *dates.Mention) string {
	text := s.r.doc.Text[s.start:s.end]
	var said []string
	for _, cell := range source.Cells(text) {
		lo, hi := s.start+cell[0], s.start+cell[1]
		if m != nil && lo <= m.Start && m.End <= hi && c.start >= hi {
			continue
		}
		words := s.tidy(lo, hi, m)
		labelled := m != nil && lo < m.Start && m.End <= hi && strings.HasSuffix(strings.TrimSpace(s.r.doc.Text[lo:m.Start]), ":")
		switch {
		case labelled && words != "":
			said = append(said, lowerFirst(words))
		case lo <= c.start && c.start < hi && tells(words):
			return shorten(words, maxName)
		case words != "" && !slices.Contains(said, words):
			said = append(said, words)
		}
	}
	return shorten(strings.Join(said, ", "), maxName)
}

// tells reports whether a cell says by itself what happened: in three words, or in
// six ideographs.
func tells(cell string) bool {
	return len(strings.Fields(cell)) >= 3 || isHanText(cell) && utf8.RuneCountInString(cell) >= 6
}

// inRow reports whether a mark only parts the cells of a row.
func (s *sentence) inRow(t pattern.Token) bool {
	return s.block.Kind == source.TableRow && s.text(t) == "|"
}
