package source

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"time"
	textutf16 "unicode/utf16"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfGuest is one instance of PDFium with one document. It is for one goroutine.
type pdfGuest struct {
	module  api.Module
	calls   map[string]api.Function
	ctx     context.Context // of the call that runs
	stack   [8]uint64
	scratch uint64 // scratchSize bytes in the guest, for results
	doc     uint64
	lost    bool // left behind while it ran, or trapped: not to be called again
	release func()
}

const scratchSize = 4096

var (
	errPDFTime   = errors.New("it takes too long")
	errPDFMemory = errors.New("it is damaged, or needs too much memory")
)

func startGuest(runtime wazero.Runtime, code wazero.CompiledModule) (*pdfGuest, error) {
	ctx := experimental.WithMemoryAllocator(context.Background(), guestMemory)
	config := wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize").WithRandSource(sameNumbers{})
	module, err := runtime.InstantiateModule(ctx, code, config)
	if err != nil {
		return nil, fmt.Errorf("the PDF engine does not start: %w", err)
	}
	g := &pdfGuest{module: module, calls: map[string]api.Function{}, ctx: context.Background()}
	if _, err = g.call("FPDF_InitLibrary"); err == nil {
		g.scratch, err = g.call("malloc", scratchSize)
	}
	if err != nil {
		_ = module.Close(context.Background())
		return nil, err
	}
	return g, nil
}

// sameNumbers is what a guest gets for random numbers: it shall read a file alike
// each time.
type sameNumbers struct{}

func (sameNumbers) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

// close throws the guest away and frees its core. A guest that was left behind
// may still run, and is not touched.
func (g *pdfGuest) close() {
	if !g.lost {
		_ = g.module.Close(context.Background())
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
