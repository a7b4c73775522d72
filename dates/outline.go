package dates

import "strings"

// outline is what stands over a place in a text and dates it: headings, the items
// that its item of a list belongs to, the heads of its row and column of a table.
type outline struct {
	here      Region
	ancestors []ancestor
	columns   map[int]Date // of the table here, by the number of the column
	row       Date         // what the first cell of the row here names
}

// ancestor is a heading or an item of a list that is a date and stands over others.
type ancestor struct {
	level int // of a heading 1 to 6, of an item its nesting and underHeadings
	date  Date
	left  bool // the text below has gone on to another year
	item  bool // a whole day, as an item of news has over it
}

const (
	underHeadings = 10 // every item of a list lies below every heading
	notInOutline  = 100
)

// headingWords is how many bytes a heading may hold beside its date for the date
// to be that of all below it: "2021: a timeline". Of an item of a list, or the head
// of a column, the date is all but the whole.
const (
	headingWords = 40
	itemWords    = 3
)

// enter closes what a new region ends.
func (o *outline) enter(here Region) {
	o.here = here
	switch {
	case here.Row == 0 || here.Row == 1 && here.Col == 1:
		o.columns, o.row = nil, Date{}
	case here.Col == 1:
		o.row = Date{}
	}
	level := o.level()
	if level == notInOutline && !here.Item {
		level = underHeadings + 1 // a paragraph ends the lists before it
	}
	for len(o.ancestors) > 0 && o.ancestors[len(o.ancestors)-1].level >= level {
		o.ancestors = o.ancestors[:len(o.ancestors)-1]
	}
}

// level is the place in the outline of the region here.
func (o *outline) level() int {
	switch {
	case o.here.Heading > 0:
		return o.here.Heading
	case o.here.Level > 0:
		return underHeadings + o.here.Level
	}
	return notInOutline
}

// note remembers a mention that dates what lies below it, and leaves the year of
// what stands above where the text goes on to another one.
func (o *outline) note(text string, here Region, m *Mention) {
	rest := len(strings.TrimSpace(text[here.Start:min(here.End, len(text))])) - (m.End - m.Start)
	switch {
	case here.Heading > 0 && rest <= headingWords && (here.Heading > 6 || text[max(m.Start-1, 0)] != '('):
		item := m.Basis == Stated && m.Date.Precision() == PrecisionDay
		o.ancestors = append(o.ancestors, ancestor{level: here.Heading, date: m.Date, item: item})
	case here.Level > 0 && rest <= itemWords:
		o.ancestors = append(o.ancestors, ancestor{level: underHeadings + here.Level, date: m.Date})
	case here.Row == 1 && rest <= itemWords:
		if o.columns == nil {
			o.columns = map[int]Date{}
		}
		o.columns[here.Col] = m.Date
	case here.Row > 1 && here.Col == 1 && rest <= itemWords:
		o.row = m.Date
	case !here.Item && m.Basis == Stated && m.Date.Precision() <= PrecisionMonth && len(o.ancestors) > 0:
		a := &o.ancestors[len(o.ancestors)-1]
		a.left = a.left || a.date.Earliest().Year != m.Date.Earliest().Year
	}
}

// date returns the date of a year or less that stands over the place here: that of
// its column, its row, or the nearest heading or item above; else no date.
func (o *outline) date() Date {
	if d := o.columns[o.here.Col]; o.here.Row > 1 && dating(d) {
		return d
	}
	if o.here.Col > 1 && dating(o.row) {
		return o.row
	}
	if n := len(o.ancestors); n > 0 && !o.ancestors[n-1].left && dating(o.ancestors[n-1].date) {
		return o.ancestors[n-1].date
	}
	return Date{}
}

// itemDay returns the day in the nearest heading, where it is one of an item of news.
func (o *outline) itemDay() Date {
	if n := len(o.ancestors); n > 0 && o.ancestors[n-1].item && !o.ancestors[n-1].left {
		return o.ancestors[n-1].date
	}
	return Date{}
}

func dating(d Date) bool { p := d.Precision(); return p != None && p <= PrecisionYear }

// year returns the year that stands over the place here.
func (o *outline) year() (int, bool) {
	d := o.date()
	return d.Earliest().Year, !d.IsZero()
}
