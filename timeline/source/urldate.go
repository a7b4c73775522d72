package source

import (
	"net/url"
	"regexp"
	"strings"

	"regtimeline/dates"
)

// addressDates are the forms in which sites put the day, or the month, of
// publication into the path of a page's address.
var addressDates = []*regexp.Regexp{
	regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)`),      // /2021/07/05/fees
	regexp.MustCompile(`/((?:19|20)\d\d)-?(\d\d)/(?:t|c)?\d{4}(\d\d)?(?:_|/)`), // /202107/t20210705_1.html
	regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d)(\d\d)/`),                       // /2021/0705/
	regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d)/()`),                           // /2021/07/fees
}

// compactDay is a day in the name of a page on Chinese government sites.
var compactDay = regexp.MustCompile(`/(?:t|c)((?:19|20)\d\d)(\d\d)(\d\d)_\d+`)

// addressDate returns the day, or the month, that a web address shows; the zero
// Date is none. Of an archived page the address of the page itself counts.
func addressDate(address string) dates.Date {
	if i := strings.LastIndex(address, "http"); i > 0 && strings.Contains(address, "web.archive.org/") {
		address = address[i:]
	}
	u, err := url.Parse(address)
	if err != nil {
		return dates.Date{}
	}
	for _, re := range append([]*regexp.Regexp{compactDay}, addressDates...) {
		m := re.FindStringSubmatch(u.Path)
		if m == nil {
			continue
		}
		text := m[1] + "-" + pad(m[2])
		if m[3] != "" {
			text += "-" + pad(m[3])
		}
		if d, err := dates.Parse(text); err == nil {
			return d
		}
	}
	return dates.Date{}
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// datedAddress suggests the date of the document's own address.
func (d *Document) datedAddress() {
	at, basis := d.URL, BasisMetadata
	if at == "" {
		at, basis = d.statedAddress(), BasisText
	}
	date := addressDate(at)
	confidence := fair
	if date.Precision() != dates.PrecisionDay {
		confidence = trusted
	}
	d.suggest(date, basis, confidence, "the address "+at)
}

// statedAddress returns the address that a line at the head gives as the page's
// own: "Source: https://…".
func (d *Document) statedAddress() string {
	for i, b := range d.Blocks {
		if i == headBlocks {
			break
		}
		text := d.Text[b.Start:b.End]
		at := strings.Index(text, "http")
		if at < 0 || at > 40 || len(text) > 2000 || !addressLabel.MatchString(text[:at]) {
			continue
		}
		end := strings.IndexFunc(text[at:], func(r rune) bool { return isSpace(r) || strings.ContainsRune("]>\"”", r) })
		if end < 0 {
			end = len(text) - at
		}
		return strings.TrimRight(text[at:at+end], ").,")
	}
	return ""
}

var addressLabel = regexp.MustCompile(`^(?i:\W*(?:source|link|url|original|originally published at|canonical|来源|來源|原文|原文链接|链接|網址|网址)\W*(?:\[\w+\]\()?\W*)$`)
