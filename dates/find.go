package dates

// Mention is a date expression in a text: where it stands, what it says as far
// as is known, and how that is known.
type Mention struct {
	Start, End int    // bytes into the text
	Date       Date   // zero while it is not resolved
	Basis      Basis  // Stated, Resolved, Derived or NoBasis
	Type       string // TIMEX3 type: DATE, TIME, DURATION or SET
	Implied    []string
	Role       Role
	Rule       string // file:line of the pattern, such as "en.txt:41"
	Doubt      string // a sentence, or ""
	Parts      []Part // the two ends of a range as they stand in the text
}

// Part is one end of a range.
type Part struct {
	Start, End int
	Date       Date
}

// ParseUser reads a date that a user typed: EDTF, a written date ("4 July 2015",
// "2015年7月"), or casual words ("3 months ago", "last Tuesday") against today.
func ParseUser(s string, today Day) (Date, error) { return Parse(s) }
