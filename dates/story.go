package dates

import (
	"slices"
	"strings"

	"regtimeline/dates/pattern"
)

// told reports whether a text of which nobody knows when it was published tells of a
// date in the past tense, not too far behind a day or month with its year.
func (r *resolver) told(m *Mention) bool {
	if !r.Published.IsZero() || r.full.IsZero() || m.Start-r.fullEnd > longReach || r.farFrom(m) {
		return false
	}
	p := m.form.first()
	again := p.day > 0 && FromDay(Day{r.full.Earliest().Year, p.month, p.day}) == r.full
	return again || r.tense(m) == tensePast || r.tells(m)
}

// farFrom reports whether a date without a year lies more than half a year behind the day
// or month named last, in the year of that, or far before it: it may then as well be of
// another.
func (r *resolver) farFrom(m *Mention) bool {
	first := r.inFollowing(m)
	return first.Since(r.full.Earliest()) > halfYear || r.farBefore(m)
}

// farBefore reports whether a date without a year lies more than a quarter before the day
// or month named last, in the year of that.
func (r *resolver) farBefore(m *Mention) bool {
	first := r.inFollowing(m)
	return first.Compare(r.full.Earliest()) < 0 && r.fullFrom.Since(first) > quarterYear
}

// inFollowing returns the first day of a date in the year in which it goes on from those
// before it; the day of those themselves where that year has been named again, as in
// "for the year 1864".
func (r *resolver) inFollowing(m *Mention) Day {
	p := m.form.first()
	first := Date{From: p.inYear(r.following(p, m))}.Earliest()
	if p.directed || first.IsZero() || r.last.Precision() == PrecisionYear && r.year == r.full.Earliest().Year {
		return r.full.Earliest()
	}
	return first
}

// How many days a story goes on, or back, from one date to the next with no year between.
const (
	halfYear    = 183
	quarterYear = 92
)

// dateline reports whether a day stands at the head of a letter or report, behind no
// more than a place: "Admiralty Office, Feb. 2, 1783."
func (r *resolver) dateline(m *Mention) bool {
	place := strings.TrimSpace(r.Text[r.here.Start:m.Start])
	if m.Basis != Stated || m.Date.Precision() != PrecisionDay || place == "" || len(place) > placeLength {
		return false
	}
	for _, w := range strings.Fields(place) {
		if w[0] >= 'a' && w[0] <= 'z' && len(w) > len("the") {
			return false
		}
	}
	rest := strings.TrimLeft(r.Text[m.End:], " ")
	return rest == "" || strings.ContainsRune(".\n\r", rune(rest[0]))
}

// placeLength is how many bytes the place in a dateline may take.
const placeLength = 60

// isSubject reports whether a sentence of the present says something of a date, as of one
// that comes back each year: "July 4th is a holiday".
func (r *resolver) isSubject(m *Mention) bool {
	set, w := patterns(), r.around(m)
	if len(w.after) == 0 || w.after[0].Upper || !set.Is(w.after[0], "presentverb") {
		return false
	}
	n := len(w.before)
	return n == 0 || !set.Is(w.before[n-1], "yearreason") && !set.Is(w.before[n-1], "onword")
}

// tells reports whether the sentence of a date tells of the past, though its verb stands
// far off, and of nothing else.
func (r *resolver) tells(m *Mention) bool {
	set, w := patterns(), r.around(m)
	past := false
	for _, tokens := range [...][]pattern.Token{w.before, w.after} {
		for i, t := range tokens {
			if !t.Upper && (set.Is(t, "presentverb") || set.Opens(tokens[i:], "futureword")) {
				return false
			}
			past = past || r.verb(tokens, i) == tensePast
		}
	}
	return past
}

// longReach is how many bytes behind a day or month with its year a story still tells of it.
const longReach = 3000

// untold reports whether a date stands in a paragraph without another one and in a
// sentence of the present, as what a page tells its visitors does, and so does not go on
// with a story: "Every visitor before 31 December gives".
func (r *resolver) untold(m *Mention) bool {
	if r.isSubject(m) {
		return true
	}
	if r.start == r.here.Start && m.Start >= r.end && !strings.Contains(r.Text[r.end:m.Start], "\n\n") || r.tense(m) == tensePast {
		return false
	}
	set, w := patterns(), r.around(m)
	is := func(t pattern.Token) bool { return set.Is(t, "presentverb") }
	return slices.ContainsFunc(w.before, is) || slices.ContainsFunc(w.after, is)
}
