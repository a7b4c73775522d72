package timeline

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// reviewable is a timeline of documents of one sentence, each of which tells of
// one act: "2015-07-04 adoption The Data Act is adopted".
func reviewable(sentences ...string) *Timeline {
	t := &Timeline{}
	for _, s := range sentences {
		edtf, rest, _ := strings.Cut(s, " ")
		kind, name, _ := strings.Cut(rest, " ")
		// The document is the same whatever the rules make of it.
		d := &source.Document{SHA256: digest(name), Published: dates.DayOf(2021, 7, 5), Text: edtf + " " + name}
		date, _ := dates.Parse(edtf)
		e := Event{Date: date, Kind: Kind(kind), Name: name, Status: Occurred, Basis: dates.Stated}
		e.Sources = []Source{{Quote: source.Span{Doc: d, Start: 0, End: len(d.Text)}, Date: source.Span{Doc: d, Start: 0, End: len(edtf)}, Role: Primary, Value: date}}
		t.Documents = append(t.Documents, d)
		if date.IsZero() {
			e.Basis = dates.NoBasis
			t.Undated = append(t.Undated, e)
		} else {
			t.Events = append(t.Events, e)
		}
	}
	order(t.Events, positions(t.Documents))
	identify(t.Events, t.Undated)
	return t
}

// told shows a timeline in a line for each event, and for what was rejected or kept.
func told(t *Timeline) string {
	var b strings.Builder
	for _, list := range []struct {
		mark   string
		events []Event
	}{{"", t.Events}, {"undated ", t.Undated}, {"rejected ", t.Rejected}} {
		for _, e := range list.events {
			fmt.Fprintf(&b, "%s%s %s %s", list.mark, e.Date, e.Kind, e.Name)
			if e.Review.State != "" && e.Review.State != Pending {
				fmt.Fprintf(&b, " [%s]", e.Review.State)
			}
			if e.Review.Note != "" {
				fmt.Fprintf(&b, " (%s)", e.Review.Note)
			}
			if len(e.Sources) != 1 {
				fmt.Fprintf(&b, " <%d>", len(e.Sources))
			}
			b.WriteByte('\n')
		}
	}
	for _, r := range t.Kept {
		fmt.Fprintf(&b, "kept %s: %s\n", r.value("name"), r.Why)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// change sets a column in the row of the event whose name begins with name.
func change(t testing.TB, rows []Row, name, column, value string) {
	t.Helper()
	for i := range rows {
		if strings.HasPrefix(rows[i].Values["name"], name) {
			rows[i].Values[column] = value
			return
		}
	}
	t.Fatalf("no row is called %q", name)
}

const (
	adopted = "2015-07-04 adoption The Data Act is adopted"
	force   = "2016-01-01 entry_into_force The Data Act enters into force"
	fine    = "2021-04-10 penalty The office fines Example"
	probe   = "- investigation The office looks into Example"
)

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name    string
		before  []string
		changes []string // NAME|COLUMN|VALUE
		after   []string // the documents of the next run
		want    string
		remark  string // a part of what is remarked; "" for no remark
	}{
		{"nothing", []string{adopted, fine}, nil, []string{adopted, fine},
			"2015-07-04 adoption The Data Act is adopted\n2021-04-10 penalty The office fines Example", ""},
		{"a date, a kind and a name", []string{adopted, fine},
			[]string{"The office|date|2021-04", "The office|kind|order", "The Data|name|Data Act adopted"}, []string{adopted, fine},
			"2015-07-04 adoption Data Act adopted [edited]\n2021-04 order The office fines Example [edited]", ""},
		{"rejected", []string{adopted, fine}, []string{"The office|review|rejected", "The office|note|hearsay"}, []string{adopted, fine},
			"2015-07-04 adoption The Data Act is adopted\nrejected 2021-04-10 penalty The office fines Example [rejected] (hearsay)", ""},
		{"accepted with a note", []string{adopted}, []string{"The Data|review|accepted", "The Data|note|checked"}, []string{adopted, fine},
			"2015-07-04 adoption The Data Act is adopted [accepted] (checked)\n2021-04-10 penalty The office fines Example", ""},
		{"a date for an undated event", []string{probe}, []string{"The office|date|2020"}, []string{probe},
			"2020 investigation The office looks into Example [edited]", ""},
		{"a date taken away", []string{adopted}, []string{"The Data|date|"}, []string{adopted},
			"undated  adoption The Data Act is adopted [edited]", ""},
		{"added documents before it", []string{fine}, []string{"The office|date|2021-04-11"}, []string{adopted, force, fine},
			"2015-07-04 adoption The Data Act is adopted\n2016-01-01 entry_into_force The Data Act enters into force\n2021-04-11 penalty The office fines Example [edited]", ""},
		{"a better kind", []string{"2021-04-10 order The office fines Example"}, []string{"The office|note|big"}, []string{fine},
			"2021-04-10 penalty The office fines Example (big)", ""},
		{"the text now says so too", []string{"2021-04-10 order The office fines Example"}, []string{"The office|kind|penalty"}, []string{fine},
			"2021-04-10 penalty The office fines Example", ""},
		{"the text changed under it", []string{"2021-04-10 order The office fines Example"}, []string{"The office|kind|settlement"}, []string{fine},
			"2021-04-10 settlement The office fines Example", "the text now gives “penalty” where it gave “order”"},
		{"the text changed after it was accepted", []string{"2021-04-10 order The office fines Example"}, []string{"The office|review|accepted"}, []string{fine},
			"2021-04-10 penalty The office fines Example", "accepted when the text gave “order”"},
		{"the document is gone", []string{adopted, fine}, []string{"The office|date|2021-05"}, []string{adopted},
			"2015-07-04 adoption The Data Act is adopted\nkept The office fines Example: nothing in the documents matches this row any more", "matches"},
		{"the document of an untouched row is gone", []string{adopted, fine}, nil, []string{adopted},
			"2015-07-04 adoption The Data Act is adopted", ""},
		{"no such kind", []string{fine}, []string{"The office|kind|celebration", "The office|name|Example is fined"}, []string{fine},
			"2021-04-10 penalty Example is fined [edited]\nkept The office fines Example: “celebration” as kind is not a kind of event; timeline build --help lists them", "celebration"},
		{"no name", []string{fine}, []string{"The office|name|"}, []string{fine},
			"2021-04-10 penalty The office fines Example", "the name is empty"},
		{"one event", []string{adopted, force, fine}, []string{"The Data Act is|same_as|x", "The Data Act en|same_as|X"}, []string{adopted, force, fine},
			"2015-07-04 adoption The Data Act is adopted <2>\n2021-04-10 penalty The office fines Example", ""},
		{"one event with two notes", []string{adopted, force}, []string{"The Data Act is|same_as|x", "The Data Act en|same_as|x", "The Data Act is|note|annex", "The Data Act en|note|n"}, []string{adopted, force},
			"2015-07-04 adoption The Data Act is adopted (annex; n) <2>", ""},
		{"one event, changed in its other row", []string{adopted, force}, []string{"The Data Act is|same_as|x", "The Data Act en|same_as|x", "The Data Act en|name|Data Act"}, []string{adopted, force},
			"2015-07-04 adoption Data Act [edited] <2>", ""},
		{"an undated event is the dated one", []string{fine, probe}, []string{"The office f|same_as|1", "The office l|same_as|1"}, []string{fine, probe},
			"2021-04-10 penalty The office fines Example <2>", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := reviewable(c.before...).Rows()
			for _, x := range c.changes {
				p := strings.Split(x, "|")
				change(t, rows, p[0], p[1], p[2])
			}
			got, applied := Apply(reviewable(c.after...), rows)
			if told(got) != c.want {
				t.Errorf("the timeline is\n%s\nwant\n%s", told(got), c.want)
			}
			if said := fmt.Sprint(applied.Remarks); c.remark == "" && len(applied.Remarks) > 0 || !strings.Contains(said, c.remark) {
				t.Errorf("remarked was %s, want %q", said, c.remark)
			}
			again, _ := Apply(reviewable(c.after...), got.Rows())
			if diff := cmp.Diff(got.Rows(), again.Rows()); diff != "" {
				t.Errorf("the second time changes the result (-first +second):\n%s", diff)
			}
		})
	}
}

// Undoing is as easy as doing: the text's value, the state, the mark.
func TestApplyUndone(t *testing.T) {
	docs := func() *Timeline { return reviewable(adopted, force, fine) }
	rows := docs().Rows()
	change(t, rows, "The office", "date", "2021-04-11")
	change(t, rows, "The Data Act is", "same_as", "x")
	change(t, rows, "The Data Act en", "same_as", "x")
	edited, _ := Apply(docs(), rows)
	rows = edited.Rows()
	change(t, rows, "The office", "date", "2021-04-10")
	change(t, rows, "The Data Act is", "same_as", "")
	back, _ := Apply(docs(), rows)
	if got, want := told(back), told(docs()); got != want {
		t.Errorf("what is undone leaves\n%s\nwant\n%s", got, want)
	}
	rows = docs().Rows()
	change(t, rows, "The office", "review", "rejected")
	rejected, _ := Apply(docs(), rows)
	rows = rejected.Rows()
	change(t, rows, "The office", "review", "pending")
	back, _ = Apply(docs(), rows)
	if got, want := told(back), told(docs()); got != want {
		t.Errorf("what is no longer rejected leaves\n%s\nwant\n%s", got, want)
	}
}

func TestApplyAddedRows(t *testing.T) {
	docs := func() *Timeline { return reviewable(adopted, fine) }
	rows := docs().Rows()
	rows = append(rows,
		Row{At: "row 4", Values: map[string]string{"date": "2020", "name": "The minister resigns", "kind": "statement"}, Cited: Cited{Document: "Gazette", Page: 7, Quote: "He has resigned.", URL: "https://example.org/"}},
		Row{At: "row 5", Values: map[string]string{"date": "2020"}},
		Row{At: "row 6", Values: map[string]string{"date": ""}},
	)
	copied := RowOf(&docs().Events[1])
	copied.Values["kind"], copied.Values["name"] = "order", "The office orders Example to stop"
	rows = append(rows, copied)
	got, applied := Apply(docs(), rows)
	want := "2015-07-04 adoption The Data Act is adopted\n2020 statement The minister resigns [accepted]\n" +
		"2021-04-10 order The office orders Example to stop [accepted]\n2021-04-10 penalty The office fines Example\n" +
		"kept : the row could not be added: “” as name is empty, and an event needs a name"
	if told(got) != want {
		t.Errorf("the timeline is\n%s\nwant\n%s", told(got), want)
	}
	if applied.Added != 2 {
		t.Errorf("%d rows are added, want 2", applied.Added)
	}
	s := got.Events[1].Sources[0]
	if s.Quote.Text() != "He has resigned." || s.Quote.Page() != 7 || s.Quote.Doc.Title != "Gazette" || got.Documents[2] != s.Quote.Doc {
		t.Errorf("the source of the added event is %+v", s)
	}
	rows = got.Rows()
	for i := range rows { // as a file carries it
		if rows[i].Values["name"] == "The minister resigns" {
			rows[i].Cited = Cited{Document: "Gazette", Page: 7, Quote: "He has resigned.", URL: "https://example.org/"}
		}
	}
	again, _ := Apply(docs(), rows)
	if diff := cmp.Diff(got.Rows(), again.Rows()); diff != "" {
		t.Errorf("the second time changes the result (-first +second):\n%s", diff)
	}
}

// A table that does not carry what was written says what it says; a blank in it
// takes nothing away.
func TestApplyWithoutWritten(t *testing.T) {
	rows := reviewable(adopted, fine).Rows()
	for i := range rows {
		rows[i].Written = nil
		rows[i].Values = map[string]string{"name": rows[i].Values["name"], "date": "", "kind": rows[i].Values["kind"]}
	}
	change(t, rows, "The office", "name", "Example is fined")
	got, applied := Apply(reviewable(adopted, fine), rows)
	want := "2015-07-04 adoption The Data Act is adopted\n2021-04-10 penalty Example is fined [edited]"
	if told(got) != want || len(applied.Remarks) > 0 {
		t.Errorf("the timeline is\n%s\nwant\n%s\n%v", told(got), want, applied.Remarks)
	}
}

// A row that finds its event by its keys gives it its id.
func TestApplyKeepsIDs(t *testing.T) {
	old := reviewable(adopted)
	rows := old.Rows()
	change(t, rows, "The Data", "note", "n")
	next := reviewable(adopted)
	early := &source.Document{SHA256: "fedcba9876543210", Published: dates.DayOf(2015, 7, 4), Text: "Today the Data Act is adopted."}
	next.Documents = append(next.Documents, early)
	e := &next.Events[0]
	e.Sources = append([]Source{{Role: Primary, Quote: source.Span{Doc: early, Start: 0, End: len(early.Text)}, Date: source.Span{Doc: early}}}, e.Sources...)
	identify(next.Events)
	if next.Events[0].ID == old.Events[0].ID {
		t.Fatal("the id did not change, so that the test shows nothing")
	}
	got, _ := Apply(next, rows)
	if got.Events[0].ID != old.Events[0].ID || got.Events[0].Review.Note != "n" {
		t.Errorf("the event is %s with the note %q, want %s", got.Events[0].ID, got.Events[0].Review.Note, old.Events[0].ID)
	}
}

// What a filter leaves out is kept for the next run.
func TestFilterKeepsReviews(t *testing.T) {
	docs := func() *Timeline { return reviewable(adopted, fine) }
	rows := docs().Rows()
	change(t, rows, "The office", "date", "2021-04-11")
	edited, _ := Apply(docs(), rows)
	narrow := edited.Filter(Filter{Kinds: []Kind{"adoption"}})
	if len(narrow.Events) != 1 || len(narrow.Kept) != 1 {
		t.Fatalf("the filter leaves\n%s", told(narrow))
	}
	again, applied := Apply(docs(), narrow.Rows())
	if got, want := told(again), told(edited); got != want || len(applied.Remarks) > 0 {
		t.Errorf("without the filter it is\n%s\n%v, want\n%s", got, applied.Remarks, want)
	}
}

// Whatever a reviewer types, in whatever order the rows stand: no change is lost,
// and what was written of the result gives the same result.
func TestApplyTwice(t *testing.T) {
	all := []string{adopted, force, fine, probe, "2021-04-10 order The office orders Example to stop", "2019 report The office reports"}
	rapid.Check(t, func(t *rapid.T) {
		pick := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, 6, rapid.ID)
		before, after := pick.Draw(t, "before"), pick.Draw(t, "after")
		rows := reviewable(before...).Rows()
		values := map[string]*rapid.Generator[string]{
			"date": rapid.SampledFrom([]string{"", "2015", "2021-04-10", "nonsense"}), "kind": rapid.SampledFrom([]string{"order", "penalty", "x"}),
			"name": rapid.SampledFrom([]string{"A", "B", ""}), "targets": rapid.SampledFrom([]string{"", "Example", "A; B"}),
			"review": rapid.SampledFrom([]string{"pending", "accepted", "edited", "rejected"}), "same_as": rapid.SampledFrom([]string{"", "x", "y", rows[0].ID}),
			"note": rapid.SampledFrom([]string{"", "note"}),
		}
		columns := rapid.SampledFrom([]string{"date", "kind", "name", "targets", "review", "same_as", "note"})
		for range rapid.IntRange(0, 8).Draw(t, "changes") {
			r := &rows[rapid.IntRange(0, len(rows)-1).Draw(t, "row")]
			c := columns.Draw(t, "column")
			r.Values = maps.Clone(r.Values)
			r.Values[c] = values[c].Draw(t, "value")
		}
		rows = rapid.Permutation(rows).Draw(t, "order")
		first, _ := Apply(reviewable(after...), rows)
		second, _ := Apply(reviewable(after...), first.Rows())
		if diff := cmp.Diff(first.Rows(), second.Rows()); diff != "" {
			t.Fatalf("the second time changes the result (-first +second):\n%s\nafter\n%s", diff, told(first))
		}
		if got, want := told(second), told(first); got != want {
			t.Fatalf("the second time tells\n%s\nafter\n%s", got, want)
		}
	})
}
