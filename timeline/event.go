package timeline

import (
	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// Event is one act or dated fact, with every place that tells of it.
type Event struct {
	ID     string
	Date   dates.Date  // zero for an undated event
	Basis  dates.Basis // how the date is known
	Rule   string      // the rule that found or derived the date, such as "en.txt:41"
	Kind   Kind
	Status Status
	Name   string // one line that stands alone

	Instrument   string   // the law, plan or agreement that the act is about, as the text names it
	Provision    string   // "Article 37"
	Authorities  []string // who acted
	Targets      []string // upon whom
	Amount       Amount
	Jurisdiction string // ISO 3166-1 alpha-2, "EU" or "INT"

	Confidence float64  // 0 to 1
	Doubts     []string // sentences for the reviewer
	Sources    []Source // the primary one first; empty only where a reviewer added the event
	Review     Review

	note       bool          // it comes from a footnote or reference
	citation   bool          // it only cites an instrument
	reference  bool          // it only mentions the day of a decision
	support    bool          // it is without a date, and counts only where another place dates the act
	unresolved bool          // its date words could not be worked out
	signed     bool          // it is the making of the instrument that its document is
	own        bool          // its document is an instrument itself
	anchor     *dates.Anchor // what its date counts from, where it has no date of its own
	carried    bool          // its authority is taken from the sentences before
	saidOn     bool          // its date may only be that of the announcement
	measure    string        // what an order stops, as measures names it
	unread     bool          // its document is in a language without cues
	also       []string      // further names of what it is about
}

// Amount is a sum of money; the zero Amount is none.
type Amount struct {
	Value    string // decimal digits, with a point at most: "18228000000"
	Currency string // ISO 4217
}

// Source is one place in a document that tells of an event.
type Source struct {
	Quote source.Span // the sentence
	Date  source.Span // the date words; empty (Start == End) where there are none
	Role  Role
	Value dates.Date // what the date words say
	Trace Trace
}

// Trace is how a source was read, for people who ask why.
type Trace struct {
	Name     string      // what the source alone would be called
	Kind     Kind        // and of what kind it would be
	Act      source.Span // the words that tell of the act; empty where the form of the text does
	ActRule  string      // the rule that they match, such as "en-enforcement.txt:41"
	Basis    dates.Basis // how the date words are known
	DateRule string      // the rule that they match, such as "en.txt:41"
	Implied  []string    // what was understood rather than written, such as "year"
	naming   naming      // what Name says
}

// Role is what a source does for its event.
type Role string

// The roles of a source.
const (
	Primary       Role = "primary"
	Corroborating Role = "corroborating"
	Conflicting   Role = "conflicting" // tells of the event and gives another date
)

// Status says whether the act is done.
type Status string

// The statuses of an event.
const (
	Occurred  Status = "occurred"
	Scheduled Status = "scheduled"
	Proposed  Status = "proposed"
)

// Kind is what sort of act an event is. The kinds and their tracks are those of
// Kinds, in the order of an instrument's life.
type Kind string

// Track is the group of kinds that a reader follows together.
type Track string

// The tracks.
const (
	Instrument  Track = "instrument"
	Enforcement Track = "enforcement"
	Policy      Track = "policy"
	Context     Track = "context"
)

// Kinds lists every kind with its track, ranked: of events on one day the one
// listed first is sorted first.
var Kinds = []struct {
	Kind  Kind
	Track Track
	Label string // for people
}{
	{"plan", Instrument, "Plan"},
	{"draft", Instrument, "Draft"},
	{"consultation", Instrument, "Consultation"},
	{"deadline", Instrument, "Deadline"},
	{"adoption", Instrument, "Adoption"},
	{"publication", Instrument, "Publication"},
	{"entry_into_force", Instrument, "Entry into force"},
	{"application", Instrument, "Application"},
	{"guidance", Instrument, "Guidance"},
	{"amendment", Instrument, "Amendment"},
	{"postponement", Instrument, "Postponement"},
	{"repeal", Instrument, "Repeal"},
	{"investigation", Enforcement, "Investigation"},
	{"warning", Enforcement, "Warning"},
	{"charge", Enforcement, "Charge"},
	{"order", Enforcement, "Order"},
	{"restriction", Enforcement, "Restriction"},
	{"penalty", Enforcement, "Penalty"},
	{"approval", Enforcement, "Approval"},
	{"refusal", Enforcement, "Refusal"},
	{"challenge", Enforcement, "Challenge"},
	{"settlement", Enforcement, "Settlement"},
	{"ruling", Enforcement, "Ruling"},
	{"closure", Enforcement, "Closure"},
	{"statement", Policy, "Statement"},
	{"meeting", Policy, "Meeting"},
	{"report", Policy, "Report"},
	{"listing", Context, "Listing"},
	{"merger", Context, "Merger"},
	{"launch", Context, "Launch"},
	{"fact", Context, "Fact"},
}

// Rank returns the place of a kind in Kinds, and len(Kinds) for an unknown one.
func (k Kind) Rank() int {
	for i, x := range Kinds {
		if x.Kind == k {
			return i
		}
	}
	return len(Kinds)
}

// Track returns the track of a kind; that of an unknown kind is Context.
func (k Kind) Track() Track {
	if i := k.Rank(); i < len(Kinds) {
		return Kinds[i].Track
	}
	return Context
}

// Label returns the kind as people write it: "Entry into force".
func (k Kind) Label() string {
	if i := k.Rank(); i < len(Kinds) {
		return Kinds[i].Label
	}
	return string(k)
}

// Timeline is the result: ordered events, undated events apart, and the
// documents that they come from.
type Timeline struct {
	Documents []*source.Document
	Mentions  int // of dates in the documents
	Events    []Event
	Undated   []Event
	Rejected  []Event   // that a reviewer wants left out
	Kept      []Row     // a reviewer's changes that could not be applied, for the next time
	Failures  []Failure // documents whose events could not be read
}

// Failure says, in a sentence, why the events of a document are missing.
type Failure struct {
	Doc    *source.Document
	Reason string
}
