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
	b := builder{machine: m, set: s, ids: map[string]uint16{}}
	start := b.nfa.state()
	for i, r := range s.Rules {
		first := b.nfa.state()
		b.nfa.eps[start] = append(b.nfa.eps[start], first)
		end := b.nfa.add(r.root, first)
		final := b.nfa.state()
		b.nfa.eps[end] = append(b.nfa.eps[end], final)
		b.nfa.rule[final] = i
	}
	m.columns = 2 * len(s.symbols.sets)
	b.intern(nil) // the dead state is 0
	b.seen = make([]bool, len(b.nfa.rule))
	b.wanted = make([][2][]int, len(s.names))
	b.intern(b.closure([]int{start}))
	for done := 1; done < len(b.sets); done++ {
		b.expand(done)
	}
	s.firstSym = make([]bool, len(s.symbols.sets))
	for sym := range s.firstSym {
		s.firstSym[sym] = m.next[1][2*sym] != 0 || m.next[1][2*sym+1] != 0
	}
}

// builder does the subset construction.
type builder struct {
	*machine
	set    *Set
	nfa    nfa
	sets   [][]int // NFA states of each state
	ids    map[string]uint16
	seen   []bool     // scratch of closure
	wanted [][2][]int // scratch of expand: by class, where it leads loosely and glued
}

func (b *builder) intern(states []int) uint16 {
	key := stateKey(states)
	if id, ok := b.ids[key]; ok {
		return id
	}
	id := uint16(len(b.next))
	b.ids[key] = id
	b.sets = append(b.sets, states)
	b.next = append(b.next, make([]uint16, b.columns))
	b.accept = append(b.accept, b.nfa.accepted(states))
	return id
}

// expand fills in where a state leads. Symbols with the same of the classes that
// matter here lead to the same place, which is worked out once.
func (b *builder) expand(state int) {
	var classes []int
	for _, st := range b.sets[state] {
		for _, mv := range b.nfa.moves[st] {
			w := &b.wanted[mv.class]
			if len(w[0])+len(w[1]) == 0 {
				classes = append(classes, mv.class)
			}
			w[1] = append(w[1], mv.to)
			if !mv.glued {
				w[0] = append(w[0], mv.to)
			}
		}
	}
	known := map[string][2]uint16{}
	var key []byte
	for sym, has := range b.set.symbols.sets {
		key = key[:0]
		for _, c := range has {
			if len(b.wanted[c][1]) > 0 {
				key = binary.LittleEndian.AppendUint16(key, uint16(c))
			}
		}
		if len(key) == 0 {
			continue
		}
		to, ok := known[string(key)]
		if !ok {
			for glue := range to {
				var states []int
				for _, c := range has {
					states = append(states, b.wanted[c][glue]...)
				}
				if len(states) > 0 {
					to[glue] = b.intern(b.closure(states))
				}
			}
			known[string(key)] = to
		}
		b.next[state][2*sym], b.next[state][2*sym+1] = to[0], to[1]
	}
	for _, c := range classes {
		b.wanted[c] = [2][]int{b.wanted[c][0][:0], b.wanted[c][1][:0]}
	}
}

// closure returns the states reached without a token, sorted.
func (b *builder) closure(states []int) []int {
	var out []int
	todo := slices.Clone(states)
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b.seen[s] {
			continue
		}
		b.seen[s] = true
		out = append(out, s)
		todo = append(todo, b.nfa.eps[s]...)
	}
	for _, s := range out {
		b.seen[s] = false
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
