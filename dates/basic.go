package dates

import "regtimeline/dates/pattern"

// The years of a day that a text may write in eight digits, without a mark between
// them (the basic format of ISO 8601).
const (
	earliestBasic = 1900
	latestBasic   = 2099
)

// basicDate decides whether a number of eight digits is a day: it lies in the years of
// which texts write so, and nothing around it makes it a number of something – a word
// such as "invoice", a name, another number, what it counts.
func (f *finder) basicDate(m pattern.Match) bool {
	t := f.tokens[m.Lo]
	year := t.Num / 10000
	if t.End-t.Start != 8 || year < earliestBasic || year > latestBasic || f.labelsNumber(m.Lo) || f.basicBehind(m.Hi) {
		return false
	}
	if !f.sameLine(m.Lo) {
		return m.Lo == 0 || t.Gap != pattern.Glued || f.openBefore(m.Lo)
	}
	prev := f.tokens[m.Lo-1]
	switch prev.Kind {
	case pattern.Number:
		return prev.Digits == 8
	case pattern.Word:
		return !prev.Upper || f.leadsYear(m.Lo) || hasPastEnding(f.text[prev.Start:prev.End])
	}
	return true
}

// openBefore reports whether what touches tokens[i] is a mark that opens or introduces
// it – "(20150704)", "date:20150704" – and not the hyphen of "report-20150704".
func (f *finder) openBefore(i int) bool {
	prev := f.tokens[i-1]
	return prev.Kind == pattern.Han || prev.Kind == pattern.Punct && !(prev.Gap == pattern.Glued && f.set.Is(prev, "dash"))
}

// labelsNumber reports whether one of the words before tokens[i], up to three tokens
// away and on its line, says of what it is a number: "Invoice 20150704", "ref. no.: 20150704".
func (f *finder) labelsNumber(i int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if f.set.Is(f.tokens[j], "codelead") {
			return true
		}
		if f.tokens[j+1].Gap == pattern.Far {
			return false
		}
	}
	return false
}

// basicBehind reports whether what stands behind tokens[i-1] shows that the eight
// digits before it are no day: a noun, another number, a letter.
func (f *finder) basicBehind(i int) bool {
	if !f.has(i) {
		return false
	}
	next := f.tokens[i]
	switch {
	case next.Kind == pattern.Number && next.Gap != pattern.Far && !f.clockBehind(i):
		return next.Digits != 8
	case next.Kind == pattern.Word && next.Gap == pattern.Glued:
		return !f.clockTime(i)
	case next.Gap == pattern.Glued && f.set.Is(next, "dash"):
		return f.gluedAfter(i).Kind == pattern.Word // "20230710~deb12u1"
	}
	return next.Kind == pattern.Word && f.sameLine(i) && !f.set.Is(next, "afterday") || next.Kind == pattern.Han && f.set.Is(next, "codebehind")
}

// clockBehind reports whether tokens[i] begins a time of day: 14:30.
func (f *finder) clockBehind(i int) bool {
	return f.has(i+2) && f.tokens[i].Digits <= 2 && f.tokens[i+1].Gap == pattern.Glued && f.set.Is(f.tokens[i+1], "colon") && f.tokens[i+2].Digits == 2
}
