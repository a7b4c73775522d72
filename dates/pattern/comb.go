package pattern

import "slices"

// comb holds the edges of all states in one list, so that a step is one look: the
// edge of state s by symbol y stands at slots[base[s]+y], if s is written there. The
// rows of the states lie over each other like combs whose teeth fill each other's
// gaps (row displacement: Tarjan and Yao, "Storing a Sparse Table", 1979).
type comb struct {
	slots []slot
	base  []int32 // of each state
}

type slot struct {
	state uint16 // whose edge stands here; 0, the dead state, has none
	to    target
}

// step returns where a symbol leads from a state.
func (c *comb) step(state, sym uint16) target {
	if s := &c.slots[int(c.base[state])+int(sym)]; s.state == state {
		return s.to
	}
	return target{}
}

// fill lays out rows of edges, each by symbol: the longest ones first, since short
// ones fit into what is left, and each behind the one before, which is quicker than
// to look for the first place where it fits. Rows a quarter as long begin again.
func (c *comb) fill(rows [][]edge, symbols int) {
	order := make([]int, len(rows))
	for s := range rows {
		order[s] = s
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(rows[b]) - len(rows[a]) })
	c.base = make([]int32, len(rows))
	c.slots = make([]slot, symbols)
	at, longest := 0, len(rows[order[0]])
	for _, s := range order {
		row := rows[s]
		if len(row) <= longest/4 {
			at, longest = 0, len(row)
		}
		for !c.fits(row, at) {
			at++
		}
		if more := at + symbols - len(c.slots); more > 0 {
			c.slots = append(c.slots, make([]slot, more)...)
		}
		c.base[s] = int32(at)
		for _, e := range row {
			c.slots[at+int(e.sym)] = slot{uint16(s), e.to}
		}
	}
}

// fits reports whether the slots of a row are free where it is laid at a place.
func (c *comb) fits(row []edge, at int) bool {
	for _, e := range row {
		if i := at + int(e.sym); i < len(c.slots) && c.slots[i].state != 0 {
			return false
		}
	}
	return true
}
