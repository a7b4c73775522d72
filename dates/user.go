package dates

import (
	"fmt"
	"strings"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/en"
)

// ParseUser reads a date that a user typed: EDTF, a written date ("4 July 2015",
// "2015年7月"), or casual words ("3 months ago", "last Tuesday") counted from
// today. An error says what was not understood. The zero today makes the casual
// words an error.
func ParseUser(s string, today Day) (Date, error) {
	s = strings.TrimSpace(s)
	if d, err := Parse(s); err == nil {
		return d, nil
	}
	ms := Find(s)
	if len(ms) == 1 && ms[0].Start == 0 && ms[0].End == len(s) {
		Resolve(ms, Context{Text: s, Published: FromDay(today)})
		if !ms[0].Date.IsZero() {
			return ms[0].Date, nil
		}
	}
	if d, ok := casual(s, today); ok {
		return FromDay(d), nil
	}
	return Date{}, fmt.Errorf("%q is not a date that timeline understands; write it like 2015, 2015-07, 2015-07-04 or \"3 months ago\"", s)
}

// casual asks olebedev/when. It takes the answer only where all of the words
// were used and no number of theirs looks like a calendar date, which when
// (v1.1.0) misreads: "2024-07-12" is twelve minutes past seven to it.
func casual(s string, today Day) (day Day, ok bool) {
	if today.IsZero() || strings.ContainsAny(s, "-/.") {
		return Day{}, false
	}
	defer func() {
		if recover() != nil {
			day, ok = Day{}, false
		}
	}()
	w := when.New(nil)
	w.Add(en.All...)
	base := time.Date(today.Year, time.Month(today.Month), today.Day, 12, 0, 0, 0, time.UTC)
	r, err := w.Parse(s, base)
	if err != nil || r == nil || strings.TrimSpace(s) != strings.TrimSpace(r.Text) {
		return Day{}, false
	}
	return Day{r.Time.Year(), int(r.Time.Month()), r.Time.Day()}, true
}
