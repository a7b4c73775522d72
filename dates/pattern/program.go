package pattern

import "slices"

// inst is one instruction of a pattern. The instructions of all rules stand in
// one list; each goes on at the next one unless it says otherwise. The automaton
// is made of them, and Parts follows them to take a match apart.
// They are small, since there are many and a match looks at a few of them here and there.
type inst struct {
	op    instOp
	field uint8  // captured as this one of the program's fields; 0 is not captured
	class uint16 // of a token
	x     int32  // where a jump, or the other way of a fork, leads; the value of a captured phrase; the number of a rule
}

type instOp uint8

const (
	instToken     instOp = iota // take a token of a class
	instGlued                   // take one that touches the token before it
	instFork                    // go on at the next instruction, or else at x
	instRepeat                  // go on at x, or else at the next instruction
	instJump                    // go on at x
	instPhrase                  // a captured phrase begins
	instPhraseEnd               // and ends
	instOpen                    // the expression begins
	instClose                   // and ends
	instRule                    // a rule ends
)

// program is the instructions of all rules and where each begins.
type program struct {
	insts  []inst
	starts []int32
	tails  []tail
	fields []string
}

// maxFields is how many fields a number of 8 bits can name.
const maxFields = 1 << 8

// field returns the number of a field's name; that of the empty name is 0.
func (p *program) field(name string) uint8 {
	if len(p.fields) == 0 {
		p.fields = []string{""}
	}
	i := slices.Index(p.fields, name)
	if i < 0 {
		i, p.fields = len(p.fields), append(p.fields, name)
	}
	return uint8(i)
}

func (p *program) emit(i inst) int32 {
	if len(p.insts) == cap(p.insts) {
		p.insts = slices.Grow(p.insts, len(p.insts)+1<<10) // they come by ten thousands
	}
	p.insts = append(p.insts, i)
	return int32(len(p.insts) - 1)
}

func (p *program) here() int32 { return int32(len(p.insts)) }

// addRule appends the instructions of a rule and returns the first one.
func (p *program) addRule(number int, root *node) int32 {
	start := p.here()
	p.starts = append(p.starts, start)
	p.add(root)
	p.emit(inst{op: instRule, x: int32(number)})
	return start
}

func (p *program) add(n *node) {
	switch n.op {
	case opClass:
		op := instToken
		if n.glued {
			op = instGlued
		}
		p.emit(inst{op: op, class: uint16(n.class), field: p.field(n.field)})
	case opSeq:
		if n.field != "" {
			p.emit(inst{op: instPhrase, field: p.field(n.field), x: int32(n.value)})
		}
		for _, k := range n.kids {
			p.add(k)
		}
		if n.field != "" {
			p.emit(inst{op: instPhraseEnd})
		}
	case opAlt:
		p.alternatives(n.kids)
	case opOpt:
		fork := p.emit(inst{op: instFork})
		p.add(n.kids[0])
		p.insts[fork].x = p.here()
	case opPlus:
		start := p.here()
		p.add(n.kids[0])
		p.emit(inst{op: instRepeat, x: start})
	case opGap:
		p.gap(n.kids[0], gapWords)
	case opOpen:
		p.emit(inst{op: instOpen})
	case opClose:
		p.emit(inst{op: instClose})
	}
}

func (p *program) alternatives(kids []*node) {
	var jumps []int32
	for i, k := range kids {
		if i == len(kids)-1 {
			p.add(k)
			break
		}
		fork := p.emit(inst{op: instFork})
		p.add(k)
		jumps = append(jumps, p.emit(inst{op: instJump}))
		p.insts[fork].x = p.here()
	}
	for _, j := range jumps {
		p.insts[j].x = p.here()
	}
}
