// Package pattern compiles patterns over tokens into one automaton and runs it
// over text that is tokenised once.
//
// A Set of patterns is made of data files (see Parse for their grammar). Its
// Lexer turns text into tokens that are byte offsets and a symbol; a symbol
// stands for the set of classes a token belongs to, so that "may", "5" and "2021"
// may each be several things at once. Match then finds, from one token on, the
// longest pattern in one pass. The package promises that it never changes or
// copies the text, that offsets lie on rune boundaries, and that time is linear
// in the text for patterns of bounded length.
package pattern

// Token is a word, a number, a Han character or a punctuation mark.
type Token struct {
	Start, End int    // bytes into the text
	Sym        uint16 // its symbol in the Set that made it
	Gap        Gap    // what stands between it and the token before
	Kind       TokenKind
	Upper      bool  // a word that begins with a capital letter
	Num        int32 // value of a number of at most eight digits; else -1
	Digits     uint8 // how many digits a number has, at most 255

	word uint16 // its entry in the table of words
}

// Gap is what separates a token from the one before it.
type Gap uint8

// The gaps. No pattern reaches over Far.
const (
	Glued Gap = iota // nothing, or invisible characters only
	Space            // white space, with line ends at most two
	Far              // the start of the text, or more white space than a phrase has
)

// TokenKind is the coarse kind of a token.
type TokenKind uint8

// The kinds of token.
const (
	Word TokenKind = iota
	Number
	Han
	Punct
)

// maxGap is how many bytes of white space a phrase may hold between two words;
// an indented line in a narrow column needs a few dozen.
const maxGap = 64
