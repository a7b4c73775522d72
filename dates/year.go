package dates

import (
	"slices"
	"strings"
)

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
	if p.directed && !r.Published.IsZero() {
		return r.directedYear(p), true
	}
	sameRegion := r.lastYear != 0 && r.lastStart == r.here.Start && m.Start-r.lastEnd < nearby
	if r.lastYear != 0 && (r.narrative || sameRegion && abs(r.lastYear-r.Published.Earliest().Year) > 1) {
		return r.following(p), true
	}
	if r.Published.IsZero() {
		return 0, false
	}
	return r.nearest(p, m), true
}

// directedYear resolves "last June", "this summer", "next March" from the
// document's date: the last one that is over, the one of its year, the first one
// to begin.
func (r *resolver) directedYear(p point) int {
	day := r.Published.Earliest()
	year := day.Year
	switch u := p.inYear(year); {
	case p.direction < 0 && u.last().Compare(day) >= 0:
		year--
	case p.direction > 0 && u.first().Compare(day) <= 0:
		year++
	}
	return year
}

// following goes on from the date before: in a story January comes after December.
func (r *resolver) following(p point) int {
	last := r.last.Earliest()
	if last.Year == r.lastYear && r.last.Precision() <= PrecisionMonth && p.month > 0 && last.Month-p.month >= 9 {
		return r.lastYear + 1
	}
	return r.lastYear
}

// nearest takes the last such date on or before the day of publication, or the
// next one where the sentence speaks of the future.
func (r *resolver) nearest(p point, m *Mention) int {
	pub := r.Published.Latest()
	if pub.IsZero() {
		pub = r.Published.Earliest()
	}
	u := p.inYear(pub.Year)
	future := r.future(m)
	if u.Precision == PrecisionDay && u.valid() {
		// Nobody writes "Nov. 6" in October of a day that is almost a year past.
		ahead := u.first().number() - pub.number()
		if ahead < 0 {
			ahead = Day{pub.Year + 1, u.Month, u.Day}.number() - pub.number()
			if ahead <= soon {
				return pub.Year + 1
			}
		} else if ahead <= soon {
			return pub.Year
		}
	}
	switch {
	case future && u.last().Compare(r.Published.Earliest()) < 0:
		return pub.Year + 1
	case !future && u.first().Compare(pub) > 0:
		return pub.Year - 1
	}
	return pub.Year
}

// soon is how many days ahead a day and month without a year is taken to be.
const soon = 60

// future reports whether the text around a mention speaks of what is to come: a
// word such as "will" before it or up to the next comma – in the whole sentence,
// where the date opens it – or a verb such as "takes effect" between the same commas.
func (r *resolver) future(m *Mention) bool {
	from, to := clause(r.Text, m.Start, m.End, r.here)
	set := patterns()
	ahead := to
	if m.Start-from > opening {
		ahead = m.End + commaIn(r.Text[m.End:to])
	}
	if set.Contains(set.Lex(r.Text, from, ahead, nil), "futureword") {
		return true
	}
	to = m.End + commaIn(r.Text[m.End:to])
	for i := m.Start - 1; i > from; i-- {
		if r.Text[i] == ',' {
			from = i
		}
	}
	return set.Contains(set.Lex(r.Text, from, to, nil), "futureverb")
}

// opening is how many bytes into its sentence a date still opens it.
const opening = 24

// commaIn returns the offset of the first comma, or the length of the text.
func commaIn(text string) int {
	if i := strings.IndexAny(text, ",，"); i >= 0 {
		return i
	}
	return len(text)
}

// clause returns the bounds of the sentence-like stretch around a mention, at
// most 300 bytes either way and inside the region.
func clause(text string, start, end int, here Region) (int, int) {
	lo, hi := max(here.Start, start-300), len(text)
	if here.End > 0 {
		hi = here.End
	}
	hi = min(hi, end+300)
	for i := start - 1; i > lo; i-- {
		if c := text[i]; (c == '.' || c == ';' || c == '?' || c == '!') && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
			lo = i + 1
			break
		}
	}
	for i := end; i < hi; i++ {
		if c := text[i]; (c == '.' || c == ';' || c == '?' || c == '!') && (i+1 >= len(text) || text[i+1] == ' ' || text[i+1] == '\n') {
			hi = i
			break
		}
	}
	return lo, hi
}

// nearby is how many bytes on a date still leads the next one in a text that
// otherwise counts from its day of publication: a sentence or two.
const nearby = 250

// isNarrative reports whether the text tells of years other than the one it was
// published in, so that an incomplete date goes on from the date before it and
// not from the day of publication.
func (r *resolver) isNarrative(ms []Mention) bool {
	if r.Published.IsZero() {
		return true
	}
	year := r.Published.Earliest().Year
	var years []int
	for _, m := range ms {
		if m.Basis == Stated && m.Role == "" && m.Date.Precision() < PrecisionDecade {
			years = append(years, abs(m.Date.Earliest().Year-year))
		}
	}
	slices.Sort(years)
	return len(years) >= storyDates && years[len(years)/2] >= storyYears
}

// storyDates is how many dates with a year a text must name before they show that
// it is a story.
const storyDates = 8

// storyYears is how many years before its publication the things that a text
// tells of happened for it to be a story and not a report: the median of the
// years that it names.
const storyYears = 4
