package pattern

import (
	"encoding/binary"
	"slices"
)

// builder does the subset construction.
type builder struct {
	*machine
	program  *program
	sets     [][]int32 // of each state the instructions that wait for a token or end a rule
	rows     [][]edge  // of each state, by symbol
	ids      map[string]uint16
	holders  [][]uint16 // of each class the symbols that hold it
	anyClass uint16     // the class that every word and number holds
	alone    []uint16   // of each instruction the state that is at it alone, where that is known
	round    uint32

	// What follows is scratch.
	seen   []uint32   // of state: the round in which it came to an instruction
	todo   []int32    // of state
	set    []int32    // of state
	key    []byte     // of intern and expand
	wanted []wanted   // of expand, by class
	held   [][]uint16 // of expand, by symbol: the wanted classes that it holds
}

// wanted are the instructions behind those of a state that wait for a class: all
// of them, and those that allow white space before the token.
type wanted struct {
	all, loose []int32
	to         target // where a symbol leads that holds this wanted class alone
	known      bool
}

// state returns the number of the state that is at some instructions.
func (b *builder) state(at ...[]int32) uint16 {
	b.round++
	b.todo, b.set = b.todo[:0], b.set[:0]
	for _, a := range at {
		b.todo = append(b.todo, a...)
	}
	for n := len(b.todo); n > 0; n = len(b.todo) {
		i := b.todo[n-1]
		b.todo = b.todo[:n-1]
		if b.seen[i] == b.round {
			continue
		}
		b.seen[i] = b.round
		switch in := &b.program.insts[i]; in.op {
		case instToken, instGlued, instRule:
			b.set = append(b.set, i)
		case instFork, instRepeat:
			b.todo = append(b.todo, i+1, in.x)
		case instJump:
			b.todo = append(b.todo, in.x)
		default:
			b.todo = append(b.todo, i+1)
		}
	}
	slices.Sort(b.set)
	return b.intern(b.set)
}

// both returns where a symbol leads with and without white space before it, which
// is one state but for patterns that say that nothing may stand there. Most often
// that state is at one instruction alone, and known from other states.
func (b *builder) both(loose, all []int32) target {
	first := all[0]
	to := b.alone[first]
	if to == 0 || len(all) > 1 {
		to = b.state(all)
	}
	if len(all) == 1 {
		b.alone[first] = to
	}
	if len(loose) == len(all) {
		return target{to, to}
	}
	return target{b.state(loose), to}
}

// intern returns the number of a set of instructions.
func (b *builder) intern(set []int32) uint16 {
	b.key = b.key[:0]
	for _, i := range set {
		b.key = binary.LittleEndian.AppendUint32(b.key, uint32(i))
	}
	if id, known := b.ids[string(b.key)]; known {
		return id
	}
	id := uint16(len(b.sets))
	b.ids[string(b.key)] = id
	b.sets = append(b.sets, slices.Clone(set))
	for _, i := range set {
		if in := &b.program.insts[i]; in.op == instRule {
			b.rules = append(b.rules, uint16(in.x))
		}
	}
	b.accept = append(b.accept, int32(len(b.rules)))
	return id
}

// expand adds the edges of a state: of each symbol that holds a class for which
// the state waits.
func (b *builder) expand(set []int32) {
	var classes, syms []uint16
	for _, i := range set {
		in := &b.program.insts[i]
		if in.op != instToken && in.op != instGlued {
			continue
		}
		w := &b.wanted[in.class]
		if len(w.all) == 0 {
			classes = append(classes, in.class)
		}
		w.all = append(w.all, i+1)
		if in.op == instToken {
			w.loose = append(w.loose, i+1)
		}
	}
	for _, c := range classes {
		if c == b.anyClass {
			continue // nearly all symbols hold it
		}
		for _, sym := range b.holders[c] {
			if len(b.held[sym]) == 0 {
				syms = append(syms, sym)
			}
			b.held[sym] = append(b.held[sym], c)
		}
	}
	slices.Sort(syms)
	several := map[string]target{}
	b.others = append(b.others, b.anyOther(syms, several))
	row := make([]edge, len(syms))
	for i, sym := range syms {
		row[i] = edge{sym, b.target(b.held[sym], several)}
		b.held[sym] = b.held[sym][:0]
	}
	b.rows = append(b.rows, row)
	for _, c := range classes {
		w := &b.wanted[c]
		*w = wanted{all: w.all[:0], loose: w.loose[:0]}
	}
}

// anyOther returns where the symbols lead that hold no class for which the state
// waits but that of any word; of the symbols in syms it adds that class to those
// that hold it too.
func (b *builder) anyOther(syms []uint16, several map[string]target) target {
	if len(b.wanted[b.anyClass].all) == 0 {
		return target{}
	}
	for _, sym := range syms {
		if b.anyWord[sym] {
			b.held[sym] = append(b.held[sym], b.anyClass)
		}
	}
	return b.target([]uint16{b.anyClass}, several)
}

// target returns where a symbol leads that holds some of the wanted classes;
// several are the targets of sets of classes that are known.
func (b *builder) target(held []uint16, several map[string]target) target {
	if len(held) == 1 {
		w := &b.wanted[held[0]]
		if !w.known {
			w.to, w.known = b.both(w.loose, w.all), true
		}
		return w.to
	}
	key := make([]byte, 0, 64)
	for _, c := range held {
		key = binary.LittleEndian.AppendUint16(key, c)
	}
	to, known := several[string(key)]
	if !known {
		var loose, all [][]int32
		for _, c := range held {
			loose, all = append(loose, b.wanted[c].loose), append(all, b.wanted[c].all)
		}
		to = target{b.state(loose...), b.state(all...)}
		several[string(key)] = to
	}
	return to
}
