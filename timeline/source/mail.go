package source

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"slices"
	"strings"

	"regtimeline/dates"
)

// mailHeaders are those that the head of a message is told by.
var mailHeaders = []string{"From", "Date", "Subject", "To", "Received", "Message-Id", "Mime-Version", "Return-Path", "Delivered-To", "Content-Type"}

// isMail reports whether a file is a message of e-mail (RFC 5322) or a web page
// that a browser saved as one (MHTML): by its name, or by three headers.
func isMail(ext string, data []byte) bool {
	named := ext == ".eml" || ext == ".mht" || ext == ".mhtml"
	head := data[:min(len(data), 16<<10)]
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if name, _, ok := bytes.Cut(first, []byte(":")); !ok || bytes.ContainsAny(name, " \t<#") {
		return false
	}
	h, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(head))).ReadMIMEHeader()
	if err != nil && len(h) == 0 {
		return false
	}
	n := 0
	for _, name := range mailHeaders {
		if h.Get(name) != "" {
			n++
		}
	}
	return n >= 3 && (h.Get("Message-Id") != "" || h.Get("Mime-Version") != "" || h.Get("Received") != "") || named && n > 0
}

// readMail reads the text of a message, its subject as the title and its date as
// that of publication. Attachments are named and not read. Of a saved web page
// the date is that of the saving, and does not count.
func (d *Document) readMail(data []byte, limits Limits) error {
	msg, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return errors.New("should be an e-mail but its head can't be read")
	}
	m := mailReader{limits: limits, left: limits.UnpackedBytes}
	if err := m.part(textproto.MIMEHeader(msg.Header), msg.Body, 0); err != nil {
		return err
	}
	m.finish(d)
	d.Warnings = m.warnings()
	if at := msg.Header.Get("Snapshot-Content-Location"); at != "" || m.page != nil && strings.Contains(msg.Header.Get("From"), "Saved by") {
		d.Type = typeNames[formatHTML]
		d.takePage(m.page, at)
		return nil
	}
	d.Title = Clean(decodeHeader(msg.Header.Get("Subject")), titleLimit)
	d.Author = Clean(decodeHeader(msg.Header.Get("From")), titleLimit)
	if at, err := msg.Header.Date(); err == nil {
		d.suggest(dates.DayOf(at.Year(), int(at.Month()), at.Day()), BasisMetadata, sure, "the date of the message") // as the sender's clock had it
	}
	return nil
}

// takePage gives the document what a saved web page says of itself.
func (d *Document) takePage(page *Document, at string) {
	if page != nil {
		d.Title, d.Language, d.URL, d.suggested = page.Title, page.Language, page.URL, page.suggested
	}
	if d.URL == "" && isWebAddress(at) {
		d.URL = at
	}
}

// mailReader collects the texts of a message.
type mailReader struct {
	builder
	limits   Limits
	left     int64 // bytes that may still be decoded
	parts    int
	page     *Document // the first part that is a web page
	attached []string
	doubts   []string
}

// part reads one part, and those inside it.
func (m *mailReader) part(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if m.parts++; m.parts > m.limits.Entries {
		return beyond("holds more than %d parts, the limit", m.limits.Entries)
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	disposition, names, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		return m.multipart(kind, params["boundary"], body, depth+1)
	case disposition == "attachment" || kind != "text/plain" && kind != "text/html":
		if disposition == "attachment" || names["filename"] != "" {
			m.attached = append(m.attached, attachmentName(names["filename"], params["name"], kind))
		}
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(decodeTransfer(h.Get("Content-Transfer-Encoding"), body), m.left+1))
	if m.left -= int64(len(data)); m.left < 0 {
		return beyond("unpacks to more than %s, the limit", sizeText(m.limits.UnpackedBytes))
	}
	if err != nil {
		m.doubts = append(m.doubts, "A part of the message is damaged; what stands before that was read.")
	}
	m.addText(kind, params["charset"], data)
	return nil
}

// maxMailDepth bounds how deep parts may lie in parts.
const maxMailDepth = 32

// multipart reads the parts of a part: of alternatives the richest, of related
// parts the first, else all.
func (m *mailReader) multipart(kind, boundary string, body io.Reader, depth int) error {
	if depth > maxMailDepth {
		return beyond("nests more than %d parts, the limit", maxMailDepth)
	}
	r := multipart.NewReader(body, boundary) // which bounds the heads of parts itself
	before := m.state()
	for n := 0; ; n++ {
		p, err := r.NextRawPart()
		if err != nil {
			if err != io.EOF {
				m.doubts = append(m.doubts, "The message breaks off; what stands before that was read.")
			}
			return nil
		}
		switch {
		case kind == "multipart/related" && len(m.blocks) > len(before.blocks):
			continue
		case kind == "multipart/alternative" && len(m.blocks) > len(before.blocks):
			if t, _, _ := mime.ParseMediaType(p.Header.Get("Content-Type")); t != "text/html" && !strings.HasPrefix(t, "multipart/") {
				continue
			}
			plain := m.state()
			m.restore(before)
			if err := m.part(p.Header, p, depth); err != nil {
				return err
			}
			if len(m.blocks) == len(before.blocks) {
				m.restore(plain) // the richer form is empty
			}
			continue
		}
		if err := m.part(p.Header, p, depth); err != nil {
			return err
		}
	}
}

// mailText is what was read up to some point.
type mailText struct {
	text   string
	blocks []Block
	page   *Document
}

func (m *mailReader) state() mailText {
	return mailText{m.text.String(), slices.Clip(m.blocks), m.page}
}

func (m *mailReader) restore(t mailText) {
	m.text.Reset()
	m.text.WriteString(t.text)
	m.blocks, m.page = t.blocks, t.page
}

// addText adds a part that is text.
func (m *mailReader) addText(kind, charset string, data []byte) {
	page := &Document{}
	f := formatText
	if kind == "text/html" {
		f = formatHTML
		if charset == "" {
			charset = declaredEncoding(f, data)
		}
	}
	dec, err := decode(data, charset)
	if err != nil {
		m.doubts = append(m.doubts, "A part of the message is no text in any encoding that timeline knows.")
		return
	}
	page.Text = dec.text
	if f == formatHTML {
		page.readHTML()
		if m.page == nil {
			m.page = page
		}
	} else {
		page.readText()
	}
	m.doubts = append(m.doubts, dec.warnings...)
	m.append(page)
}

// warnings are the sentences on what was not read.
func (m *mailReader) warnings() []string {
	if n := len(m.attached); n > 0 {
		sentence := "The attachment %s was not read; save it as a file to have it read."
		if n > 1 {
			sentence = "The attachments %s were not read; save them as files to have them read."
		}
		m.doubts = append(m.doubts, fmt.Sprintf(sentence, strings.Join(m.attached, ", ")))
	}
	return m.doubts
}

func attachmentName(names ...string) string {
	for _, n := range names {
		if n != "" {
			return Clean(decodeHeader(n), 80)
		}
	}
	return "without a name"
}

// decodeTransfer undoes the encoding in which a part is sent. Base64 is decoded to
// the first fault.
func decodeTransfer(encoding string, r io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}

// decodeHeader decodes the words of a header that are no ASCII (RFC 2047).
func decodeHeader(s string) string {
	d := mime.WordDecoder{CharsetReader: func(label string, r io.Reader) (io.Reader, error) {
		data, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		dec, err := decode(data, label)
		return strings.NewReader(dec.text), err
	}}
	if out, err := d.DecodeHeader(s); err == nil {
		return strings.ToValidUTF8(out, "\uFFFD")
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}
