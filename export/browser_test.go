package export

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"regtimeline/timeline"
)

// page is an exported page in a browser, and what the browser says of it.
type page struct {
	context.Context
	t        *testing.T
	mu       sync.Mutex
	url      string // what the page may ask for
	problems []string
}

// chromium names the browser, or skips the test where there is none.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("Chromium is not installed; the HTML is not checked with it")
	return ""
}

// running is the one browser of all tests; closing it is TestMain's.
var running struct {
	context.Context
	close func()
}

func TestMain(m *testing.M) {
	code := m.Run()
	if running.close != nil {
		running.close()
	}
	os.Exit(code)
}

// browser starts the browser for the first test that asks for it.
func browser(t *testing.T, path string) context.Context {
	t.Helper()
	if running.Context != nil {
		return running
	}
	profile, err := os.MkdirTemp("", "timeline-browser-")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.UserDataDir(profile), chromedp.WSURLReadTimeout(time.Minute))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	running.Context, running.close = ctx, func() {
		cancel()
		stop()
		os.RemoveAll(profile)
	}
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return running
}

// openPage writes a timeline as a page and opens it from its file. When the test
// ends, the page must have asked for nothing else and said nothing on the console.
func openPage(t *testing.T, tl *timeline.Timeline, fragment string) *page {
	t.Helper()
	path := chromium(t)
	var b bytes.Buffer
	if err := writeHTML(&b, tl, Options{Title: "Platform rules"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "timeline.html")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser(t, path)) // a tab
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	p := &page{Context: ctx, t: t, url: "file://" + filepath.ToSlash(file)}
	chromedp.ListenTarget(ctx, func(event any) { p.hear(event) })
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, s := range p.problems {
			t.Error(s)
		}
	})
	still := []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}} // a click must find its place at once
	p.do(network.Enable(), log.Enable(), emulation.SetEmulatedMedia().WithFeatures(still), chromedp.Navigate(p.url+fragment))
	return p
}

func (p *page) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	problem := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if asked := e.Request.URL; !strings.HasPrefix(asked, p.url) && !strings.HasPrefix(asked, "data:") {
			problem = "the page asks for " + asked
		}
	case *runtime.EventConsoleAPICalled:
		problem = "the page writes to the console"
	case *runtime.EventExceptionThrown:
		problem = "the script fails: " + e.ExceptionDetails.Error()
	case *log.EventEntryAdded:
		problem = "the browser says: " + e.Entry.Text
	}
	if problem != "" {
		p.problems = append(p.problems, problem)
	}
}

func (p *page) do(actions ...chromedp.Action) {
	p.t.Helper()
	if err := chromedp.Run(p.Context, actions...); err != nil {
		p.t.Fatal(err)
	}
}

// eval returns what a script expression gives, as text.
func (p *page) eval(expression string) string {
	p.t.Helper()
	var s string
	p.do(chromedp.Evaluate("String("+expression+")", &s))
	return s
}

// expect waits until an expression is what it should be: the page answers to
// keys and clicks a moment later.
func (p *page) expect(expression, want string) {
	p.t.Helper()
	got := ""
	for range 1000 { // a busy machine takes its time
		if got = p.eval(expression); got == want {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.t.Errorf("%s is %q, want %q", expression, got, want)
}
