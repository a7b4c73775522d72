package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// The headings of a table say what happened on the dates below them.
func TestTableHeadings(t *testing.T) {
	const text = `# Overview

| Law | Adopted | In force | Applies from |
|-----|---------|----------|--------------|
| Inland Navigation Act | 10 June 2021 | 1 September 2021 | |
| Harbour Fees Act | 19 October 2022 | 16 November 2022 | 17 February 2024 |

| Instrument | Entry into force |
|---|---|
| Ferry Ordinance | July 2023 |
| Ports Act | before 1990 |

| Date | Event |
|---|---|
| 3 May 2020 | The port was fined 2 million euro. |
| 4 May 2020 | Good weather |

| Year | Ferries |
|---|---|
| 2019 | four |
`
	const want = `../1990 entry_into_force Ports Act – entry into force
2020-05-03 penalty The port was fined 2 million euro
2021-06-10 adoption Inland Navigation Act – adopted
2021-09-01 entry_into_force Inland Navigation Act – in force
2022-10-19 adoption Harbour Fees Act – adopted
2022-11-16 entry_into_force Harbour Fees Act – in force
2023-07 entry_into_force Ferry Ordinance – entry into force
2024-02-17 application Harbour Fees Act – applies from
`
	doc, err := source.Read("a.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range timeline.Build([]*source.Document{doc}).Filter(timeline.Filter{}).Events {
		fmt.Fprintf(&b, "%s %s %s\n", e.Date, e.Kind, e.Name)
	}
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A list of laws in a table tells of as many events as it has dates.
func TestListWithSeveralDates(t *testing.T) {
	doc, err := source.Read("a.csv", []byte("Law,Adopted,Entry into force\nInland Navigation Act,14 June 2021,1 January 2022\nFerry Fees Act,2 May 2019,\n"))
	if err != nil {
		t.Fatal(err)
	}
	const want = `2019-05-02 adoption Ferry Fees Act, adopted
2021-06-14 adoption Inland Navigation Act, adopted
2022-01-01 entry_into_force Inland Navigation Act, entry into force
`
	var b strings.Builder
	for _, e := range timeline.Build([]*source.Document{doc}).Filter(timeline.Filter{}).Events {
		fmt.Fprintf(&b, "%s %s %s\n", e.Date, e.Kind, e.Name)
	}
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
