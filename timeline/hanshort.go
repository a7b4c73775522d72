package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/timeline/lexicon"
)

// dropByline cuts what a newspaper puts before its report: 〔記者…報導〕, 【本報訊】.
func dropByline(name string) string {
	if open := strings.IndexAny(name, "电電"); open > 0 && open < 60 && lexicon.Cues().Opens(lexicon.Cues().Lex(name, 0, len(name), nil), "newsagency") {
		name = name[open+len("电"):]
	}
	for _, p := range [][2]string{{"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}} {
		if rest, ok := strings.CutPrefix(name, p[0]); ok {
			if _, behind, ok := strings.Cut(rest, p[1]); ok && behind != "" {
				return strings.TrimSpace(behind)
			}
		}
	}
	return name
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// hanShort makes a name that is too long shorter without breaking it: first what
// stands in brackets goes, then what stands behind the act's own object, and at
// last only who acts, the act and what it acts on are left.
func (s *sentence) hanShort(name string, c cue) string {
	short := func(n string) bool { return utf8.RuneCountInString(n) <= maxHanName }
	if name = dropAsides(name); short(name) {
		return name
	}
	if name = s.dropGrounds(name); short(name) {
		return name
	}
	who := ""
	for i := range s.names {
		if n := &s.names[i]; n.End <= c.start && n.Entity.Type != lexicon.Country && n.Entity.Type != lexicon.Instrument && !s.toward(n) {
			who = s.titled(n)
		}
	}
	act := s.r.doc.Text[c.start:c.end]
	object := ""
	for i := range s.names {
		n := &s.names[i]
		if n.Start >= c.end && s.titled(n) != who && (object == "" || n.Entity.Type == lexicon.Instrument) && n.Entity.Type != lexicon.Country {
			object = s.titled(n)
			break
		}
	}
	if object == "" && c.kind.Track() == Instrument {
		for i := range s.names {
			if n := &s.names[i]; n.End <= c.start && n.Entity.Type == lexicon.Instrument {
				if short(s.titled(n) + act) {
					return s.titled(n) + act
				}
			}
		}
	}
	if composed := who + act + object; (who != "" || object != "") && short(composed) {
		return composed
	}
	if object != "" && short(act+object) {
		return act + object
	}
	return cutHan(name, act)
}

// dropGrounds takes out of a name what an act only rests on: "依据《…》第八条的规定".
func (s *sentence) dropGrounds(name string) string {
	cues := s.r.cues
	tokens := cues.Lex(name, 0, len(name), nil)
	word := func(i int) string { return name[tokens[i].Start:tokens[i].End] }
	for i := range tokens {
		from := i
		for n := 1; n <= 2 && n <= i; n++ {
			if cues.Opens(tokens[i-n:i], "restson") {
				from = i - n
			}
		}
		if word(i) != "《" || from == i {
			continue
		}
		to := i
		for to < len(tokens) && word(to) != "》" {
			to++
		}
		to++
		for k := to; k < len(tokens) && k < to+12 && word(to) == "第"; k++ {
			if cues.Is(tokens[k], "division") {
				to = k + 1
				break
			}
		}
		for to < len(tokens) && cues.Is(tokens[to], "groundtail") {
			to++
		}
		if to < len(tokens) {
			return name[:tokens[from].Start] + name[tokens[to].Start:]
		}
	}
	return name
}

// dropAsides takes what stands in round brackets out of a name, outside titles.
func dropAsides(name string) string {
	var b strings.Builder
	depth, title := 0, 0
	for _, r := range name {
		switch r {
		case '《':
			title++
		case '》':
			title--
		case '（', '(':
			if title == 0 {
				depth++
			}
		}
		if depth == 0 {
			b.WriteRune(r)
		}
		if (r == '）' || r == ')') && depth > 0 {
			depth--
		}
	}
	if depth > 0 || b.Len() < len("通过") {
		return name
	}
	return b.String()
}

// cutHan cuts a long Chinese name at the last list comma or particle that leaves
// the act whole.
func cutHan(name, act string) string {
	rs := []rune(name)
	from := strings.LastIndex(name, act)
	if from >= 0 && utf8.RuneCountInString(name[:from])+utf8.RuneCountInString(act) > maxHanName {
		rs = []rune(name[from:]) // what stands before the act goes
		if len(rs) <= maxHanName {
			return string(rs)
		}
	}
	best := maxHanName
	for i := maxHanName; i > maxHanName/2; i-- {
		if rs[i] == '、' || rs[i] == ' ' {
			best = i
			break
		}
	}
	return balance(strings.TrimRight(string(rs[:best]), "、 的及和与與"))
}
