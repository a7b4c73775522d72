package source

import (
	"fmt"
	"strings"
	"testing"
)

// wantPDF compares the blocks of the pages that content streams make.
func wantPDF(t *testing.T, want string, contents ...string) {
	t.Helper()
	d := read(t, "a.pdf", string(pdfOf(contents...)))
	if got, want := show(d), strings.TrimLeft(want, "\n"); got != want {
		t.Errorf("--- got\n%s--- want\n%s", got, want)
	}
}

// TestPDFColumnsWrittenByRow: the content goes from the left column to the right
// one at each line, as some programs write it.
func TestPDFColumnsWrittenByRow(t *testing.T) {
	left := []string{"The authority opened its file on", "3 May 2021 and closed it with a", "fine four months later. It did not", "say how it had reckoned the sum,", "and nobody asked."}
	right := []string{"The second file was opened on", "2 July 2021, two days after the", "shares of the firm were traded for", "the first time, and it is open still,", "as far as we could learn."}
	var b strings.Builder
	b.WriteString(lines(72, 740, 10, "A line over both of the columns that says what the paper is about and why it was written at all."))
	for i := range left {
		b.WriteString(lines(72, 700-12*i, 10, left[i]) + lines(310, 700-12*i, 10, right[i]))
	}
	wantPDF(t, `
P A line over both of the columns that says what the paper is about and why it was written at all.
P The authority opened its file on 3 May 2021 and closed it with a fine four months later. It did not say how it had reckoned the sum, and nobody asked.
P The second file was opened on 2 July 2021, two days after the shares of the firm were traded for the first time, and it is open still, as far as we could learn.
`, b.String())
}

// TestPDFTableOfDates: short cells beside long ones are rows, not columns of text.
func TestPDFTableOfDates(t *testing.T) {
	wantPDF(t, `
TR1 3 May 2021 | The regulator opens an investigation of the platform, the first of its kind
TR2 10 August 2021 | It closes the file
TR3 1 September 2021 | The fine is paid
`, lines(72, 700, 10, "3 May 2021")+lines(200, 700, 10, "The regulator opens an investigation of", "the platform, the first of its kind")+
		lines(72, 676, 10, "10 August 2021")+lines(200, 676, 10, "It closes the file")+
		lines(72, 664, 10, "1 September 2021")+lines(200, 664, 10, "The fine is paid"))
}

// TestPDFMarks: a raised figure is the mark of a note, and a smaller line at the
// foot with that figure the note.
func TestPDFMarks(t *testing.T) {
	mark := "BT /F1 12 Tf 72 700 Td (It entered into force in 2021) Tj /F1 7 Tf 5 Ts (12) Tj /F1 12 Tf 0 Ts ( and was amended.) Tj ET\n"
	body := lines(72, 685, 12, "The text goes on for a while so that its size is that of most of the page,", "and then it ends.")
	note := "BT /F1 5 Tf 72 103 Td (12) Tj /F1 8 Tf 0 -3 Td ( ) Tj 6 0 Td (Official Gazette, 3 May 2021, p. 4.) Tj ET\n"
	wantPDF(t, `
P It entered into force in 2021¹² and was amended.
P The text goes on for a while so that its size is that of most of the page, and then it ends.
FN[12] Official Gazette, 3 May 2021, p. 4.
`, mark+body+note)
}

// TestPDFHeads: what comes back at the edges of pages is no text, nor are the
// numbers of pages and lines.
func TestPDFHeads(t *testing.T) {
	var pages []string
	for i := range 4 {
		var text, numbers []string
		for n := range 10 {
			text = append(text, fmt.Sprintf("Line %c of the page number %s says little.", 'a'+n, strings.Repeat("i", i+1)))
			numbers = append(numbers, fmt.Sprint(n+1))
		}
		pages = append(pages, lines(200, 760, 9, "Draft Bill of the House")+lines(50, 700, 10, numbers...)+lines(90, 700, 10, text...)+lines(300, 40, 9, fmt.Sprintf("– %d –", i+7)))
	}
	d := read(t, "a.pdf", string(pdfOf(pages...)))
	if strings.Count(d.Text, "Draft Bill") != 1 || strings.ContainsAny(d.Text[d.Pages[1]:], "0123456789") || !strings.HasPrefix(d.Text[d.Pages[3]:], "Line a") {
		t.Errorf("%q", d.Text)
	}
}

// TestPDFContents: a table of contents says nothing twice.
func TestPDFContents(t *testing.T) {
	wantPDF(t, `
P Contents
X 1 The ban of 3 May 2021
X 4
X 2 What came of it
X 9
X Annex
X 12
P The regulator banned the app on 3 May 2021, and the firm appealed at once.
`, lines(72, 700, 10, "Contents")+lines(72, 680, 10, "1 The ban of 3 May 2021", "2 What came of it", "Annex")+lines(300, 680, 10, "4", "9", "12")+
		lines(72, 600, 10, "The regulator banned the app on 3 May 2021, and the firm appealed at once."))
}

func TestPDFBreaksWord(t *testing.T) {
	w := &pdfWriter{words: map[string]bool{"cross-border": true, "data": true, "market": true, "regulation": true}}
	for _, c := range []struct{ line, next, want string }{
		{"The regula\x02", "tion applies", "The regulation applies"},
		{"a cross\x02", "border transfer", "a cross-border transfer"},
		{"the data\x02", "market rules", "the data-market rules"},
		{"a far\x02", "reaching review", "a far-reaching review"},
		{"the cross\x02", "ing", "the crossing"},
		{"from 2016\x02", "2020", "from 2016-2020"},
		{"Anti\x02", "Monopoly", "Anti-Monopoly"},
		{"soft\u00ad", "ware", "software"},
		{"https://a.example/x\x02", "y.html", "https://a.example/x-y.html"},
		{"see https://a.example/", "y.html now", "see https://a.example/y.html now"},
		{"于2021年", "7月1日施行", "于2021年7月1日施行"},
		{"the State", "Council", "the State Council"},
	} {
		got, _ := w.join([]pdfLine{{text: c.line}, {text: c.next}})
		if got != c.want {
			t.Errorf("%q + %q = %q, want %q", c.line, c.next, got, c.want)
		}
	}
}

func TestPDFPageList(t *testing.T) {
	for want, pages := range map[string][]int{
		"Page 3":           {3},
		"Pages 1–3":        {1, 2, 3},
		"Pages 2, 5–7, 12": {2, 5, 6, 7, 12},
		"Pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, and 2 more": {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27},
	} {
		if got := pageList(pages); got != want {
			t.Errorf("%v: %q, want %q", pages, got, want)
		}
	}
}
