package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	"regtimeline/dates"
	"regtimeline/timeline/source"
)

// mentionLine is one line of "timeline dates --format jsonl".
type mentionLine struct {
	Document  string     `json:"document"`
	Start     int        `json:"start"` // bytes into the document's text
	End       int        `json:"end"`
	Text      string     `json:"text"`
	EDTF      string     `json:"edtf"`
	Timex     string     `json:"timex"`
	Type      string     `json:"type"`
	Precision string     `json:"precision"`
	Basis     string     `json:"basis"`
	Implied   []string   `json:"implied"`
	Role      string     `json:"role"`
	Rule      string     `json:"rule"`
	Doubt     string     `json:"doubt"`
	Mod       string     `json:"mod,omitempty"`      // TIMEX3: START, MID or END of the unit
	Earliest  string     `json:"earliest,omitempty"` // days
	Latest    string     `json:"latest,omitempty"`
	Bound     string     `json:"bound,omitempty"`  // since, after, before, by or until
	Anchor    string     `json:"anchor,omitempty"` // event and ISO 8601 duration: "publication+P20D"
	Parts     []partLine `json:"parts,omitempty"`
}

type partLine struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Timex string `json:"timex"`
}

// writeMentionLines writes each mention as a line of JSON.
func writeMentionLines(w io.Writer, doc *source.Document, mentions []dates.Mention) error {
	for _, m := range mentions {
		line, err := encodeLine(newMentionLine(doc, m))
		if err != nil {
			return err
		}
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	return nil
}

func newMentionLine(doc *source.Document, m dates.Mention) mentionLine {
	meant := m.Interval()
	l := mentionLine{
		Document: validPath(doc.Path),
		Start:    m.Start, End: m.End,
		Text:      doc.Text[m.Start:m.End],
		EDTF:      meant.String(),
		Timex:     m.Timex(),
		Type:      m.Type,
		Mod:       m.Date.From.Mod.Timex(),
		Earliest:  meant.Earliest().String(),
		Latest:    meant.Latest().String(),
		Precision: m.Date.Precision().String(),
		Basis:     string(m.Basis),
		Implied:   append([]string{}, m.Implied...), // [] rather than null
		Role:      string(m.Role),
		Rule:      m.Rule,
		Doubt:     m.Doubt,
		Bound:     string(m.Bound),
	}
	if a, ok := m.Anchor(); ok {
		l.Anchor = a.String()
	}
	for _, p := range m.Parts {
		l.Parts = append(l.Parts, partLine{p.Start, p.End, p.Timex()})
	}
	return l
}

// encodeLine returns v as one line of JSON in which every invisible character
// is escaped, so that no text acts on a terminal and all of it is kept.
func encodeLine(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	line := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	var out bytes.Buffer
	for _, r := range string(line) {
		switch {
		case !source.Invisible(r):
			out.WriteRune(r)
		case r > 0xFFFF:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
