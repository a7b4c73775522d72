package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// libreOffice converts a workbook and returns the files that come out, by name.
// It skips the test where LibreOffice is not installed.
func libreOffice(t *testing.T, workbook []byte, to string) map[string][]byte {
	t.Helper()
	if testing.Short() {
		t.Skip("LibreOffice takes some seconds")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed; the workbook is not opened with it")
	}
	dir, out := t.TempDir(), t.TempDir()
	in := filepath.Join(dir, "timeline.xlsx")
	if err := os.WriteFile(in, workbook, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "soffice", "--headless", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile",
		"--convert-to", to, "--outdir", out, in)
	cmd.WaitDelay = time.Second
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, said)
	}
	list, err := os.ReadDir(out)
	if err != nil || len(list) == 0 {
		t.Fatalf("LibreOffice made no file: %v", err)
	}
	files := map[string][]byte{}
	for _, e := range list {
		if files[e.Name()], err = os.ReadFile(filepath.Join(out, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// LibreOffice finds real dates where there is one exact day, and no formula.
func TestLibreOfficeFindsRealDates(t *testing.T) {
	flat := libreOffice(t, writeSample(t), "fods")["timeline.fods"]
	dec := xml.NewDecoder(bytes.NewReader(flat))
	sheet, found := "", map[string][]string{}
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		repeated := 1 // equal neighbours are one element
		for _, a := range e.Attr {
			if a.Name.Local == "number-columns-repeated" {
				repeated, _ = strconv.Atoi(a.Value)
			}
		}
		for _, a := range e.Attr {
			switch {
			case e.Name.Local == "table" && a.Name.Local == "name":
				sheet = a.Value
			case a.Name.Local == "date-value":
				found[sheet] = append(found[sheet], slices.Repeat([]string{a.Value}, repeated)...)
			case a.Name.Local == "formula":
				t.Errorf("LibreOffice finds a formula: %s", a.Value)
			}
		}
	}
	// Date, Earliest and Latest of each event; only exact days stand under Date.
	want := "2015-01-01 2015-12-31 2015-07-04 2015-07-04 2015-07-04 2016-01-01 2020-12-31 2020-11-01 " +
		"2021-07-01 2021-09-30 2021-07-05 2031-02-02 2031-02-02 2031-02-02"
	if got := strings.Join(found["Timeline"], " "); got != want {
		t.Errorf("the real dates of Timeline are\n%s, want\n%s", got, want)
	}
	if got := strings.Join(found["Documents"], " "); got != "2021-07-05" {
		t.Errorf("the real dates of Documents are %q", got)
	}
}

// What LibreOffice saves as CSV is as inert as our own CSV.
func TestLibreOfficeSavesInertCSV(t *testing.T) {
	var b bytes.Buffer
	if err := writeXLSX(&b, hostileTimeline(t), Options{}); err != nil {
		t.Fatal(err)
	}
	const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
	files := libreOffice(t, b.Bytes(), everySheet)
	if len(files) != 9 {
		t.Errorf("%d sheets come out, want 9", len(files))
	}
	for name, data := range files {
		rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if startsFormula(cell) {
					t.Errorf("%s has the cell %q", name, cell)
				}
			}
		}
		if strings.Contains(name, "Timeline") && len(rows) != 1+len(hostileTexts) {
			t.Errorf("%s has %d rows, want %d", name, len(rows), 1+len(hostileTexts))
		}
	}
}
