package dates

// rest returns what is left of a unit on the document's day; of one that does not hold
// that day, or in a story, all of it, as about when.
func (r *resolver) rest(d Date) Date {
	if r.narrative || r.Published.Precision() != PrecisionDay || !r.Published.Within(d) {
		return d.Approximate()
	}
	return Between(r.Published.From, FromDay(d.Latest()).From)
}

// lasting resolves a range up to now, "2015 to present", of a text whose own day is not
// known: it has no known end.
func (r *resolver) lasting(m *Mention, i int) {
	p := &m.form.points[i]
	if i == 0 || i != len(m.form.points)-1 || !r.Published.IsZero() || p.anchor != docAnchor || p.unit != PrecisionDay || p.offset != 0 {
		return
	}
	if d, ok := m.form.points[0].known(); ok {
		m.Date, m.Basis, m.Parts[0].Date = Since(d), Stated, d
	}
}
