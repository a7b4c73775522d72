package timeline

import (
	"cmp"
	"slices"
	"strings"
)

// matcher finds the event that a row tells of: by id, and where no event has the
// id any longer, by the keys of its sources.
type matcher struct {
	events []Event
	byID   map[string][]int // by the id without its number
	words  map[[2]string][]int
	places map[Key][]int // keys without their words
	quotes map[string][]int
	known  map[string]bool // the documents, as keys have them
}

func newMatcher(events []Event) *matcher {
	m := &matcher{events: events, byID: map[string][]int{}, words: map[[2]string][]int{}, places: map[Key][]int{},
		quotes: map[string][]int{}, known: map[string]bool{}}
	for i := range events {
		e := &events[i]
		m.byID[unnumbered(e.ID)] = append(m.byID[unnumbered(e.ID)], i)
		for _, s := range e.Sources {
			k := s.Key()
			m.known[k.Document] = true
			m.words[[2]string{k.Document, k.Words}] = append(m.words[[2]string{k.Document, k.Words}], i)
			m.places[k.place()] = append(m.places[k.place()], i)
			m.quotes[k.Words] = append(m.quotes[k.Words], i)
		}
	}
	return m
}

func (k Key) place() Key { return Key{Document: k.Document, Place: k.Place} }

// unnumbered returns an id without the number that tells it from its like.
func unnumbered(id string) string {
	base, _, _ := strings.Cut(id, "-")
	return base
}

// find returns the event of a row, or -1. The same words of the same document
// count most; then the same place in it; then the same words in a document that
// has taken the place of one which is gone.
func (m *matcher) find(r *Row) int {
	if i := m.choose(r, m.byID[unnumbered(r.ID)]); i >= 0 && r.ID != "" {
		return i
	}
	for _, level := range []func(Key) []int{
		func(k Key) []int { return m.words[[2]string{k.Document, k.Words}] },
		func(k Key) []int { return m.places[k.place()] },
		func(k Key) []int {
			if m.known[k.Document] {
				return nil
			}
			return m.quotes[k.Words]
		},
	} {
		var found []int
		for _, k := range r.Keys {
			found = append(found, level(k)...)
		}
		if i := m.choose(r, found); i >= 0 {
			return i
		}
	}
	return -1
}

// choose returns the event that is most like the row: with the most sources of
// its, of its kind, name and date, with its very id; or -1 where there is none.
func (m *matcher) choose(r *Row, found []int) int {
	if len(found) == 0 {
		return -1
	}
	hits := map[int]int{}
	for _, i := range found {
		hits[i]++
	}
	like := func(i int, field string) int {
		base, _ := r.base(field)
		for _, f := range Fields {
			if f.Name == field && base != "" && f.Get(&m.events[i]) == base {
				return 1
			}
		}
		return 0
	}
	return slices.MaxFunc(slices.Sorted(slices.Values(found)), func(a, b int) int {
		return cmp.Or(
			cmp.Compare(hits[a], hits[b]),
			cmp.Compare(like(a, "kind"), like(b, "kind")),
			cmp.Compare(like(a, "name"), like(b, "name")),
			cmp.Compare(like(a, "date"), like(b, "date")),
			equal(m.events[a].ID, r.ID)-equal(m.events[b].ID, r.ID),
		)
	})
}

func equal(a, b string) int {
	if a == b {
		return 1
	}
	return 0
}

// sources returns the places in the documents that keys name.
func (m *matcher) sources(keys []Key) []Source {
	var out []Source
	for _, k := range keys {
		for _, i := range append(slices.Clone(m.words[[2]string{k.Document, k.Words}]), m.places[k.place()]...) {
			j := slices.IndexFunc(m.events[i].Sources, func(s Source) bool {
				x := s.Key()
				return x.Document == k.Document && (x.Words == k.Words || x.Place == k.Place)
			})
			if j >= 0 {
				out = append(out, m.events[i].Sources[j])
				break
			}
		}
	}
	for i := range out {
		if out[i].Role == Primary {
			out[i].Role = Corroborating
		}
	}
	if len(out) > 0 {
		out[0].Role = Primary
	}
	return out
}
