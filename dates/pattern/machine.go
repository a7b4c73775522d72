package pattern

// machine is the automaton of all patterns, made of their program by the subset
// construction over symbols. State 0 is dead, 1 is where a match begins.
type machine struct {
	comb
	first  []opening // of state 1, by symbol
	second []uint64  // by row of an opening: the symbols that may stand behind it, as bits
	words  int       // words of 64 bits that a row of second takes
	rules  []uint16  // that end in a state, in order
	tails  []uint16  // the states where the program's tails begin
	accept []int32   // those of state s are rules[accept[s]:accept[s+1]]
}

// opening is where the first token of a match leads: to a state, 0 where no match
// begins so, and what may come next. Of most tokens that could begin a match the
// second one shows that they do not, for which the edges of the state, a few in a
// great list, would be a long way to go.
type opening struct{ state, row uint16 }

// edge is one way out of a state while the automaton is made.
type edge struct {
	sym uint16
	to  target
}

// target is where a symbol leads: the state where white space stands before the
// token, and the state where it touches the token before.
type target struct{ loose, glued uint16 }

func (t target) after(gap Gap) uint16 {
	if gap == Glued {
		return t.glued
	}
	return t.loose
}

// ends returns the rules that end in a state.
func (m *machine) ends(state uint16) []uint16 {
	return m.rules[m.accept[state]:m.accept[state+1]]
}

// maxStates is how many states a number of 16 bits can name.
const maxStates = 1 << 16

// build makes the automaton of a program over symbols.
// It returns false where there would be too many states.
func (m *machine) build(p *program, s *symbols, anyClass uint16) bool {
	symbols, classes := len(s.sets), len(s.holders)
	m.anyWord = make([]bool, symbols)
	for _, sym := range s.holders[anyClass] {
		m.anyWord[sym] = true
	}
	b := builder{
		machine: m, program: p, ids: map[string]uint16{}, seen: make([]uint32, len(p.insts)), alone: make([]uint16, len(p.insts)),
		holders: s.holders, anyClass: anyClass, wanted: make([]wanted, classes), held: make([][]uint16, symbols),
	}
	m.accept = []int32{0}
	b.state(nil)
	b.state(p.starts)
	for _, t := range p.tails {
		m.tails = append(m.tails, b.state([]int32{t.start}))
	}
	for done := 0; done < len(b.sets); done++ {
		if len(b.sets) > maxStates {
			return false
		}
		b.expand(b.sets[done])
	}
	m.fill(b.rows, symbols)
	m.open(symbols)
	return true
}

// open looks up what begins with which tokens. What a single token may be needs no
// second one, and so goes on with any.
func (m *machine) open(symbols int) {
	m.first, m.words = make([]opening, symbols), (symbols+63)/64
	m.second = make([]uint64, m.words) // row 0, behind which nothing comes
	rows := map[uint16]uint16{0: 0}
	for sym := range m.first {
		state := m.step(1, uint16(sym)).loose
		row, known := rows[state]
		if !known {
			row = uint16(len(rows))
			rows[state] = row
			bits := make([]uint64, m.words)
			for next := range symbols {
				if len(m.ends(state)) > 0 || m.step(state, uint16(next)) != (target{}) {
					bits[next/64] |= 1 << (next % 64)
				}
			}
			m.second = append(m.second, bits...)
		}
		m.first[sym] = opening{state, row}
	}
}

// goesOn reports whether a match that began with an opening may go on with a symbol.
func (m *machine) goesOn(o opening, sym uint16) bool {
	return m.second[int(o.row)*m.words+int(sym/64)]>>(sym%64)&1 != 0
}
