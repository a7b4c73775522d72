package pattern

// wordTable finds words by their folded letters. It is asked for every word of a
// text, and most are not in it, so that a look at a small index must tell.
type wordTable struct {
	entries []wordEntry // 0 stands for the words that no pattern names
	index   []uint16    // by hash: the entry, or 0; one that is taken goes on at the next
	shift   uint        // bits of a hash that the index has no use for
}

type wordEntry struct {
	key        uint64 // the last eight bytes of the text
	text       string // folded
	sym, lower uint16 // its symbols: with a capital letter, and without
	values     []classValue
}

// classValue is the value of a word in a class.
type classValue struct {
	class uint16
	value int
}

// init makes a table for a number of words.
func (t *wordTable) init(words int, unknown uint16) {
	t.entries = append(make([]wordEntry, 0, words+1), wordEntry{sym: unknown, lower: unknown})
	bits := uint(8)
	for 1<<bits < 8*words {
		bits++
	}
	t.index, t.shift = make([]uint16, 1<<bits), 64-bits
}

// wordKey goes on from the key of what stands before a letter; it begins at zero.
func wordKey(key uint64, letter byte) uint64 { return key<<8 | uint64(letter) }

// hash mixes a key and a length (Knuth's multiplicative hashing).
func (t *wordTable) hash(key uint64, n int) uint64 {
	return (key ^ uint64(n)<<56) * 0x9E3779B97F4A7C15 >> t.shift
}

func (t *wordTable) add(w wordEntry) {
	for _, c := range []byte(w.text) {
		w.key = wordKey(w.key, c)
	}
	at := t.hash(w.key, len(w.text))
	for t.index[at] != 0 {
		at = (at + 1) % uint64(len(t.index))
	}
	t.index[at] = uint16(len(t.entries))
	t.entries = append(t.entries, w)
}

// find returns the entry of a word of ASCII letters with its key, or 0.
func (t *wordTable) find(key uint64, word string) uint16 {
	for at := t.hash(key, len(word)); t.index[at] != 0; at = (at + 1) % uint64(len(t.index)) {
		if e := &t.entries[t.index[at]]; e.key == key && len(e.text) == len(word) && e.begins(word) {
			return t.index[at]
		}
	}
	return 0
}

// begins reports whether a word agrees with what the key leaves out.
func (e *wordEntry) begins(word string) bool {
	for i := range len(word) - 8 {
		if e.text[i] != word[i]|0x20 {
			return false
		}
	}
	return true
}

// findFolded returns the entry of a folded word, or 0.
func (t *wordTable) findFolded(word []byte) uint16 {
	key := uint64(0)
	for _, c := range word {
		key = wordKey(key, c)
	}
	for at := t.hash(key, len(word)); t.index[at] != 0; at = (at + 1) % uint64(len(t.index)) {
		if t.entries[t.index[at]].text == string(word) {
			return t.index[at]
		}
	}
	return 0
}

// value returns the value of a word in a class, or 0.
func (t *wordTable) value(word, class uint16) int {
	for _, v := range t.entries[word].values {
		if v.class == class {
			return v.value
		}
	}
	return 0
}
