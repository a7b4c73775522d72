package dates

import (
	"slices"
	"strings"
)

// thread is what a text has told of dates so far, from which the next one goes on.
type thread struct {
	last     Date // the date before
	start    int  // of the region in which it stands
	end      int  // of its words
	year     int  // the year that the text has come to, 0 for none
	full     Date // the last day or month, and where it ends
	fullEnd  int
	fullFrom Day  // and where that began, as a range does before its end
	dated    bool // and it stands at the head of a letter or report, as its own date does
	broken   bool // since then the text has named a day or month that could not be told
	back     Date // a day or month of an earlier year in the middle of a sentence, and where it ends
	backEnd  int
	aside    bool // last is a year alone in the middle of its sentence, perhaps only background
	day      Date // the last day, and where it ends
	dayEnd   int
	head     Date // the day with which the region here begins, as an entry of a digest does
}

// enter turns to the region in which the next mention stands, or one before it.
func (r *resolver) enter(here Region) {
	if here.Start == r.here.Start && here.End == r.here.End {
		return
	}
	r.here, r.head = here, Date{}
	if here.Heading > 0 {
		r.Published = r.ofDocument
	}
	r.outline.enter(here)
}

// heads reports whether a mention is the day with which the region here begins, parted
// by a mark from what happened on it.
func (r *resolver) heads(m *Mention) bool {
	if m.Date.Precision() != PrecisionDay || strings.Trim(r.Text[r.here.Start:m.Start], " \t*_[(\"“") != "" {
		return false
	}
	rest := strings.TrimLeft(r.Text[m.End:], " \t*_])")
	return slices.ContainsFunc([]string{"–", "—", "- ", ".—", ".–", ".-", ". "}, func(mark string) bool { return strings.HasPrefix(rest, mark) })
}

// remember lets the text go on from a mention, where it tells of the story's own time.
func (r *resolver) remember(m *Mention) {
	if m.Date.IsZero() && m.Role == "" && !r.here.Aside {
		r.broken = r.broken || m.form.first().inUnknown()
	}
	if m.Date.IsZero() || m.Role != "" || r.here.Aside || !r.leads(m) {
		return
	}
	if r.heads(m) {
		r.head = m.Date
	}
	if r.isDateline(m) {
		r.Published = m.Date
	}
	r.outline.note(r.Text, r.here, m)
	d := m.Date
	if end := d.To.Precision; !d.Open && end != None && end <= PrecisionMonth {
		d = Date{From: d.To} // "from 24 July until 26 November. The following day": the 27th
	}
	p := d.Precision()
	if p == PrecisionYear && !r.full.IsZero() && d.Earliest().Year > r.year && !r.opensSentence(m) && r.tense(m).ahead() {
		return // "the subject of a report that will appear in 2018"
	}
	back := r.narrative && m.Basis == Stated && p <= PrecisionMonth && d.Earliest().Year < r.year && r.start == r.here.Start && !r.opensSentence(m)
	r.last, r.start, r.end = d, r.here.Start, m.End
	if back {
		r.back, r.backEnd = d, m.End
		return
	}
	r.aside = (p == PrecisionYear || p == PrecisionHalf) && !r.opensSentence(m)
	if p == PrecisionDay {
		r.day, r.dayEnd = d, m.End
	}
	if p <= PrecisionMonth {
		r.full, r.fullFrom, r.fullEnd, r.broken, r.dated = d, m.Date.Earliest(), m.End, false, r.dateline(m)
	}
	if first := d.Earliest(); !first.IsZero() && p < PrecisionDecade {
		r.year = first.Year
	}
}

// inUnknown reports whether a point is a day or month of which the year or month is
// not written.
func (p *point) inUnknown() bool { return p.anchor == noAnchor && (p.day > 0 || p.month > 0) }

// leads reports whether a text goes on from a mention. A story does not from the
// writer's own day ("today"), nor from a date that it only looks ahead to ("until
// 1945"); a report not from one that it only compares with.
func (r *resolver) leads(m *Mention) bool {
	p := m.form.first()
	if r.narrative {
		return (p.anchor != docAnchor || p.this || r.Published.IsZero()) && !r.looksAhead(m) && !r.looksBack(m)
	}
	return !(p.counted && p.yearBefore()) && p.like == None
}

// looksAhead reports whether the word before a mention is one such as "until".
func (r *resolver) looksAhead(m *Mention) bool {
	set := patterns()
	before := r.words.lex(r.Text, max(r.here.Start, m.Start-2*opening), m.Start)
	return len(before) > 0 && set.Is(before[len(before)-1], "aheadword")
}

// looksBack reports whether a mention names a thing of a year before the one that the
// story has come to: "the August 1792 uprising".
func (r *resolver) looksBack(m *Mention) bool {
	return r.attributive(m) && m.Date.Earliest().Year < r.year
}

// yearBefore reports whether a point is the year before, or the quarter of it.
func (p *point) yearBefore() bool {
	return p.unit == PrecisionYear && p.offset == -1 || p.unit == PrecisionQuarter && p.offset == -5
}

// opening is how many bytes into its sentence a date still opens it.
const opening = 24

func (r *resolver) opensSentence(m *Mention) bool {
	for i := m.Start - 1; i >= r.here.Start; i-- {
		if ends(r.Text, i) || r.Text[i] == '\n' {
			return true
		}
		if m.Start-i > opening {
			return false
		}
	}
	return true
}

// continues reports whether an incomplete date of a report goes on from the date
// before it, and not from the report's own: one of a month or day in a year past that
// was named a sentence or two before, where the sentence does not look ahead. A year
// alone is only background, save where the report's own date is not known.
func (r *resolver) continues(m *Mention) bool {
	if r.start != r.here.Start || m.Start-r.end >= nearby {
		return false
	}
	if r.Published.IsZero() {
		return !r.aside && !r.farBefore(m) && !(r.dated && r.farFrom(m))
	}
	if p := &m.form.points[0]; p.thisYear && r.goesOn(p, m) || r.inLast(p, m) {
		return true
	}
	return r.last.Precision() <= PrecisionMonth && r.Published.Earliest().Year-r.year > 1 && !r.justPast(m) && !r.tense(m).ahead() && !r.toNow(m)
}

// inLast reports whether a month narrows the part of a year that stands right before it:
// "in spring 2024, probably in March".
func (r *resolver) inLast(p *point, m *Mention) bool {
	switch r.last.Precision() {
	case PrecisionYear:
		return p.month > 0 && m.Start-r.end < 2*opening && patterns().Contains(r.words.lex(r.Text, r.end, m.Start), "wherein")
	case PrecisionSeason, PrecisionQuarter, PrecisionHalf:
		return p.month > 0 && m.Start-r.end < 2*opening && Date{From: p.inYear(r.year)}.Within(r.last)
	}
	return false
}

// again reports whether a month in a story of the last few years is not the one of the
// day before it, but that month of the year of publication: "in force since 25 May 2018.
// In May, …" in a text of June 2019. Of the same month it would be said otherwise.
func (r *resolver) again(m *Mention) bool {
	p := m.form.first()
	return r.recent && p.day == 0 && p.month == r.last.Latest().Month && r.last.Precision() == PrecisionDay && r.justPast(m)
}

// toNow reports whether the words since the date before show that the text has come to
// its own time: "opened in October 2009 and has gone on since, the latest hearing in May".
func (r *resolver) toNow(m *Mention) bool {
	return r.end < m.Start && patterns().Contains(r.words.lex(r.Text, r.end, m.Start), "tonow")
}

// justPast reports whether the day or month of a mention was a short time before the
// report, and in the year of the date before it would not go on from that.
func (r *resolver) justPast(m *Mention) bool {
	p, pub := m.form.points[0], r.Published.Latest()
	d := Date{From: p.inYear(pub.Year)}
	days := pub.number() - d.Latest().number()
	return p.month > 0 && d.Valid() && days >= 0 && days <= recently && p.inYear(r.year).first().Compare(r.last.Latest()) < 0
}

// goesOn reports whether a Chinese date without a year goes on from one of last year or
// of the next, as a text tells things in their order: 去年7月亏损，11月扭亏 but not
// 去年12月立案，4月处罚; 2022年元旦1月1日至3日，春节1月31日.
func (r *resolver) goesOn(p *point, m *Mention) bool {
	from := r.last.Earliest()
	if from.IsZero() || from.Year != r.year || r.last.Precision() == PrecisionYear {
		return false
	}
	days := p.inCalendar(r.year).Latest().Since(from)
	switch r.year - r.Published.Latest().Year {
	case -1:
		return days >= 0 && !r.tense(m).ahead()
	case 1:
		return days >= 0 && days <= soonMonth
	}
	return false
}

// following returns the year in which a date goes on from those before it: in a
// story January comes after December. A year alone in the middle of a sentence
// leads only where the date does not go on from the last day or month.
func (r *resolver) following(p *point, m *Mention) int {
	if r.inLast(p, m) {
		return r.last.Earliest().Year
	}
	if !r.back.IsZero() && m.Start-r.backEnd < nearby {
		return after(p, r.back)
	}
	year := r.year
	if r.aside && !r.full.IsZero() {
		if y := after(p, r.full); y == year || r.soonAfter(p, y) {
			return y
		}
		return year
	}
	if r.full.IsZero() || r.full.Earliest().Year != year {
		return year
	}
	return after(p, r.full)
}

// after returns the year of the date p that comes after a day or month: the same
// one, or the next where it lies nine months or more before it in the calendar.
func after(p *point, full Date) int {
	d, month := full.Earliest(), p.month
	if p.festival != (festival{}) {
		month = p.festival.in(d.Year).Month
	}
	if month > 0 && d.Month-month >= 9 {
		return d.Year + 1
	}
	return d.Year
}

// soonAfter reports whether p of a year follows the last day or month within the
// months that a story takes from one date to the next.
func (r *resolver) soonAfter(p *point, year int) bool {
	days := p.inYear(year).first().number() - r.full.Earliest().number()
	return days >= -31 && days <= 2*soonMonth
}

// nearby is how many bytes on a date still leads the next one in a text that
// otherwise counts from its day of publication: a sentence or two.
const nearby = 250
