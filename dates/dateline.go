package dates

import (
	"strings"

	"regtimeline/dates/pattern"
)

// isDateline reports whether a mention is the day in the dateline of an item of news,
// from which "today" and "last month" count in it: "LONDON, 3 May 2018 – ", "Paris, May
// 3, 2018 (agency) - ". What a text of a later day quotes has one too.
func (r *resolver) isDateline(m *Mention) bool {
	if m.Date.Precision() != PrecisionDay || len(m.form.points) != 1 || !r.ofDocument.IsZero() && m.Date.Earliest().Compare(r.ofDocument.Latest()) > 0 {
		return false
	}
	agency, dash := r.dashBehind(m.End)
	return dash && r.placeBefore(m.Start, agency)
}

// longDateline is how many bytes the place, or the agency, may take in a dateline.
const longDateline = 48

// dashBehind reports whether a dash stands at an offset, and whether a name in brackets
// stands before it.
func (r *resolver) dashBehind(at int) (agency, dash bool) {
	rest := r.Text[at:min(len(r.Text), at+longDateline)]
	rest = strings.TrimLeft(rest, " )")
	if strings.HasPrefix(rest, "(") {
		_, behind, ok := strings.Cut(rest, ")")
		if !ok {
			return false, false
		}
		agency, rest = true, strings.TrimLeft(behind, " ")
	}
	for _, dash := range []string{"–", "—", "- ", "--"} {
		if strings.HasPrefix(rest, dash) {
			return agency, true
		}
	}
	return agency, false
}

// placeBefore reports whether nothing but a name stands between the start of a line and
// an offset, with a comma or bracket behind it; or nothing at all, where an agency follows.
func (r *resolver) placeBefore(at int, agency bool) bool {
	near := max(0, at-longDateline)
	from := near + strings.LastIndexByte(r.Text[near:at], '\n') + 1
	if from == near && near > 0 && r.Text[near-1] != '\n' {
		return false // the line begins further back
	}
	place := strings.TrimRight(r.Text[from:at], " ")
	if place == "" {
		return agency
	}
	if isClock(place) {
		return true // "9:55 a.m. Aug. 19, 2021 - "
	}
	if !strings.HasSuffix(place, ",") && !strings.HasSuffix(place, "(") {
		return false
	}
	names := 0
	for _, t := range r.words.lex(r.Text, from, from+len(place)) {
		switch {
		case t.Kind == pattern.Word && t.Upper:
			names++
		case t.Kind != pattern.Punct:
			return false
		}
	}
	return names > 0
}

// isClock reports whether a text is a time of day.
func isClock(s string) bool {
	return s != "" && strings.Trim(s, "0123456789:.apmAPM ") == "" && strings.Contains(s, ":")
}
