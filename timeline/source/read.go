package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Read makes a document of a file's bytes; path names it and its extension may
// help to tell the format. The error, one sentence without the path, says why
// the bytes are no text that timeline reads.
func Read(path string, data []byte) (*Document, error) {
	format, err := sniff(path, data)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	doc := &Document{Path: path, SHA256: hex.EncodeToString(sum[:]), PublishedBasis: BasisNone}
	dec, err := decode(data, declaredEncoding(format, data))
	if what := documentExtensions[extension(path)]; err != nil && what != "" {
		return nil, fmt.Errorf("should be %s but is damaged", what)
	}
	if err != nil {
		return nil, err
	}
	doc.Text, doc.Warnings = dec.text, dec.warnings
	switch {
	case format == formatHTML:
		doc.readHTML()
	case format == formatMarkdown || looksLikeMarkdown(doc.Text):
		doc.readMarkdown()
	default:
		doc.readText()
	}
	doc.markSections()
	doc.datedText()
	if doc.Language == "" {
		doc.Language = language(doc.Text)
	}
	if doc.Title == "" {
		doc.Title = doc.firstTitle()
	}
	return doc, nil
}
