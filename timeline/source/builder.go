package source

import "strings"

// builder makes the text and the blocks of a document whose file is no text
// itself. Blocks have a blank line between them, the rows of a table a line end
// and its cells a bar, as in Markdown: so a row reads alike from every format.
type builder struct {
	text   strings.Builder
	blocks []Block
}

// add appends a block; one without words is none.
func (b *builder) add(words string, x Block) {
	from, to := trim(words, 0, len(words))
	if from == to {
		return
	}
	b.text.WriteString(b.separator(x))
	x.Start = b.text.Len()
	b.text.WriteString(words[from:to])
	x.End = b.text.Len()
	b.blocks = append(b.blocks, x)
}

const (
	betweenCells = " | "
	betweenRows  = "\n"
)

// separator returns what stands between the last block and the next one.
func (b *builder) separator(next Block) string {
	if len(b.blocks) == 0 {
		return ""
	}
	last := b.blocks[len(b.blocks)-1]
	switch {
	case last.Kind != TableCell || next.Kind != TableCell:
	case last.Row == next.Row && last.Col < next.Col:
		return betweenCells
	case last.Row < next.Row:
		return betweenRows
	}
	return "\n\n"
}

// finish gives the document its text and blocks.
func (b *builder) finish(d *Document) { d.Text, d.Blocks = b.text.String(), b.blocks }
