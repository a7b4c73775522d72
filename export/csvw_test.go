package export

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The description follows W3C's "Metadata Vocabulary for Tabular Data", and says
// of the CSV only what is true of it.
func TestDescription(t *testing.T) {
	var b bytes.Buffer
	if err := Description("timeline.csv").Write(&b, sample(t), Options{Title: "Rules"}); err != nil {
		t.Fatal(err)
	}
	var m struct {
		Context []any  `json:"@context"`
		URL     string `json:"url"`
		Title   string `json:"dc:title"`
		Dialect struct {
			Encoding, Delimiter string
			Header              bool
		} `json:"dialect"`
		Schema struct {
			PrimaryKey string `json:"primaryKey"`
			Columns    []struct {
				Name        string `json:"name"`
				Titles      string `json:"titles"`
				Description string `json:"dc:description"`
				Datatype    any    `json:"datatype"`
				PropertyURL string `json:"propertyUrl"`
			} `json:"columns"`
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal(b.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	if m.Context[0] != "http://www.w3.org/ns/csvw" || m.URL != "timeline.csv" || m.Title != "Rules" || !m.Dialect.Header || m.Schema.PrimaryKey != "id" {
		t.Errorf("the description begins %+v", m)
	}
	f, _ := ByName("csv")
	records := readCSV(t, write(t, f, sample, Options{}))
	if len(m.Schema.Columns) != len(records[0]) {
		t.Fatalf("%d columns are described, the file has %d", len(m.Schema.Columns), len(records[0]))
	}
	ids := map[string]bool{}
	for i, c := range m.Schema.Columns {
		if c.Name != records[0][i] || c.Titles != records[0][i] || c.Description == "" {
			t.Errorf("column %d is %q, described as %+v", i+1, records[0][i], c)
		}
		if c.PropertyURL != "" && !strings.HasPrefix(c.PropertyURL, "http") {
			t.Errorf("%s is %q", c.Name, c.PropertyURL)
		}
		for _, r := range records[1:] {
			if !ofDatatype(r[i], c.Datatype) {
				t.Errorf("%s has the cell %q, which is no %v", c.Name, r[i], c.Datatype)
			}
			if c.Name == m.Schema.PrimaryKey {
				if ids[r[i]] {
					t.Errorf("the key %s stands twice", r[i])
				}
				ids[r[i]] = true
			}
		}
	}
}

// ofDatatype reports whether a cell is of a datatype of XML Schema, or empty.
func ofDatatype(cell string, datatype any) bool {
	format := ".*"
	if m, ok := datatype.(map[string]any); ok {
		datatype, format = m["base"], m["format"].(string)
	}
	if cell == "" {
		return true
	}
	switch datatype {
	case "string":
	case "decimal":
		if _, err := strconv.ParseFloat(cell, 64); err != nil {
			return false
		}
	case "nonNegativeInteger", "positiveInteger":
		if n, err := strconv.Atoi(cell); err != nil || n < 0 || n == 0 && datatype == "positiveInteger" {
			return false
		}
	case "date":
		format = `-?\d{4}-\d\d-\d\d`
	default:
		return false
	}
	return regexp.MustCompile("^(" + format + ")$").MatchString(cell)
}
