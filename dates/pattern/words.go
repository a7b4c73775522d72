package pattern

import (
	"math/bits"
	"strings"
)

// wordTable finds words by their folded letters. It is asked for every word of a
// text, and most are not in it, so that a look at a small index must tell.
type wordTable struct {
	entries []wordEntry // 0 stands for the words that no pattern names
	index   []uint16    // by hash: the entry, or 0; one that is taken goes on at the next
	shift   uint        // bits of a hash that the index has no use for
}

type wordEntry struct {
	key        uint64
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

// mixer spreads keys (Knuth's multiplicative hashing).
const mixer = 0x9E3779B97F4A7C15

// slot returns the place in the index from which an entry is looked for.
func (t *wordTable) slot(key uint64) int { return int(key * mixer >> t.shift) }

func (t *wordTable) add(w wordEntry) {
	w.key = wordKey(w.text)
	at := t.slot(w.key)
	for t.index[at] != 0 {
		at = (at + 1) & (len(t.index) - 1)
	}
	t.index[at] = uint16(len(t.entries))
	t.entries = append(t.entries, w)
}

// find returns the entry of a word with its key, or 0. The case of ASCII letters
// does not matter.
func (t *wordTable) find(key uint64, word string) uint16 {
	for at := t.slot(key); ; at = (at + 1) & (len(t.index) - 1) {
		n := t.index[at]
		if n == 0 {
			return 0
		}
		if e := &t.entries[n]; e.key == key && (len(word) < 8 || strings.EqualFold(e.text, word)) {
			return n
		}
	}
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

// The key of a word is made of its bytes, eight at a time; of a word of up to seven
// bytes it is these bytes.

// wordKey returns the key of a folded word.
func wordKey(word string) uint64 {
	key := uint64(0)
	for ; len(word) >= 8; word = word[8:] {
		key = key*mixer + eightBytes(word)
	}
	return key*mixer + eightBytes(word)
}

// asciiWord returns the number of ASCII letters at text[i:], and the key of the
// word that they make, in lower case.
func asciiWord(text string, i int) (key uint64, n int) {
	for more := 8; more == 8; n += more {
		var eight uint64
		eight, more = eightLetters(eightBytes(text[i+n:]))
		key = key*mixer + eight
	}
	return key, n
}

// eightBytes returns the first eight bytes of a text, the first one lowest, and
// zeros behind its end. It reads a short text from both of its ends, where what is
// read twice falls on itself.
func eightBytes(text string) uint64 {
	switch n := len(text); {
	case n >= 8:
		return uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
			uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56
	case n >= 4:
		return uint64(fourBytes(text)) | uint64(fourBytes(text[n-4:]))<<(8*(n-4))
	case n > 0:
		return uint64(text[0]) | uint64(text[n/2])<<(8*(n/2)) | uint64(text[n-1])<<(8*(n-1))
	}
	return 0
}

func fourBytes(text string) uint32 {
	return uint32(text[0]) | uint32(text[1])<<8 | uint32(text[2])<<16 | uint32(text[3])<<24
}

// eightLetters returns the ASCII letters with which eight bytes begin, in lower
// case, and how many they are. It looks at all bytes at once, since a loop over
// the letters of a word ends where no processor expects it to.
func eightLetters(x uint64) (letters uint64, n int) {
	const (
		ones  = 0x0101010101010101
		highs = 0x80 * ones
	)
	lower := x | 0x20*ones
	low := lower &^ highs
	fromA := low + (0x80-'a')*ones   // its high bits: not below 'a'
	beyondZ := low + (0x7F-'z')*ones // its high bits: above 'z'
	others := ^(fromA &^ beyondZ &^ x) & highs
	n = bits.TrailingZeros64(others) / 8
	return lower & (1<<(8*n) - 1), n
}
