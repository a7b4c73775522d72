package source

import (
	_ "embed"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed data/regions.txt
var regionsData string

// furniture says how surely an element holds no part of the document.
type furnitureSign uint8

const (
	notFurniture  furnitureSign = iota
	linkFurniture               // if it holds mostly links
	sureFurniture
)

// furnitureNames are the names of data/regions.txt.
var furnitureNames = func() map[string]furnitureSign {
	names, sign := map[string]furnitureSign{}, sureFurniture
	for _, s := range dataLines(regionsData) {
		switch s {
		case "== always":
			sign = sureFurniture
		case "== links":
			sign = linkFurniture
		default:
			names[s] = sign
		}
	}
	return names
}()

// namedFurniture looks at a class or id for a name that sites give to the parts of
// a page that are no part of the document.
func namedFurniture(names string) furnitureSign {
	best := notFurniture
	if len(names) > 500 {
		return best
	}
	for _, name := range strings.Fields(strings.ReplaceAll(strings.ToLower(names), "_", "-")) {
		best = max(best, furnitureNames[name])
	}
	return best
}

// openRegion notes where page furniture begins: by its element or its role.
func (h *htmlReader) openRegion(t html.Token) {
	if n := len(h.regions); n > 0 && h.regions[n-1].tag == t.Data && t.Type == html.StartTagToken && !voidTags[t.DataAtom] {
		h.regions[n-1].depth++
		return
	}
	if t.Type != html.StartTagToken || voidTags[t.DataAtom] || len(h.regions) > 64 {
		return
	}
	sign := h.regionSign(t)
	if sign == notFurniture {
		return
	}
	h.open(Block{})
	h.regionSizes = append(h.regionSizes, regionSize{sign: sign})
	h.regions = append(h.regions, region{tag: t.Data, depth: 1, number: len(h.regionSizes)})
}

// regionSign tells by an element whether page furniture begins with it.
func (h *htmlReader) regionSign(t html.Token) furnitureSign {
	if isNote(t) {
		return notFurniture
	}
	switch attr(t, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alertdialog":
		return sureFurniture
	}
	switch t.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.P, atom.Table:
		return max(namedFurniture(attr(t, "class")), namedFurniture(strings.Join(strings.Fields(attr(t, "id")), "-")))
	case atom.Nav, atom.Form, atom.Dialog:
		return sureFurniture
	case atom.Header, atom.Footer, atom.Aside:
		if h.article == 0 || t.DataAtom == atom.Aside {
			return sureFurniture
		}
	}
	return notFurniture
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

// isFurniture reports whether a region is no part of a document of so many bytes.
func (r regionSize) isFurniture(total int) bool {
	return r.bytes*2 <= total && (r.sign == sureFurniture || r.links*2 >= r.bytes)
}

// settleRegions makes page furniture of the blocks in regions. A region that
// holds most of the page is the page: some sites put all of it into a form.
func (h *htmlReader) settleRegions() {
	total := 0
	for _, b := range h.blocks {
		total += b.End - b.Start
	}
	for i := range h.blocks {
		if n := h.regionOf[i]; n > 0 && h.regionSizes[n-1].isFurniture(total) {
			h.blocks[i] = chromeBlock(h.blocks[i])
		}
	}
}
