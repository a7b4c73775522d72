package export

import (
	"encoding/json"
	"io"

	"regtimeline/timeline"
)

// Description is the format that describes a CSV file of the name url, which lies
// beside it: "CSV on the Web" (W3C, Metadata Vocabulary for Tabular Data). It is
// in no list of formats, as it is of no use without the file.
func Description(url string) Format {
	return Format{Name: "csvw", Extension: "-metadata.json", Write: func(w io.Writer, t *timeline.Timeline, o Options) error {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(describe(url, t, o))
	}}
}

type csvwTable struct {
	Context []any       `json:"@context"`
	URL     string      `json:"url"`
	Title   string      `json:"dc:title"`
	Dialect csvwDialect `json:"dialect"`
	Schema  csvwSchema  `json:"tableSchema"`
}

type csvwDialect struct {
	Encoding        string   `json:"encoding"`
	Delimiter       string   `json:"delimiter"`
	Header          bool     `json:"header"`
	LineTerminators []string `json:"lineTerminators"`
}

type csvwSchema struct {
	Columns    []csvwColumn `json:"columns"`
	PrimaryKey string       `json:"primaryKey"`
}

type csvwColumn struct {
	Name        string `json:"name"`
	Titles      string `json:"titles"`
	Description string `json:"dc:description"`
	Datatype    any    `json:"datatype"`
	Separator   string `json:"separator,omitempty"`
	PropertyURL string `json:"propertyUrl,omitempty"`
}

func describe(url string, t *timeline.Timeline, o Options) csvwTable {
	d := csvwTable{
		Context: []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}},
		URL:     valid(url),
		Title:   valid(or(o.Title, "Timeline")),
		Dialect: csvwDialect{Encoding: "utf-8", Delimiter: ",", Header: true, LineTerminators: []string{"\r\n"}},
		Schema:  csvwSchema{PrimaryKey: "id"},
	}
	for _, c := range columns {
		if c.name == "" {
			continue
		}
		m := meanings[c.name]
		if m.base == "date" && beforeChrist(t) { // Inert gives such a day an apostrophe
			m.base = "string"
		}
		d.Schema.Columns = append(d.Schema.Columns, csvwColumn{Name: c.name, Titles: c.name, Description: m.about,
			Datatype: m.datatype(), Separator: m.separator, PropertyURL: m.term})
	}
	return d
}

// beforeChrist reports whether a day of the table has a minus before its year.
func beforeChrist(t *timeline.Timeline) bool {
	for r := range tableRows(t) {
		if d := r.event.Date; d.Earliest().Year < 0 || d.Latest().Year < 0 {
			return true
		}
	}
	return false
}

// meaning is what a column of CSV is, for programs.
type meaning struct {
	about     string
	base      string // the datatype, of XML Schema; "" is string
	format    string // a pattern for it
	separator string
	term      string // of schema.org, the European Legislation Identifier, or Dublin Core
}

func (m meaning) datatype() any {
	base := or(m.base, "string")
	if m.format == "" {
		return base
	}
	return map[string]string{"base": base, "format": m.format}
}

const (
	schemaOrg = "https://schema.org/"
	eli       = "http://data.europa.eu/eli/ontology#"
	dcterms   = "http://purl.org/dc/terms/"
	between   = "; "
)

var meanings = map[string]meaning{
	"date":         {about: "When, in EDTF (ISO 8601-2), as exactly as the text says.", term: schemaOrg + "temporalCoverage"},
	"display":      {about: "The date as an English reader writes it."},
	"kind":         {about: "What sort of act it is.", term: schemaOrg + "additionalType"},
	"name":         {about: "What happened, in one line.", term: schemaOrg + "name"},
	"authorities":  {about: "Who acted.", separator: between, term: schemaOrg + "agent"},
	"targets":      {about: "Upon whom.", separator: between, term: schemaOrg + "object"},
	"instrument":   {about: "The law, plan or agreement that the act is about.", term: eli + "title"},
	"amount":       {about: "A sum of money.", base: "decimal", term: schemaOrg + "value"},
	"currency":     {about: "Its currency, in ISO 4217.", format: "([A-Z]{3})?", term: schemaOrg + "currency"},
	"status":       {about: "Whether it is done.", format: "occurred|scheduled|proposed|", term: schemaOrg + "eventStatus"},
	"sources":      {about: "How many places tell of it.", base: "nonNegativeInteger"},
	"confidence":   {about: "Between 0 and 1; a rank for reviewing.", base: "decimal"},
	"review":       {about: "How far a reviewer is with it."},
	"note":         {about: "A reviewer's note.", term: schemaOrg + "comment"},
	"same_as":      {about: "Rows that bear the same mark were said to be one event."},
	"doubts":       {about: "What a reviewer should check.", separator: between},
	"document":     {about: "The title of the document that the event is taken from.", term: schemaOrg + "citation"},
	"page":         {about: "The page of the quote.", base: "positiveInteger", term: schemaOrg + "pageStart"},
	"quote":        {about: "The sentence that tells of it.", term: schemaOrg + "text"},
	"url":          {about: "Where the document is on the web.", term: schemaOrg + "url"},
	"provision":    {about: "The article or section of the instrument.", term: eli + "number"},
	"jurisdiction": {about: "ISO 3166-1 alpha-2, EU or INT.", term: eli + "jurisdiction"},
	"track":        {about: "The group of kinds.", format: "instrument|enforcement|policy|context"},
	"basis":        {about: "How the date is known.", format: "stated|resolved|derived|none"},
	"precision":    {about: "How exact the date is."},
	"earliest":     {about: "The first day that the date can mean.", base: "date", term: schemaOrg + "startDate"},
	"latest":       {about: "The last day that the date can mean.", base: "date", term: schemaOrg + "endDate"},
	"rule":         {about: "The rule that found the date."},
	"section":      {about: "Whether the event is dated, undated or rejected, or a reviewer's change that matches none.", format: "timeline|undated|rejected|unmatched"},
	"id":           {about: "Names the event, also in later files.", term: dcterms + "identifier"},
	"source_keys":  {about: "Names its sources, also in later files.", separator: " "},
	"as_written":   {about: "What timeline wrote in the row, by which a reviewer's changes are known (JSON)."},
}
