package source

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	_ "unsafe" // for go:linkname

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds PDFium
	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// pdfium is PDFium compiled to WebAssembly, as go-pdfium embeds it. go-pdfium's own
// way to run it is not used: that can't bound the memory of a guest without keeping
// it twice, compiles on one core only, and takes six times as long for a page, since
// each of its calls allocates in the guest.
//
//go:linkname pdfium github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfium []byte

// pdfEngine runs PDFium, so that no PDF reaches anything but the memory of the guest
// that reads it: it has no files and no network. Each document gets a guest of its
// own, which is thrown away after it.
type pdfEngine struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	slots   chan struct{} // one a core
}

// A guarded guest looks at each turn of a loop whether it shall stop, which makes
// it four times slower. So the swift engine reads; what keeps it too long is
// left behind, and the guarded one reads the rest of that document.
var (
	swiftPDF   = sync.OnceValues(func() (*pdfEngine, error) { return newPDFEngine(false) })
	guardedPDF = sync.OnceValues(func() (*pdfEngine, error) { return newPDFEngine(true) })
)

// started returns an engine once it runs, which takes seconds where PDFium has to be
// compiled, or the error of ctx: then it is compiled without anyone who waits.
func started(ctx context.Context, engine func() (*pdfEngine, error)) (*pdfEngine, error) {
	type result struct {
		engine *pdfEngine
		err    error
	}
	done := make(chan result, 1)
	go func() {
		e, err := engine()
		done <- result{e, err}
	}()
	select {
	case r := <-done:
		return r.engine, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// pdfMemory is the most memory that a guest gets, in bytes.
const pdfMemory = 384 << 20

// newPDFEngine compiles PDFium, or takes it from the user's cache folder as an
// earlier run has compiled it. A folder that can't be used costs time only.
func newPDFEngine(guarded bool) (*pdfEngine, error) {
	const page = 64 << 10 // of WebAssembly
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemory / page).WithCloseOnContextDone(guarded)
	e, err := startPDFium(cached(config))
	if err != nil {
		e, err = startPDFium(config)
	}
	return e, err
}

func startPDFium(config wazero.RuntimeConfig) (*pdfEngine, error) {
	ctx := context.Background()
	e := &pdfEngine{runtime: wazero.NewRuntimeWithConfig(ctx, config), slots: make(chan struct{}, runtime.GOMAXPROCS(0))}
	_, err := wasi_snapshot_preview1.Instantiate(ctx, e.runtime)
	if err == nil {
		e.code, err = e.runtime.CompileModule(experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), pdfium)
	}
	if err == nil {
		_, err = imports.Instantiate(ctx, e.runtime, e.code)
	}
	if err != nil {
		_ = e.runtime.Close(ctx)
		return nil, err
	}
	return e, nil
}

// cached lets compiled code be kept in the user's cache folder. Only in that one:
// whoever can write to the folder can run code as the user.
func cached(config wazero.RuntimeConfig) wazero.RuntimeConfig {
	dir, err := os.UserCacheDir()
	if err != nil {
		return config
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "timeline"))
	if err != nil {
		return config
	}
	return config.WithCompilationCache(cache)
}

// guest waits for a free core and returns a new guest.
func (e *pdfEngine) guest(ctx context.Context) (*pdfGuest, error) {
	select {
	case e.slots <- struct{}{}:
		return e.newGuest()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// spareGuest returns a new guest if a core is free, and otherwise nil.
func (e *pdfEngine) spareGuest() *pdfGuest {
	select {
	case e.slots <- struct{}{}:
		g, _ := e.newGuest()
		return g
	default:
		return nil
	}
}

func (e *pdfEngine) newGuest() (*pdfGuest, error) {
	g, err := startGuest(e.runtime, e.code)
	if err != nil {
		<-e.slots
		return nil, err
	}
	g.release = sync.OnceFunc(func() { <-e.slots })
	return g, nil
}
