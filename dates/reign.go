package dates

// reignYears returns the years of a reign that is written as its first year and their
// number: 166261 is 1662 to 1722.
func reignYears(reign int) Date {
	first, years := reign/100, reign%100
	return Between(YearOf(first).From, YearOf(first+years-1).From)
}

// reigned turns the year of a reign, 光绪二十四年, into one of ours. Of a month and day
// of a calendar which no table here reaches it keeps the year alone; one of the last
// two months of the Chinese year may lie in our next one, so that the year is about right.
func (c *pieces) reigned(p *point) {
	first, years := c.reign/100, c.reign%100
	p.year, p.hasYear = first+c.reignYear-1, true
	p.impossible = p.impossible || c.reignYear == 0 || c.reignYear > years
	if p.year < gregorianJapan {
		p.dropMonth()
	}
}

// dropMonth keeps the year alone of a date in a calendar which no table here reaches.
func (p *point) dropMonth() {
	p.approx = p.approx || p.month >= lateLunarMonth
	p.month, p.day, p.weekday, p.leapMonth = 0, 0, 0, false
}

const (
	lateLunarMonth = 11   // the first month of the Chinese calendar that may end after our year
	gregorianJapan = 1873 // the first year in which Japan's calendar was ours
)
