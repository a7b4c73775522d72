package dates

import (
	"strconv"

	"regtimeline/dates/pattern"
)

// Anchor is the event from which an anchored mention counts, and how: "24 months
// after entry into force" counts P24M from entry_into_force. Its dates follow
// Regulation (EEC, Euratom) 1182/71, article 3: the day of the event itself is
// not counted, and a period in months or years ends on the same day of the month,
// or on the last one where the month is shorter.
type Anchor struct {
	Event string    // publication, adoption, entry_into_force …; "" where the text names none: "within 30 days"
	Count int       // how many units, negative for "before"; 0 is the day of the event
	Unit  Precision // day, week, month or year
	First bool      // the first day of the unit reckoned: "the first day of the third month following"
	Open  bool      // the units are working days, which no calendar here knows
}

// anchorEvents are the events that a capture "event" of the language files may name.
var anchorEvents = [...]string{
	0: "",
	1: "publication",
	2: "adoption",
	3: "entry_into_force",
	4: "application",
	5: "approval",
	6: "notification", // receipt, service, notice
	7: "signature",
	8: "end", // expiry of a period, conclusion of a proceeding
	9: "act", // the act that the sentence tells of: "effective immediately"
}

// Anchored reports whether a mention counts from an event that the text names,
// and so has a date only once that event has one.
func (m Mention) Anchored() bool {
	a, ok := m.Anchor()
	return ok && a.Event != ""
}

// Period reports whether a mention is only a period, and has no date: one that
// counts from an event which the text does not name ("within 30 days"), or one that
// does not lie ahead ("it was done in two weeks").
func (m Mention) Period() bool {
	a, ok := m.Anchor()
	return ok && a.Event == "" || m.Date.IsZero() && m.form.first().ahead
}

// Plan reports whether a mention names one of China's Five-Year Plans, “十四五”.
func (m Mention) Plan() bool { return m.form.first().plan > 0 }

// Dating reports whether a mention may date an event: it is no period and no mere
// pointer such as "now".
func (m Mention) Dating() bool {
	return m.Anchored() || (m.Type == "DATE" || m.Type == "TIME") && !m.Pointer() && !m.Period()
}

// Anchor returns what a mention counts from, and false where it counts from nothing.
func (m Mention) Anchor() (Anchor, bool) {
	if len(m.form.points) != 1 || m.form.points[0].anchor != eventAnchor {
		return Anchor{}, false
	}
	p := m.form.points[0]
	return Anchor{Event: anchorEvents[p.event], Count: p.offset, Unit: p.unit, First: p.first, Open: p.working}, true
}

// Derive returns the date that the anchor gives where its event has the date
// base, and false where that is not exact enough, or its days are working days.
func (a Anchor) Derive(base Date) (Date, bool) {
	p := base.Precision()
	switch {
	case a.Open || base.IsZero() || base.IsApproximate() && a.Unit < p:
		return Date{}, false
	case a.Count == 0 && !a.First:
		return base, true
	case p == PrecisionDay:
		return FromDay(a.from(base.Earliest())), true
	case p == PrecisionMonth && a.Unit >= PrecisionMonth:
		d := a.from(base.Earliest())
		if a.First {
			return FromDay(d), true
		}
		return MonthOf(d.Year, d.Month), true
	case p == PrecisionYear && a.Unit == PrecisionYear && !a.First:
		return YearOf(int(base.From.Year) + a.Count), true
	}
	return Date{}, false
}

func (a Anchor) from(d Day) Day {
	switch a.Unit {
	case PrecisionWeek:
		d = d.AddDays(7 * a.Count)
	case PrecisionMonth:
		d = d.AddMonths(a.Count)
	case PrecisionYear:
		d = d.AddMonths(12 * a.Count)
	default:
		d = d.AddDays(a.Count)
	}
	switch {
	case a.First && a.Unit == PrecisionMonth:
		d.Day = 1
	case a.First && a.Unit == PrecisionYear:
		d.Month, d.Day = 1, 1
	}
	return d
}

// String returns the event and the ISO 8601 duration from it, such as
// "entry_into_force+P24M"; "/first" is the first day of the last month or year.
func (a Anchor) String() string {
	sign, n := "+", a.Count
	if n < 0 {
		sign, n = "-", -n
	}
	unit := map[Precision]string{PrecisionWeek: "W", PrecisionMonth: "M", PrecisionYear: "Y"}[a.Unit]
	if unit == "" {
		unit = "D"
	}
	s := a.Event + sign + "P" + strconv.Itoa(n) + unit
	if a.First {
		s += "/first"
	}
	if a.Open {
		s += "/working"
	}
	return s
}

// anchored makes the point of a rule "anchored". Its fields are count and unit(s),
// sign (-1 before), event, nth (of the days or months counted) and working; the
// attribute count stands for a number that is not written, and first=1 names the
// first day of the unit.
func anchored(t *traits, caps []pattern.Capture) point {
	p := point{anchor: eventAnchor, unit: PrecisionDay, first: t.first, offset: t.count}
	sign := 1
	for _, x := range caps {
		switch x.Field {
		case "count", "nth", "ordinal", "dayword", "ordword":
			p.offset = x.Value
		case "countadd":
			p.offset += x.Value
		case "unit", "units":
			p.unit = Precision(x.Value)
		case "sign":
			sign = x.Value
		case "event":
			p.event = uint8(x.Value)
		case "working":
			p.working = true
		}
	}
	p.offset *= sign
	return p
}
