package lexicon

// take finds the first name in a run and returns the rest of the run.
func (u *unknown) take(run []token) []token {
	for len(run) > 0 && (run[0].small || u.heads.outside[run[0].lower]) {
		run = run[1:]
	}
	for len(run) > 0 && run[len(run)-1].small {
		run = run[:len(run)-1]
	}
	if len(run) == 0 {
		return nil
	}
	end := u.split(run)
	if from, to, k := u.name(run[:end]); to > from {
		u.put(run[from].start, run[to-1].end, k)
		return run[to:]
	}
	return run[end:]
}

// split returns how many words of a run may belong to one name: "and" divides
// before a word that begins names, and between words that end them.
func (u *unknown) split(run []token) int {
	for i := 1; i+1 < len(run); i++ {
		if run[i].lower != "and" {
			continue
		}
		_, begins := u.heads.first[run[i+1].lower]
		if begins && i+2 < len(run) && run[i+2].small {
			return i
		}
		if i >= 2 && u.ends(run[i-1]) && u.ends(run[len(run)-1]) {
			return i
		}
	}
	return len(run)
}

// ends reports whether names may end in a word.
func (u *unknown) ends(t token) bool {
	_, last := u.heads.last[t.lower]
	_, suffix := u.heads.suffix[t.lower]
	return last || suffix
}

// name returns the words [from, to) of a run that make a name, and its kind.
func (u *unknown) name(run []token) (from, to int, k headKind) {
	for i := from; i < len(run); i++ { // "Ministry of Widgets", "Federal Office for Widgets"
		k, ok := u.heads.first[run[i].lower]
		if l, is := u.heads.last[run[i].lower]; !ok && i > from && is && l.Type != Company {
			k, ok = l, true
		}
		if ok && i+2 < len(run) && run[i+1].small && run[i+1].lower != "and" && run[i+1].lower != "&" {
			return u.skipGeneric(run, from, i, k), u.tail(run, i), k
		}
	}
	for i := len(run) - 1; i > from; i-- {
		k, ok := u.heads.last[run[i].lower]
		if s, is := u.heads.suffix[run[i].lower]; is {
			k, ok = s, true
		}
		from := max(from, afterPlace(run, i))
		if ok && i > from && !run[i-1].small && u.particular(run[from:i]) && (i+1 == len(run) || !u.heads.unlike[run[i+1].lower]) {
			return u.skipGeneric(run, from, i, k), i + 1, k
		}
	}
	return 0, 0, headKind{}
}

// afterPlace returns the place behind the last small word before run[head] that
// parts names: in "Bonn for the Widget Office" the office alone has a head word.
func afterPlace(run []token, head int) int {
	for i := head - 1; i >= 0; i-- {
		if run[i].small && !joins[run[i].lower] {
			return i + 1
		}
	}
	return 0
}

// joins holds the small words that may stand before the head word of a name.
var joins = map[string]bool{
	"and": true, "&": true, "of": true, "de": true, "du": true, "des": true, "der": true, "die": true,
	"das": true, "und": true, "et": true, "la": true, "le": true, "del": true, "della": true, "di": true,
	"y": true, "e": true, "do": true, "da": true, "dos": true, "van": true, "von": true,
}

// tail returns where a name ends that goes on after the head word run[i] with a
// small word: before "and" with a further head word, else at the end of the run.
func (u *unknown) tail(run []token, i int) int {
	for j := i + 2; j < len(run); j++ {
		k, ok := u.heads.last[run[j].lower]
		if ok && k.Type == Instrument && !run[j-1].small && u.heads.first[run[i].lower].Type != Instrument {
			return j + 1 // "Ministry of Widgets Order"
		}
	}
	return len(run)
}

// particular reports whether words before a head word say which one it is.
func (u *unknown) particular(run []token) bool {
	for _, t := range run {
		if !t.small && !u.heads.generic[t.lower] && len(t.lower) > 1 {
			return true
		}
	}
	return len(run) > 1 && u.heads.generic[run[0].lower] && !u.heads.generic[run[len(run)-1].lower]
}

// skipGeneric passes over the words before run[head] that only say how far an
// instrument has come: "Draft".
func (u *unknown) skipGeneric(run []token, from, head int, k headKind) int {
	for k.Type == Instrument && from < head-1 && qualifier[run[from].lower] {
		from++
	}
	return from
}

// qualifier holds the words that say how far an instrument has come.
var qualifier = map[string]bool{
	"draft": true, "new": true, "final": true, "interim": true, "proposed": true, "revised": true,
	"amended": true, "current": true, "old": true, "original": true,
}
