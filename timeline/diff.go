package timeline

// Difference is what one table of events has and another has not.
type Difference struct {
	Added, Removed []Row
	Changed        []ChangedRow
}

// Empty reports whether the two tell the same.
func (d Difference) Empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

// ChangedRow is an event that both tables have, told otherwise.
type ChangedRow struct {
	Old, New Row
	Changes  []FieldChange
}

// FieldChange is a column with other values; "" stands for none.
type FieldChange struct{ Field, Old, New string }

// Diff compares two tables. Rows are of one event where they have one id, or else
// one source: the same words or the same place of a document. Rows that could not
// be applied when a table was written are left out.
func Diff(old, new []Row) Difference {
	old, new = ofEvents(old), ofEvents(new)
	partner := pairUp(old, new)
	was := make([]int, len(new)) // the index of the old row, from 1
	var d Difference
	for i, j := range partner {
		if j < 0 {
			d.Removed = append(d.Removed, old[i])
		} else {
			was[j] = i + 1
		}
	}
	for j := range new {
		if was[j] == 0 {
			d.Added = append(d.Added, new[j])
			continue
		}
		before := &old[was[j]-1]
		if changes := changesOf(before, &new[j]); len(changes) > 0 {
			d.Changed = append(d.Changed, ChangedRow{*before, new[j], changes})
		}
	}
	return d
}

func ofEvents(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		if !r.Kept && !r.blank() {
			out = append(out, r)
		}
	}
	return out
}

// pairUp returns for each old row the index of its new one, or -1.
func pairUp(old, new []Row) []int {
	partner := make([]int, len(old))
	for i := range partner {
		partner[i] = -1
	}
	taken := make([]bool, len(new))
	for _, name := range []func(*Row) []string{
		func(r *Row) []string { return []string{r.ID} },
		func(r *Row) []string { return keyNames(r, func(k Key) string { return k.Document + " " + k.Words }) },
		func(r *Row) []string { return keyNames(r, func(k Key) string { return k.place().String() }) },
	} {
		index := map[string][]int{}
		for j := range new {
			if !taken[j] {
				for _, n := range name(&new[j]) {
					index[n] = append(index[n], j)
				}
			}
		}
		for i := range old {
			if partner[i] < 0 {
				partner[i] = takeFirst(index, name(&old[i]), taken)
			}
		}
	}
	return partner
}

func keyNames(r *Row, name func(Key) string) []string {
	var out []string
	for _, k := range r.Keys {
		out = append(out, name(k))
	}
	return out
}

// takeFirst takes the first row that has one of the names and is still free.
func takeFirst(index map[string][]int, names []string, taken []bool) int {
	for _, n := range names {
		if n == "" {
			continue
		}
		for _, j := range index[n] {
			if !taken[j] {
				taken[j] = true
				return j
			}
		}
	}
	return -1
}

// changesOf compares the columns that both rows have.
func changesOf(old, new *Row) []FieldChange {
	var out []FieldChange
	for _, name := range columnNames() {
		if a, b := old.value(name), new.value(name); a != b && old.has(name) && new.has(name) {
			out = append(out, FieldChange{name, a, b})
		}
	}
	return out
}

// columnNames are those of Fields and the reviewer's own.
func columnNames() []string {
	var names []string
	for _, f := range Fields {
		names = append(names, f.Name)
	}
	return append(names, ReviewColumn, NoteColumn, SameAsColumn)
}

// Value returns what the row says of a column, in the form of Field.Get.
func (r *Row) Value(column string) string { return r.value(column) }
