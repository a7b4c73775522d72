package source

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// frontMatterLimit is the size in bytes above which a head is taken for text.
const frontMatterLimit = 64 << 10

// frontMatter reads the YAML between two lines of dashes at the head of the text
// into the document and returns the offset at which the text itself begins. A
// head that is not closed or no YAML mapping is text: 0 is returned.
func (d *Document) frontMatter() int {
	start := bomLen(d.Text)
	first := lineAt(d.Text, start)
	if strings.TrimRight(d.Text[start:first.end], " \t") != "---" {
		return 0
	}
	for at := first.next; at < len(d.Text) && at-start < frontMatterLimit; {
		ln := lineAt(d.Text, at)
		if s := strings.TrimRight(d.Text[at:ln.end], " \t"); s == "---" || s == "..." {
			if !d.readYAML(d.Text[first.next:at]) {
				return 0
			}
			d.addBlock(first.next, at, Block{Kind: FrontMatter})
			return ln.next
		}
		at = ln.next
	}
	return 0
}

// readYAML takes the metadata of a YAML mapping; false is no such mapping.
func (d *Document) readYAML(text string) bool {
	fields, ok := yamlFields(text)
	if !ok {
		return false
	}
	d.Title = Clean(fields["title"], titleLimit)
	d.Author = Clean(firstOf(fields, "author", "authors", "byline"), titleLimit)
	d.Language = primaryLanguage(firstOf(fields, "language", "lang"))
	for _, name := range []string{"original_url", "canonical_url", "source_url", "url", "link"} {
		if u := fields[name]; isWebAddress(u) {
			d.URL = u
			break
		}
	}
	for i, name := range []string{"original_published", "published", "publication_date", "publishdate", "issued", "date"} {
		s := fields[name]
		if s == "" {
			continue
		}
		p, err := parseDate(s)
		if err == nil {
			d.suggest(p, BasisMetadata, sure-0.01*float64(i), fmt.Sprintf("front matter, %q", name))
		} else {
			d.Warnings = append(d.Warnings, "The front matter gives no publication date: "+err.Error()+".")
		}
		break
	}
	return true
}

// yamlFields returns the scalar values of a YAML mapping as they are written, by
// lower-case key, the first of equal keys.
func yamlFields(text string) (fields map[string]string, ok bool) {
	defer func() {
		if recover() != nil { // the parser's faults must not cost the document
			fields, ok = nil, false
		}
	}()
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		return nil, false
	}
	fields = map[string]string{}
	if root.Kind == 0 {
		return fields, strings.TrimSpace(text) == "" || strings.HasPrefix(strings.TrimSpace(text), "#")
	}
	if len(root.Content) != 1 || root.Content[0].Kind != yaml.MappingNode {
		return nil, false
	}
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := strings.ToLower(pairs[i].Value), pairs[i+1]
		if _, twice := fields[key]; !twice && value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
			fields[key] = strings.TrimSpace(value.Value)
		}
	}
	return fields, true
}

func firstOf(fields map[string]string, names ...string) string {
	for _, n := range names {
		if fields[n] != "" {
			return fields[n]
		}
	}
	return ""
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
