package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

type format uint8

const (
	formatText format = iota
	formatMarkdown
	formatHTML
	formatCSV
	formatMail
	formatPDF
	formatZIP // a container: what it holds is told by its parts
)

// sniff tells the format of a file: its content decides, then its extension. The
// error, one sentence, says what a file is that is not read.
func sniff(path string, data []byte) (format, error) {
	ext := extension(path)
	if len(data) == 0 {
		if what := documentExtensions[ext]; what != "" {
			return 0, fmt.Errorf("is empty: it should be %s", what)
		}
		return textFormat(ext), nil
	}
	switch {
	case isPDF(data):
		return formatPDF, nil
	case isZIP(data):
		return formatZIP, nil
	}
	for _, s := range signatures {
		if s.matches(data) {
			return 0, s.refuse(ext, data)
		}
	}
	if startsHTML(data) && ext != ".md" && ext != ".markdown" {
		return formatHTML, nil
	}
	if isMail(ext, data) {
		return formatMail, nil
	}
	if isOurJSON(data) {
		return 0, errOurs
	}
	if what := codeExtensions[ext]; what != "" {
		return 0, notRead(what, program)
	}
	switch {
	case isJSON(data):
		return 0, notRead("JSON", program)
	case isXML(ext, data):
		return 0, notRead("XML for programs", document)
	}
	return textFormat(ext), nil
}

func extension(path string) string { return strings.ToLower(filepath.Ext(path)) }

func textFormat(ext string) format {
	switch ext {
	case ".html", ".htm", ".xhtml", ".xht":
		return formatHTML
	case ".md", ".markdown", ".mdown", ".mkd":
		return formatMarkdown
	case ".csv", ".tsv":
		return formatCSV
	}
	return formatText
}

// codeExtensions names what is text for programs and not for people.
var codeExtensions = map[string]string{
	".js": "a script", ".mjs": "a script", ".css": "a style sheet", ".jsonl": "JSON", ".ndjson": "JSON",
}

// isJSON reports whether a file is one JSON object or array.
func isJSON(data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")))
	return len(data) > 0 && (data[0] == '{' || data[0] == '[') && json.Valid(data)
}

// isXML reports whether a file, which is no web page, is XML: it says so itself, or
// its name does.
func isXML(ext string, data []byte) bool {
	data = bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 256)], []byte("\xEF\xBB\xBF")))
	return bytes.HasPrefix(data, []byte("<?xml")) || ext == ".xml" && bytes.HasPrefix(data, []byte("<"))
}

// documentExtensions names the formats that are not text.
var documentExtensions = map[string]string{
	".pdf":  "a PDF",
	".docx": "a Word document (.docx)",
	".doc":  "an old Word document (.doc)",
	".xlsx": "a spreadsheet (.xlsx)",
	".xls":  "an old spreadsheet (.xls)",
	".pptx": "a presentation (.pptx)",
	".ppt":  "an old presentation (.ppt)",
	".odt":  "an OpenDocument text (.odt)",
	".ods":  "an OpenDocument spreadsheet (.ods)",
	".epub": "an e-book (EPUB)",
	".rtf":  "an RTF document",
}

// isPDF reports whether bytes are a PDF, whose head may stand anywhere in the
// first KiB.
func isPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")) && !startsHTML(data) && looksPDF(data)
}

// looksPDF keeps a text that only speaks of "%PDF-" apart from a PDF.
func looksPDF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("%PDF-")) || bytes.Contains(data, []byte(" obj")) && bytes.Contains(data, []byte("endobj"))
}

// startsHTML reports whether the first thing in a file, after white space, a byte
// order mark, an XML declaration and comments, is that of an HTML page.
func startsHTML(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n\f")
	for {
		var end string
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		default:
			return hasHTMLTag(head)
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return false
		}
		head = bytes.TrimLeft(head[i+len(end):], " \t\r\n\f")
	}
}

func hasHTMLTag(head []byte) bool {
	low := strings.ToLower(string(head[:min(len(head), 20)]))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if strings.HasPrefix(low, tag) && (len(low) == len(tag) || !isASCIILetter(low[len(tag)])) {
			return true
		}
	}
	return false
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isBinary reports whether bytes are no text in any encoding. NUL bytes inside
// a text do not count until there are more of them than of the rest; escape
// sequences are text.
func isBinary(data []byte, validUTF8 bool) bool {
	nuls, controls := 0, 0
	for _, c := range data {
		switch {
		case c == 0:
			nuls++
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B || c == 0x7F:
			controls++
		}
	}
	rest := len(data) - nuls
	switch {
	case nuls > rest:
		return true
	case validUTF8:
		return controls*3 > rest
	}
	return controls > 3 && controls*40 > rest
}
