package dates

// accounts are the periods of which a report of results tells: a company's quarters
// are often not those of the calendar, and what it compares with is the same period of
// the year before.
type accounts struct {
	quarters [5]toldQuarter // by the number of the quarter
	period   period         // the last quarter, half-year or "nine months ended" that is told of
	quarter  period         // the last quarter
}

// toldQuarter is what a text says of a quarter anywhere.
type toldQuarter struct {
	year   int // the latest in which it is named: the one that is told of; earlier ones are compared with
	fiscal bool
	named  Date // as TIMEX3 has it
	dates  Date // where the text gives its last day: "third quarter ended 30 April"
}

// comparedYears is how many years back a report of results compares.
const comparedYears = 2

// readAccounts looks through a text for the quarters that it tells of in this or the
// next year.
func (r *resolver) readAccounts(ms []Mention) {
	published := r.Published.Latest().Year
	var first [len(r.quarters)]int
	for i := range ms {
		p := ms[i].form.first()
		if p.quarter < 1 || p.quarter > 4 || !p.hasYear || len(ms[i].form.points) != 1 || !ms[i].mayAccount() {
			continue
		}
		t := &r.quarters[p.quarter]
		if began := (Day{p.year, 3*p.quarter - 2, 1}); !ms[i].fiscal() && began.Compare(r.Published.Latest()) > 0 {
			continue
		}
		if first[p.quarter] == 0 || p.year < first[p.quarter] {
			first[p.quarter] = p.year
		}
		if p.year >= t.year {
			t.year, t.fiscal = p.year, ms[i].fiscal() || p.year == t.year && t.fiscal
		}
	}
	for q := range r.quarters {
		if t := &r.quarters[q]; r.narrative || abs(t.year-published) > 1 || t.year-first[q] > comparedYears {
			*t = toldQuarter{}
		}
	}
	if !r.narrative {
		r.readEnds(ms)
	}
}

// fiscal reports whether a mention counts by a fiscal year.
func (m *Mention) fiscal() bool {
	return m.form.traits != nil && m.form.traits.implied == fiscalYear
}

const fiscalYear = "fiscal-year"

// ended gives a quarter that a text says to end on a day its months, where they are not
// those of the calendar's quarter: "its third quarter, which ended April 30".
func (r *resolver) ended(m, next *Mention) {
	p, q := m.form.first(), next.form.first()
	if p.quarter == 0 && !m.theQuarter() || !r.namesEnd(m, next) {
		return
	}
	d, ok := next.Date, next.Basis == Stated
	if !ok {
		if d, _, ok = r.point(q, next); !ok || d.Precision() != PrecisionDay {
			return
		}
	}
	months, own := companysQuarter(p.quarter, d.Latest())
	if !own {
		if !p.hasYear {
			m.Date, m.Basis = months, Resolved
		}
		return
	}
	if m.named.IsZero() {
		m.named = m.Date
	}
	m.Date, m.Basis = months, Resolved
	m.imply(fiscalYear)
	year := d.Latest().Year
	if p.hasYear {
		year = p.year
	}
	if t := &r.quarters[p.quarter]; year >= t.year {
		*t = toldQuarter{year, true, m.named, months}
	}
}

// readEnds notes the quarters whose last day the text gives in full, for what it says of
// them before; not those of several companies that count differently.
func (r *resolver) readEnds(ms []Mention) {
	var told [len(r.quarters)]toldQuarter
	for i := range max(0, len(ms)-1) {
		p := ms[i].form.first()
		if p.quarter == 0 || ms[i+1].Basis != Stated || !r.namesEnd(&ms[i], &ms[i+1]) {
			continue
		}
		last := ms[i+1].Date.Latest()
		months, own := companysQuarter(p.quarter, last)
		year := last.Year
		if p.hasYear {
			year = p.year
		}
		t := &told[p.quarter]
		if !own || !t.dates.IsZero() && months.Earliest().Month != t.dates.Earliest().Month {
			return
		}
		if year >= t.year {
			*t = toldQuarter{year, true, Date{From: unit(PrecisionQuarter, year, p.quarter, 0)}, months}
		}
	}
	for q, t := range told {
		if !t.dates.IsZero() && t.year >= r.quarters[q].year {
			r.quarters[q] = t
		}
	}
}

// namesEnd reports whether a mention is the day on which the quarter before it ends.
func (r *resolver) namesEnd(m, next *Mention) bool {
	p, q := m.form.first(), next.form.first()
	return p.quarter <= 4 && len(m.form.points) == 1 && q.day > 0 && q.month > 0 && next.Start >= m.End && r.endsOn(m.End, next.Start)
}

// companysQuarter returns the months of a quarter by its last day, and whether they are
// other ones than the calendar's quarter of that number; 0 is any number.
func companysQuarter(number int, last Day) (months Date, own bool) {
	months = endingOn(last, shift{1, PrecisionQuarter})
	if number == 0 || months.Precision() == PrecisionQuarter && int(months.From.Month) == number {
		return months, false
	}
	if months.Precision() == PrecisionQuarter {
		months = months.inMonths()
	}
	return months, true
}

// theQuarter reports whether a mention is "the quarter", "that quarter" or "the current
// quarter", which in a report of results is the one of which it tells.
func (m *Mention) theQuarter() bool {
	p := m.form.first()
	return p.unit == PrecisionQuarter && m.form.traits != nil &&
		(p.offset == -1 && m.form.traits.hasOffset || p.offset == 0 && p.anchor != noAnchor)
}

// endsOn reports whether the words between a quarter and a day are "ended", "which
// ended on" or the like.
func (r *resolver) endsOn(from, to int) bool {
	if to-from > nearby/4 {
		return false
	}
	set, says := patterns(), false
	for _, t := range r.words.lex(r.Text, from, to) {
		if set.Is(t, "endedword") {
			says = true
		} else if !set.Is(t, "endedbetween") {
			return false
		}
	}
	return says
}

// inMonths returns the first and last month of a quarter.
func (d Date) inMonths() Date {
	first, last := d.Earliest(), d.Latest()
	return Between(MonthOf(first.Year, first.Month).From, MonthOf(last.Year, last.Month).From)
}

// ofAccounts resolves a quarter without a year, or that of "last year", by what the
// text says of it elsewhere.
func (r *resolver) ofAccounts(p *point, m *Mention) (Date, bool) {
	years := 0
	switch {
	case p.quarter < 1 || p.quarter > 4 || p.hasYear || p.directed || !r.quarters[p.quarter].fiscal:
		return Date{}, false
	case p.anchor == docAnchor && p.unit == PrecisionYear && p.offset <= 0:
		years = p.offset
	case p.anchor != noAnchor:
		return Date{}, false
	}
	t := r.quarters[p.quarter]
	d := t.dates
	if d.IsZero() {
		d = Date{From: unit(PrecisionQuarter, t.year, p.quarter, 0)}
	}
	m.imply(fiscalYear)
	if !t.named.IsZero() {
		m.named = t.named.yearsOn(years)
	}
	return d.yearsOn(years), true
}
