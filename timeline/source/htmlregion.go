package source

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openRegion notes where page furniture begins: by its element or its role.
func (h *htmlReader) openRegion(t html.Token) {
	if n := len(h.regions); n > 0 && h.regions[n-1].tag == t.Data && t.Type == html.StartTagToken && !voidTags[t.DataAtom] {
		h.regions[n-1].depth++
		return
	}
	if t.Type != html.StartTagToken || voidTags[t.DataAtom] || !h.isRegion(t) || len(h.regions) > 64 {
		return
	}
	h.open(Block{})
	h.regionSizes = append(h.regionSizes, regionSize{tag: t.Data})
	h.regions = append(h.regions, region{tag: t.Data, depth: 1, number: len(h.regionSizes)})
}

func (h *htmlReader) isRegion(t html.Token) bool {
	if isNote(t) {
		return false
	}
	switch attr(t, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog":
		return true
	}
	switch t.DataAtom {
	case atom.Nav, atom.Form, atom.Dialog:
		return true
	case atom.Header, atom.Footer, atom.Aside:
		return h.article == 0 || t.DataAtom == atom.Aside
	}
	return false
}

func (h *htmlReader) closeRegion(tag string) {
	n := len(h.regions)
	if n == 0 || h.regions[n-1].tag != tag {
		return
	}
	if h.regions[n-1].depth--; h.regions[n-1].depth == 0 {
		h.flush()
		h.regions = h.regions[:n-1]
	}
}

// settleRegions makes page furniture of the blocks in regions. A region that
// holds most of the page is the page: some sites put all of it into a form.
func (h *htmlReader) settleRegions() {
	total := 0
	for _, b := range h.blocks {
		total += b.End - b.Start
	}
	for i := range h.blocks {
		if n := h.regionOf[i]; n > 0 && h.regionSizes[n-1].bytes*2 <= total {
			h.blocks[i] = chromeBlock(h.blocks[i])
		}
	}
}
