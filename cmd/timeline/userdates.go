package main

import (
	"time"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// options reads the flags that say how the inputs are to be read.
func (f inputFlags) options() (source.Options, error) {
	o := source.Options{Limits: f.limits}
	if f.published == "" {
		return o, nil
	}
	var err error
	o.Published, err = f.date("--published", f.published)
	return o, err
}

// bounds reads --since and --until as the first and the last day to keep; the
// zero Day is no bound.
func (f inputFlags) bounds(since, until string) (first, last dates.Day, err error) {
	if since != "" {
		d, err := f.date("--since", since)
		if err != nil {
			return first, last, err
		}
		if first = d.Earliest(); first.IsZero() {
			return first, last, usage("--since %q has no first day; give the day, month or year to begin with", since)
		}
	}
	if until != "" {
		d, err := f.date("--until", until)
		if err != nil {
			return first, last, err
		}
		if last = d.Latest(); last.IsZero() {
			return first, last, usage("--until %q has no last day; give the day, month or year to end with", until)
		}
	}
	if !first.IsZero() && !last.IsZero() && last.Compare(first) < 0 {
		return first, last, usage("--since (%s) is after --until (%s), so nothing can lie between them", first, last)
	}
	return first, last, nil
}

// date reads the date that the user gave for a flag.
func (f inputFlags) date(flag, value string) (dates.Date, error) {
	today, err := f.day()
	if err != nil {
		return dates.Date{}, err
	}
	d, err := dates.ParseUser(value, today)
	if err != nil {
		return dates.Date{}, usage("%s: %v", flag, err)
	}
	return d, nil
}

// horizon returns the day that the user gave with --today, and the zero Day where
// he gave none: what is written never depends on the clock.
func (f inputFlags) horizon() (dates.Day, error) {
	if f.today == "" {
		return dates.Day{}, nil
	}
	return f.day()
}

// day returns the day that casual words are reckoned from: --today, or the real
// day. This is the only place that reads the clock.
func (f inputFlags) day() (dates.Day, error) {
	if f.today == "" {
		now := time.Now()
		return dates.Day{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}, nil
	}
	d, err := dates.Parse(f.today)
	if err != nil || d.Precision() != dates.PrecisionDay {
		return dates.Day{}, usage("--today %q is not a day; write it as 2021-07-05", f.today)
	}
	return d.Earliest(), nil
}
