package dates

import (
	"slices"
	"strings"

	"regtimeline/dates/pattern"
)

// withYear supplies the year of "July 4", "in May", "the third quarter".
func (r *resolver) withYear(p *point, m *Mention) (Date, string, bool) {
	year, ok := r.yearOf(p, m)
	if !ok || p.quarter > 0 && r.Text[m.Start] == 'Q' && r.asks() {
		return Date{}, "", false
	}
	if p.week > 0 {
		d, ok := p.weekOf(year)
		return d, "year", ok
	}
	d := p.inCalendar(year)
	return d, "year", d.Valid()
}

// asks reports whether the text numbers questions with a Q, as an answer to a
// consultation does: of quarters there are only four.
func (r *resolver) asks() bool {
	if !r.asksKnown {
		for c := byte('5'); c <= '9'; c++ {
			r.hasQuestions = r.hasQuestions || strings.Contains(r.Text, "Q"+string(c))
		}
		r.asksKnown = true
	}
	return r.hasQuestions
}

func (r *resolver) yearOf(p *point, m *Mention) (int, bool) {
	if year, ok := r.outline.year(); ok {
		if d, ok := p.narrow(Date{From: p.inYear(year)}); ok && p.shift.count < 0 && d.Earliest().Year < year {
			year++ // "a week before the New Year" below the heading "1938"
		}
		if day := r.outline.date(); day.Precision() <= PrecisionMonth && p.inYear(year).first().Since(day.Latest()) > soon && r.tense(m) == tensePast {
			year-- // "was fined in October" below the head "5 January 2016"
		}
		return year, true
	}
	if p.fromText && r.last.IsZero() && r.tense(m) == tensePast {
		return 0, false // "retired the following spring", after what the text has not told
	}
	if from := r.origin(p); p.directed && !from.IsZero() {
		return directedYear(p, from), true
	}
	if r.goesFrom(m) {
		if p.directed && !r.full.IsZero() {
			return directedYear(p, r.full), true
		}
		return r.following(p, m), true
	}
	if r.Published.IsZero() {
		return 0, false
	}
	if year, ok := r.untilAfter(p, m); ok {
		return year, true
	}
	year := r.nearest(p, m)
	if p.month == 2 && p.day == 29 && !p.lunar {
		year = nearestLeap(year, r.tense(m).ahead())
	}
	return year, true
}

// ofResults reports whether a month or quarter is that of results: "December sales".
func (r *resolver) ofResults(m *Mention) bool {
	after := r.around(m).after
	return len(after) > 0 && patterns().Is(after[0], "result")
}

// untilAfter returns the year of a day that ends what begins with the day before it in
// the same sentence: "On May 22 it issued a licence for trade through October 23".
func (r *resolver) untilAfter(p *point, m *Mention) (int, bool) {
	from := r.last.Latest()
	if m.Bound != BoundUntil && m.Bound != BoundBy || p.day == 0 || p.month == 0 || p.lunar || from.IsZero() || r.last.Precision() != PrecisionDay ||
		r.start != r.here.Start || m.Start-r.end >= nearby || abs(from.Year-r.Published.Latest().Year) > 1 {
		return 0, false
	}
	if lo, _ := clause(r.Text, m.Start, m.End, r.here); lo > r.end {
		return 0, false
	}
	year := from.Year
	if p.inYear(year).first().Compare(from) < 0 {
		year++
	}
	return year, p.inCalendar(year).Valid()
}

// nearestLeap returns a year if it has a 29 February, else the last or next one that has.
func nearestLeap(year int, ahead bool) int {
	step := -1
	if ahead {
		step = 1
	}
	for !ValidDay(year, 2, 29) {
		year += step
	}
	return year
}

// goesFrom reports whether a date without a year goes on from those before it in the text.
func (r *resolver) goesFrom(m *Mention) bool {
	return r.year != 0 && (r.narrative && !r.again(m) || r.continues(m) || r.told(m)) && !r.untold(m)
}

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

// longReach is how many bytes on that may be.
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

// origin is the date from which a written direction counts: the document's, or in
// a story and after "the following" the one before it in the text.
func (r *resolver) origin(p *point) Date {
	if (p.fromText || r.narrative) && !r.last.IsZero() {
		return r.last
	}
	return r.Published
}

// directedYear resolves "last June", "this summer", "next March" from a date: the
// last one that is over, the one of its year, the first one to begin.
func directedYear(p *point, from Date) int {
	day := from.Earliest()
	if day.IsZero() || p.fromText && p.direction > 0 && !from.Latest().IsZero() {
		day = from.Latest() // the spring that follows 2011 is of 2012
	}
	year := day.Year
	switch u := p.inCalendar(year); {
	case p.direction < 0 && u.Latest().Compare(day) >= 0:
		year--
	case p.direction > 0 && u.Earliest().Compare(day) <= 0:
		year++
	}
	return year
}

// nearest takes the last such date that had begun on the day of publication where
// the sentence speaks of the past, the next one where it speaks of the future, and
// the nearer one where it does not say.
func (r *resolver) nearest(p *point, m *Mention) int {
	pub := r.Published.Latest()
	if pub.IsZero() {
		pub = r.Published.Earliest()
	}
	this := p.inCalendar(pub.Year)
	if this.Earliest().IsZero() {
		return pub.Year
	}
	past, next := pub.Year, pub.Year+1
	if this.Earliest().Compare(pub) > 0 {
		past, next = pub.Year-1, pub.Year
	}
	for range leapYears { // the last 29 February, and the next one
		if !p.inCalendar(past).Valid() {
			past--
		}
		if !p.inCalendar(next).Valid() {
			next++
		}
	}
	since := pub.number() - p.inCalendar(past).Latest().number()   // days; below zero while it lasts
	ahead := p.inCalendar(next).Earliest().number() - pub.number() // days
	if p.nth.count > 0 && !r.tense(m).ahead() {
		return p.lastEnded(pub)
	}
	if since <= 0 {
		return past
	}
	if fits := p.fits(past); fits != p.fits(next) {
		if fits {
			return past
		}
		return next
	}
	t := r.tense(m)
	switch {
	case t.ahead():
		if p.day == 0 && since <= soonMonth && ahead > soon && r.ofResults(m) {
			return past // "the first quarter results will be …", in May
		}
		if (p.month == 0 || t == tenseAhead || r.attributive(m)) && since <= recently && ahead > recently {
			return past // "expects to report a loss for the third quarter", in October
		}
		return next
	case p.day > 0 && ahead <= soon, p.feastWeekend && ahead <= nextFeast:
		if r.happened(m) {
			return past
		}
		return next // nobody writes "due Nov. 6" in October of a day that is almost a year past
	case t == tenseUnknown && (ahead <= soon || p.month > 0 && p.day == 0 && ahead <= soonMonth):
		return next
	}
	if p.runs.count > 0 && t == tenseUnknown {
		return next // "closed for one week, from 20 December"
	}
	if p.thisYear && next == pub.Year && since >= soonMonth && t == tenseUnknown && !r.happened(m) {
		return next
	}
	return past
}

// lastEnded returns the year of the last such counted part, 前三季度, that was over on
// a day.
func (p point) lastEnded(day Day) int {
	d, ok := p.narrow(Date{From: p.inYear(day.Year)})
	if ok && d.Latest().Compare(day) >= 0 {
		return day.Year - 1
	}
	return day.Year
}

// fits reports whether the day of a year falls on the weekday that is written with it.
func (p *point) fits(year int) bool {
	return p.weekday > 0 && p.day > 0 && ValidDay(year, p.month, p.day) && Day{year, p.month, p.day}.Weekday() == p.weekday
}

// soon is how many days ahead a day without a year may be for it to be taken for
// the next one where no verb says so, soonMonth how many a month; recently
// is how many days ago one may have ended that is meant although the sentence speaks
// of the future: a quarter or season, or what only "until" or "by" puts ahead.
const (
	soon      = 60
	nextFeast = 7 // of the weekend of a feast: "they left for the Labor Day weekend"
	soonMonth = 92
	recently  = 45
	leapYears = 4 // from one 29 February to the next
)

// clause returns the bounds of the sentence-like stretch around a mention, at
// most 300 bytes either way and inside the region.
func clause(text string, start, end int, here Region) (int, int) {
	lo, hi := max(here.Start, start-300), len(text)
	if here.End > 0 {
		hi = here.End
	}
	hi = min(hi, end+300)
	for i := start - 1; i > lo; i-- {
		if ends(text, i) {
			lo = i + 1
			break
		}
	}
	for i := end; i < hi; i++ {
		if ends(text, i) {
			hi = i
			break
		}
	}
	return lo, hi
}

// ends reports whether the mark at text[i] ends a clause: one before white space,
// save for the point of an initial or a short abbreviation ("P. Davison", "Inc. said").
func ends(text string, i int) bool {
	c := text[i]
	if c != '.' && c != ';' && c != '?' && c != '!' || i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
		return false
	}
	if c != '.' {
		return true
	}
	word := i
	for word > 0 && i-word <= 4 && isLetter(text[word-1]) {
		word--
	}
	if i-word == 1 {
		return false // "9 a.m. Tuesday", "Roe v. Wade"
	}
	return i-word > 4 || text[word] < 'A' || text[word] > 'Z'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
