package export

import (
	"slices"

	"regtimeline/dates"
	"regtimeline/timeline"
)

// group holds the events that stand under one heading, in the timeline's order.
type group struct {
	heading string // "" for none
	events  []*timeline.Event
}

// The ways to group events.
const (
	ByYear  = "year"
	ByMonth = "month"
	ByNone  = "none"
)

// Groupings lists the ways to group events, the usual one first.
var Groupings = []string{ByYear, ByMonth, ByNone}

// groupsOf puts the events under headings. A heading stands once, even where the
// order of the timeline would come back to it. Under ByMonth, an event whose month
// is not given stands under its year.
func groupsOf(events []timeline.Event, grouping string) []group {
	if grouping == ByNone {
		if len(events) == 0 {
			return nil
		}
		return []group{{"", pointers(events)}}
	}
	type month struct{ year, month int }
	var groups []group
	var keys []month
	known := map[month]int{}
	for i := range events {
		key := month{}
		if p := place(events[i].Date); len(p) > 0 {
			key.year = p[0]
			if len(p) > 1 && grouping == ByMonth {
				key.month = p[1]
			}
		}
		n, ok := known[key]
		if !ok {
			n = len(groups)
			known[key] = n
			heading := dates.YearOf(key.year).Display()
			if key.month > 0 {
				heading = dates.MonthOf(key.year, key.month).Display()
			}
			keys, groups = append(keys, key), append(groups, group{heading: heading})
		}
		groups[n].events = append(groups[n].events, &events[i])
	}
	order := make([]int, len(groups))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := keys[a].year - keys[b].year; d != 0 {
			return d
		}
		return keys[a].month - keys[b].month
	})
	sorted := make([]group, len(groups))
	for i, n := range order {
		sorted[i] = groups[n]
	}
	return sorted
}

// place is where a date stands in the calendar, by its earliest day or, where
// the start is open, its latest: year, month, day, as far as the text gave them.
func place(d dates.Date) []int {
	day, unit := d.Earliest(), d.From
	if day.IsZero() {
		day, unit = d.Latest(), d.To
	}
	switch {
	case day.IsZero():
		return []int{}
	case unit.Precision == dates.PrecisionDay:
		return []int{day.Year, day.Month, day.Day}
	case unit.Precision == dates.PrecisionMonth, unit.Precision == dates.PrecisionWeek:
		return []int{day.Year, day.Month}
	}
	return []int{day.Year}
}

func pointers(events []timeline.Event) []*timeline.Event {
	out := make([]*timeline.Event, len(events))
	for i := range events {
		out[i] = &events[i]
	}
	return out
}
