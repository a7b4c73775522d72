package dates

// Basis says how a date is known.
type Basis string

// The bases. Stated dates stand in full in the text; resolved ones take a part
// (a year, "last month") from the context; derived ones are reckoned from the
// date of another event.
const (
	Stated   Basis = "stated"
	Resolved Basis = "resolved"
	Derived  Basis = "derived"
	NoBasis  Basis = "none"
)

// Role says what a date is for when it is not the date of what the text tells.
type Role string

// The roles; an ordinary date has none.
const (
	RoleCitation Role = "citation" // of a cited work
	RoleName     Role = "name"     // the year in a statute's or plan's name
	RolePage     Role = "page"     // of the page itself: updated, accessed, copyright
	RolePeriod   Role = "period"   // that a statistic covers
)
