package dates

import "testing"

// TestZeroMention checks that a mention that Find did not make can be asked anything.
func TestZeroMention(t *testing.T) {
	var m Mention
	if m.Period() || m.Anchored() || m.Pointer() || m.Dating() || m.Timex() != "" || !m.Interval().IsZero() {
		t.Errorf("the zero mention is something: %+v", m)
	}
	Resolve([]Mention{m}, Context{Text: "text", Published: DayOf(2021, 7, 5)})
}

func TestDerive(t *testing.T) {
	for _, c := range []struct{ text, base, want string }{
		{"24 months after entry into force", "2024-08-01", "2026-08-01"},
		{"24 months after entry into force", "2024-08", "2026-08"},
		{"24 months after entry into force", "2024", ""}, // months from a year are no date
		{"two years after entry into force", "2024", "2026"},
		{"the twentieth day following that of its publication", "2024-07-12", "2024-08-01"},
		{"the first day of the third month after its publication", "2023-11-30", "2024-02-01"},
		{"six months after its adoption", "2023-08-31", "2024-02-29"}, // Regulation 1182/71, article 3(2)(c)
		{"30 days before entry into force", "2024-03-01", "2024-01-31"},
		{"ten working days after publication", "2024-03-01", ""},
		{"effective immediately", "2024-03", "2024-03"},
		{"90 days after publication", "2024-03~", ""},
		{"公布之日起三十日内", "2021-08-20", "2021-09-19"},
	} {
		ms := Find(c.text)
		if len(ms) != 1 {
			t.Errorf("%s: %d mentions", c.text, len(ms))
			continue
		}
		a, ok := ms[0].Anchor()
		base, err := Parse(c.base)
		if !ok || err != nil {
			t.Errorf("%s: no anchor, or %v", c.text, err)
			continue
		}
		if got, _ := a.Derive(base); got.String() != c.want {
			t.Errorf("%s from %s is %s, want %s (%s)", c.text, c.base, got, c.want, a)
		}
	}
}
