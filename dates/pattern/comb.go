package pattern

import (
	"math/bits"
	"slices"
)

// comb holds the edges of all states in one list, so that a step is one look: the
// edge of state s by symbol y stands at slots[base[s]+y], if s is written there. The
// rows of the states lie over each other like combs whose teeth fill each other's
// gaps (row displacement: Tarjan and Yao, "Storing a Sparse Table", 1979). A state
// that waits for any word has edges only for the words that lead elsewhere.
type comb struct {
	slots   []slot
	base    []int32  // of each state
	others  []target // of each state: where the other words lead
	anyWord []bool   // by symbol: it is a word or a number
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
	if to := c.others[state]; c.anyWord[sym] {
		return to
	}
	return target{}
}

// fill lays out rows of edges, each by symbol: the longest ones first, since short
// ones fit into what is left, and each behind the one before, which is quicker than
// to look for the first place where it fits. Rows a quarter as long begin again.
func (c *comb) fill(rows [][]edge, symbols int) {
	order, edges := make([]int, len(rows)), 0
	for s := range rows {
		order[s] = s
		edges += len(rows[s])
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(rows[b]) - len(rows[a]) })
	c.base = make([]int32, len(rows))
	c.slots = make([]slot, 0, 2*edges+symbols)
	var taken bitmap
	at, longest := 0, len(rows[order[0]])
	for _, s := range order {
		row := rows[s]
		if len(row) <= longest*3/4 {
			at, longest = 0, len(row)
		}
		at = taken.place(row, at)
		c.base[s] = int32(at)
		if more := at + symbols - len(c.slots); more > 0 {
			c.slots = append(c.slots, make([]slot, more)...)
		}
		for _, e := range row {
			c.slots[at+int(e.sym)] = slot{uint16(s), e.to}
			taken.set(at + int(e.sym))
		}
	}
}

// bitmap marks the slots that are taken; those behind its end are free.
type bitmap []uint64

func (b *bitmap) set(i int) {
	for i/64 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i/64] |= 1 << (i % 64)
}

// from returns the marks of slot i, lowest, and of those behind it.
func (b bitmap) from(i int) uint64 {
	var low, high uint64
	if i/64 < len(b) {
		low = b[i/64]
	}
	if i/64+1 < len(b) {
		high = b[i/64+1]
	}
	return low>>(i%64) | high<<(64-i%64)
}

// place returns the first place from at on where the slots of a row are free. It
// looks at 64 places at once.
func (b bitmap) place(row []edge, at int) int {
	for ; ; at += 64 {
		taken := uint64(0)
		for _, e := range row {
			if taken |= b.from(at + int(e.sym)); taken == ^uint64(0) {
				break
			}
		}
		if taken != ^uint64(0) {
			return at + bits.TrailingZeros64(^taken)
		}
	}
}
