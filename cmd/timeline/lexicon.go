package main

import (
	"os"

	"regtimeline/timeline/lexicon"

	"github.com/spf13/pflag"
)

func registerLexicons(set *pflag.FlagSet, files *[]string) {
	set.StringArrayVar(files, "lexicon", nil, "`FILE` with names of regulators, companies and laws to know too; may be given several times")
}

// readLexicon adds lists of the user's to the names that are built in; it is nil
// where there are none. A later list rules over an earlier one.
func readLexicon(files []string) (*lexicon.Lexicon, error) {
	var l *lexicon.Lexicon
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			return nil, usage("--lexicon: %s: %s", path, reason(err))
		}
		if l == nil {
			l = lexicon.Default()
		}
		l, err = l.With(path, f)
		f.Close()
		if err != nil {
			return nil, usage("--lexicon: %s", reason(err))
		}
	}
	return l, nil
}
