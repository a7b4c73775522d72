package timeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// identify gives every event an id that depends only on the words it comes from:
// the document's bytes, the place in it, the kind. Ids are unique in a timeline.
func identify(lists ...[]Event) {
	seen := map[string]int{}
	for _, events := range lists {
		for i := range events {
			e := &events[i]
			s := e.Sources[0]
			sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %d %s", s.Quote.Doc.SHA256, s.Quote.Start, s.Date.Start, e.Kind))
			id := "e" + hex.EncodeToString(sum[:6])
			seen[id]++
			if n := seen[id]; n > 1 {
				id = fmt.Sprintf("%s-%d", id, n)
			}
			e.ID = id
		}
	}
}
