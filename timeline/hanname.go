package timeline

import (
	"strings"
	"unicode/utf8"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
	"regtimeline/timeline/lexicon"
	"regtimeline/timeline/source"
)

const (
	maxHanName    = 45 // the length, in characters, beyond which a Chinese name is made shorter
	maxHanSubject = 20 // and that of the longest noun taken for a subject
)

// hanName makes a name of Chinese text: the part between marks that holds the
// cue, with the subject from an earlier part where it has none of its own.
func (s *sentence) hanName(c cue, m *dates.Mention) string {
	lo, hi := s.hanPart(c)
	from := s.beforeTitle(c, lo)
	if title := s.titleBehind(c); title > 0 {
		hi = title // 审议通过的《…》业经…: what follows the title is another act
	}
	name := s.tidy(from, hi, m)
	if from == lo && (s.undergoes(lo, c) || !s.hasSubject(s.tokenAt(lo), c.lo) && !s.ownSubject(s.tokenAt(lo), c.lo)) {
		name = s.subject(c, lo) + name
	}
	if utf8.RuneCountInString(name) < 4 {
		name = s.tidy(s.start, hi, m) // 生效 alone says nothing
	}
	name = s.issued(dropByline(source.Clean(name, 0)))
	if utf8.RuneCountInString(name) <= maxHanName {
		return name
	}
	return s.hanShort(name, c)
}

// hanPart returns the bytes between the marks around a cue.
func (s *sentence) hanPart(c cue) (lo, hi int) {
	lo, hi = s.start, s.end
	depth := 0
	for i, t := range s.tokens {
		if i > 0 && (s.spaced(i) || t.Gap != pattern.Glued && s.r.cues.Opens(s.tokens[i:], "restson")) {
			if i <= c.lo {
				lo = t.Start
			} else {
				return lo, s.tokens[i-1].End
			}
		}
		switch s.text(t) {
		case "（", "(", "《":
			if i > 0 { // what stands in brackets as a whole is no aside
				depth++
			}
		case "）", ")", "》":
			depth = max(0, depth-1)
		}
		switch {
		case depth > 0 || !s.parts(t):
		case i < c.lo:
			lo = t.End
		case i >= c.hi:
			return lo, t.Start
		}
	}
	return lo, hi
}

// spaced reports whether a space, and no line end, parts token i from the Han
// character before it: in Chinese it stands between clauses.
func (s *sentence) spaced(i int) bool {
	a, b := s.tokens[i-1], s.tokens[i]
	return a.Kind == pattern.Han && (b.Kind == pattern.Han || b.Kind == pattern.Number) && b.Gap == pattern.Space && !strings.ContainsAny(s.r.doc.Text[a.End:b.Start], "\n\r")
}

// parts reports whether a mark parts Chinese text into clauses.
func (s *sentence) parts(t pattern.Token) bool {
	switch s.text(t) {
	case "，", "；", "。", "：", ",", ";", ":":
		return !s.insideMention(t.Start)
	}
	return false
}

// titleBehind returns the end of the title that a cue only describes, as in
// 审议通过的《…》, or 0.
func (s *sentence) titleBehind(c cue) int {
	if !c.attributive {
		return 0
	}
	i := c.hi
	for i < len(s.tokens) && (s.r.cues.Is(s.tokens[i], "aspect") || s.text(s.tokens[i]) == "的") {
		i++
	}
	if i == len(s.tokens) || s.text(s.tokens[i]) != "《" {
		return 0
	}
	end := strings.Index(s.r.doc.Text[s.tokens[i].Start:s.end], "》")
	if end < 0 {
		return 0
	}
	return s.tokens[i].Start + end + len("》")
}

// beforeTitle returns where the name of an act begins on a title that another act
// describes: of "…通过的《…》业经…批准" what is approved is the title.
func (s *sentence) beforeTitle(c cue, lo int) int {
	for _, o := range s.cues {
		if o.start < lo || o.hi >= c.lo || c.attributive {
			continue
		}
		if end := s.titleBehind(o); end > 0 && end <= c.start {
			return lo + strings.LastIndex(s.r.doc.Text[lo:end], "《")
		}
	}
	return lo
}

// subject returns what stands for the subject of a cue whose own part has none: the
// instrument of an act on one, the noun with which an earlier part begins, the nearest
// first, or the last name before.
func (s *sentence) subject(c cue, lo int) string {
	if family(c.kind) == "force" || c.kind.Track() == Instrument {
		if n := s.instrumentBefore(lo); n != nil {
			return s.titled(n)
		}
	}
	for i := s.tokenAt(lo) - 1; i >= 0; i-- {
		if i > 0 && !s.parts(s.tokens[i-1]) && !s.opaque[i-1] && !s.spaced(i) || s.opaque[i] {
			continue
		}
		if end := s.nounEnd(i); end > 0 && s.tokens[end-1].End <= lo {
			return s.r.doc.Text[s.tokens[i].Start:s.tokens[end-1].End]
		}
	}
	if n := s.nameBefore(lo); n != nil {
		return s.titled(n)
	}
	return ""
}

// instrumentBefore returns the instrument that a later part of the sentence is about:
// the one of the document's title, else the last before an offset that is not only
// what the act rests on (根据《…》).
func (s *sentence) instrumentBefore(offset int) *lexicon.Match {
	var last *lexicon.Match
	for i := range s.names {
		n := &s.names[i]
		if n.End > offset || n.Entity.Type != lexicon.Instrument {
			continue
		}
		if strings.Contains(s.r.doc.Title, s.r.doc.Text[n.Start:n.End]) {
			return n
		}
		if at := s.tokenAt(n.Start); last == nil || !s.r.cues.Contains(s.tokens[max(0, at-4):at], "restson") {
			last = n
		}
	}
	return last
}

// undergoes reports whether the part that begins at an offset begins with 被 or 向:
// the name behind it is not its subject.
func (s *sentence) undergoes(lo int, c cue) bool {
	i := s.tokenAt(lo)
	for i < c.lo && (s.opaque[i] || s.r.cues.Is(s.tokens[i], "at")) {
		i++
	}
	return i < c.lo && (s.r.cues.Is(s.tokens[i], "passive") || s.r.cues.Is(s.tokens[i], "toward"))
}

// ownSubject reports whether a part that begins at token i begins with a noun
// before a word that only a predicate has.
func (s *sentence) ownSubject(i, to int) bool {
	for i < to && s.opaque[i] {
		i++
	}
	end := s.nounEnd(i)
	return end > 0 && end < to
}

// nounEnd returns where the noun that begins at token i ends: at a word that comes
// between a subject and its verb, such as 于, 因, 已 or 被. It is 0 where none does, or
// where the words begin with one that leads no subject.
func (s *sentence) nounEnd(i int) int {
	if i >= len(s.tokens) || s.tokens[i].Kind != pattern.Han || s.cueAt(i) || s.r.cues.Opens(s.tokens[i:], "nosubject") {
		return 0
	}
	numbers := s.text(s.tokens[i]) == "第"
	for j := i + 1; j < len(s.tokens) && j-i <= maxHanSubject; j++ {
		switch {
		case numbers && s.r.cues.Is(s.tokens[j], "division"):
			return 0 // 第四条　… is the label of a provision
		case s.opaque[j], s.r.cues.Opens(s.tokens[j:], "predicate") && !s.r.cues.Opens(s.tokens[j:], "nopredicate") && !s.inName(s.tokens[j].Start), s.cueAt(j):
			if j-i < 2 || j-i > 8 && s.cueAt(j) {
				return 0 // the longer it is, the likelier it is a verb with its object
			}
			return j
		case s.tokens[j].Kind == pattern.Punct && s.breaks(s.tokens[j]) != 1:
			return 0
		}
	}
	return 0
}

// titled returns the words of a name with the marks of a title around them.
func (s *sentence) titled(n *lexicon.Match) string {
	text := s.r.doc.Text
	if strings.HasSuffix(text[:n.Start], "《") && strings.HasPrefix(text[n.End:], "》") {
		return text[n.Start-len("《") : n.End+len("》")]
	}
	return text[n.Start:n.End]
}

// issued puts the issuer of a notice for what it calls itself: "本局", "本院".
func (s *sentence) issued(name string) string {
	for _, w := range s.r.performed {
		if strings.HasPrefix(name, w) && strings.ContainsRune("现現", firstRune(w)) {
			name = name[len("现"):]
			break
		}
	}
	f := s.r.footBehind(s.end)
	if f == nil || f.line == "" {
		return name
	}
	for _, w := range s.r.issuerNames {
		if rest, ok := strings.CutPrefix(name, w); ok {
			return f.line + rest
		}
	}
	return name
}

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
