package dates

import "slices"

// withYear supplies the year of "July 4", "in May", "the third quarter".
func (r *resolver) withYear(p point, m *Mention) (Date, string, bool) {
	year, ok := r.year(p, m)
	if !ok {
		return Date{}, "", false
	}
	u := p.inYear(year)
	if u.Precision == PrecisionDay && !ValidDay(year, u.Month, u.Day) {
		return Date{}, "", false
	}
	d := Date{From: u}
	return d, "year", d.Valid()
}

func (r *resolver) year(p point, m *Mention) (int, bool) {
	if n := len(r.headings); n > 0 {
		if h := r.headings[n-1].date; h.Precision() <= PrecisionYear && h.Precision() != None {
			return h.Earliest().Year, true
		}
	}
	if from := r.origin(p); p.directed && !from.IsZero() {
		return directedYear(p, from), true
	}
	if r.lastYear != 0 && (r.narrative || r.continues(m)) {
		return r.following(p), true
	}
	if r.Published.IsZero() {
		return 0, false
	}
	return r.nearest(p, m), true
}

// origin is the date from which a written direction counts: the document's, or in
// a story and after "the following" the one before it in the text.
func (r *resolver) origin(p point) Date {
	if (p.fromText || r.narrative) && !r.last.IsZero() {
		return r.last
	}
	if p.fromText {
		return Date{}
	}
	return r.Published
}

// directedYear resolves "last June", "this summer", "next March" from a date: the
// last one that is over, the one of its year, the first one to begin.
func directedYear(p point, from Date) int {
	day := from.Earliest()
	if day.IsZero() {
		day = from.Latest()
	}
	year := day.Year
	switch u := p.inYear(year); {
	case p.direction < 0 && u.last().Compare(day) >= 0:
		year--
	case p.direction > 0 && u.first().Compare(day) <= 0:
		year++
	}
	return year
}

// continues reports whether an incomplete date of a report goes on from the date
// before it, and not from the report's own: one of a month or day in another year
// that was named a sentence or two before. A year alone is only background.
func (r *resolver) continues(m *Mention) bool {
	return r.lastStart == r.here.Start && m.Start-r.lastEnd < nearby && r.last.Precision() <= PrecisionMonth &&
		abs(r.lastYear-r.Published.Earliest().Year) > 1
}

// following goes on from the date before: in a story January comes after December.
func (r *resolver) following(p point) int {
	last := r.last.Earliest()
	if last.Year == r.lastYear && r.last.Precision() <= PrecisionMonth && p.month > 0 && last.Month-p.month >= 9 {
		return r.lastYear + 1
	}
	return r.lastYear
}

// nearest takes the last such date that had begun on the day of publication where
// the sentence speaks of the past, the next one where it speaks of the future, and
// the nearer one where it does not say.
func (r *resolver) nearest(p point, m *Mention) int {
	pub := r.Published.Latest()
	if pub.IsZero() {
		pub = r.Published.Earliest()
	}
	this := p.inYear(pub.Year)
	if this.first().IsZero() {
		return pub.Year
	}
	past, next := pub.Year, pub.Year+1
	if this.first().Compare(pub) > 0 {
		past, next = pub.Year-1, pub.Year
	}
	since := pub.number() - p.inYear(past).last().number()  // days; below zero while it lasts
	ahead := p.inYear(next).first().number() - pub.number() // days
	if since <= 0 {
		return past
	}
	switch r.tense(m) {
	case tensePast:
		if p.day > 0 && ahead <= soon {
			return next // nobody writes "Nov. 6" in October of a day that is almost a year past
		}
		return past
	case tenseFuture:
		if since <= recently && ahead > recently {
			return past // "expects to report a loss for the third quarter", in October
		}
		return next
	}
	if ahead <= soon || p.month > 0 && p.day == 0 && ahead <= soonMonth {
		return next
	}
	return past
}

// soon is how many days ahead a day without a year may be for it to be taken for
// the next one where no verb says so, soonMonth how many a month; recently
// is how many days ago one may have ended that is meant although the sentence speaks
// of the future.
const (
	soon      = 60
	soonMonth = 92
	recently  = 45
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
	return i-word > 4 || text[word] < 'A' || text[word] > 'Z'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// nearby is how many bytes on a date still leads the next one in a text that
// otherwise counts from its day of publication: a sentence or two.
const nearby = 250

// isNarrative reports whether the text tells of years other than the one it was
// published in, so that an incomplete date goes on from the date before it and not
// from the day of publication. A text that speaks of yesterday or of Monday is a
// report, whatever years it names.
func (r *resolver) isNarrative(ms []Mention) bool {
	if r.Published.IsZero() {
		return true
	}
	year := r.Published.Earliest().Year
	var years []int
	current := 0
	for _, m := range ms {
		switch p := m.form.points[0]; {
		case m.Role != "":
		case m.Basis == Stated && m.Date.Precision() < PrecisionDecade:
			years = append(years, abs(m.Date.Earliest().Year-year))
		case p.anchor == docAnchor && p.unit <= PrecisionWeek, p.weekday > 0 && p.month == 0:
			current++
		}
	}
	slices.Sort(years)
	return len(years) >= storyDates && current < len(years) && years[len(years)/2] >= storyYears
}

// storyDates is how many dates with a year a text must name before they show that
// it is a story.
const storyDates = 5

// storyYears is how many years before its publication the things that a text
// tells of happened for it to be a story and not a report: the median of the
// years that it names.
const storyYears = 4
