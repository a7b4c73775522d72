package source

import (
	"regtimeline/dates"
)

// publication is one thing that says when a document was published.
type publication struct {
	date       dates.Date
	basis      Basis
	why        string  // what says so, for people: `meta element "dc.date"`
	confidence float64 // from 0 to 1
}

// How far the ways to tell a publication date are believed. A date that is believed
// less than trusted is only shown: a wrong one is worse than none.
const (
	sure    = 0.95 // a field that has no other meaning
	likely  = 0.85 // a field or a label that is now and then misused
	fair    = 0.75 // a place at which the date usually stands
	trusted = 0.6
	weak    = 0.3 // the day on which a file was made
)

// copyGap is how many days later than the text a page may say that it was published
// before that is taken for the day on which it was copied.
const copyGap = 366

// suggest adds what speaks for a publication date. An empty date suggests nothing.
func (d *Document) suggest(date dates.Date, basis Basis, confidence float64, why string) {
	if p := date.Earliest(); date.IsZero() || p.Year < 1000 || p == (dates.Day{Year: 1970, Month: 1, Day: 1}) {
		return // what programs write for "unknown"
	}
	d.suggested = append(d.suggested, publication{date, basis, Clean(why, titleLimit), confidence})
}

// settlePublished takes the date that is believed most, the first of equal ones. A
// page that reprints an older text is as old as the text.
func (d *Document) settlePublished() {
	var best publication
	for _, p := range d.suggested {
		if p.confidence > best.confidence {
			best = p
		}
	}
	for _, p := range d.suggested {
		if best.basis == BasisMetadata && p.basis == BasisText && p.confidence >= fair && best.date.Earliest().Since(p.date.Latest()) > copyGap {
			best = p
			break
		}
	}
	d.PublishedBasis = BasisNone
	if best.confidence < trusted {
		d.PublishedHint = best.why
		return
	}
	d.Published, d.PublishedBasis, d.PublishedWhy, d.PublishedConfidence = best.date, best.basis, best.why, best.confidence
}
