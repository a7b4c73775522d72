package export

import (
	"testing"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

func TestIsAhead(t *testing.T) {
	from := horizon{day: dates.Day{Year: 2021, Month: 7, Day: 5}, given: true}
	for _, c := range []struct {
		date   string
		kind   timeline.Kind
		status timeline.Status
		want   bool
	}{
		{"2021-07-06", "penalty", timeline.Occurred, true}, // a timeline that is looked at from an earlier day
		{"2021-07-05", "penalty", timeline.Occurred, false},
		{"2021-07-05", "deadline", timeline.Occurred, true},
		{"2021-07-05", "application", timeline.Scheduled, true},
		{"2021-07-04", "application", timeline.Scheduled, false},
		{"2021-07", "application", timeline.Scheduled, true},
		{"2021-07", "penalty", timeline.Occurred, false},
		{"2021", "draft", timeline.Proposed, true},
		{"../2021-08-01", "deadline", timeline.Occurred, true},
		{"../2021-08-01", "restriction", timeline.Occurred, false},
		{"2021-08/..", "application", timeline.Scheduled, true},
		{"2020-11/..", "application", timeline.Scheduled, false},
		{"", "application", timeline.Scheduled, false},
	} {
		e := timeline.Event{Kind: c.kind, Status: c.status}
		if c.date != "" {
			e.Date = date(t, c.date)
		}
		if got := from.isAhead(&e); got != c.want {
			t.Errorf("%s %s of %q is ahead: %v, want %v", c.status, c.kind, c.date, got, c.want)
		}
	}
}

func TestHorizon(t *testing.T) {
	published := func(edtf ...string) *timeline.Timeline {
		tl := &timeline.Timeline{}
		for _, s := range edtf {
			d := &source.Document{}
			if s != "" {
				d.Published = date(t, s)
			}
			tl.Documents = append(tl.Documents, d)
		}
		return tl
	}
	day := func(y, m, d int) dates.Day { return dates.Day{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		published []string
		today     dates.Day
		want      horizon
		says      string
	}{
		{[]string{"2021-07-05", "2020", ""}, dates.Day{}, horizon{day: day(2021, 7, 5)}, "from 5 July 2021 on, when the latest of the documents was published"},
		{[]string{"2021-07-05", "2022-03"}, dates.Day{}, horizon{day: day(2022, 3, 31)}, "from 31 March 2022 on, when the latest of the documents was published"},
		{[]string{"2021-07-05"}, day(2020, 1, 2), horizon{day(2020, 1, 2), true}, "from 2 January 2020 on"},
		{[]string{""}, dates.Day{}, horizon{}, "all that is scheduled or proposed, as no document says when it was published"},
	} {
		got := horizonOf(published(c.published...), Options{Today: c.today})
		if got != c.want || got.String() != c.says {
			t.Errorf("%q, today %v: %v %q, want %v %q", c.published, c.today, got, got, c.want, c.says)
		}
	}
}

func TestUpcomingOfSample(t *testing.T) {
	tl := sample(t)
	ahead := upcoming(tl, horizonOf(tl, Options{}))
	if len(ahead) != 1 || ahead[0].ID != "e6" {
		t.Errorf("%d events are upcoming, want only that of 2031", len(ahead))
	}
}
