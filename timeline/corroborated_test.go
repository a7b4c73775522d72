package timeline_test

import "testing"

// TestCorroboratedContext shows which listings a timeline keeps without --all.
func TestCorroboratedContext(t *testing.T) {
	const (
		removal = "The Cyberspace Administration of China ordered stores to remove the Didi app on 4 July 2021."
		listed  = "Didi listed on the New York Stock Exchange on 30 June 2021."
		floated = "2021-07-05|滴滴6月30日赴美上市。"
	)
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"two documents, and an act upon the company", []string{removal, listed, floated},
			"2021-06-30 listing d2 d3\n2021-07-04 restriction d1"},
		{"the act may stand in one of the two", []string{listed + " " + removal, floated},
			"2021-06-30 listing d1 d2\n2021-07-04 restriction d1"},
		{"one document alone", []string{removal, listed},
			"2021-07-04 restriction d1"},
		{"a copy is not another document", []string{removal, listed, listed},
			"2021-07-04 restriction d1"},
		{"nobody acts upon the company", []string{listed, floated, "SAMR fined Alibaba on 10 April 2021."},
			"2021-04-10 penalty d3"},
		{"a place without a date corroborates", []string{removal, listed, "Didi, which had listed in New York, said it would comply."},
			"2021-06-30 listing d2 d3\n2021-07-04 restriction d1"},
		{"but not where it may be one of two", []string{removal, listed, "Didi listed in Hong Kong on 3 May 2024.", "Didi, which had listed abroad on an exchange, said it would comply."},
			"2021-07-04 restriction d1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := outline(build(t, c.texts...)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestMergeListings merges what several documents tell of companies' own acts.
func TestMergeListings(t *testing.T) {
	const acts = "SAMR fined Didi, Alibaba, Full Truck Alliance and Kanzhun on 1 August 2021."
	for _, c := range []struct {
		name  string
		texts []string
		want  string
	}{
		{"in other words, days and languages", []string{
			"Didi raised $4.4 billion in its IPO on 30 June 2021.",
			"2021-07-02|Didi, which listed in New York two days before, lost 5 per cent.",
			"2021-07-02|Didi's IPO on Wednesday was the largest of the year.",
			"2021-07-05|滴滴6月30日在纽交所上市。",
			"Didi made its debut on the NYSE in June 2021.",
		}, "2021-06-30 listing d1 d2 d3 d4 d5"},
		{"the days differ", []string{
			"Didi listed on the New York Stock Exchange on 30 June 2021.",
			"Didi went public on 1 July 2021.",
		}, "2021-06-30 listing d1 !d2"},
		{"several companies in one row are another event than one of them", []string{
			"Didi listed on the New York Stock Exchange on 30 June 2021.",
			"Didi, Full Truck Alliance and Kanzhun listed on the New York Stock Exchange in June 2021.",
			"Full Truck Alliance and Kanzhun also listed shares in the US.",
		}, "2021-06 listing d2 d3"},
		{"two listings of one company", []string{
			"Alibaba listed on the New York Stock Exchange on 19 September 2014.",
			"Alibaba listed on the Hong Kong exchange on 26 November 2019.",
			"阿里巴巴2019年11月在香港挂牌上市。",
		}, "2019-11-26 listing d2 d3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tl := build(t, append(c.texts, acts)...)
			tl.Events = tl.Events[:len(tl.Events)-1] // the fine
			if got := outline(tl); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
