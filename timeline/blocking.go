package timeline

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"regtimeline/dates"
)

// learn puts a cluster under keys, and under each with its year.
func (m *merger) learn(c *cluster, keys []string) {
	for _, k := range keys {
		m.put(c, k)
	}
	year := inYear(c.Event)
	if c.year == year {
		for _, k := range keys {
			m.put(c, k+year)
		}
		return
	}
	c.year = year // the cluster is new, or has a more exact date now
	for _, k := range slices.Sorted(maps.Keys(c.keys)) {
		if !strings.Contains(k, " @") {
			m.put(c, k+year)
		}
	}
}

func (m *merger) put(c *cluster, key string) {
	if !c.keys[key] {
		c.keys[key] = true
		m.index[key] = append(m.index[key], c)
	}
}

// inYear is what a key is followed by for the events of one year, or for those that
// may lie in several or have no date.
func inYear(e Event) string {
	if narrow(e) {
		return yearKey(e.Date.Earliest().Year)
	}
	return " @"
}

func yearKey(year int) string { return " @" + strconv.Itoa(year) }

// narrow reports whether an event lies in one year.
func narrow(e Event) bool {
	return !e.Date.IsZero() && !e.note && !e.Date.Open && e.Date.Precision() <= dates.PrecisionYear && e.Date.Earliest().Year == e.Date.Latest().Year
}

// maxCandidates bounds how many events about one thing are compared with a new one.
const maxCandidates = 200

// candidates returns the clusters under a key that can be an event's: of one that lies
// in a year those of that year and the two beside it, and those that lie in none.
func (m *merger) candidates(e Event, key string) []*cluster {
	lists := [][]*cluster{m.index[key]}
	if narrow(e) {
		y := e.Date.Earliest().Year
		lists = [][]*cluster{m.index[key+yearKey(y)], m.index[key+yearKey(y-1)], m.index[key+yearKey(y+1)], m.index[key+" @"]}
	}
	var out []*cluster
	for _, l := range lists {
		out = append(out, l[max(0, len(l)-maxCandidates):]...)
	}
	return out
}
