package source

import (
	"bytes"
	"fmt"
)

// verdict says why a file has no text at all; nil where it has some.
func (s *pdfScan) verdict() error {
	pictured, drawn, unmapped, text, failed := 0, 0, 0, 0, 0
	var reason error
	for _, p := range s.pages {
		unmapped += p.unmapped
		text += p.characters()
		switch {
		case p.failed != nil:
			failed, reason = failed+1, p.failed
		case p.scanned():
			pictured++
		case p.drawn && p.characters() == 0:
			drawn++
		}
	}
	switch {
	case text > 0 && text >= unmapped && pictured < len(s.pages):
		return nil
	case unmapped > text:
		return errPDFCodes
	case failed > 0:
		return fmt.Errorf("is a PDF of which no page can be read: %w", reason)
	case pictured > 0:
		return errPDFScanned
	case drawn > 0:
		return errPDFScanned
	}
	return errPDFNoText
}

// characters counts the text of a page.
func (p *pdfPage) characters() int {
	n := 0
	for _, f := range p.frames {
		n += len(f)
	}
	return n
}

// scanned reports whether a page is a picture, with no more text than a stamp.
func (p *pdfPage) scanned() bool {
	const stamp = 80
	return p.pictured && p.characters() <= stamp || p.drawn && p.characters() == 0 && p.pictured
}

// warnings says what of a file could not be read.
func (s *pdfScan) warnings(data []byte, maxPages int) []string {
	var out []string
	var scanned, codes []int
	failed := map[string][]int{}
	for i, p := range s.pages {
		switch {
		case p.failed != nil:
			failed[p.failed.Error()] = append(failed[p.failed.Error()], i+1)
		case p.scanned():
			scanned = append(scanned, i+1)
		case p.unmapped > p.characters():
			codes = append(codes, i+1)
		}
	}
	for _, reason := range []error{errPDFTime, errPDFMemory, errPDFPage} {
		if pages := failed[reason.Error()]; len(pages) > 0 {
			out = append(out, fmt.Sprintf("%s could not be read: %s.", pageList(pages), reason))
		}
	}
	if len(scanned) > 0 {
		out = append(out, pageList(scanned)+" without text, only pictures (scanned): what is written there was not read.")
	}
	if len(codes) > 0 {
		out = append(out, pageList(codes)+" could not be read: the fonts do not say which letters they show.")
	}
	if s.count > maxPages {
		out = append(out, fmt.Sprintf("Only the first %d of %d pages were read.", maxPages, s.count))
	}
	data = bytes.TrimRight(data, "\x00 \r\n\t")
	if !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")) {
		out = append(out, "The file breaks off before its end: pages may be missing.")
	}
	return out
}

// pageList names pages: "Page 3", "Pages 2, 5–7".
func pageList(pages []int) string {
	const shown = 12
	if len(pages) == 1 {
		return fmt.Sprintf("Page %d", pages[0])
	}
	var b bytes.Buffer
	b.WriteString("Pages ")
	ranges := 0
	for i := 0; i < len(pages); ranges++ {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if i > 0 {
			b.WriteString(", ")
		}
		if ranges == shown {
			fmt.Fprintf(&b, "and %d more", len(pages)-i)
			break
		}
		if i == j {
			fmt.Fprint(&b, pages[i])
		} else {
			fmt.Fprintf(&b, "%d–%d", pages[i], pages[j])
		}
		i = j + 1
	}
	return b.String()
}
