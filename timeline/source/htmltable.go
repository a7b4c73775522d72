package source

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlTable is a table that is open.
type htmlTable struct {
	number   int // from 1
	row, col int
}

// layoutCell is the size in bytes above which a cell holds the page itself: its
// table is one that old pages arrange their parts with.
const layoutCell = 1500

func (h *htmlReader) openTable(t html.Token) {
	h.open(Block{})
	if n := len(h.tables); n > 0 {
		h.layout[h.tables[n-1].number-1] = true
		if n >= maxOpenTables {
			h.tables = h.tables[1:]
		}
	}
	h.layout = append(h.layout, attr(t, "role") == "presentation")
	h.tables = append(h.tables, htmlTable{number: len(h.layout)})
}

// maxOpenTables bounds the tables around that are remembered.
const maxOpenTables = 64

func (h *htmlReader) closeTable() {
	h.open(Block{})
	if n := len(h.tables); n > 0 {
		h.tables = h.tables[:n-1]
	}
}

// table is the innermost open table; cells without one are read as if there were.
func (h *htmlReader) table() *htmlTable {
	if len(h.tables) == 0 {
		h.layout = append(h.layout, false)
		h.tables = append(h.tables, htmlTable{number: len(h.layout)})
	}
	return &h.tables[len(h.tables)-1]
}

func (h *htmlReader) openRow() {
	h.open(Block{})
	t := h.table()
	t.row, t.col = t.row+1, 0
}

func (h *htmlReader) openCell(token html.Token) {
	t := h.table()
	h.open(Block{Kind: TableCell, Row: max(t.row, 1), Col: t.col + 1})
	span := 1
	if token.Type == html.StartTagToken && (token.DataAtom == atom.Td || token.DataAtom == atom.Th) {
		span, _ = strconv.Atoi(attr(token, "colspan"))
	}
	t.col += max(1, min(span, maxSpan))
}

// tableNumber is the number of the table in which a block of some size stands, or 0.
func (h *htmlReader) tableNumber(size int) int {
	n := len(h.tables)
	if n == 0 {
		return 0
	}
	number := h.tables[n-1].number
	if size > layoutCell {
		h.layout[number-1] = true
	}
	return number
}

// settleTables makes paragraphs of the cells of tables that only arrange the page.
func (h *htmlReader) settleTables() {
	for i := range h.blocks {
		if n := h.tableOf[i]; n > 0 && h.layout[n-1] && h.blocks[i].Kind == TableCell {
			h.blocks[i] = Block{Start: h.blocks[i].Start, End: h.blocks[i].End}
		}
	}
}
