package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Read makes a document of a file's bytes, within DefaultLimits; path names it and
// its extension may help to tell the format. The error, one sentence without the
// path, says why there is nothing in the file that timeline reads.
func Read(path string, data []byte) (*Document, error) {
	return ReadWithin(context.Background(), path, data, Limits{})
}

// ReadWithin is Read with limits of one's own; one that is zero is the default. A
// PDF may take long: the end of ctx ends the reading with its error.
func ReadWithin(ctx context.Context, path string, data []byte, limits Limits) (*Document, error) {
	format, err := sniff(path, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	doc := &Document{Path: path, SHA256: hex.EncodeToString(sum[:]), PublishedBasis: BasisNone}
	if err := doc.readAs(ctx, format, data, limits.orDefault()); err != nil {
		return nil, err
	}
	doc.markSections()
	doc.markRows()
	doc.findJournal()
	doc.datedText()
	doc.datedAddress()
	doc.settlePublished()
	if doc.Language == "" {
		doc.Language = language(doc.Text)
	}
	if doc.Title == "" {
		doc.Title = doc.firstTitle()
	}
	return doc, nil
}

// readAs reads the bytes as a format.
func (d *Document) readAs(ctx context.Context, format format, data []byte, limits Limits) error {
	var err error
	d.Type = typeNames[format]
	switch format {
	case formatPDF:
		return d.readPDF(ctx, data, limits.Pages)
	case formatZIP:
		err = d.readContainer(data, limits)
	case formatCSV:
		err = d.readCSV(data)
	case formatMail:
		err = d.readMail(data, limits)
	default:
		return d.readTextFile(format, data)
	}
	if err == nil && len(d.Blocks) == 0 {
		d.Warnings = append(d.Warnings, "The document holds no text; it may consist of pictures.")
	}
	return err
}

// typeNames are what people call the formats; those in containers say so themselves.
var typeNames = map[format]string{
	formatText: "text", formatMarkdown: "Markdown", formatHTML: "web page", formatPDF: "PDF", formatCSV: "table", formatMail: "e-mail",
}

// typeWorkbook is what people call a spreadsheet.
const typeWorkbook = "workbook"

// readTextFile reads a file that is text in some encoding.
func (d *Document) readTextFile(format format, data []byte) error {
	dec, err := decode(data, declaredEncoding(format, data))
	if what := documentExtensions[extension(d.Path)]; err != nil && what != "" {
		return fmt.Errorf("should be %s but is damaged", what)
	}
	if err != nil {
		return err
	}
	d.Text, d.Warnings = dec.text, dec.warnings
	switch {
	case format == formatHTML:
		d.readHTML()
	case format == formatMarkdown || looksLikeMarkdown(d.Text):
		d.Type = typeNames[formatMarkdown]
		d.readMarkdown()
	default:
		d.readText()
	}
	return nil
}
