package dates

// pieces are what "three weeks ago", "last month" and "15.12." are made of.
type pieces struct {
	count, dir, sign         int
	unit                     Precision
	hasDir, hasSign, hasUnit bool
	text, half               bool
	a, b                     int
	digits                   int // Chinese digits of a year
	century                  int // the first year of a decade's century
	reign, reignYear         int // the first year of a reign and its number of years, as 166261; a year in it
	numeric                  bool
}

// finish puts the gathered pieces into the last point.
func (c *pieces) finish(p *point, t *traits) {
	from := docAnchor
	if c.text || t.fromText {
		from = textAnchor
	}
	if t.unit != None {
		c.unit, c.hasUnit = t.unit, true
	}
	if t.hasOffset {
		p.refer(docAnchor, c.unit, t.offset)
		p.counted, p.this = t.counted, t.offset == 0
		return
	}
	if c.reign > 0 {
		c.reigned(p)
	}
	if p.lunar && p.hasYear && p.year < firstLunarYear {
		p.dropMonth()
	}
	if c.digits == 2 {
		p.year, p.yearImplied = pivot(p.year), true
	}
	switch {
	case c.numeric:
		c.order(p)
	case c.count > 0:
		if !c.hasUnit {
			c.unit = PrecisionDay
		}
		if !c.hasSign {
			c.sign = 1
		}
		switch {
		case c.half && c.unit == PrecisionYear:
			c.count, c.unit = 12*c.count+6, PrecisionMonth
		case c.half && c.unit == PrecisionMonth:
			c.count, c.unit, p.approx = 30*c.count+15, PrecisionDay, true
		}
		if p.anchor == docAnchor { // "two days after tomorrow"
			p.shift = shift{c.sign * c.count, c.unit}
			return
		}
		p.shift.count *= c.sign // "two weeks and two days ago"
		p.refer(from, c.unit, c.sign*c.count)
		p.counted = true
	case c.hasDir && c.hasUnit:
		p.refer(from, c.unit, c.dir)
		p.this = c.dir == 0
	case c.hasUnit:
		p.refer(from, c.unit, 0) // "the end of the year"
		p.this = true
	case c.hasDir:
		p.direction, p.directed, p.fromText = c.dir, true, from == textAnchor
	}
}

// latestROC is the last year of the Republic of China that a text may speak of.
const latestROC = 150

// pivot gives a two-digit year its century where nothing else does: 00–49 this one's,
// 50–99 the last. Where the text's own date is known, resolver.century decides.
func pivot(v int) int {
	if v < 50 {
		return 2000 + v
	}
	return 1900 + v
}

// deicticUnits are the units of the fields that count from the document's date.
var deicticUnits = map[string]Precision{
	"deictic": PrecisionDay, "dweek": PrecisionWeek, "dmonth": PrecisionMonth,
	"dquarter": PrecisionQuarter, "dhalf": PrecisionHalf, "dyear": PrecisionYear, "dcent": PrecisionCentury,
}

func (p *point) refer(a anchor, unit Precision, offset int) {
	p.anchor, p.unit, p.offset = a, unit, offset
}
