package pattern

import (
	"cmp"
	"slices"
)

// A gap in the midst of an automaton multiplies its states: with each word that
// passes, the end of the gap and whatever began before it are further on. So a rule
// with a gap is cut there. Its tail begins at a state of its own, and is looked for
// behind each of the words that the gap may hold.

// gapWords is how many tokens a gap may hold.
const gapWords = 6

// tail is what follows the gap of a rule.
type tail struct {
	rule  int
	start int32 // its first instruction
}

// gapNode makes the pattern of a gap.
func (s *Set) gapNode() *node {
	word := &node{op: opAlt}
	for _, class := range s.gapClasses() {
		word.kids = append(word.kids, &node{op: opClass, class: class})
	}
	return &node{op: opGap, kids: []*node{word}}
}

// gapClasses are what a gap may hold: words, numbers, and the marks that join words.
func (s *Set) gapClasses() []int {
	return []int{s.class("any"), s.class("apos"), s.literalClass("-")}
}

// markJoins notes which symbols a gap may hold.
func (s *Set) markJoins() {
	s.joins = make([]bool, len(s.symbols.sets))
	for _, class := range s.gapClasses() {
		if class < len(s.symbols.holders) {
			for _, sym := range s.symbols.holders[class] {
				s.joins[sym] = true
			}
		}
	}
}

// splitAtGap cuts a rule at its first gap that does not stand in brackets; tail is
// nil where it has none, or nothing on one side of it.
func (n *node) splitAtGap() (head, tail *node) {
	if n.op != opSeq {
		return n, nil
	}
	i := slices.IndexFunc(n.kids, func(k *node) bool { return k.op == opGap })
	if i <= 0 || i == len(n.kids)-1 {
		return n, nil
	}
	return &node{op: opSeq, kids: n.kids[:i]}, &node{op: opSeq, kids: n.kids[i+1:]}
}

// addTail appends the instructions of what follows the gap of a rule.
func (p *program) addTail(rule int, root *node) {
	p.tails = append(p.tails, tail{rule, p.here()})
	p.add(root)
	p.emit(inst{op: instRule, x: int32(rule)})
}

// gap appends the instructions of a gap that no cut could be made at.
func (p *program) gap(word *node, most int) {
	if most == 0 {
		return
	}
	fork := p.emit(inst{op: instFork})
	p.add(word)
	p.gap(word, most-1)
	p.insts[fork].x = p.here()
}

// found is a rule that ends behind a token.
type found struct{ end, rule int }

// matchOverGaps is Match where some rules have gaps.
func (s *Set) matchOverGaps(tokens []Token, i int, ok func(Match) bool) (Match, bool) {
	tokens = tokens[:min(len(tokens), i+MaxTokens)]
	to := s.machine.first[tokens[i].Sym].state
	if to == 0 {
		return Match{}, false
	}
	var room [maxAccepts]found
	all := room[:0]
	s.ends(tokens, i+1, to, func(rule uint16, end int) {
		if s.Rules[rule].tail == 0 {
			all = append(all, found{end, int(rule)})
			return
		}
		all = s.behindGap(all, tokens, end, rule)
	})
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(b.end-a.end, a.rule-b.rule)
	})
	for _, f := range all {
		if m := (Match{s.Rules[f.rule], i, f.end}); ok == nil || ok(m) {
			return m, true
		}
	}
	return Match{}, false
}

// ends calls yield for each rule that ends on the way from a state, which was come
// to before tokens[from].
func (s *Set) ends(tokens []Token, from int, state uint16, yield func(rule uint16, end int)) {
	m := &s.machine
	for j := from; state != 0; j++ {
		for _, r := range m.ends(state) {
			yield(r, j)
		}
		if j == len(tokens) || tokens[j].Gap == Far {
			return
		}
		state = m.step(state, tokens[j].Sym).after(tokens[j].Gap)
	}
}

// behindGap adds the ends of a rule whose head ends before tokens[from].
func (s *Set) behindGap(all []found, tokens []Token, from int, rule uint16) []found {
	m := &s.machine
	for j := from; j <= from+gapWords && j < len(tokens) && tokens[j].Gap != Far; j++ {
		to := m.step(s.Rules[rule].tail, tokens[j].Sym).after(tokens[j].Gap)
		s.ends(tokens, j+1, to, func(r uint16, end int) { all = append(all, found{end, int(r)}) })
		if !s.joins[tokens[j].Sym] {
			break
		}
	}
	return all
}
