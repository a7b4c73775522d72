package source

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"time"
	textutf16 "unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// pdfGuest is one instance of PDFium with one document. It is for one goroutine.
//
// The functions of PDFium are called as the WebAssembly module exports them. By
// go-pdfium's own methods, each of which allocates in the guest and registers its
// handles, a page takes six times as long.
type pdfGuest struct {
	instance pdfium.Pdfium
	module   api.Module
	calls    map[string]api.Function
	ctx      context.Context // of the call that runs
	stack    [8]uint64
	scratch  uint64 // scratchSize bytes in the guest, for results
	doc      uint64
	lost     bool // left behind while it ran, or trapped: not to be called again
	release  func()
}

const scratchSize = 4096

var (
	errPDFTime   = errors.New("it takes too long")
	errPDFMemory = errors.New("it is damaged, or needs too much memory")
)

func startGuest(ctx context.Context, pool pdfium.Pool) (*pdfGuest, error) {
	instance, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	g := &pdfGuest{instance: instance, calls: map[string]api.Function{}, ctx: ctx}
	if g.module, err = moduleOf(instance); err == nil {
		g.scratch, err = g.call("malloc", scratchSize)
	}
	if err != nil {
		_ = instance.Close()
		return nil, err
	}
	return g, nil
}

// moduleOf returns the WebAssembly module of an instance: an exported field of a
// type that go-pdfium keeps internal.
func moduleOf(instance pdfium.Pdfium) (module api.Module, err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("the PDF engine is another one than timeline was made for")
		}
	}()
	return reflect.ValueOf(instance.GetImplementation()).Elem().FieldByName("Module").Interface().(api.Module), nil
}

// close throws the guest away and frees its core. A guest that was left behind
// still runs, and is not touched.
func (g *pdfGuest) close() {
	if !g.lost {
		_ = g.instance.Close()
	}
	g.release()
}

// call calls a function of PDFium and returns its first result.
func (g *pdfGuest) call(name string, args ...uint64) (uint64, error) {
	f := g.calls[name]
	if f == nil {
		if f = g.module.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("the PDF engine has no %s", name)
		}
		g.calls[name] = f
	}
	copy(g.stack[:], args)
	if err := f.CallWithStack(g.ctx, g.stack[:]); err != nil {
		return 0, errPDFMemory
	}
	return g.stack[0], nil
}

// within runs work, which calls the guest, and gives up waiting for it when its
// time is over or ctx ends; then the guest is lost.
func (g *pdfGuest) within(ctx context.Context, limit time.Duration, work func() error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	g.ctx = ctx
	done := make(chan error, 1)
	go func() {
		defer func() {
			if recover() != nil { // a fault of the engine is one of the file
				done <- errPDFMemory
			}
		}()
		done <- work()
	}()
	select {
	case err := <-done:
		g.lost = g.lost || errors.Is(err, errPDFMemory)
		if err != nil && ctx.Err() != nil {
			return gaveUp(ctx)
		}
		return err
	case <-ctx.Done():
		g.lost = true
		return gaveUp(ctx)
	}
}

func gaveUp(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return errPDFTime
	}
	return ctx.Err()
}

// read returns n bytes of the guest's memory.
func (g *pdfGuest) read(at uint64, n uint32) ([]byte, error) {
	b, ok := g.module.Memory().Read(uint32(at), n)
	if !ok {
		return nil, errPDFMemory
	}
	return b, nil
}

// floats reads n 32-bit numbers from the scratch memory.
func (g *pdfGuest) floats(n int) ([6]float64, error) {
	var out [6]float64
	b, err := g.read(g.scratch, uint32(4*n))
	for i := range n {
		if err != nil {
			break
		}
		out[i] = float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])))
	}
	return out, err
}

// The reasons of FPDF_GetLastError.
const (
	pdfErrorFormat   = 3
	pdfErrorPassword = 4
	pdfErrorSecurity = 5
)

// open loads a document and returns the number of its pages.
func (g *pdfGuest) open(data []byte) (pages int, err error) {
	at, err := g.call("malloc", uint64(len(data)))
	if err != nil || at == 0 || !g.module.Memory().Write(uint32(at), data) {
		return 0, errPDFMemory
	}
	if g.doc, err = g.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0); err != nil {
		return 0, err
	}
	if g.doc == 0 {
		reason, err := g.call("FPDF_GetLastError")
		switch {
		case err != nil:
			return 0, err
		case uint32(reason) == pdfErrorPassword, uint32(reason) == pdfErrorSecurity:
			return 0, errPDFLocked
		}
		return 0, errPDFDamaged
	}
	n, err := g.call("FPDF_GetPageCount", g.doc)
	return int(int32(n)), err
}

// meta returns an entry of the document's information dictionary, or "".
func (g *pdfGuest) meta(tag string) string {
	if !g.module.Memory().WriteString(uint32(g.scratch), tag+"\x00") {
		return ""
	}
	const room = scratchSize - 64
	n, err := g.call("FPDF_GetMetaText", g.doc, g.scratch, g.scratch+64, room)
	if err != nil || uint32(n) < 2 || uint32(n) > room {
		return ""
	}
	b, err := g.read(g.scratch+64, uint32(n))
	if err != nil {
		return ""
	}
	units := make([]uint16, 0, n/2)
	for i := 0; i+3 < len(b); i += 2 { // without the NUL at its end
		units = append(units, binary.LittleEndian.Uint16(b[i:]))
	}
	return string(textutf16.Decode(units))
}
