package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decoded is a file's text as valid UTF-8, with sentences for the user where the
// encoding was guessed or something could not be decoded.
type decoded struct {
	text     string
	warnings []string
}

var errBinary = errors.New("is not text: it holds binary data")

// decode turns bytes into UTF-8. A byte order mark decides, then the encoding
// declared in the file, then whether the bytes are UTF-8 – whose text is then
// exactly the bytes –, then a guess, which is told. The error says that the
// bytes are no text.
func decode(data []byte, declared string) (decoded, error) {
	if e, name := markedEncoding(data); e != nil {
		return decodeWith(e, name, data, ""), nil
	}
	if e, name, ok := unmarkedUTF16(data); ok {
		return decodeWith(e, name, data, guessed(name)), nil
	}
	valid := utf8.Valid(data)
	switch {
	case isBinary(data, valid):
		return decoded{}, errBinary
	case valid && isISO2022JP(data):
		return decodeWith(japanese.ISO2022JP, "ISO-2022-JP", data, guessed("ISO-2022-JP")), nil
	}
	if d, ok := decodeDeclared(data, declared, valid); ok {
		return d, nil
	}
	if valid {
		return decoded{text: string(data)}, nil
	}
	return decodeGuess(data)
}

// markedEncoding returns the encoding that a byte order mark names, and nil for
// none. That of UTF-8 is kept in the text, for the sake of the offsets.
func markedEncoding(data []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}) && len(data)%4 == 0:
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM), "UTF-32"
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM), "UTF-32"
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "UTF-16"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), "UTF-16"
	}
	return nil, ""
}

// unmarkedUTF16 knows UTF-16 and UTF-32 without a mark by the places of their
// NUL bytes: ASCII letters, digits and line ends have them always on one side.
func unmarkedUTF16(data []byte) (encoding.Encoding, string, bool) {
	sample := data[:min(len(data), 1<<16)]
	sample = sample[:len(sample)&^3]
	if len(sample) < 8 {
		return nil, "", false
	}
	var at [4]int
	for i, c := range sample {
		if c == 0 {
			at[i%4]++
		}
	}
	quarter := len(sample) / 4
	most := func(n int) bool { return n*10 >= quarter*9 }
	few := func(n int) bool { return n*10 <= quarter }
	switch {
	case few(at[0]) && most(at[2]) && most(at[3]):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "UTF-32LE", true
	case few(at[3]) && most(at[0]) && most(at[1]):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "UTF-32BE", true
	}
	even, odd := at[0]+at[2], at[1]+at[3]
	le, be := candidateUTF16LE, candidateUTF16BE
	switch {
	case odd*10 >= quarter*2*7 && even*20 <= odd:
		return le.encoding, le.name, true
	case even*10 >= quarter*2*7 && odd*20 <= even:
		return be.encoding, be.name, true
	case len(data)%2 == 0 && even+odd > 0 && !utf8.Valid(data): // Chinese has few NUL bytes
		for _, c := range []candidate{le, be} {
			if plausibility(sampleOf(data), c) > 40 {
				return c.encoding, c.name, true
			}
		}
	}
	return nil, "", false
}

// isISO2022JP reports whether 7-bit text switches to Japanese by its escapes.
func isISO2022JP(data []byte) bool {
	i := bytes.IndexByte(data, 0x1B)
	if i < 0 {
		return false
	}
	return (bytes.Contains(data[i:], []byte("\x1b$B")) || bytes.Contains(data[i:], []byte("\x1b$@"))) &&
		(bytes.Contains(data[i:], []byte("\x1b(B")) || bytes.Contains(data[i:], []byte("\x1b(J")))
}

// decodeDeclared obeys what the file says of itself where that can be true: a
// page that was converted to UTF-8 and still names its old encoding is UTF-8.
func decodeDeclared(data []byte, declared string, valid bool) (decoded, bool) {
	if declared == "" {
		return decoded{}, false
	}
	e, name := charset.Lookup(declared)
	if e == nil || e == encoding.Nop || strings.HasPrefix(name, "utf-") || name == "replacement" || name == "x-user-defined" {
		return decoded{}, false
	}
	if valid && (isASCII(data) || plausibility(sampleOf(data), candidateUTF8) >= plausibility(sampleOf(data), candidate{name: name, encoding: e, languages: []string{"*"}})) {
		return decoded{}, false
	}
	d := decodeWith(e, name, data, "")
	if bad := strings.Count(d.text, "\uFFFD"); bad*20 > len(d.text) {
		return decoded{}, false
	}
	return d, true
}

// declaredEncoding returns the encoding that an HTML or XML file names, or "".
func declaredEncoding(f format, data []byte) string {
	head := data[:min(len(data), 1024)]
	if i := bytes.Index(head, []byte("<?xml")); i >= 0 && i <= 3 {
		if end := bytes.Index(head[i:], []byte("?>")); end > 0 {
			if v := attribute(string(head[i:i+end]), "encoding"); v != "" {
				return v
			}
		}
	}
	if f != formatHTML {
		return ""
	}
	for rest := head; ; {
		i := strings.Index(lowerASCII(string(rest)), "<meta")
		if i < 0 {
			return ""
		}
		rest = rest[i+5:]
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			end = len(rest)
		}
		if v := attribute(string(rest[:end]), "charset"); v != "" {
			return v
		}
	}
}

// attribute returns the value after name= in the head of a tag, quoted or not.
func attribute(tag, name string) string {
	i := strings.Index(lowerASCII(tag), name)
	if i < 0 {
		return ""
	}
	v := strings.TrimLeft(tag[i+len(name):], " \t\r\n")
	if !strings.HasPrefix(v, "=") {
		return ""
	}
	v = strings.TrimLeft(v[1:], " \t\r\n\"'")
	if end := strings.IndexAny(v, "\"' ;/>\t\r\n"); end >= 0 {
		v = v[:end]
	}
	return v
}

// decodeGuess decodes bytes that are not UTF-8 by the likeliest encoding.
func decodeGuess(data []byte) (decoded, error) {
	best := guess(data)
	if best.name == candidateUTF8.name {
		text := strings.ToValidUTF8(string(data), "\uFFFD")
		return decoded{text: text, warnings: []string{"Some bytes are not valid UTF-8; each run of them is shown as \uFFFD."}}, nil
	}
	return decodeWith(best.encoding, best.name, data, guessed(best.name)), nil
}

func guessed(name string) string {
	return fmt.Sprintf("The file does not say its encoding; it was read as %s, which is a guess.", name)
}

// decodeWith decodes with one encoding; what that can't read becomes U+FFFD and a warning.
func decodeWith(e encoding.Encoding, name string, data []byte, warning string) decoded {
	var d decoded
	if warning != "" {
		d.warnings = append(d.warnings, warning)
	}
	out, err := e.NewDecoder().Bytes(data)
	d.text = strings.ToValidUTF8(string(out), "\uFFFD")
	if n := strings.Count(d.text, "\uFFFD"); n > 0 || err != nil {
		d.warnings = append(d.warnings, fmt.Sprintf("Some bytes are not valid %s and are shown as \uFFFD (%d places).", name, n))
	}
	return d
}

// mustEncoding returns an encoding of the WHATWG index by a name written here.
func mustEncoding(name string) encoding.Encoding {
	e, err := htmlindex.Get(name)
	if err != nil {
		panic("source: no encoding " + name) // a spelling error in this package, found by every test
	}
	return e
}

// lowerASCII keeps every offset, which strings.ToLower does not.
func lowerASCII(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

func isASCII(data []byte) bool {
	for _, c := range data {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
