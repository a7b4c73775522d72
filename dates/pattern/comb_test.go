package pattern

import (
	"math/rand/v2"
	"testing"
)

// TestComb checks that every edge is found where it was laid, and no other.
func TestComb(t *testing.T) {
	const states, symbols = 300, 40
	r := rand.New(rand.NewPCG(1, 2))
	rows := make([][]edge, states)
	for s := 1; s < states; s++ {
		for sym := range symbols {
			if r.IntN(1+s/4) == 0 { // long rows and short ones
				rows[s] = append(rows[s], edge{uint16(sym), target{uint16(r.IntN(states)), uint16(s)}})
			}
		}
	}
	c := comb{others: make([]target, states), anyWord: make([]bool, symbols)}
	for s := range states {
		c.others[s] = target{uint16(s), 1}
	}
	for sym := range symbols {
		c.anyWord[sym] = sym%3 == 0
	}
	c.fill(rows, symbols)
	for s := 1; s < states; s++ {
		want := map[uint16]target{}
		for _, e := range rows[s] {
			want[e.sym] = e.to
		}
		for sym := range uint16(symbols) {
			if _, ok := want[sym]; !ok && c.anyWord[sym] {
				want[sym] = c.others[s]
			}
			if got := c.step(uint16(s), sym); got != want[sym] {
				t.Fatalf("symbol %d leads from state %d to %v, want %v", sym, s, got, want[sym])
			}
		}
	}
}
