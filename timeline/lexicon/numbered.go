package lexicon

import "strings"

// numbered takes a numbered instrument whose last word is the last of the run and
// whose number ends at stop, and ends the run. The words before it belong to the
// name where they qualify it: "Commission Implementing Regulation (EU) 2021/1".
func (u *unknown) numbered(stop int, k headKind) int {
	head := len(u.run) - 1
	from := head
	for from > 0 && qualifies[u.run[from-1].lower] {
		from--
	}
	start := u.run[from].start
	u.run = u.run[:from]
	u.flush()
	u.put(start, stop, k)
	return stop
}

// qualifies holds the words that stand before Regulation, Order or Law in the
// name of a numbered instrument.
var qualifies = map[string]bool{
	"commission": true, "council": true, "implementing": true, "delegated": true, "framework": true,
	"executive": true, "public": true, "presidential": true, "cabinet": true, "ministerial": true,
	"government": true, "legislative": true, "federal": true, "royal": true, "supreme": true,
}

// publicLaw returns the end of "Pub. L. No. 104-191" or "P.L. 104-191" whose first
// word is text[i:end], or 0.
func (u *unknown) publicLaw(i, end int) int {
	rest := u.text[end:]
	switch u.text[i:end] {
	case "Pub":
		if !strings.HasPrefix(rest, ". L.") {
			return 0
		}
		end += len(". L.")
	case "P.L":
		if !strings.HasPrefix(rest, ".") {
			return 0
		}
		end++
	default:
		return 0
	}
	if stop := numberEnd(u.text, end); stop > end {
		return stop
	}
	return 0
}

// numberEnd returns where the number of an instrument ends that begins at
// text[i:], behind white space: "(EU) 2016/679", "95/46/EC", "No. 57 of 2003",
// "14028". Without a sign that it is a number – a union in brackets, "No.", a
// stroke or hyphen inside – it must have five digits, since four are a year. It
// returns i where there is none.
func numberEnd(text string, i int) int {
	j := skipBlank(text, i)
	if j == i {
		return i
	}
	sure := false
	if k := bracketEnd(text, j); k > j {
		j, sure = skipBlank(text, k), true
	}
	for _, no := range [...]string{"No. ", "No.", "No ", "Nos. ", "no. ", "no ", "Nr. ", "nº ", "n° ", "№ ", "№"} {
		if strings.HasPrefix(text[j:], no) {
			j, sure = j+len(no), true
			break
		}
	}
	k, digits, joined := digitGroups(text, j)
	if digits == 0 || !sure && !joined && digits < 5 {
		return i
	}
	return ofYear(text, k)
}

// skipBlank passes over spaces and at most one line end.
func skipBlank(text string, i int) int {
	if i < len(text) && (text[i] < 0x80 && isGap(rune(text[i])) && text[i] != '-' || strings.HasPrefix(text[i:], "\u00A0")) {
		end, _, ok := afterGap(text, i)
		if ok {
			return end
		}
	}
	return i
}

// bracketEnd returns the end of "(EU)", "(EC)", "(EU, Euratom)" at text[i:], or i.
func bracketEnd(text string, i int) int {
	if i >= len(text) || text[i] != '(' {
		return i
	}
	end := strings.IndexByte(text[i:], ')')
	if end < 0 || end > 20 {
		return i
	}
	for part := range strings.SplitSeq(text[i+1:i+end], ",") {
		switch strings.TrimSpace(part) {
		case "EU", "EC", "EEC", "Euratom", "CFSP", "ECSC", "UE", "CE":
		default:
			return i
		}
	}
	return i + end + 1
}

// digitGroups returns the end of digits in groups joined by stroke, hyphen, comma
// or dot, with a union or series behind a stroke: "2010/87/EU", "116-283", "13,709".
func digitGroups(text string, i int) (end, digits int, joined bool) {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		for i < len(text) && text[i] >= '0' && text[i] <= '9' {
			i++
			digits++
		}
		if i+1 < len(text) && strings.IndexByte("/-,.", text[i]) >= 0 && text[i+1] >= '0' && text[i+1] <= '9' {
			joined = joined || text[i] == '/' || text[i] == '-'
			i++
			continue
		}
		break
	}
	if digits > 0 && i+2 < len(text) && text[i] == '/' && text[i+1] >= 'A' && text[i+1] <= 'Z' {
		joined = true
		for i++; i < len(text) && wordByte[text[i]]; i++ {
		}
	}
	if i < len(text) && wordByte[text[i]] || digits > 12 { // "95th", "2016k"
		return i, 0, false
	}
	return i, digits, joined
}

// ofYear returns the end of " of 2003" at text[i:], or i.
func ofYear(text string, i int) int {
	if rest, ok := strings.CutPrefix(text[i:], " of "); ok && len(rest) >= 4 && isYear(rest[:4]) && (len(rest) == 4 || !wordByte[rest[4]]) {
		return i + len(" of ") + 4
	}
	return i
}
