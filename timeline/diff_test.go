package timeline

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// differs shows a difference in a line for each row and change.
func differs(d Difference) string {
	var b strings.Builder
	for _, r := range d.Added {
		fmt.Fprintf(&b, "+ %s\n", r.value("name"))
	}
	for _, r := range d.Removed {
		fmt.Fprintf(&b, "- %s\n", r.value("name"))
	}
	for _, c := range d.Changed {
		fmt.Fprintf(&b, "~ %s", c.New.value("name"))
		for _, x := range c.Changes {
			fmt.Fprintf(&b, " [%s %q %q]", x.Field, x.Old, x.New)
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []string
		want     string
	}{
		{"nothing", []string{adopted, fine}, []string{fine, adopted}, ""},
		{"added", []string{adopted}, []string{adopted, fine}, "+ The office fines Example"},
		{"removed", []string{adopted, fine}, []string{fine}, "- The Data Act is adopted"},
		{"another kind", []string{"2021-04-10 order The office fines Example"}, []string{fine}, `~ The office fines Example [kind "order" "penalty"]`},
		{"another date", []string{fine}, []string{"2021-04-11 penalty The office fines Example"}, `~ The office fines Example [date "2021-04-10" "2021-04-11"]`},
		{"empty", nil, nil, ""},
	} {
		if got := differs(Diff(reviewable(c.old...).Rows(), reviewable(c.new...).Rows())); got != c.want {
			t.Errorf("%s: the difference is\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// The id may change, the source stays; what cannot be applied is no event.
func TestDiffBySource(t *testing.T) {
	old, new := reviewable(fine).Rows(), reviewable(fine).Rows()
	old[0].ID = "e000000000000"
	new[0].Values["note"] = "n"
	new = append(new, Row{Kept: true, Values: map[string]string{"name": "x"}})
	if got, want := differs(Diff(old, new)), `~ The office fines Example [note "" "n"]`; got != want {
		t.Errorf("the difference is\n%s\nwant\n%s", got, want)
	}
}

// What the one has more, the other has less, and nothing differs from itself.
func TestDiffBothWays(t *testing.T) {
	all := []string{adopted, force, fine, probe, "2019 report The office reports"}
	rapid.Check(t, func(t *rapid.T) {
		pick := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, 5, rapid.ID)
		a, b := reviewable(pick.Draw(t, "a")...).Rows(), reviewable(pick.Draw(t, "b")...).Rows()
		there, back := Diff(a, b), Diff(b, a)
		if len(there.Added) != len(back.Removed) || len(there.Removed) != len(back.Added) || len(there.Changed) != len(back.Changed) {
			t.Fatalf("one way it is\n%s\nand the other\n%s", differs(there), differs(back))
		}
		if !Diff(a, a).Empty() {
			t.Fatalf("it differs from itself:\n%s", differs(Diff(a, a)))
		}
	})
}
