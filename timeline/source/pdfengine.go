package source

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// pdfEngine runs PDFium, which is compiled to WebAssembly, so that no PDF reaches
// anything but the memory of the guest that reads it: it has no files and no
// network. Each document gets a guest of its own, which is thrown away after it.
type pdfEngine struct {
	pool    pdfium.Pool
	slots   chan struct{} // one a core
	guarded bool          // its guests can be stopped at any time
}

// A guarded guest looks at each turn of a loop whether it shall stop, which makes
// it four times slower. So the swift engine reads; what keeps it too long is
// left behind, and the guarded one reads the rest of that document.
var (
	swiftPDF   = sync.OnceValues(func() (*pdfEngine, error) { return newPDFEngine(false) })
	guardedPDF = sync.OnceValues(func() (*pdfEngine, error) { return newPDFEngine(true) })
)

// pdfMemoryPages is the memory of a guest, in pages of 64 KiB: 512 MiB.
const pdfMemoryPages = 512 << 20 / (64 << 10)

// newPDFEngine compiles PDFium, or takes it from the user's cache folder as an
// earlier run has compiled it. A folder that can't be used costs time only.
func newPDFEngine(guarded bool) (*pdfEngine, error) {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemoryPages).WithCloseOnContextDone(guarded)
	pool, err := startPDFium(cached(config))
	if err != nil {
		pool, err = startPDFium(config)
	}
	if err != nil {
		return nil, err
	}
	return &pdfEngine{pool: pool, slots: make(chan struct{}, runtime.GOMAXPROCS(0)), guarded: guarded}, nil
}

func startPDFium(config wazero.RuntimeConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MaxTotal:      -1, // slots limits them: a guest left behind keeps its place in the pool
		FSConfig:      wazero.NewFSConfig(),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
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
		return e.newGuest(ctx)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// spareGuest returns a new guest if a core is free, and otherwise nil.
func (e *pdfEngine) spareGuest(ctx context.Context) *pdfGuest {
	select {
	case e.slots <- struct{}{}:
		g, _ := e.newGuest(ctx)
		return g
	default:
		return nil
	}
}

func (e *pdfEngine) newGuest(ctx context.Context) (*pdfGuest, error) {
	g, err := startGuest(ctx, e.pool)
	if err != nil {
		<-e.slots
		return nil, err
	}
	g.release = sync.OnceFunc(func() { <-e.slots })
	return g, nil
}
