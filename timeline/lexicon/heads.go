package lexicon

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed entities/heads.txt
var headList string

// headKind is what a head word makes of a name.
type headKind struct {
	Type Type
	Form string
}

// headWords is heads.txt, taken apart. Latin words are in lower case.
type headWords struct {
	last, first, number, suffix         map[string]headKind
	inside, outside, generic, possessor map[string]bool
	unlike                              map[string]bool

	hanLast  *layer // endings of names
	hanTitle []hanEnding
	hanPlace *layer
	hanStop  *layer
}

// hanEnding is an ending of a title.
type hanEnding struct {
	text string
	kind headKind
}

// heads returns the head words. They are read on first use.
var heads = sync.OnceValue(func() *headWords {
	h, err := parseHeads("heads.txt", headList)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return h
})

// parseHeads reads a list of head words. An error names the line.
func parseHeads(file, text string) (*headWords, error) {
	h := &headWords{
		last: map[string]headKind{}, first: map[string]headKind{},
		number: map[string]headKind{}, suffix: map[string]headKind{},
		inside: map[string]bool{}, outside: map[string]bool{},
		generic: map[string]bool{}, possessor: map[string]bool{}, unlike: map[string]bool{},
	}
	var han hanNames
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		if len(fields) < 3 {
			return nil, fmt.Errorf("%s:%d: a line is a role, a type and words", file, n)
		}
		kind := headKind{Type: entityTypes[fields[1]]}
		if kind.Type == Instrument {
			kind.Form = fields[1]
		}
		if kind.Type == "" && fields[1] != "-" {
			return nil, fmt.Errorf("%s:%d: %q is not a type", file, n, fields[1])
		}
		for _, w := range fields[2:] {
			w = strings.ReplaceAll(w, "_", " ")
			if !h.put(fields[0], w, kind, &han) {
				return nil, fmt.Errorf("%s:%d: %q is not a role", file, n, fields[0])
			}
		}
	}
	h.hanLast, h.hanPlace, h.hanStop = newLayer(han.last), newLayer(han.place), newLayer(han.stop)
	return h, nil
}

type hanNames struct{ last, place, stop []name }

// put files a word under its role; false is an unknown role.
func (h *headWords) put(role, w string, kind headKind, han *hanNames) bool {
	lower := strings.ToLower(w)
	entry := name{key: foldKey(w), alias: w, entity: &Entity{Type: kind.Type, Form: kind.Form}}
	switch role {
	case "last":
		h.last[lower] = kind
	case "first":
		h.first[lower] = kind
	case "number":
		h.number[lower] = kind
	case "suffix":
		h.suffix[lower] = kind
	case "inside":
		h.inside[lower] = true
	case "outside":
		h.outside[lower] = true
	case "generic":
		h.generic[lower] = true
	case "unlike":
		h.unlike[lower] = true
	case "possessive":
		h.possessor[lower] = true
	case "han-last":
		han.last = append(han.last, entry)
	case "han-title":
		h.hanTitle = append(h.hanTitle, hanEnding{entry.key, kind})
	case "han-place":
		han.place = append(han.place, entry)
	case "han-stop":
		han.stop = append(han.stop, entry)
	default:
		return false
	}
	return true
}

// outside reports whether a capitalised word is no part of a name: "The", "Under".
func outside(word string) bool { return heads().outside[strings.ToLower(word)] }

// prefixAt returns the length in bytes of the longest word of a layer at text[i:],
// and the word; 0 for none. It looks at Han words, which have no boundaries.
func (t *layer) prefixAt(text string, i int) (int, *name) {
	node, start, end := uint32(0), i, 0
	var best *name
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < utf8.RuneSelf {
			break
		}
		if node = t.childRune(node, foldRune(r)); node == 0 {
			break
		}
		i += n
		if v := t.value[node]; v >= 0 {
			end, best = i-start, &t.names[v]
		}
	}
	return end, best
}

// kindOfName guesses what a name stands for from its head word.
func kindOfName(s string) headKind {
	h := heads()
	if startsHan(s) {
		if k, ok := titleKind(s); ok {
			return k
		}
		for i := range s {
			if n, w := h.hanLast.prefixAt(s, i); n > 0 && i+n == len(s) {
				return headKind{w.entity.Type, w.entity.Form}
			}
		}
		return headKind{Type: Other}
	}
	words := strings.Fields(strings.ToLower(s))
	if len(words) == 0 {
		return headKind{Type: Other}
	}
	for i := len(words) - 1; i >= 0; i-- { // past a year: "Widget Act 2019", "Act of 2019"
		w := strings.Trim(words[i], ".,()")
		if k, ok := h.suffix[w]; ok {
			return k
		}
		if k, ok := h.last[w]; ok {
			return k
		}
		if w == "" || w[0] >= '0' && w[0] <= '9' || w == "of" || h.number[w].Type != "" {
			continue
		}
		break
	}
	for i := range words[:len(words)-1] { // "Federal Office for Widgets"
		k, ok := h.last[words[i]]
		if f, first := h.first[words[i]]; first {
			k, ok = f, true
		}
		if ok && h.inside[words[i+1]] {
			return k
		}
	}
	return headKind{Type: Other}
}
