package export

import (
	"bytes"
	"testing"

	"regtimeline/timeline"
)

// A workbook that LibreOffice has saved again, as one or as CSV, says what it said
// before: nothing where nothing was changed, and every change.
func TestLibreOfficeSavesEdits(t *testing.T) {
	f := open(t, writeSample(t))
	for cell, value := range map[string]any{
		"A6": 42190, "D6": "Platform Fairness Act signed", "M4": "rejected", "N7": "see = annex; -1", "C9": "Order",
		"D12": "A decision that no document tells of", "A12": "March 2019", "C12": "Ruling",
	} {
		if err := f.SetCellValue("Timeline", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	var changed bytes.Buffer
	if err := f.Write(&changed); err != nil {
		t.Fatal(err)
	}
	rows := func(data []byte) []timeline.Row {
		t.Helper()
		rows, err := ReadRows(data)
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	want, applied := timeline.Apply(sample(t), rows(changed.Bytes()))
	if applied.Edited != 2 || applied.Rejected != 1 || applied.Added != 1 || len(applied.Remarks) > 0 {
		t.Fatalf("the changes are not read: %+v", applied)
	}
	const csvOfTimeline = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
	for _, to := range []string{"xlsx", csvOfTimeline} {
		saved := libreOffice(t, changed.Bytes(), to)
		for name, data := range saved {
			got, _ := timeline.Apply(sample(t), rows(data))
			first := write(t, xlsxFormat(t), func(testing.TB) *timeline.Timeline { return want }, Options{})
			second := write(t, xlsxFormat(t), func(testing.TB) *timeline.Timeline { return got }, Options{})
			if !bytes.Equal(first, second) {
				t.Errorf("saved as %s it gives another timeline", name)
				sameRows(t, got.Rows(), want.Rows())
			}
		}
	}
}

func xlsxFormat(t testing.TB) Format {
	t.Helper()
	f, ok := ByName("xlsx")
	if !ok {
		t.Fatal("there is no format xlsx")
	}
	return f
}
