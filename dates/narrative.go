package dates

import "slices"

// isNarrative reports whether the text tells of years other than the one it was
// published in, so that an incomplete date goes on from the date before it and not
// from the day of publication. A text that speaks of yesterday or of Monday is a
// report, whatever years it names.
func (r *resolver) isNarrative(ms []Mention) bool {
	year := r.Published.Earliest().Year
	years := make([]int, 0, len(ms))
	current, first := 0, true
	for i := range ms {
		m := &ms[i]
		p := m.form.first()
		if m.Role == "" && first && p.weekday > 0 && p.month == 0 && !r.Published.IsZero() && m.Start < lead {
			return false // "a judge on Wednesday": the news come first, the background behind
		}
		first = first && m.Role != ""
		switch {
		case m.Role != "":
		case m.Basis == Stated && m.Date.Precision() < PrecisionDecade:
			years = append(years, abs(m.Date.Earliest().Year-year))
		case p.anchor == docAnchor, p.weekday > 0 && p.month == 0:
			current++
		}
	}
	slices.Sort(years)
	if len(years) < storyDates {
		return false
	}
	switch past := years[len(years)/2]; {
	case past >= longPast, r.Published.IsZero():
		return 2*current < len(years)
	case past >= nearPast:
		r.recent = true
		return 10*current < len(years)
	}
	return false
}

// lead is how many bytes into a report its news have been told.
const lead = 600

// storyDates is how many dates with a year a text must name before they show that
// it is a story.
const storyDates = 5

// How many years before its publication the things that a text tells of happened,
// the median of the years that it names: a history of long ago may speak of its
// own day now and then, one of the last few years hardly ever does, or it is a study.
const (
	longPast = 4
	nearPast = 2
)
