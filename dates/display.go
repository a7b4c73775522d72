package dates

import (
	"fmt"
	"strconv"
)

// Display returns the date as an English reader writes it, and no more exactly
// than the text gave it: "4 July 2015", "July 2015", "Q3 2021", "1990s",
// "July–August 2015", "by 5 July 2021". An approximate date is "about 2015", an
// uncertain one "2015 (?)". The date of no day is "", and one that the calendar
// does not have is its EDTF form.
func (d Date) Display() string {
	switch {
	case d.IsZero():
		return ""
	case !d.Valid():
		return d.String()
	case d.Open && d.From.Precision == None:
		return "by " + marked(d.To, phrase(d.To))
	case d.Open:
		return "since " + marked(d.From, phrase(d.From))
	case d.To.Precision == None:
		return marked(d.From, d.From.display())
	}
	return displayRange(d.From, d.To)
}

// displayRange writes what the two ends share once: "4–6 May 2015".
func displayRange(a, b Unit) string {
	if a.Approx == b.Approx && a.Uncertain == b.Uncertain {
		if s := compactRange(a, b); s != "" {
			return marked(a, s)
		}
	}
	return marked(a, a.display()) + " – " + marked(b, b.display())
}

// compactRange returns "" where the ends must be written out in full.
func compactRange(a, b Unit) string {
	if a.Precision != b.Precision || (a.Year <= 0) != (b.Year <= 0) {
		return ""
	}
	year := displayYear(int(b.Year))
	switch a.Precision {
	case PrecisionYear:
		if a.Year <= 0 {
			return fmt.Sprintf("%d–%s", 1-a.Year, year)
		}
		if a.Year >= 1000 || b.Year < 1000 {
			return displayYear(int(a.Year)) + "–" + strconv.Itoa(int(b.Year))
		}
		return ""
	case PrecisionDecade:
		return a.display() + "–" + b.display()
	}
	if a.Year != b.Year {
		return ""
	}
	switch a.Precision {
	case PrecisionDay:
		if a.Month == b.Month {
			return fmt.Sprintf("%d–%d %s %s", a.Day, b.Day, monthNames[b.Month-1], year)
		}
		return fmt.Sprintf("%d %s – %d %s %s", a.Day, monthNames[a.Month-1], b.Day, monthNames[b.Month-1], year)
	case PrecisionMonth:
		return monthNames[a.Month-1] + "–" + monthNames[b.Month-1] + " " + year
	case PrecisionQuarter:
		return fmt.Sprintf("Q%d–Q%d %s", a.Month, b.Month, year)
	case PrecisionSeason:
		return seasonNames[a.Month-1] + "–" + seasonNames[b.Month-1] + " " + year
	}
	return ""
}

func marked(u Unit, s string) string {
	if u.Approx {
		s = "about " + s
	}
	if u.Uncertain {
		s += " (?)"
	}
	return s
}

// phrase is the unit as it stands after a preposition: "by the 1990s".
func phrase(u Unit) string {
	switch u.Precision {
	case PrecisionWeek, PrecisionHalf, PrecisionDecade, PrecisionCentury:
		return "the " + u.display()
	}
	return u.display()
}

// display writes a valid unit without its marks.
func (u Unit) display() string {
	year := displayYear(int(u.Year))
	switch u.Precision {
	case PrecisionDay:
		return fmt.Sprintf("%d %s %s", u.Day, monthNames[u.Month-1], year)
	case PrecisionWeek:
		return fmt.Sprintf("week of %d %s %s", u.Day, monthNames[u.Month-1], year)
	case PrecisionMonth:
		return monthNames[u.Month-1] + " " + year
	case PrecisionQuarter:
		return fmt.Sprintf("Q%d %s", u.Month, year)
	case PrecisionHalf:
		return [...]string{"first", "second"}[u.Month-1] + " half of " + year
	case PrecisionSeason:
		return seasonNames[u.Month-1] + " " + year
	case PrecisionDecade:
		return strconv.Itoa(int(u.Year)) + "s"
	case PrecisionCentury:
		return ordinal(int(u.Year)/100+1) + " century"
	}
	return year
}

// displayYear turns an astronomical year into one of the common era: 0 is 1 BC.
// A year of fewer than four digits is marked, as it would not be read as a year.
func displayYear(y int) string {
	switch {
	case y <= 0:
		return strconv.Itoa(1-y) + " BC"
	case y < 1000:
		return "AD " + strconv.Itoa(y)
	}
	return strconv.Itoa(y)
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

var seasonNames = [...]string{"spring", "summer", "autumn", "winter"}
