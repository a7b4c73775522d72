package export

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// The lines between which a timeline stands in a report.
const (
	injectionBegin = "<!-- " + source.InjectionBegin + " -->"
	injectionEnd   = "<!-- " + source.InjectionEnd + " -->"
)

// Inject returns a Markdown report with the timeline written anew between the
// line <!-- timeline:begin --> and the line <!-- timeline:end -->. Every other
// byte stays, a byte order mark and the kind of line end among them, and where
// the timeline is the same the report is too.
//
// Unless the options say otherwise the headings go on one level below the one
// that they stand under, and the names of the footnotes are none of the report's
// own. The error of a report without just one such place is a sentence that
// follows the report's name.
func Inject(report []byte, t *timeline.Timeline, o Options) ([]byte, error) {
	place, err := findInjection(report)
	if err != nil {
		return nil, err
	}
	if o.Markdown.HeadingLevel == 0 {
		o.Markdown.HeadingLevel = min(place.level+1, 6)
		if o.Title != "" {
			o.Markdown.HeadingLevel = min(place.level+2, 6)
		}
	}
	if o.Markdown.NotePrefix == "" {
		o.Markdown.NotePrefix = freePrefix(report[:place.start], report[place.end:])
	}
	var b bytes.Buffer
	if err := writeMarkdown(&b, t, o); err != nil {
		return nil, err
	}
	text := "\n" + b.String() + "\n"
	if place.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return bytes.Join([][]byte{report[:place.start], []byte(text), report[place.end:]}, nil), nil
}

// CheckInjection reports what Inject would refuse of a report.
func CheckInjection(report []byte) error {
	_, err := findInjection(report)
	return err
}

// injection is the place of a timeline in a report.
type injection struct {
	start, end int // behind the line that begins it, and before the one that ends it
	level      int // of the heading that it stands under; 0 is none
	crlf       bool
}

var (
	markLine = regexp.MustCompile(`^ {0,3}<!--\s*(` + source.InjectionBegin + `|` + source.InjectionEnd + `)\s*-->\s*$`)
	atx      = regexp.MustCompile(`^ {0,3}(#{1,6})(\s|$)`)
	underAtx = regexp.MustCompile(`^ {0,3}(=+|-+)\s*$`)
	codeOpen = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})([^`]*)$")
)

// findInjection reads a report line by line. Lines in fenced code show how
// something is written, and begin nothing.
func findInjection(report []byte) (injection, error) {
	if !utf8.Valid(report) {
		return injection{}, errors.New("is not UTF-8 text; save it as UTF-8 first")
	}
	var p injection
	begins, ends, level := 0, 0, 0
	fence, before := "", ""
	offset := 0
	for raw := range bytes.Lines(report) {
		start := offset
		offset += len(raw)
		line := strings.TrimPrefix(strings.TrimRight(string(raw), "\r\n"), "\ufeff")
		if fence != "" {
			if s := strings.TrimSpace(line); strings.HasPrefix(s, fence) && strings.Trim(s, fence[:1]) == "" {
				fence = ""
			}
			continue
		}
		switch m := markLine.FindStringSubmatch(line); {
		case m != nil && m[1] == source.InjectionBegin:
			begins++
			p.start, p.level, p.crlf = offset, level, bytes.HasSuffix(raw, []byte("\r\n"))
		case m != nil:
			ends++
			p.end = start
		case codeOpen.MatchString(line):
			fence = codeOpen.FindStringSubmatch(line)[1]
		case atx.MatchString(line):
			level = len(atx.FindStringSubmatch(line)[1])
		case underAtx.MatchString(line) && strings.TrimSpace(before) != "":
			level = 1
			if strings.Contains(line, "-") {
				level = 2
			}
		}
		before = line
	}
	return p, checkMarks(begins, ends, p)
}

func checkMarks(begins, ends int, p injection) error {
	switch {
	case begins == 0 && ends == 0:
		return fmt.Errorf("has no place for the timeline; put the lines %s and %s where it is to stand", injectionBegin, injectionEnd)
	case begins > 1:
		return fmt.Errorf("has %d lines %s; keep one of them", begins, injectionBegin)
	case ends > 1:
		return fmt.Errorf("has %d lines %s; keep one of them", ends, injectionEnd)
	case begins == 0:
		return fmt.Errorf("has a line %s and none that begins: put %s before it", injectionEnd, injectionBegin)
	case ends == 0:
		return fmt.Errorf("has a line %s and none that ends: put %s after it", injectionBegin, injectionEnd)
	case p.end < p.start:
		return fmt.Errorf("has the line %s before the line %s; change them over", injectionEnd, injectionBegin)
	}
	return nil
}

// freePrefix returns the start of footnote names that the report does not use.
func freePrefix(parts ...[]byte) string {
	text := strings.ToLower(string(bytes.Join(parts, []byte("\n"))))
	prefix := "timeline-"
	for n := 2; strings.Contains(text, "[^"+prefix); n++ {
		prefix = fmt.Sprintf("timeline%d-", n)
	}
	return prefix
}
