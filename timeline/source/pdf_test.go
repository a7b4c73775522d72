package source

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// showPages is show with the page before each block.
func showPages(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\nlanguage %s\npublished %s (%s)\npages %d\n", d.Title, d.Language, d.Published, d.PublishedBasis, len(d.Pages))
	for i, line := range strings.Split(strings.TrimSuffix(show(d), "\n"), "\n") {
		x := d.Blocks[i]
		first, last := Span{d, x.Start, x.End}.Page(), Span{d, x.End - 1, x.End}.Page()
		page := fmt.Sprint(first)
		if last > first {
			page = fmt.Sprintf("%d-%d", first, last)
		}
		fmt.Fprintf(&b, "%s %s\n", page, line)
	}
	return b.String()
}

// TestPDFGolden reads the PDFs of testdata/pdf, which LibreOffice, Chromium and
// LaTeX made of two documents: one and two columns, heads, notes, a table, Chinese.
func TestPDFGolden(t *testing.T) {
	files, err := filepath.Glob("../../testdata/pdf/*.pdf")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d fixtures, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".pdf"), func(t *testing.T) {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d := read(t, f, string(data))
			if len(d.Warnings) > 0 {
				t.Errorf("warnings %q", d.Warnings)
			}
			golden := strings.TrimSuffix(f, ".pdf") + ".blocks"
			got := showPages(d)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", golden, diff)
			}
		})
	}
}

// TestPDFForms: what the text of a document says does not depend on the program
// that printed it.
func TestPDFForms(t *testing.T) {
	want := ""
	for _, form := range []string{"report-libreoffice.pdf", "report-chromium.pdf", "report-latex.pdf"} {
		d := read(t, form, string(pdfFixture(t, form)))
		got := strings.Join(paragraphs(d), "\n")
		if want == "" {
			want = got
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s differs from LibreOffice's (-libreoffice +this)\n%s", form, diff)
		}
	}
}

// paragraphs returns what stands in a document but for page furniture, captions
// and the order of the notes; words that one program hyphenates lose their hyphen.
func paragraphs(d *Document) []string {
	var text, notes []string
	for _, b := range d.Blocks {
		s := strings.ReplaceAll(Clean(d.Text[b.Start:b.End], 0), "-", "")
		switch b.Kind {
		case Chrome:
		case Footnote:
			notes = append(notes, b.Mark+" "+s)
		default:
			if !strings.HasPrefix(s, "Three steps") {
				text = append(text, s)
			}
		}
	}
	return append(text, notes...)
}

func TestPDFErrors(t *testing.T) {
	good := pdfOf(lines(72, 720, 12, "In force on 17 May 2021."))
	for _, c := range []struct{ name, data, want string }{
		{"password", string(lockedPDF("secret", lines(72, 720, 12, "In force."))), "is a PDF that a password protects; save it without the password"},
		{"scanned", string(pdfOf(scannedPage, scannedPage)), "is a scanned PDF, which holds pictures of its pages and no text; let a program recognise the text (OCR) first"},
		{"stamped scan", string(pdfOf(scannedPage + "\n" + lines(72, 20, 8, "Received 3 May 2021"))), "is a scanned PDF, which holds pictures of its pages and no text; let a program recognise the text (OCR) first"},
		{"empty pages", string(pdfOf("", "")), "is a PDF without any text"},
		{"no pages", string(pdfOf()), "is a PDF without any text"},
		{"cut in half", string(good[:len(good)/3]), "should be a PDF but is damaged"},
		{"head only", "%PDF-1.4\n", "should be a PDF but is damaged"},
		{"own parent", string(pdfFile([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}, "")), "is a PDF of which no page can be read: it is damaged"},
	} {
		d, err := Read("a.pdf", []byte(c.data))
		if err == nil || err.Error() != c.want || d != nil {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestPDFWarnings(t *testing.T) {
	text := lines(72, 720, 12, "In force on 17 May 2021.")
	whole := pdfOf(text)
	missing := pageObjects(text, text, text)
	missing[5] = "null" // the page object of page 2
	for _, c := range []struct {
		name  string
		data  []byte
		pages int
		want  string
	}{
		{"scanned pages among others", pdfOf(text, scannedPage, text, scannedPage, scannedPage), 5, "Pages 2, 4–5 without text, only pictures (scanned): what is written there was not read."},
		{"a page is missing", pdfFile(missing, ""), 3, "Page 2 could not be read: it is damaged."},
		{"cut off behind the last object", whole[:len(whole)-len("%%EOF\n")], 1, "The file breaks off before its end: pages may be missing."},
		{"empty password", lockedPDF("", text), 1, ""},
		{"blank pages", pdfOf("", text, "", text, ""), 5, ""},
	} {
		d, err := Read("a", c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.Join(d.Warnings, "\n"); got != c.want || len(d.Pages) != c.pages {
			t.Errorf("%s: %q on %d pages, want %q on %d", c.name, got, len(d.Pages), c.want, c.pages)
		}
		if problem := broken(d); problem != "" || !strings.Contains(d.Text, "17 May 2021") {
			t.Errorf("%s: %s in %q", c.name, problem, d.Text)
		}
	}
}

func TestPDFPageLimit(t *testing.T) {
	text := lines(72, 720, 12, "In force on 17 May 2021.")
	d, err := ReadWithin(context.Background(), "a.pdf", pdfOf(text, text, text), Limits{Pages: 2})
	if err != nil || len(d.Pages) != 2 || strings.Join(d.Warnings, "") != "Only the first 2 of 3 pages were read." {
		t.Errorf("%v %v", d, err)
	}
}

// bomb is a page whose forms draw each other ten times over, six levels deep: it takes
// some seconds, or all the memory that there is.
func bomb(contents ...string) []byte {
	objects := pageObjects(append([]string{"/X0 Do /X0 Do /X0 Do"}, contents...)...)
	first := len(objects) + 1
	const page = 3
	objects[page] = strings.Replace(objects[page], "/Font <<", fmt.Sprintf("/XObject << /X0 %d 0 R >> /Font <<", first), 1)
	const levels = 6
	for i := range levels {
		content := strings.Repeat(fmt.Sprintf("/X%d Do ", i+1), 10)
		resources := fmt.Sprintf("/Resources << /XObject << /X%d %d 0 R >> >>", i+1, first+i+1)
		if i == levels-1 {
			content, resources = "0 0 m 1 1 l S", ""
		}
		objects = append(objects, fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\nstream\n%s\nendstream", resources, len(content), content))
	}
	return pdfFile(objects, "")
}

// TestPDFGivesUp: a page without end costs itself only, and a file without end is
// an error.
func TestPDFGivesUp(t *testing.T) {
	text := lines(72, 720, 12, "In force on 17 May 2021.")
	patience := pdfPatience{page: 2 * time.Second, file: time.Minute}
	s, err := scanPDF(context.Background(), bomb(text), 100, patience)
	if err != nil {
		t.Fatal(err)
	}
	if failed := s.pages[0].failed; !errors.Is(failed, errPDFTime) && !errors.Is(failed, errPDFMemory) || s.pages[1].characters() == 0 {
		t.Errorf("%v, %v", s.pages[0].failed, s.pages[1].failed)
	}
}

// TestPDFCancelled: the end of the context ends the reading, also amid a page.
func TestPDFCancelled(t *testing.T) {
	if _, err := swiftPDF(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Millisecond)
	defer cancel()
	done := make(chan error)
	go func() {
		_, err := ReadWithin(ctx, "a.pdf", bomb(), Limits{})
		done <- err
	}()
	if err := <-done; err == nil {
		t.Error("it was read")
	}
}

// TestPDFSameBytes reads one file on several cores at once.
func TestPDFSameBytes(t *testing.T) {
	data := pdfFixture(t, "report-latex.pdf")
	want := read(t, "a.pdf", string(data)).Text
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			if d, err := Read("a.pdf", data); err != nil || d.Text != want {
				t.Errorf("differs: %v", err)
			}
		})
	}
	wg.Wait()
}
