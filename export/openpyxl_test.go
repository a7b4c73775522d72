package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"regtimeline/timeline"
)

// openpyxl runs a script of Python on a workbook that it finds as in.xlsx, and
// returns what the script prints. It skips the test where openpyxl is not installed.
func openpyxl(t *testing.T, dir string, workbook []byte, script string) string {
	t.Helper()
	const python = "/usr/bin/python3" // Debian's, which has Debian's packages
	if err := exec.Command(python, "-c", "import openpyxl").Run(); err != nil {
		t.Skip("openpyxl is not installed; the workbook is not opened with it")
	}
	if err := os.WriteFile(filepath.Join(dir, "in.xlsx"), workbook, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", "import openpyxl\nwb = openpyxl.load_workbook('in.xlsx')\n"+script)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("openpyxl: %v\n%s", err, out)
	}
	return string(out)
}

// Another library finds the table, the lists, the links, the chart and real dates.
func TestOpenpyxlReads(t *testing.T) {
	got := openpyxl(t, t.TempDir(), writeSample(t), `
ws = wb['Timeline']
print(list(ws.tables), ws.tables['Timeline'].ref, ws.freeze_panes, ws.print_title_rows, ws.page_setup.orientation)
print(ws.data_validations.count, len(ws.conditional_formatting), len(wb['Chart']._charts))
print(ws['A6'].value.date(), ws['A6'].is_date, ws['A10'].value, ws['H9'].value, ws['K6'].hyperlink.location)
print(wb['Documents']['H2'].hyperlink.target, wb['Documents']['H5'].hyperlink)
print(sum(c.data_type == 'f' for s in wb for r in s for c in r), 'formulas')
`)
	want := `['Timeline'] A1:AF11 D2 $1:$1 landscape
3 2 1
2015-07-04 True ../2021-07-05 18228000.5 'Sources'!A6
https://example.org/reports/platforms.pdf?v=2&lang=en None
0 formulas
`
	if got != want {
		t.Errorf("openpyxl finds\n%s\nwant\n%s", got, want)
	}
}

// Values alone, in other rows and columns, as programs on the web hand them on, are
// read as nothing changed; and a change is read.
func TestOpenpyxlWritesValues(t *testing.T) {
	dir := t.TempDir()
	openpyxl(t, dir, writeSample(t), `
out = openpyxl.Workbook()
out.remove(out.active)
for ws in wb:
    rows = [[c.value for c in r] for r in ws]
    keep = [i for i, name in enumerate(rows[0]) if name not in ('EDTF', 'Confidence', 'Quote')]
    if ws.title == 'Timeline':
        rows[1:] = reversed(rows[1:])
        keep.reverse()
        for r in rows:
            if r[3] == 'Platform Fairness Act adopted':
                r[13] = 'a note'
    o = out.create_sheet(ws.title)
    for r in rows:
        o.append([r[i] for i in keep])
out.save('out.xlsx')
`)
	data, err := os.ReadFile(filepath.Join(dir, "out.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := ReadRows(data)
	if err != nil {
		t.Fatal(err)
	}
	want := sample(t)
	want.Events[4].Review.Note = "a note"
	got, applied := timeline.Apply(sample(t), rows)
	sameRows(t, got.Rows(), want.Rows())
	if applied.Edited > 0 || applied.Added > 0 || len(applied.Remarks) > 0 {
		t.Errorf("beside the note there are changes: %+v", applied)
	}
}
