package dates

import "slices"

// Context is what a document gives for resolving the dates in it.
type Context struct {
	Text      string
	Published Date     // zero where it is not known
	Regions   []Region // in order, not overlapping; none is one region
}

// Region is a stretch of the text that is read on its own.
type Region struct {
	Start, End int
	Heading    int  // level of a heading from 1, or 0; above 6 a line that gives a list its year: "Vol. 168 (2022):"
	Item       bool // an item of a list or a cell of a table
	Level      int  // of an item of a list its nesting from 1, or 0
	Row, Col   int  // of a cell of a table, from 1, or 0
	Aside      bool // a note or quotation: its dates do not lead those that follow
}

// Resolve fills in, in place, the dates that Find left open, from the document's
// date, the headings above and the dates before. What it cannot know it leaves
// unresolved.
func Resolve(ms []Mention, c Context) {
	r := resolver{Context: c, ofDocument: c.Published}
	r.narrative = r.isNarrative(ms)
	r.order = writtenOrder(ms)
	r.republic = countsByRepublic(ms)
	r.lendYears(ms)
	r.readAccounts(ms)
	region := 0
	for i := range ms {
		for region < len(c.Regions) && c.Regions[region].End <= ms[i].Start {
			r.enter(c.Regions[region])
			region++
		}
		var here Region
		if region < len(c.Regions) && c.Regions[region].Start <= ms[i].Start {
			here = c.Regions[region]
		}
		r.enter(here)
		r.resolve(&ms[i])
		if i+1 < len(ms) {
			r.ended(&ms[i], &ms[i+1])
		}
		r.remember(&ms[i])
		r.account(&ms[i])
	}
	if c.Published.IsZero() {
		r.openings(ms)
	}
}

type resolver struct {
	Context
	thread
	accounts
	outline    outline
	ofDocument Date // its publication; Published is that of the item of news in which the text is
	narrative  bool
	recent     bool // of the last few years
	order      order
	republic   bool // the text counts by the Republic of China
	here       Region
	words      surroundings

	hasQuestions, asksKnown bool

	ends    []Date   // of the mention in work
	implied []string // in it
	kept    []string // what mentions imply; most have one thing, and share this piece of memory
}

func (r *resolver) resolve(m *Mention) {
	r.orient(m)
	if m.Basis == Stated || len(m.form.points) == 0 || m.Doubt == noSuchDay {
		return
	}
	ds := slices.Grow(r.ends[:0], len(m.form.points))[:len(m.form.points)]
	implied := r.implied[:0]
	year := 0 // of a range none of whose ends has one, that of its later end
	for i := len(ds) - 1; i >= 0; i-- {
		p := &m.form.points[i]
		d, ok := p.known()
		if !ok {
			var what string
			if d, what, ok = r.point(p, m); !ok {
				r.lasting(m, i)
				return
			}
			if what == "year" && year != 0 {
				d = p.before(d, year, ds[i+1])
			}
			if what != "" {
				implied = append(implied, what)
			}
			if what == "year" {
				year = d.Earliest().Year
			}
		}
		ds[i] = d
	}
	d := ds[0]
	if len(ds) > 1 {
		r.place(m, ds)
		m.form.straighten(ds)
		d = Between(ds[0].From, ds[len(ds)-1].end())
	}
	if !d.Valid() {
		return
	}
	m.Date, m.Basis = d, Resolved
	if m.form.points[0].ahead {
		m.Type = "DATE"
	}
	var counted Date
	if p := &m.form.points[0]; p.near > 0 {
		counted, _, _ = r.point(p.withoutNear(), m)
	}
	m.doubtWeekday(counted)
	for _, what := range implied {
		r.imply(m, what)
	}
	for i := range m.Parts {
		m.Parts[i].Date = ds[i]
	}
}

// imply adds to what was understood rather than written.
func (r *resolver) imply(m *Mention, what string) {
	if m.Implied != nil {
		m.imply(what)
		return
	}
	if len(r.kept) == cap(r.kept) {
		r.kept = make([]string, 0, 64)
	}
	n := len(r.kept)
	r.kept = append(r.kept, what)
	m.Implied = r.kept[n : n+1 : n+1]
}

// point resolves one incomplete date and says what was implied.
func (r *resolver) point(p *point, m *Mention) (Date, string, bool) {
	if p.counted && p.yearBefore() && p.quarter == 0 && r.reported(m) {
		m.named = r.period.named.yearsOn(-1)
		return r.period.yearsOn(-1), "", true // "rose in the third quarter from a year earlier"
	}
	if d, ok := r.ofAccounts(p, m); ok {
		return d, "year", true
	}
	if q := r.quarter; q.byCompany && m.theQuarter() && m.Start-q.at < lead && !r.tense(m).ahead() {
		m.named = q.named
		return q.Date, "", true // "during the quarter"
	}
	d, implied, ok := r.base(p, m)
	if !ok {
		return Date{}, "", false
	}
	d, ok = p.narrow(d)
	if p.soFar {
		from := FromDay(d.Earliest()).From
		if p.counted {
			from = d.From // 三年半以来 begins in a month
		}
		d = Between(from, FromDay(r.Published.Latest()).From)
	}
	if p.rest {
		d = r.rest(d)
	}
	if p.around.working && m.Doubt == "" {
		m.Doubt = "public holidays are not taken into account"
	}
	return d, implied, ok
}

// lastAhead reports whether the date before is one after the text's own.
func (r *resolver) lastAhead() bool {
	return !r.Published.IsZero() && r.last.Earliest().Compare(r.Published.Latest()) > 0
}
