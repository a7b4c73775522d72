package dates

import (
	"fmt"
	"strconv"
	"strings"
)

// Display returns the date as an English reader writes it, and no more exactly
// than the text gave it: "4 July 2015", "July 2015", "Q3 2021", "1990s",
// "July–August 2015", "by 5 July 2021", "late 2020". An approximate date is "about
// 2015", an uncertain one "2015 (?)". The date of no day is "", and one that the calendar
// does not have is its EDTF form.
func (d Date) Display() string {
	switch {
	case d.IsZero():
		return ""
	case !d.Valid():
		return d.String()
	case d.Open && d.From.Precision == None:
		return "by " + d.To.phrase()
	case d.Open:
		return "since " + d.From.phrase()
	case d.To.Precision == None:
		return d.From.shown()
	}
	return displayRange(d.From, d.To)
}

// displayRange writes what the two ends share once: "4–6 May 2015".
func displayRange(a, b Unit) string {
	if a.Approx == b.Approx && a.Uncertain == b.Uncertain && a.Mod == ModNone && b.Mod == ModNone {
		if s := compactRange(a, b); s != "" {
			return marked(a, s)
		}
	}
	return a.shown() + " – " + b.shown()
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
	if u.Approx && u.Mod == ModNone {
		s = "about " + s
	}
	if u.Uncertain {
		s += " (?)"
	}
	return s
}

// shown is the unit with its part and marks.
func (u Unit) shown() string { return marked(u, u.modified(u.display())) }

// phrase is the unit as it stands after a preposition: "by the end of the 1990s".
func (u Unit) phrase() string {
	s := u.modified(u.named())
	if u.Mod == ModStart || u.Mod == ModEnd {
		s = "the " + s
	}
	return marked(u, s)
}

// modified writes the part of the unit, whose own words are given: "early 2020",
// "mid-July 2020", "end of the 1990s", "late in the week of 5 July 2021".
func (u Unit) modified(s string) string {
	bare := strings.TrimPrefix(s, "the ")
	the := s[:len(s)-len(bare)]
	switch u.Mod {
	case ModNone:
		return s
	case ModStart:
		return "beginning of " + u.named()
	case ModEnd:
		return "end of " + u.named()
	}
	switch word := modWords[u.Mod]; {
	case u.Precision == PrecisionWeek || u.Precision == PrecisionHalf:
		return word + " in " + u.named()
	case u.Mod == ModMid:
		return the + word + "-" + bare
	default:
		return the + word + " " + bare
	}
}

var modWords = [...]string{ModEarly: "early", ModMid: "mid", ModLate: "late"}

// named is the unit as a part is taken of it: "the 1990s".
func (u Unit) named() string {
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
