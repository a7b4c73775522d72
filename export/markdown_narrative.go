package export

import (
	"slices"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// narrative writes events as text: a sentence each, those of one month in one
// paragraph. What their documents say stands in the notes.
func (m *markdownWriter) narrative(events []*timeline.Event, paragraph func(dates.Date) []int) {
	var sentences []string
	end := func() {
		if len(sentences) > 0 {
			m.block(strings.Join(sentences, " "))
		}
		sentences = nil
	}
	var before *timeline.Event
	for _, e := range events {
		if before != nil && !samePlace(paragraph(e.Date), paragraph(before.Date)) {
			end()
			before = nil
		}
		sentences = append(sentences, m.told(e, before))
		before = e
	}
	end()
}

// yearPlace is a date's year.
func yearPlace(d dates.Date) []int { return place(d)[:min(1, len(place(d)))] }

// samePlace reports whether two places are of one month, or one year where a month is not known.
func samePlace(a, b []int) bool {
	return slices.Equal(a[:min(2, len(a))], b[:min(2, len(b))])
}

// told is an event as a sentence: "On 4 July 2015: Platform Fairness Act adopted.[^1]"
func (m *markdownWriter) told(e, before *timeline.Event) string {
	when := spoken(e.Date)
	if before != nil && e.Date == before.Date && e.Date.Precision() == dates.PrecisionDay {
		when = "On the same day"
	}
	var aside []string
	if e.Status != timeline.Occurred {
		aside = append(aside, markdownText(string(e.Status), 0))
	}
	if others := otherDates(e); len(others) > 0 {
		aside = append(aside, "elsewhere "+strings.Join(others, ", "))
	}
	name := sentence(markdownText(e.Name, nameBytes)) + m.mark(e)
	switch {
	case e.Date.IsZero() && len(aside) == 0:
		return name
	case e.Date.IsZero():
		return capital(strings.Join(aside, "; ")) + ": " + name
	case len(aside) > 0:
		when += " (" + strings.Join(aside, "; ") + ")"
	}
	return when + ": " + name
}

// otherDates are the dates that conflicting sources give, each once.
func otherDates(e *timeline.Event) []string {
	var others []string
	for _, s := range e.Sources {
		if shown := s.Value.Display(); s.Role == timeline.Conflicting && shown != "" && !slices.Contains(others, shown) {
			others = append(others, shown)
		}
	}
	return others
}

// spoken is a date with the word before it that a sentence begins with: "On 4
// July 2015", "In the 1990s", "From March 2020 to 2022", "By 5 July 2021".
func spoken(d dates.Date) string {
	shown := d.Display()
	switch p := d.From.Precision; {
	case d.IsZero():
		return ""
	case d.Open || d.From.Approx:
		return capital(shown) // by …, since …, about …
	case strings.Contains(shown, " – "):
		return "From " + strings.Replace(shown, " – ", " to ", 1)
	case p == dates.PrecisionDay:
		return "On " + shown
	case p == dates.PrecisionWeek, p == dates.PrecisionHalf, p == dates.PrecisionDecade, p == dates.PrecisionCentury:
		return "In the " + shown
	}
	return "In " + shown
}

// capital makes the first letter of an English word a capital.
func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
