package pattern

import (
	"fmt"
	"strconv"
	"strings"
)

// Source is a data file of patterns.
type Source struct {
	Name string // used in errors and in the ids of rules: "en.txt"
	Text string
}

// Rule is one pattern of a data file.
type Rule struct {
	ID       string            // file:line, such as "en.txt:29"
	Number   int               // its place among the rules of its Set
	start    int32             // its first instruction
	Action   string            // the word after "rule": what the pattern yields
	Attrs    map[string]string // key=value words after the action
	Examples []Example
	root     *node
	tail     uint16 // the state where what follows its gap begins; 0 for a rule without one
}

// Example is a text that a rule must match as a whole, with what it must yield
// there; what that means is up to the package that runs the examples.
type Example struct {
	Line       int
	Text, Want string
}

// The grammar of a data file. Lines that begin with # are comments.
//
//	words CLASS        the words of a class, one value a line, up to a blank line:
//	  1 january jan    value and words; "May!" counts only with a capital letter;
//	  3 third_quarter  an underscore joins the words of a phrase
//	def NAME = PATTERN
//	rule ACTION key=value … : PATTERN
//	  text = what it yields       examples, indented, run as tests
//
// A pattern is a sequence of
//
//	word , 'x'      that word or mark itself (quotes for marks that mean something here)
//	{class}         a token of the class, captured under the class's name
//	{class:field}   the same, captured as field
//	<name>          the pattern of a def
//	( a | b )       either
//	x?  x+          optional, repeated
//	~x              with nothing between x and what stands before it
//	[ x ]           the part that is the expression; the rest is only context
//	…               a gap: nothing or up to six words; Parts knows no rule that has one
//
// Classes of numbers are built in: day (1–31), mm (1–12), year (four digits from
// 1000 on), yy (two digits), dd (two digits), n (up to four digits), ordinal (4th),
// plural (1990s), ymd (eight digits), number (any); any is any word or number; and of marks: dash, comma, dot, slash, apos, open,
// close, han numeral digits are words of the language's file.
type parser struct {
	set       *Set
	file      string
	line      int
	wordsOnly bool
	defs      map[string]*node
	errors    []error
}

func (p *parser) errorf(format string, args ...any) {
	p.errors = append(p.errors, fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...)))
}

// parse reads one data file. Words are read before all else, so that a pattern
// may name a class that is written further down or in another file.
func (p *parser) parse(src Source, wordsOnly bool) {
	p.file, p.defs, p.wordsOnly = src.Name, map[string]*node{}, wordsOnly
	class := ""
	var rule *Rule
	for i, raw := range strings.Split(src.Text, "\n") {
		p.line = i + 1
		line := strings.TrimRight(raw, " \t\r")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line == "" {
			class, rule = "", nil
			continue
		}
		if line[0] == ' ' || line[0] == '\t' {
			switch {
			case class != "":
				if wordsOnly {
					p.wordLine(class, strings.Fields(line))
				}
			case wordsOnly:
			case rule != nil:
				text, want, ok := cutLast(strings.TrimSpace(line), " = ")
				if !ok {
					text, want = strings.TrimSuffix(strings.TrimSpace(line), " ="), ""
				}
				rule.Examples = append(rule.Examples, Example{p.line, text, want})
			default:
				p.errorf("an indented line that belongs to nothing")
			}
			continue
		}
		class, rule = p.statement(line)
	}
}

func cutLast(s, sep string) (string, string, bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

func (p *parser) statement(line string) (class string, rule *Rule) {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "words":
		return strings.TrimSpace(rest), nil
	case "def", "rule":
		if p.wordsOnly {
			return "", nil
		}
		if word == "def" {
			p.def(rest)
			return "", nil
		}
		return "", p.rule(rest)
	default:
		p.errorf("%q is none of words, def, rule", word)
	}
	return "", nil
}

func (p *parser) def(rest string) {
	name, pat, ok := strings.Cut(rest, "=")
	if !ok {
		p.errorf("def needs a name, = and a pattern")
		return
	}
	p.defs[strings.TrimSpace(name)] = p.pattern(pat)
}

func (p *parser) rule(rest string) *Rule {
	head, pat, ok := strings.Cut(rest, ": ")
	fields := strings.Fields(head)
	if !ok || len(fields) == 0 {
		p.errorf("rule needs an action, a colon and a pattern")
		return nil
	}
	r := &Rule{ID: fmt.Sprintf("%s:%d", p.file, p.line), Number: len(p.set.Rules), Action: fields[0], Attrs: map[string]string{}, root: p.pattern(pat)}
	for _, f := range fields[1:] {
		k, v, _ := strings.Cut(f, "=")
		r.Attrs[k] = v
	}
	p.set.Rules = append(p.set.Rules, r)
	return r
}

func (p *parser) wordLine(class string, fields []string) {
	value, err := strconv.Atoi(fields[0])
	if err != nil || len(fields) < 2 {
		p.errorf("a line of words needs a value and a word")
		return
	}
	for _, w := range fields[1:] {
		p.set.addWord(class, w, value)
	}
}
