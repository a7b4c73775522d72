package source

// A run of so many blocks that are all links is a menu or a list of other pages.
const menuLength = 4

// markLinkLists makes page furniture of runs of short blocks that consist of links:
// menus, "more on this", tags. A run with most of the page's text is the page: a
// list of notices, say; so is one in which something is said beside the links.
func (h *htmlReader) markLinkLists() {
	total := 0
	for _, b := range h.blocks {
		total += b.End - b.Start
	}
	for i := 0; i < len(h.blocks); {
		end, size := i, 0
		for end < len(h.blocks) && h.isLink(end) {
			size += h.blocks[end].End - h.blocks[end].Start
			end++
		}
		if end-i >= menuLength && size*2 <= total {
			for k := i; k < end; k++ {
				h.blocks[k] = chromeBlock(h.blocks[k])
			}
		}
		i = max(end, i+1)
	}
}

// isLink reports whether a block is nothing but a link: nine tenths of its text.
// The date beside a link in a list of notices is no link.
func (h *htmlReader) isLink(i int) bool {
	b := h.blocks[i]
	switch b.Kind {
	case Paragraph, ListItem, Heading, TableCell:
		size := b.End - b.Start
		return size <= chromeLimit && h.linked[i]*10 >= size*9 && !endsSentence(h.text.String()[b.Start:b.End])
	}
	return false
}
