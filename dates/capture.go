package dates

import "regtimeline/dates/pattern"

// The fields that patterns of the language files may capture.
//
//	day month year quarter half season week      numbers of these units
//	year2     two digits of a year; yearend: of a range's end, in the same century or the next
//	digits    Chinese digits of a year
//	ycent ytens yones   hundreds, tens and ones of a year in words: "nineteen ninety-six"
//	roc       a year of the Republic of China (1 is 1912); rocadd: tens and ones of it;
//	          hanyear2, hanyear3: of two digits that may count so, of three that do up to 150
//	reign     a title of a reign as its first year and number of years: 166261 is 1662 to
//	          1722; reignyear, reignadd: tens and ones of the year in it;
//	          reignspan: all of its years
//	era       -1 makes the year one before Christ
//	decade    1990 (of "1990s"); decade2: 90 (of "'90s"); century: 19
//	dcentury  the century of the decade2 behind it: 19 (of 十九世纪七十年代)
//	weekday   1–7
//	feast     a feast of the Chinese calendar, as month and day: 815; term: a solar term, 1–24
//	holiday   a feast of ours, as month and day, or month, count and weekday: 50207
//	leap      the month is one that comes twice, for the second time
//	part      1–5 start, early, middle, late, end (see Mod); 0 some part
//	a b       the first two numbers of a numeric date, day or month
//	dir       -1 0 1: last, this, next; with unit, month or weekday
//	unit(s)   a Precision; count: how many, with ago (-1) or later
//	andhalf   half a unit more than count: 一年半
//	deictic   days from the document's date; dcent dyear dhalf dquarter dmonth dweek: centuries, years …
//	todyear todeictic todecade2   these as the end of a range that the words of its start touch: 今明两年
//	tdir      like dir, from the date before; tyear: years from it
//	planth    the number of one of China's Five-Year Plans
//	nth nthadd nthunit nthcount nthweekday     a counted part: see nthPart
//	days      the first and the last of a part of a month, 1120, or of a week: 13
//	months    the first and the last of a part of a year: 708
//	shift shiftunit shiftsign   units counted from the date that stands there
//	runs runsunit  units that begin with the date: "for two weeks from 5 May"
//	ended endedunit  units that end with the date: "the nine months ended 30 September"
//	near      a weekday beside a day that is counted: "in 3 days, on Friday"
//	ymd       a day in eight digits: 20150704
//	lastdir lastcount lastunit andhalf andcount andunit  units up to the document's date, or from
//	          it on, with half a year or other units more; working: of days those from Monday to Friday
//	feastweekend  the weekend at which a feast is kept
//	to        what parts the ends of a range or the members of a list
//
// Attributes of a rule: role, type, anchor=text (told=1: only where a date stands
// before), approx=1, unit and offset (of a reference that the words do not count,
// counted=1 where they compare with it), festival (see parseFestival), lunar=1 (of the
// Chinese calendar), weekend=1, week=1 (the week of that day), like (a Precision), nth
// and nthunit, weekof=monday and iso (see nthPart), around (the unit of lastcount),
// ahead=1 (a date only where it lies ahead), monthfirst=1 (the order of a and b where
// both could be the day), today=1 (around a period that begins today), sofar=1 (from
// the start of the unit to the document's day), rest=1 (from there to its end), bound
// (what the rule's own words make of the date), year=this (of the year of publication
// where none is written), entry=1 (the day that heads an entry of a diary), implied
// (what a reader must know of it).
//
// The points of the form are appended to buf.
func makeForm(t *traits, caps []pattern.Capture, lo, hi int, buf []point) form {
	f := form{traits: t}
	switch t.action {
	case "anchored":
		f.points = append(buf, anchored(t, caps))
		return f
	case "ref":
		f.points = append(buf, point{anchor: noDate})
		return f
	}
	b := builder{traits: t, points: buf}
	b.begin(lo)
	for _, x := range caps {
		switch x.Field {
		case "to":
			b.end(x.Lo)
			b.begin(x.Hi)
			continue
		case "todyear", "todeictic", "todecade2":
			b.end(x.Lo)
			b.begin(x.Lo)
			x.Field = x.Field[len("to"):]
		}
		b.take(x)
	}
	b.end(hi)
	f.points = b.points
	for i := range f.points {
		if p := &f.points[i]; !p.hasEra {
			p.bc = b.bc // "499–493 BC" are both before Christ
		}
	}
	f.share()
	f.agree()
	return f
}

// builder makes the points of a form from what a pattern captured.
type builder struct {
	traits *traits
	points []point
	*point // the last of them, in work
	pieces
	bc bool // the years are before Christ
}

// begin starts a point whose words begin with a token.
func (b *builder) begin(lo int) {
	century := 1900
	if len(b.points) > 0 {
		century = b.pieces.century // 十九世纪七十至八十年代
	}
	b.points, b.pieces = append(b.points, point{}), pieces{century: century}
	b.point = &b.points[len(b.points)-1]
	if t := b.traits.point; t != nil {
		*b.point = *t
	}
	b.lo = lo
}

// end completes the point, whose words end before a token.
func (b *builder) end(hi int) {
	t := b.traits
	if t.hasNth {
		b.nth.count, b.count = b.nth.count+b.count, 0 // 前九个月, the first nine months
	}
	if b.pieces.half && b.around.unit != None {
		b.around.half, b.around.count = true, max(b.around.count, 1) // "the past year and a half"
	}
	b.finish(b.point, t)
	b.hi = hi
	if t.hasNth {
		b.nth.nth = t.nth
	}
	if t.nthUnit != None {
		b.nth.unit = t.nthUnit
	}
	b.nth.whole, b.nth.monday = t.weekOf != "", t.weekOf == "monday"
}

func (b *builder) take(x pattern.Capture) {
	p, c, v := b.point, &b.pieces, x.Value
	switch x.Field {
	case "day", "dayordinal":
		p.day = v
		p.dayFirst = p.month == 0
		p.impossible = p.impossible || v == 0 || v > 31
	case "month", "m2":
		p.month = v
		p.impossible = p.impossible || v == 0 || v > 12
	case "year":
		p.year, p.hasYear = v, true
	case "year2":
		p.year, p.hasYear, p.yearImplied = pivot(v), true, true
	case "yearend":
		first := b.points[0].year
		p.year, p.hasYear = first/100*100+v, true
		if p.year < first {
			p.year += 100
		}
	case "digits":
		for range x.Digits {
			p.year *= 10
		}
		p.year, p.hasYear = p.year+v, true
		c.digits += x.Digits
	case "ycent", "ytens", "yones": // "nineteen", "ninety", "six"
		p.year, p.hasYear = p.year+v, true
	case "roc":
		p.year, p.hasYear, p.republic = 1911+v, true, true
		p.impossible = p.impossible || v > latestROC
	case "rocadd": // 七十六 is 70 and 6
		p.year, p.hasYear, p.republic = max(p.year, 1911)+v, true, true
	case "hanyear2":
		p.year, p.hasYear, p.yearImplied, p.han = pivot(v), true, true, true
	case "hanyear3":
		p.year, p.hasYear = v, true
		if v <= latestROC {
			p.year, p.republic = 1911+v, true
		}
	case "reign":
		c.reign = v
	case "reignspan":
		p.reign = v
	case "reignyear", "reignadd": // 二十四 is 20 and 4
		c.reignYear += v
	case "era":
		p.bc, p.hasEra, b.bc = v < 0, true, v < 0
	case "quarter":
		p.quarter = v
		p.impossible = p.impossible || v == 0 || v > 4
	case "half":
		p.half = v
		p.impossible = p.impossible || v == 0 || v > 2
	case "season":
		p.season = v
	case "decade":
		p.decade = v + 1
		p.impossible = p.impossible || v%10 != 0
	case "decade2":
		p.decade = c.century + v + 1
		p.impossible = p.impossible || v%10 != 0
	case "dcentury":
		c.century = (v - 1) * 100
	case "century":
		p.century = (v-1)*100 + 1
	case "weekday":
		p.weekday = v
	case "feast":
		p.festival = festival{month: narrow(v / 100), day: narrow(v % 100), lunar: true}
	case "holiday":
		p.festival = holiday(v)
	case "term":
		p.festival = festival{term: narrow(v)}
	case "leap":
		p.leapMonth = true
	case "week":
		p.week = v
		p.impossible = p.impossible || v == 0 || v > 53
	case "part":
		p.mod, p.approx = Mod(v), true
	case "about":
		p.approx = true
	case "a":
		c.a, c.numeric = v, true
	case "b":
		c.b = v
	case "dir":
		c.dir, c.hasDir = v, true
	case "tdir", "later":
		c.dir, c.hasDir, c.text = v, true, true
	case "unit", "units":
		c.unit, c.hasUnit = Precision(v), true
	case "count":
		c.count = v
	case "countadd": // 四十三 is 40 and 3
		c.count += v
	case "ago", "textago":
		c.sign, c.hasSign = v, true
	case "monthago":
		c.sign, c.hasSign, c.unit, c.hasUnit = v, true, PrecisionMonth, true
	case "yearago":
		c.sign, c.hasSign, c.unit, c.hasUnit = v, true, PrecisionYear, true
	case "andhalf":
		c.half = true
	case "deictic", "dweek", "dmonth", "dquarter", "dhalf", "dyear", "dcent":
		p.refer(docAnchor, deicticUnits[x.Field], v)
	case "tyear":
		p.refer(textAnchor, PrecisionYear, v)
	case "planth":
		p.plan = v
	case "shift":
		p.shift.count = v
	case "shiftunit":
		p.shift.unit = Precision(v)
	case "shiftsign":
		p.shift.count = max(p.shift.count, 1) * v // "the day after"
	case "runs":
		p.runs.count = v
	case "runsunit":
		p.runs.unit = Precision(v)
	case "ended":
		p.ended.count = v
	case "endedunit":
		p.ended.unit = Precision(v)
	case "near":
		p.near = v
	case "ymd":
		p.year, p.month, p.day, p.hasYear = v/10000, v/100%100, v%100, true
	case "lastcount":
		p.around.count = v
	case "lastunit":
		p.around.unit = Precision(v)
		p.anchor = docAnchor
	case "andcount":
		p.around.and = v
	case "andunit":
		p.around.andUnit = Precision(v)
	case "working":
		p.around.working = true
	case "feastweekend":
		p.feastWeekend = true
	case "lastdir":
		p.around.sign = v
	case "nth":
		p.nth.nth = v
	case "nthadd": // 第三十七 is 30 and 7
		p.nth.nth += v
	case "days":
		p.days = v
	case "months":
		p.months = v
	case "nthunit":
		p.nth.unit = Precision(v)
	case "nthcount":
		p.nth.count = v
	case "nthweekday":
		p.nth.weekday = v
	}
}
