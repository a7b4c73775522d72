package pattern

// machine is the automaton of all patterns, made of their program by the subset
// construction over symbols. State 0 is dead, 1 is where a match begins.
type machine struct {
	comb
	start  []target // of state 1, by symbol, so that most tokens cost one look
	rules  []uint16 // that end in a state, in order
	tails  []uint16 // the states where the program's tails begin
	accept []int32  // those of state s are rules[accept[s]:accept[s+1]]
}

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
	m.start = make([]target, symbols)
	for sym := range m.start {
		m.start[sym] = m.step(1, uint16(sym))
	}
	return true
}
