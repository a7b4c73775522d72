package pattern

import (
	"encoding/binary"
	"slices"
)

// machine is the automaton of all patterns: Thompson's construction, then the
// subset construction over symbols, each in two columns: touching the token
// before it or not.
type machine struct {
	columns int        // two a symbol
	next    [][]uint16 // [state][column], 0 is the dead state
	accept  [][]uint16 // rules that end in a state, in order
}

type nfa struct {
	eps   [][]int
	moves [][]move
	rule  []int // accepted rule, or -1
}

type move struct {
	class int
	glued bool
	to    int
}

func (n *nfa) state() int {
	n.eps = append(n.eps, nil)
	n.moves = append(n.moves, nil)
	n.rule = append(n.rule, -1)
	return len(n.rule) - 1
}

// add builds the states for a pattern from state from on and returns where it ends.
func (n *nfa) add(p *node, from int) int {
	switch p.op {
	case opClass:
		to := n.state()
		n.moves[from] = append(n.moves[from], move{p.class, p.glued, to})
		return to
	case opSeq:
		for _, k := range p.kids {
			from = n.add(k, from)
		}
		return from
	case opAlt:
		to := n.state()
		for _, k := range p.kids {
			end := n.add(k, from)
			n.eps[end] = append(n.eps[end], to)
		}
		return to
	case opOpt:
		to := n.add(p.kids[0], from)
		end := n.state()
		n.eps[to] = append(n.eps[to], end)
		n.eps[from] = append(n.eps[from], end)
		return end
	case opPlus:
		start := n.state()
		n.eps[from] = append(n.eps[from], start)
		to := n.add(p.kids[0], start)
		n.eps[to] = append(n.eps[to], start)
		end := n.state()
		n.eps[to] = append(n.eps[to], end)
		return end
	}
	return from // brackets take no token
}

func (m *machine) build(s *Set) {
	var n nfa
	start := n.state()
	for i, r := range s.Rules {
		first := n.state()
		n.eps[start] = append(n.eps[start], first)
		end := n.add(r.root, first)
		final := n.state()
		n.eps[end] = append(n.eps[end], final)
		n.rule[final] = i
	}
	withClass := make([][]int, len(s.names)) // symbols that have a class
	for sym, classes := range s.symbols.sets {
		for _, c := range classes {
			withClass[c] = append(withClass[c], sym)
		}
	}
	m.columns = 2 * len(s.symbols.sets)
	m.next = [][]uint16{make([]uint16, m.columns)}
	m.accept = [][]uint16{nil}
	ids := map[string]uint16{"": 0}
	var sets [][]int
	intern := func(states []int) uint16 {
		states = n.closure(states)
		key := stateKey(states)
		if id, ok := ids[key]; ok {
			return id
		}
		id := uint16(len(m.next))
		ids[key] = id
		sets = append(sets, states)
		m.next = append(m.next, make([]uint16, m.columns))
		m.accept = append(m.accept, n.accepted(states))
		return id
	}
	intern([]int{start})
	for done := 0; done < len(sets); done++ {
		targets := map[int][]int{}
		for _, st := range sets[done] {
			for _, mv := range n.moves[st] {
				for _, sym := range withClass[mv.class] {
					targets[2*sym+1] = append(targets[2*sym+1], mv.to)
					if !mv.glued {
						targets[2*sym] = append(targets[2*sym], mv.to)
					}
				}
			}
		}
		for _, col := range sortedInts(targets) {
			m.next[done+1][col] = intern(targets[col])
		}
	}
	s.firstSym = make([]bool, len(s.symbols.sets))
	for sym := range s.firstSym {
		s.firstSym[sym] = m.next[1][2*sym] != 0 || m.next[1][2*sym+1] != 0
	}
}

func sortedInts(m map[int][]int) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (n *nfa) closure(states []int) []int {
	seen := map[int]bool{}
	var out []int
	todo := slices.Clone(states)
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[s] {
			continue
		}
		seen[s] = true
		out = append(out, s)
		todo = append(todo, n.eps[s]...)
	}
	slices.Sort(out)
	return out
}

func (n *nfa) accepted(states []int) []uint16 {
	var out []uint16
	for _, s := range states {
		if n.rule[s] >= 0 {
			out = append(out, uint16(n.rule[s]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func stateKey(states []int) string {
	b := make([]byte, 0, 4*len(states))
	for _, s := range states {
		b = binary.LittleEndian.AppendUint32(b, uint32(s))
	}
	return string(b)
}
