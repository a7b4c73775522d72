package source

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// pdfPatience is how long one page and one file may take. Healthy pages take
// hundredths of a second each; what takes longer is given up and named.
type pdfPatience struct{ page, file time.Duration }

var usualPatience = pdfPatience{page: 10 * time.Second, file: 3 * time.Minute}

// pdfCharacters is how many characters are read of all pages of a file together.
const pdfCharacters = 30_000_000

var (
	errPDFLocked  = errors.New("is a PDF that a password protects; save it without the password")
	errPDFDamaged = errors.New("should be a PDF but is damaged")
	errPDFScanned = errors.New("is a scanned PDF, which holds pictures of its pages and no text; let a program recognise the text (OCR) first")
	errPDFCodes   = errors.New("is a PDF whose fonts do not say which letters they show; let a program recognise the text (OCR) first")
	errPDFNoText  = errors.New("is a PDF without any text")
	errPDFHuge    = fmt.Errorf("is a PDF with more text than timeline reads: the limit is %d million characters", pdfCharacters/1_000_000)
	errPDFPage    = errors.New("it is damaged")
)

// readPDF makes the document's text and blocks of a PDF of which at most maxPages
// pages are read. Its steps: the characters of each page and where they stand
// (pdfpage.go, on all cores); words and lines (pdfwords.go); running heads
// (pdfheads.go); columns (pdfcolumns.go); notes, tables, paragraphs (pdfnotes.go,
// pdftable.go, pdfblocks.go); headings and lists (pdfkinds.go); the text (pdftext.go).
func (d *Document) readPDF(ctx context.Context, data []byte, maxPages int) error {
	scan, err := scanPDF(ctx, data, maxPages, usualPatience)
	if err != nil {
		return err
	}
	if err := scan.verdict(); err != nil {
		return err
	}
	d.Warnings = append(d.Warnings, scan.warnings(data, maxPages)...)
	l := layPages(scan.pages)
	l.write(d)
	d.pdfMeta(scan)
	return nil
}

// pdfScan is what PDFium tells of a file.
type pdfScan struct {
	count          int // pages that the file says it has
	pages          []*pdfPage
	title, created string
}

// scanPDF reads the pages of a file. The error says why none can be read.
func scanPDF(ctx context.Context, data []byte, maxPages int, patience pdfPatience) (*pdfScan, error) {
	engine, err := started(ctx, swiftPDF)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, patience.file, errPDFTime)
	defer cancel()
	g, s, err := openPDF(ctx, engine, data, patience)
	if errors.Is(err, errPDFTime) || errors.Is(err, errPDFMemory) {
		return nil, fmt.Errorf("is a PDF that can't be read: %w", err)
	}
	if err != nil {
		return nil, err
	}
	s.pages = make([]*pdfPage, min(s.count, maxPages))
	w := &pdfWork{scan: s, data: data, engine: engine, patience: patience}
	w.run(ctx, g)
	if w.characters.Load() > pdfCharacters {
		return nil, errPDFHuge
	}
	if err := ctx.Err(); err != nil && context.Cause(ctx) != errPDFTime {
		return nil, err
	}
	return s, nil
}

// openPDF opens a file in a new guest.
func openPDF(ctx context.Context, engine *pdfEngine, data []byte, patience pdfPatience) (*pdfGuest, *pdfScan, error) {
	g, err := engine.guest(ctx)
	if err != nil {
		return nil, nil, err
	}
	s := &pdfScan{}
	err = g.within(ctx, patience.page, func() error {
		n, err := g.open(data)
		if err != nil {
			return err
		}
		s.count, s.title, s.created = n, g.meta("Title"), g.meta("CreationDate")
		return nil
	})
	if err != nil {
		g.close()
		return nil, nil, err
	}
	return g, s, nil
}

// pdfWork reads the pages of one file, on as many cores as are free.
type pdfWork struct {
	scan       *pdfScan
	data       []byte
	engine     *pdfEngine
	patience   pdfPatience
	next       atomic.Int64 // the page to read next
	characters atomic.Int64
}

// pdfShare is how many pages make it worth to open the file once more.
const pdfShare = 24

func (w *pdfWork) run(ctx context.Context, first *pdfGuest) {
	var wg sync.WaitGroup
	wg.Go(func() { w.pagesWith(ctx, first) })
	for n := len(w.scan.pages) / pdfShare; n > 1; n-- {
		g := w.engine.spareGuest()
		if g == nil {
			break
		}
		wg.Go(func() {
			if err := g.within(ctx, w.patience.page, func() error { _, err := g.open(w.data); return err }); err != nil {
				g.close()
				return
			}
			w.pagesWith(ctx, g)
		})
	}
	wg.Wait()
	for i, p := range w.scan.pages {
		if p == nil {
			w.scan.pages[i] = &pdfPage{failed: errPDFTime}
		}
	}
}

// pagesWith reads pages with one guest, and with another where that is lost.
func (w *pdfWork) pagesWith(ctx context.Context, g *pdfGuest) {
	defer func() {
		if g != nil {
			g.close()
		}
	}()
	for ctx.Err() == nil && w.characters.Load() <= pdfCharacters {
		i := int(w.next.Add(1) - 1)
		if i >= len(w.scan.pages) {
			return
		}
		w.scan.pages[i] = w.page(ctx, g, i)
		if !g.lost {
			continue
		}
		g.close()
		if g = w.anotherGuest(ctx, w.scan.pages[i].failed); g == nil {
			return
		}
	}
}

// page reads one page.
func (w *pdfWork) page(ctx context.Context, g *pdfGuest, i int) *pdfPage {
	result := make(chan *pdfPage, 1)
	err := g.within(ctx, w.patience.page, func() error {
		p, err := g.readPage(i)
		result <- p
		return err
	})
	if err != nil {
		return &pdfPage{failed: err}
	}
	p := <-result
	for _, f := range p.frames {
		w.characters.Add(int64(len(f)))
	}
	return p
}

// anotherGuest opens the file anew after a page failed: in the guarded engine where
// it took too long, as what happened once may happen again.
func (w *pdfWork) anotherGuest(ctx context.Context, reason error) *pdfGuest {
	engine := w.engine
	if errors.Is(reason, errPDFTime) {
		var err error
		if engine, err = started(ctx, guardedPDF); err != nil {
			return nil
		}
	}
	g, _, err := openPDF(ctx, engine, w.data, w.patience)
	if err != nil {
		return nil
	}
	return g
}
