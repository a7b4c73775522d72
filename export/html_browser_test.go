package export

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const shownEvents = `Array.from(document.querySelectorAll(".event")).filter(e => e.offsetParent).map(e => e.id).join(" ")`

func TestBrowserFilters(t *testing.T) {
	p := openPage(t, sample(t), "")
	p.expect(shownEvents, "e9 e8 e1 e7 e2 e3 e4 e5 e10 e6 u1")
	p.expect(`byId("ui-count").textContent`, "11 events")
	option := func(list, label string) string {
		return `//fieldset[@id="ui-` + list + `"]//label[span[normalize-space()="` + label + `"]]//input`
	}

	p.do(chromedp.Click(option("kinds", "Adoption"), chromedp.BySearch))
	p.expect(shownEvents, "e1 e2")
	p.expect(`byId("ui-count").textContent`, "2 of 11 events")
	p.do(chromedp.Click(option("authorities", "Ministry of Commerce"), chromedp.BySearch))
	p.expect(shownEvents, "e2")
	p.do(chromedp.Click("#ui-clear"))
	p.expect(`byId("ui-count").textContent`, "11 events")

	p.do(chromedp.Click(option("kinds", "Enforcement"), chromedp.BySearch)) // a whole track
	p.expect(shownEvents, "e5 e10 u1")
	p.do(chromedp.Click(option("documents", "关于平台公平竞争的通知"), chromedp.BySearch))
	p.expect(shownEvents, "e10")
	p.do(chromedp.Click("#ui-clear"), chromedp.Click(option("flags", "Sources disagree"), chromedp.BySearch))
	p.expect(shownEvents, "e4")
	p.do(chromedp.Click("#ui-clear"), chromedp.Click(option("flags", "Upcoming"), chromedp.BySearch))
	p.expect(shownEvents, "e6")
	p.do(chromedp.Click("#ui-clear"))

	p.do(chromedp.SendKeys("#ui-search", "FRAIS licence fée")) // case and accents do not count, all words do
	p.expect(shownEvents, "")
	p.expect(`byId("ui-none").hidden`, "false")
	p.do(chromedp.Click("#ui-none-clear"), chromedp.SendKeys("#ui-search", "licence fée"))
	p.expect(shownEvents, "e1")
	p.do(chromedp.Click("#ui-clear"), chromedp.SendKeys("#ui-search", "<B>bold"))
	p.expect(shownEvents, "e7")
	p.do(chromedp.Click("#ui-clear"), chromedp.SendKeys("#ui-search", "起施行")) // stands in quotes only
	p.expect(shownEvents, "e4 e10")
}

func TestBrowserShowsContext(t *testing.T) {
	p := openPage(t, sample(t), "#e5")
	p.expect(`document.querySelector(".event details[open]")?.closest(".event").id`, "e5")
	p.expect(`document.querySelector("#e5 blockquote .told").textContent`, "The agency fined Example Holdings €18,228,000.50 in the third quarter of 2021\nfor tying its services.")
	p.expect(`document.querySelector("#e5 blockquote .told mark").textContent`, "third quarter of 2021")
	p.expect(`document.querySelector("#e5 blockquote").textContent.includes("was adopted on 4 July 2015")`, "true") // the sentence before the page

	p.do(chromedp.Click("#e7 summary")) // text that would like to be mark-up
	p.expect(`document.querySelector("#e7 blockquote").textContent.includes("<b>bold</b> &amp;")`, "true")
	p.expect(`document.querySelectorAll("#e7 blockquote b, #e7 blockquote img, #e7 blockquote script").length`, "0")

	p.do(chromedp.Click("#ui-search"), chromedp.SendKeys("#ui-search", "no such words")) // the address opens what a filter hides
	p.expect(`byId("ui-count").textContent`, "0 of 11 events")
	p.do(chromedp.Evaluate(`location.hash = "e10"; 1`, nil))
	p.expect(`document.querySelector("#e10 details").open`, "true")
	p.expect(`byId("ui-count").textContent`, "11 events")
	p.expect(`document.querySelector("#e10").getBoundingClientRect().top < innerHeight`, "true")
}

func TestBrowserZoomsByKeyAndClick(t *testing.T) {
	p := openPage(t, built(t, "china-tech"), "")
	bin := func(label string) string { return `#ui-plot .bin[aria-label^="` + label + `"]` }
	path := `Array.from(document.querySelectorAll("#ui-path li")).map(e => e.textContent).join(" › ")`
	p.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter)) // the first thing that a keyboard reaches
	p.expect(`location.hash`, "#ui-events")
	p.expect(path, "All years")
	p.do(chromedp.Click(bin("2021: ")))
	p.expect(path, "All years › 2021")
	p.expect(`events.filter(e => e.shown).every(e => e.facet.p[0] === 2021)`, "true")
	p.do(chromedp.Click(bin("July 2021: ")))
	p.expect(path, "All years › 2021 › July 2021")
	p.expect(`events.filter(e => e.shown).length === events.filter(e => e.facet.p[0] === 2021 && e.facet.p[1] === 7).length`, "true")
	p.do(chromedp.SendKeys("#ui-plot .bin[tabindex='0']", kb.Escape))
	p.expect(path, "All years › 2021")
	p.expect(`document.activeElement.getAttribute("aria-label").split(":")[0]`, "July 2021")
	p.do(chromedp.KeyEvent(kb.ArrowRight))
	p.expect(`document.activeElement.getAttribute("aria-label").split(":")[0]`, "August 2021")
	p.do(chromedp.KeyEvent(kb.Enter))
	p.expect(path, "All years › 2021 › August 2021")
	p.do(chromedp.Click("#ui-path button"))
	p.expect(path, "All years")
	p.expect(`events.every(e => e.shown)`, "true")

	p.do(chromedp.Focus("#ui-events .event summary"), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	p.expect(`events.findIndex(e => e.element.querySelector("details").open)`, "1")
	p.do(chromedp.KeyEvent(kb.End))
	p.expect(`events[events.length - 1].element.contains(document.activeElement)`, "true")
	p.do(chromedp.KeyEvent("/"))
	p.expect(`document.activeElement.id`, "ui-search")
}

// Each text must stand out from what is behind it by 4.5 to 1 (WCAG 2.2, 1.4.3),
// in light and in dark.
func TestBrowserContrast(t *testing.T) {
	p := openPage(t, sample(t), "#e4")
	const poor = `(() => {
		const light = (c) => { const v = c.map((x) => x / 255).map((x) => x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4); return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
		const parse = (s) => s.match(/[\d.]+/g).map(Number);
		const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
		const bad = new Set();
		for (const e of document.querySelectorAll("body *")) {
			if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
			const a = light(parse(getComputedStyle(e).color)), b = light(behind(e));
			const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
			if (ratio < 4.5) bad.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
		}
		return [...bad].join("; ");
	})()`
	p.expect(poor, "")
	p.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
	p.expect(`getComputedStyle(document.body).backgroundColor === "rgb(20, 22, 26)"`, "true")
	p.expect(poor, "")

	p.do(emulation.SetEmulatedMedia(), emulation.SetDeviceMetricsOverride(360, 640, 1, true)) // a telephone: nothing sticks out
	p.expect(`document.documentElement.scrollWidth <= 360`, "true")
	unnamed := `Array.from(document.querySelectorAll("button, input, summary, a")).filter(e => !(e.textContent.trim() || e.getAttribute("aria-label") || e.labels && e.labels.length)).length`
	p.expect(unnamed, "0")
}

// Hostile texts do not get the page to do anything.
func TestBrowserHostileTexts(t *testing.T) {
	tl := hostileTimeline(t)
	for i := range tl.Events {
		tl.Events[i].ID = "e" + strings.Repeat("x", i)
	}
	p := openPage(t, tl, "")
	p.do(chromedp.Evaluate(`document.querySelectorAll("details").forEach(d => d.open = true); 1`, nil))
	p.expect(`events.filter(e => e.element.querySelector("blockquote[data-place]:not(.context-shown)")).length`, "0")
	p.expect(`document.querySelectorAll("script").length + " " + document.querySelectorAll("img, iframe, object, form").length`, "2 0")
}

// The file that a browser saves of nothing but a list is still a list: with
// scripts off, no tool that needs them is seen.
func TestBrowserWithoutScript(t *testing.T) {
	p := openPage(t, sample(t), "")
	file := filepath.Join(t.TempDir(), "off.html")
	if err := os.WriteFile(file, htmlOf(t, sample(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	p.url = "file://" + filepath.ToSlash(file)
	p.mu.Unlock()
	p.do(emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(p.url))
	var list, text string
	p.do(chromedp.TextContent("main", &list), chromedp.Text("body", &text))
	for _, want := range []string{"Platform Fairness Act adopted", "Undated", "关于平台公平竞争的通知"} {
		if !strings.Contains(list, want) {
			t.Errorf("without scripts the page lacks %q", want)
		}
	}
	for _, tool := range []string{"Filters", "All years", "Show all", "goes to the search"} {
		if strings.Contains(text, tool) {
			t.Errorf("without scripts the page shows %q", tool)
		}
	}
}
