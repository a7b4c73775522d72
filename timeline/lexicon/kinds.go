package lexicon

import (
	"embed"
	"strconv"
	"strings"
	"sync"

	"regtimeline/dates/pattern"
)

//go:embed cues/*.txt
var cueFiles embed.FS

// Cues are the words that say what sort of act a clause tells of, compiled.
var Cues = sync.OnceValue(func() *pattern.Set {
	set, err := pattern.Compile(cueSources()...)
	if err != nil {
		panic(err) // the data is part of the program; a test compiles it
	}
	return set
})

// cueSources reads the cue files in the order of their names.
func cueSources() []pattern.Source {
	entries, err := cueFiles.ReadDir("cues")
	if err != nil {
		panic(err)
	}
	var sources []pattern.Source
	for _, e := range entries {
		text, err := cueFiles.ReadFile("cues/" + e.Name())
		if err != nil {
			panic(err)
		}
		sources = append(sources, pattern.Source{Name: e.Name(), Text: string(text)})
	}
	return sources
}

// CueRule is what the data says of one cue.
type CueRule struct {
	ID     string
	Kind   string
	Weight int      // 1 weak to 3 beyond doubt
	Noun   bool     // a noun, which gives way to a verb
	Object bool     // the kind follows from what the act is done to
	Needs  []string // classes of which the clause must name one
	By     []string // classes of which one must stand before the verb, or behind it after "by"
	Dates  bool     // it only leads to a date, "decision of 5 May": a verb of the sentence goes before
	Dated  bool     // it counts only right behind a date
}

// cueRules are the rules of Cues by their patterns, read once.
var cueRules = sync.OnceValue(func() map[*pattern.Rule]*CueRule {
	rules := make(map[*pattern.Rule]*CueRule, len(Cues().Rules))
	for _, r := range Cues().Rules {
		rules[r] = readRule(r)
	}
	return rules
})

// RuleOf returns what the data says of a pattern of Cues, and nil for any other.
func RuleOf(r *pattern.Rule) *CueRule { return cueRules()[r] }

// readRule reads the attributes of a cue's pattern.
func readRule(r *pattern.Rule) *CueRule {
	c := &CueRule{
		ID: r.ID, Kind: r.Action, Weight: 2, Noun: r.Attrs["noun"] == "1", Object: r.Attrs["object"] == "1",
		Dates: r.Attrs["before"] == "date", Dated: r.Attrs["after"] == "date",
	}
	if w, err := strconv.Atoi(r.Attrs["weight"]); err == nil {
		c.Weight = w
	}
	if n := r.Attrs["needs"]; n != "" {
		c.Needs = strings.Split(n, ",")
	}
	if by := r.Attrs["by"]; by != "" {
		c.By = strings.Split(by, ",")
	}
	return c
}
