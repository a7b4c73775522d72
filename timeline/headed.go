package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

// A tracker lists under the name of a law or a company what became of it, and
// leaves that name out of each line: "Adopted 3 May 2020". The line's event takes
// it from the heading.

// bareName is the length, in runes, up to which the words of an event can be ones
// that say only what was done.
const bareName = 32

// underHeading keeps the headings above what is read, the outermost first. A
// heading that is only a date names nothing and is left out.
func (r *reader) underHeading(b source.Block, onlyDate bool) {
	r.headings = slices.DeleteFunc(r.headings, func(h source.Block) bool { return h.Level >= b.Level })
	if !onlyDate {
		r.headings = append(r.headings, b)
	}
}

// topic returns what the heading above a line names, where the line, of a list or
// short, names nobody and nothing itself, and the heading is little else than the
// name of an instrument or a company.
func (s *sentence) topic() []lexicon.Match {
	if len(s.names) > 0 || len(s.r.headings) == 0 || !s.inList() {
		return nil
	}
	h := s.r.headings[len(s.r.headings)-1]
	names := namesIn(s.r.names, h.Start, h.End)
	named := 0
	for i := range names {
		if t := names[i].Entity.Type; t == lexicon.Instrument || t == lexicon.Company {
			named += names[i].End - names[i].Start
		}
	}
	if named*2 <= h.End-h.Start {
		return nil // "Congress finds that"
	}
	return names
}

// headedBy reports whether the heading names what a cue needs. Under the title of
// the document "Published" is said of the page.
func (s *sentence) headedBy(rule *lexicon.CueRule) bool {
	names := s.topic()
	if rule.Kind == "publication" && len(s.r.headings) == 1 {
		return false
	}
	return slices.ContainsFunc(rule.Needs, func(need string) bool {
		return slices.ContainsFunc(names, func(n lexicon.Match) bool { return ofClass(n, need) })
	})
}

// inList reports whether a sentence is an item, a row or another short line.
func (s *sentence) inList() bool {
	switch s.block.Kind {
	case source.ListItem, source.TableRow:
		return true
	}
	return s.block.Kind == source.Paragraph && s.block.End-s.block.Start <= shortBlock
}

// headed completes an event of a short line that names nobody and nothing by what
// the nearest heading names: a law, a company, an authority.
func (s *sentence) headed(e *Event) {
	names := s.topic()
	if len(names) == 0 || !bare(e.Name) {
		return
	}
	for i := range names {
		n := names[i].Entity
		switch {
		case n.Type == lexicon.Instrument && e.Instrument == "":
			e.Instrument = n.Name
		case n.Type == lexicon.Company && e.Kind.Track() == Enforcement:
			e.Targets = appendNew(e.Targets, n.Name)
		}
		if e.Jurisdiction == "" {
			e.Jurisdiction = n.Jurisdiction
		}
	}
	h, mark := s.r.headings[len(s.r.headings)-1], ": "
	if isHanText(e.Name) {
		mark = "："
	}
	said := e.Name
	if lower := lowerFirst(said); lower == strings.ToLower(said) {
		said = lower // and not "Royal Assent"
	}
	e.Name = shorten(s.tidy(h.Start, h.End, nil)+mark+said, maxName)
}

// bare reports whether a name says only what was done.
func bare(name string) bool {
	if isHanText(name) {
		return utf8.RuneCountInString(name) <= bareName/2
	}
	return utf8.RuneCountInString(name) <= bareName && strings.Count(name, " ") < 4
}
