package lexicon

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// name is one name of an entity, ready to be found.
type name struct {
	key     string // folded
	alias   string // as listed
	entity  *Entity
	exact   bool // the case must be that of alias
	guarded bool // one ordinary word such as "Commission", which must not be part of a longer name
	more    bool // the next name has the same key
}

// layer is a trie of names by the bytes of their keys. Nodes are numbered breadth
// first, so the children of node i are the nodes from first[i] to first[i+1] and a
// node is nine bytes.
type layer struct {
	names []name // by key
	label []byte
	first []uint32
	value []int32 // index of the first name that ends at the node, or -1

	root  [256]uint32                // children of the root
	heads [1 << headBits / 64]uint64 // by headHash
	han   [0x5200 / 64]uint64        // the folded Han characters with which names begin
}

// newLayer makes the trie of names. Their order in the argument decides between
// names of one key: the first comes first.
func newLayer(names []name) *layer {
	t := &layer{names: append([]name(nil), names...)}
	slices.SortStableFunc(t.names, func(a, b name) int { return strings.Compare(a.key, b.key) })
	for i := 1; i < len(t.names); i++ {
		t.names[i-1].more = t.names[i].key == t.names[i-1].key
	}
	t.grow()
	for i := t.first[0]; i < t.first[1]; i++ {
		t.root[t.label[i]] = i
	}
	for i := range t.names {
		t.addHead(t.names[i].key)
	}
	return t
}

// maxHead is the length in bytes of the beginnings of words by which a layer is
// asked whether a name may begin so.
const maxHead = 6

// addHead notes the beginnings of a key.
func (t *layer) addHead(key string) {
	if r, _ := utf8.DecodeRuneInString(key); r >= 0x4E00 && r < 0x4E00+0x5200 {
		t.han[(r-0x4E00)>>6] |= 1 << ((r - 0x4E00) & 63)
	}
	key += " "
	for n := 1; n <= min(len(key), maxHead); n++ {
		h := headHash(key[:n])
		t.heads[h>>6] |= 1 << (h & 63)
	}
}

// headBits is the binary logarithm of the number of different hashes.
const headBits = 18

// headHash returns a hash of ASCII text in lower case.
func headHash(text string) uint32 {
	h := uint32(len(text))
	for i := 0; i < len(text); i++ {
		h = h*0x01000193 ^ uint32(plain[text[i]])
	}
	return (h ^ h>>headBits) & (1<<headBits - 1)
}

// starts reports whether a name may begin with the beginning of a word that has a
// hash; false is certain.
func (t *layer) starts(hash uint32) bool { return t.heads[hash>>6]&(1<<(hash&63)) != 0 }

// startsWithHan reports whether a name may begin with a Han character, folded.
func (t *layer) startsWithHan(r rune) bool {
	r -= 0x4E00
	return r < 0 || r >= 0x5200 || t.han[r>>6]&(1<<(r&63)) != 0
}

// grow numbers the nodes breadth first; a node is a run of names with one prefix.
func (t *layer) grow() {
	type run struct{ lo, hi, depth int }
	size := 1 // the most nodes that there can be
	for i := range t.names {
		size += len(t.names[i].key)
	}
	queue := append(make([]run, 0, size), run{0, len(t.names), 0})
	t.label, t.value = append(make([]byte, 0, size), 0), append(make([]int32, 0, size), -1)
	t.first = make([]uint32, 0, size+1)
	for at := 0; at < len(queue); at++ {
		r := queue[at]
		t.first = append(t.first, uint32(len(queue)))
		lo := r.lo
		for lo < r.hi && len(t.names[lo].key) == r.depth {
			if t.value[at] < 0 && r.depth > 0 {
				t.value[at] = int32(lo)
			}
			lo++
		}
		for lo < r.hi {
			c, hi := t.names[lo].key[r.depth], lo+1
			for hi < r.hi && t.names[hi].key[r.depth] == c {
				hi++
			}
			queue = append(queue, run{lo, hi, r.depth + 1})
			t.label, t.value = append(t.label, c), append(t.value, -1)
			lo = hi
		}
	}
	t.first = append(t.first, uint32(len(queue)))
}

// child returns the node that byte c leads to, 0 for none.
func (t *layer) child(node uint32, c byte) uint32 {
	if node == 0 {
		return t.root[c]
	}
	lo, hi := t.first[node], t.first[node+1]
	for lo < hi {
		mid := (lo + hi) / 2
		switch l := t.label[mid]; {
		case l == c:
			return mid
		case l < c:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

// childRune follows all bytes of a folded character.
func (t *layer) childRune(node uint32, r rune) uint32 {
	if r < utf8.RuneSelf {
		return t.child(node, byte(r))
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		if node = t.child(node, c); node == 0 {
			return 0
		}
	}
	return node
}

// lookup returns the names of a key.
func (t *layer) lookup(key string) []name {
	lo := sort.Search(len(t.names), func(i int) bool { return t.names[i].key >= key })
	hi := lo
	for hi < len(t.names) && t.names[hi].key == key {
		hi++
	}
	return t.names[lo:hi]
}

// capitalised reports whether a name is one word with a capital and small letters.
func capitalised(s string) bool {
	return s != "" && s[0] >= 'A' && s[0] <= 'Z' && !strings.ContainsAny(s, " -") && strings.ToUpper(s) != s
}
