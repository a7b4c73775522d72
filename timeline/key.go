package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"regtimeline/timeline/source"
)

// Key names a source so that it is found again in a later run, by other rules
// and among other documents. It has three parts, because each survives what
// another does not:
//
//   - Document, a hash of the file's bytes;
//   - Words, a hash of the letters and digits of the quote and of the date words,
//     which stays when the text is laid out anew or the file is saved again;
//   - Place, the byte at which the date words (or else the quote) begin, which
//     stays when the rules draw the sentence's bounds elsewhere.
//
// Two acts told in one sentence with one date share a key.
type Key struct {
	Document, Words string
	Place           int
}

// Key returns the key of a source.
func (s Source) Key() Key {
	k := Key{Place: s.Quote.Start}
	if s.Quote.Doc == nil {
		return k
	}
	k.Document = s.Quote.Doc.SHA256
	if len(k.Document) > keyDigits {
		k.Document = k.Document[:keyDigits]
	}
	words := spanText(s.Quote)
	if date := spanText(s.Date); date != "" {
		k.Place = s.Date.Start
		words += "\n" + date
	}
	if words != "" {
		k.Words = digest(normal(words))
	}
	return k
}

// keyDigits is the length of a hash in a key: 48 bits, so that among a hundred
// thousand sentences two share one with a chance of 1 in 50,000.
const keyDigits = 12

// String returns the key as it is written out: "9f2c4d1e8a70.51b0c2aa94de.10342".
func (k Key) String() string { return k.Document + "." + k.Words + "." + strconv.Itoa(k.Place) }

// ParseKey reads what String writes, and false for anything else.
func ParseKey(s string) (Key, bool) {
	parts := strings.Split(s, ".")
	if len(parts) != 3 || parts[1] == "" {
		return Key{}, false
	}
	n, err := strconv.Atoi(parts[2])
	return Key{parts[0], parts[1], n}, err == nil && n >= 0
}

// digest is the start of a hash, in hexadecimal.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:keyDigits/2])
}

// spanText returns the words of a span on one line, so that a word which is
// hyphenated over a line end is the same as elsewhere, and "" for a span that
// lies in no document.
func spanText(s source.Span) string {
	if s.Doc == nil || s.Start < 0 || s.Start >= s.End || s.End > len(s.Doc.Text) {
		return ""
	}
	return s.Quote(0)
}

// identify gives every event an id that stays over runs, machines and documents
// that are added. It hangs on one source, the anchor: on that document's bytes
// and the words of the quote, and on nothing that the rules decide – neither the
// kind nor the date nor which source is the primary one.
//
// The anchor is the source of the document that was published first. What is
// added to a collection later was mostly published later, so the anchor stays. An
// event whose anchor does change is found again by the keys of its other sources
// (see Apply), and then keeps the id that it had.
//
// Acts that share an anchor are told apart by a number behind it, in their order.
func identify(lists ...[]Event) {
	seen := map[string]int{}
	for _, events := range lists {
		for i := range events {
			k := anchor(events[i].Sources).Key()
			events[i].ID = uniqueID("e"+digest(k.Document+" "+k.Words), seen)
		}
	}
}

// uniqueID adds a number to an id that has been given already.
func uniqueID(id string, seen map[string]int) string {
	for {
		seen[id]++
		n := seen[id]
		if n == 1 {
			return id
		}
		id = fmt.Sprintf("%s-%d", id, n)
	}
}

// anchor returns the source that an event's id hangs on.
func anchor(sources []Source) Source {
	var first Source
	for i, s := range sources {
		if i == 0 || anchorsBefore(s, first) {
			first = s
		}
	}
	return first
}

// anchorsBefore orders sources by their document's day of publication, those
// without one last, and then by what is the same on every machine.
func anchorsBefore(a, b Source) bool {
	x, y := a.Quote.Doc, b.Quote.Doc
	if x == nil || y == nil || x == y {
		return x == y && (a.Quote.Start < b.Quote.Start || a.Quote.Start == b.Quote.Start && a.Date.Start < b.Date.Start)
	}
	p, q := x.Published.Latest(), y.Published.Latest()
	switch {
	case p != q && (p.IsZero() || q.IsZero()):
		return q.IsZero()
	case p != q:
		return p.Compare(q) < 0
	case x.SHA256 != y.SHA256:
		return x.SHA256 < y.SHA256
	}
	return a.Quote.Start < b.Quote.Start
}
