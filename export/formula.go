package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"regtimeline/timeline/source"
)

// Inert returns text that no spreadsheet takes for a formula: on one line,
// valid UTF-8, without control characters, and with an apostrophe before each
// place at which a formula could begin. Such places are the start of the cell
// and, because a spreadsheet in many European locales splits a line at its
// semicolons whatever the quotes say, what follows a semicolon.
//
// The method is OWASP's against CSV injection; a plain number such as -5 stays.
func Inert(s string) string {
	s = source.Clean(valid(s), 0)
	if !strings.ContainsAny(s, formulaStarts) {
		return s
	}
	parts := strings.SplitAfter(s, ";")
	for i, p := range parts {
		if startsFormula(p) {
			parts[i] = quoted(p)
		}
	}
	return strings.Join(parts, "")
}

// formulaStarts are the characters that begin a formula, also in the full-width
// and small forms that East Asian versions of Excel accept.
const formulaStarts = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"

// startsFormula reports whether s, without the blanks that a spreadsheet would
// trim, begins like a formula and is no plain number.
func startsFormula(s string) bool {
	s = strings.TrimLeftFunc(s, blank)
	first, n := utf8.DecodeRuneInString(s)
	return n > 0 && strings.ContainsRune(formulaStarts, first) && !plainNumber(strings.TrimSuffix(s, ";"))
}

// quoted puts the apostrophe first of all in a cell, and after the blank that
// follows a semicolon within one.
func quoted(s string) string {
	rest := strings.TrimLeftFunc(s, blank)
	return s[:len(s)-len(rest)] + "'" + rest
}

func blank(r rune) bool {
	return r != '\t' && r != '\r' && r != '\n' && (unicode.IsSpace(r) || source.Invisible(r))
}

// plainNumber reports whether s is digits with a sign and a decimal point or comma at most.
func plainNumber(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	whole, part, found := strings.Cut(s, ".")
	if !found {
		whole, part, found = strings.Cut(s, ",")
	}
	return digits(whole) && (!found || digits(part))
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
