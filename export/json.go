package export

import (
	"encoding/json"
	"io"
	"math"
	"strings"

	"regtimeline/dates"
	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// Schema names the shape of the JSON that is written. Fields may be added under
// one name; none is removed and none changes its meaning.
const Schema = "timeline/1"

const (
	jsonSources    = 50  // that are written for an event; the rest is counted
	jsonQuoteBytes = 600 // of a quote
)

type jsonTimeline struct {
	Schema    string         `json:"schema"`
	Documents []jsonDocument `json:"documents"`
	Events    []jsonEvent    `json:"events"`
	Undated   []jsonEvent    `json:"undated"`
	Rejected  []jsonEvent    `json:"rejected,omitempty"` // left out by a reviewer
}

type jsonDocument struct {
	ID             string `json:"id"`
	Path           string `json:"path"`
	Title          string `json:"title"`
	Author         string `json:"author,omitempty"`
	URL            string `json:"url"`
	Language       string `json:"language"`
	Published      string `json:"published"`
	PublishedBasis string `json:"publishedBasis"`
	SHA256         string `json:"sha256"`
}

type jsonEvent struct {
	ID             string       `json:"id"`
	Date           string       `json:"date"`
	Earliest       string       `json:"earliest"`
	Latest         string       `json:"latest"`
	Precision      string       `json:"precision"`
	Display        string       `json:"display"`
	Basis          string       `json:"basis"`
	Rule           string       `json:"rule"`
	Kind           string       `json:"kind"`
	Track          string       `json:"track"`
	Status         string       `json:"status"`
	Name           string       `json:"name"`
	Instrument     string       `json:"instrument"`
	Provision      string       `json:"provision"`
	Authorities    []string     `json:"authorities"`
	Targets        []string     `json:"targets"`
	Amount         *jsonAmount  `json:"amount,omitempty"`
	Jurisdiction   string       `json:"jurisdiction"`
	Confidence     float64      `json:"confidence"`
	Doubts         []string     `json:"doubts"`
	Sources        []jsonSource `json:"sources"`
	SourcesOmitted int          `json:"sourcesOmitted,omitempty"`
	Review         *jsonReview  `json:"review,omitempty"` // nil where no reviewer has touched it
}

type jsonReview struct {
	State   string       `json:"state"`
	Note    string       `json:"note,omitempty"`
	SameAs  string       `json:"sameAs,omitempty"`
	Added   bool         `json:"added,omitempty"`
	Changes []jsonChange `json:"changes,omitempty"`
}

// jsonChange says that a field's value is a reviewer's, and what the documents give.
type jsonChange struct {
	Field string `json:"field"`
	Text  string `json:"text"`
}

type jsonAmount struct {
	Value    string `json:"value"`
	Currency string `json:"currency"`
}

type jsonSource struct {
	Document string `json:"document"`
	Role     string `json:"role"`
	Page     int    `json:"page,omitempty"`
	Line     int    `json:"line"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Quote    string `json:"quote"`
	Date     string `json:"date"`
	Key      string `json:"key"`
}

// writeJSON writes the timeline in the schema timeline/1. Lists are never null
// and strings are always valid UTF-8.
func writeJSON(w io.Writer, t *timeline.Timeline, _ Options) error {
	out := jsonTimeline{Schema: Schema, Documents: make([]jsonDocument, 0, len(t.Documents))}
	for _, d := range t.Documents {
		out.Documents = append(out.Documents, toJSONDocument(d))
	}
	at := lines{}
	out.Events = toJSONEvents(t.Events, at)
	out.Undated = toJSONEvents(t.Undated, at)
	out.Rejected = toJSONEvents(t.Rejected, at)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func toJSONDocument(d *source.Document) jsonDocument {
	return jsonDocument{
		ID:             d.ID,
		Path:           valid(d.Path),
		Title:          valid(d.Title),
		Author:         valid(d.Author),
		URL:            valid(d.URL),
		Language:       valid(d.Language),
		Published:      d.Published.String(),
		PublishedBasis: or(string(d.PublishedBasis), string(source.BasisNone)),
		SHA256:         d.SHA256,
	}
}

func toJSONEvents(events []timeline.Event, at lines) []jsonEvent {
	out := make([]jsonEvent, len(events))
	for i := range events {
		out[i] = toJSONEvent(&events[i], at)
	}
	return out
}

func toJSONEvent(e *timeline.Event, at lines) jsonEvent {
	j := jsonEvent{
		ID:           valid(e.ID),
		Date:         e.Date.String(),
		Earliest:     e.Date.Earliest().String(),
		Latest:       e.Date.Latest().String(),
		Precision:    e.Date.Precision().String(),
		Display:      e.Date.Display(),
		Basis:        or(string(e.Basis), string(dates.NoBasis)),
		Rule:         valid(e.Rule),
		Kind:         valid(string(e.Kind)),
		Track:        string(e.Kind.Track()),
		Status:       valid(string(e.Status)),
		Name:         valid(e.Name),
		Instrument:   valid(e.Instrument),
		Provision:    valid(e.Provision),
		Authorities:  validList(e.Authorities),
		Targets:      validList(e.Targets),
		Jurisdiction: valid(e.Jurisdiction),
		Confidence:   share(e.Confidence),
		Doubts:       validList(e.Doubts),
		Sources:      []jsonSource{},
	}
	if e.Amount.Value != "" {
		j.Amount = &jsonAmount{valid(e.Amount.Value), valid(e.Amount.Currency)}
	}
	for _, s := range chosen(e.Sources, jsonSources) {
		j.Sources = append(j.Sources, toJSONSource(s, at))
	}
	j.SourcesOmitted = len(e.Sources) - len(j.Sources)
	j.Review = toJSONReview(e.Review)
	return j
}

func toJSONReview(r timeline.Review) *jsonReview {
	if r.IsZero() {
		return nil
	}
	j := &jsonReview{State: or(string(r.State), string(timeline.Pending)), Note: valid(r.Note), SameAs: valid(r.SameAs), Added: r.Added}
	for _, e := range r.Edits {
		j.Changes = append(j.Changes, jsonChange{e.Field, valid(e.Text)})
	}
	return j
}

func toJSONSource(s timeline.Source, at lines) jsonSource {
	c := cite(s, jsonQuoteBytes)
	return jsonSource{
		Document: c.doc.ID,
		Role:     string(c.role),
		Page:     c.page,
		Line:     at.number(c.doc, c.start),
		Start:    c.start,
		End:      c.end,
		Text:     c.words,
		Quote:    valid(c.quote),
		Date:     c.date,
		Key:      s.Key().String(),
	}
}

// valid makes a string UTF-8: a file's name need not be.
func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func validList(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = valid(s)
	}
	return out
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// share brings a confidence to four decimals between 0 and 1, so that the last
// bit of a sum is not written out; what is no number is 0.
func share(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return math.Round(min(max(x, 0), 1)*1e4) / 1e4
}
