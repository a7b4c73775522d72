package export

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"

	"regtimeline/timeline"
)

//go:embed html
var htmlFiles embed.FS

// The parts of the page's style and script, in the order in which they run.
var (
	htmlStyles  = []string{"html/page.css", "html/event.css", "html/chart.css", "html/print.css"}
	htmlScripts = []string{"html/events.js", "html/filter.js", "html/chart.js", "html/main.js"}
)

// writeHTML writes one page that needs nothing beside it: to be looked at in a
// browser, sent by mail, printed. It is a plain list to read where scripts do not
// run; with them events can be searched, filtered and zoomed into, and each opens
// its words in the text around them.
//
// The page may load nothing and run nothing but its own style and script (see
// htmlPolicy). Text of documents stands in it as text, or as JSON that the
// script puts into the page as text.
func writeHTML(w io.Writer, t *timeline.Timeline, o Options) error {
	page, err := newHTMLPage(t, o)
	if err != nil {
		return err
	}
	layout, err := template.ParseFS(htmlFiles, "html/page.tmpl", "html/event.tmpl")
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := layout.Execute(b, page); err != nil {
		return err
	}
	return b.Flush()
}

// htmlParts joins embedded files to one text.
func htmlParts(names []string) (string, error) {
	var b bytes.Buffer
	for _, name := range names {
		data, err := htmlFiles.ReadFile(name)
		if err != nil {
			return "", err
		}
		b.Write(data)
	}
	return b.String(), nil
}

// htmlPolicy is the Content Security Policy of the page: nothing is loaded from
// anywhere, and of all styles and scripts only those of these very bytes act.
func htmlPolicy(style, script string) string {
	return "default-src 'none'; img-src data:; style-src '" + digestOf(style) + "'; script-src '" + digestOf(script) +
		"'; base-uri 'none'; form-action 'none'"
}

func digestOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// htmlData is data for a script element: JSON in which no character can end the
// element or begin another.
func htmlData(v any) (template.JS, error) {
	data, err := json.Marshal(v) // escapes <, >, &, U+2028 and U+2029
	return template.JS(data), err
}
