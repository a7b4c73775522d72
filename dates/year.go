package dates

import "strings"

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
	return r.year != 0 && (r.narrative && !r.again(m) && !r.adrift(m) || r.continues(m) || r.told(m)) && !r.untold(m)
}

// adrift reports whether nobody knows when a text was published, and a date would take
// its year from one that is named in passing, pages behind the last day or month.
func (r *resolver) adrift(m *Mention) bool {
	p := m.form.first()
	return r.Published.IsZero() && r.aside && m.Start-r.fullEnd > longReach && r.following(p, m) != after(p, r.full)
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
