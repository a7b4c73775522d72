package source

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestCSV(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a list", "Date,Event,Authority\n2021-05-17,\"The fee, long disputed, is abolished.\",Harbour Office\n,Nothing dated here,\n17 May 2022,Ferries are fined,\n",
			"TD1,1 Date | Event | Authority\nTR2 2021-05-17 | The fee, long disputed, is abolished. | Harbour Office\nP Nothing dated here\nTR4 17 May 2022 | Ferries are fined\n"},
		{"no headings, semicolons", "\ufeff2021-05-17;The fee is abolished\n2022-05-17;Ferries are fined\n", "TR1 2021-05-17 | The fee is abolished\nTR2 2022-05-17 | Ferries are fined\n"},
		{"the column is told by its heading", "no,日期,entered,event\n1,2021年5月17日,2022-01-01,渡轮公司被处以罚款\n2,2021年6月,2022-01-01,港口收费办法施行\n",
			"TD1,1 no | 日期 | entered | event\nTR2 1 | 2021年5月17日 | 渡轮公司被处以罚款\nTR3 2 | 2021年6月 | 港口收费办法施行\n"},
		{"several dates", "Law,Adopted,In force\nInland Navigation Act,14 June 2021,1 January 2022\nHarbour Fees Act,3 May 2020,\n",
			"TD1,1 Law | Adopted | In force\nTR2 Inland Navigation Act | Adopted: 14 June 2021\nTR2 Inland Navigation Act | In force: 1 January 2022\nTR3 Harbour Fees Act | Adopted: 3 May 2020\n"},
		{"a heading that says what happened", "Law,In force\nInland Navigation Act,1 January 2022\n", "TD1,1 Law | In force\nTR2 Inland Navigation Act | In force: 1 January 2022\n"},
		{"lines in a cell", "date\tevent\n2021-05-17\t\"The fee\nis abolished\"\n", "TD1,1 date | event\nTR2 2021-05-17 | The fee is abolished\n"},
	} {
		wantBlocks(t, "a.csv", c.text, c.want)
	}
	for text, want := range map[string]string{
		"a,b\n1,2\n":                errNoEvents.Error(),
		"year,value\n2019,3\n":      errNoEvents.Error(),
		"":                          errNoEvents.Error(),
		"path,title,published\nx,,": "describes documents; to be used so it must be called sources.csv",
		"date,display,kind,name,basis,rule,precision\n2021-05-17,17 May 2021,penalty,Ferries are fined,stated,en.txt:1,day\n": errOurs.Error(),
	} {
		if got := readError("a.csv", []byte(text), Limits{}); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestOurJSONIsNoSource(t *testing.T) {
	if got := readError("out.json", []byte("{\n  \"schema\": \"timeline/1\",\n"), Limits{}); got != errOurs.Error() {
		t.Errorf("%q", got)
	}
}

// book makes a workbook with one sheet of cells.
func book(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestXLSX(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set := func(cell string, v any) {
			if err := f.SetCellValue("Sheet1", cell, v); err != nil {
				t.Fatal(err)
			}
		}
		format := func(cell, code string) {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err == nil {
				err = f.SetCellStyle("Sheet1", cell, cell, style)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		set("A1", "What happened at sea")
		set("A3", "When")
		set("C3", "What")
		set("A4", 44333) // 17 May 2021
		format("A4", "d mmmm yyyy")
		set("C4", "The fee is abolished")
		set("A5", 44333)
		format("A5", `mmm "of" yyyy`)
		set("C5", "Ferries are fined")
		set("A6", 2019)
		set("C6", "A draft was published")
		set("A7", "early 2018")
		set("C7", "A plan was announced")
		if _, err := f.NewSheet("Figures"); err != nil {
			t.Fatal(err)
		}
	})
	d, err := Read("a.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	const want = "P What happened at sea\nTD3,1 When | What\nTR4 2021-05-17 | The fee is abolished\nTR5 2021-05 | Ferries are fined\nTR6 2019 | A draft was published\nTR7 early 2018 | A plan was announced\n"
	if got := show(d); got != want || broken(d) != "" {
		t.Errorf("got\n%swant\n%s%s", got, want, broken(d))
	}
	if span := (Span{d, d.Blocks[2].Start, d.Blocks[2].End}); span.Line() != 4 {
		t.Errorf("row 4 stands on line %d", span.Line())
	}
	if got := readError("b.xlsx", book(t, func(f *excelize.File) { _ = f.SetCellValue("Sheet1", "A1", "x") }), Limits{}); got != errNoEvents.Error() {
		t.Errorf("no list: %q", got)
	}
}

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]dateFormat{
		"General": noDate, "0.00": noDate, "d/m/yyyy": showsDay, "mmm yy": showsMonth, "yyyy": showsYear, "h:mm:ss": noDate, "[h]:mm": noDate,
		`yyyy"年"m"月"d"日"`: showsDay, `[$-409]d-mmm-yy;@`: showsDay, `"day" 0`: noDate, `0 "yd"`: noDate, "[Red]0;yyyy": noDate,
	} {
		if got := readFormat(code); got != want {
			t.Errorf("%s: %d, want %d", code, got, want)
		}
	}
	b := workbook{formats: []dateFormat{showsDay}}
	for serial, want := range map[string]string{"1": "1900-01-01", "59": "1900-02-28", "61": "1900-03-01", "44333.75": "2021-05-17", "-1": "-1", "9999999": "9999999", "x": "x"} {
		if got := b.number(serial, "0"); got != want {
			t.Errorf("%s: %s, want %s", serial, got, want)
		}
	}
}

// FuzzSheet: whatever stands in a table, a sound document or an error.
func FuzzSheet(f *testing.F) {
	f.Add("date,event\n2021-05-17,The fee is abolished\n", "<worksheet><sheetData><row r=\"3\"><c r=\"ZZZZ1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>")
	f.Fuzz(func(t *testing.T, csv, sheetXML string) {
		xlsx := zipOf(t, part{contentTypesPart, `<Types><Override PartName="/xl/workbook.xml" ContentType="x.spreadsheetml.sheet.main+xml"/></Types>`},
			part{"xl/workbook.xml", `<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`},
			part{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>`}, part{"xl/s.xml", sheetXML})
		for name, data := range map[string][]byte{"a.csv": []byte(csv), "a.xlsx": xlsx} {
			d, err := Read(name, data)
			if (err == nil) == (d == nil) {
				t.Fatalf("document %v, error %v", d, err)
			}
			if d != nil && broken(d) != "" {
				t.Fatal(broken(d))
			}
		}
	})
}
