package dates

// Mod says which part of its unit a text means: "early 2020", 2020年底. EDTF has
// no word for it, so that String leaves it out ("2020~"); TIMEX3 has it as mod.
type Mod uint8

// The parts in the order in which they begin and end; most units have none.
const (
	ModNone  Mod = iota
	ModStart     // "the beginning of", 初: the first sixth of a year
	ModEarly     // "early": the first third
	ModMid       // "mid": the second third
	ModLate      // "late": the last third
	ModEnd       // "the end of", 底: the last sixth of a year
)

// Timex returns the part as TIMEX3's attribute mod says it: START, MID, END or "".
func (m Mod) Timex() string {
	return [...]string{"", "START", "START", "MID", "END", "END"}[m]
}

// span is the first and the last of the pieces of a unit that a part takes.
type span struct{ first, last int }

// modParts are what the parts take of the pieces of a unit: of a year's months, of a
// month's and a week's days, of a decade's and a century's years, and of the months
// of all others. How far "early" reaches is nowhere laid down; a third is what
// readers take it for, and 年底 and 月底 are said of two months and of a week.
var modParts = map[Precision][ModEnd + 1]span{
	PrecisionWeek:    {ModStart: {1, 2}, ModEarly: {1, 3}, ModMid: {3, 4}, ModLate: {4, 7}, ModEnd: {5, 7}},
	PrecisionMonth:   {ModStart: {1, 5}, ModEarly: {1, 10}, ModMid: {11, 20}, ModLate: {21, 31}, ModEnd: {25, 31}},
	PrecisionQuarter: {ModStart: {1, 1}, ModEarly: {1, 1}, ModMid: {2, 2}, ModLate: {3, 3}, ModEnd: {3, 3}},
	PrecisionSeason:  {ModStart: {1, 1}, ModEarly: {1, 1}, ModMid: {2, 2}, ModLate: {3, 3}, ModEnd: {3, 3}},
	PrecisionHalf:    {ModStart: {1, 1}, ModEarly: {1, 2}, ModMid: {3, 4}, ModLate: {5, 6}, ModEnd: {6, 6}},
	PrecisionYear:    {ModStart: {1, 2}, ModEarly: {1, 4}, ModMid: {5, 8}, ModLate: {9, 12}, ModEnd: {11, 12}},
	PrecisionDecade:  {ModStart: {1, 3}, ModEarly: {1, 3}, ModMid: {4, 7}, ModLate: {8, 10}, ModEnd: {8, 10}},
	PrecisionCentury: {ModStart: {1, 20}, ModEarly: {1, 33}, ModMid: {34, 67}, ModLate: {68, 100}, ModEnd: {81, 100}},
}

// within returns the first and the last day of the unit's part.
func (u Unit) within() (Day, Day) {
	first, last := u.first(), u.last()
	if u.Mod == ModNone {
		return first, last
	}
	switch s := modParts[u.Precision][u.Mod]; u.Precision {
	case PrecisionDay:
		return first, last
	case PrecisionWeek, PrecisionMonth:
		if end := first.AddDays(s.last - 1); end.Compare(last) < 0 {
			last = end
		}
		return first.AddDays(s.first - 1), last
	case PrecisionDecade, PrecisionCentury:
		return first.AddMonths(12 * (s.first - 1)), first.AddMonths(12 * s.last).AddDays(-1)
	default:
		return first.AddMonths(s.first - 1), first.AddMonths(s.last).AddDays(-1)
	}
}

// Modified returns the date as a part of its unit, which makes it approximate; a
// day and an interval have no parts.
func (d Date) Modified(m Mod) Date {
	if _, ok := modParts[d.From.Precision]; ok && d.To == (Unit{}) && !d.Open {
		d.From.Mod = m
	}
	return d.Approximate()
}

// WithoutMod returns the date as EDTF can say it: Parse(d.String()) is d.WithoutMod().
func (d Date) WithoutMod() Date {
	d.From.Mod, d.To.Mod = ModNone, ModNone
	return d
}

// roughly returns the first and the last day that another text may give what this
// one puts into a part: a quarter of the unit more on either side, so that "early
// 2020" may be May 2020 but not November.
func (u Unit) roughly() (Day, Day) {
	first, last := u.within()
	if u.Mod == ModNone {
		return first, last
	}
	whole, end := u.first(), u.last()
	more := (end.Since(whole) + 1) / 4
	if d := first.AddDays(-more); d.Compare(whole) > 0 {
		whole = d
	}
	if d := last.AddDays(more); d.Compare(end) < 0 {
		end = d
	}
	return whole, end
}
