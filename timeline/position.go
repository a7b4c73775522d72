package timeline

import (
	"slices"
	"sort"

	"regtimeline/dates"
	"regtimeline/dates/pattern"
)

// described reports whether a Chinese clause before a date only says which day it
// is: 被要求下架的五日前.
func (s *sentence) described(date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return i > 0 && s.tokens[i-1].Kind == pattern.Han && s.text(s.tokens[i-1]) == "的"
}

// ends reports whether "until" stands before a date.
func (s *sentence) ends(date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return i > 0 && s.r.cues.Is(s.tokens[i-1], "until")
}

// until reports whether a date is the end of a time: "by 2020", "until May".
func (s *sentence) until(date dates.Mention) bool {
	i := s.tokenAt(date.Start)
	return i > 0 && (s.r.cues.Is(s.tokens[i-1], "by") || s.r.cues.Is(s.tokens[i-1], "until"))
}

// behindInsertion returns where the main clause goes on behind an insertion that
// begins at token lo: "In November, not long after the sale, the regulator …".
func (s *sentence) behindInsertion(lo, hi int) int {
	from := lo
	if from < hi && s.breaks(s.tokens[from]) == 2 {
		from++
	}
	for i := from; i < hi && i < from+4; i++ {
		if !s.r.cues.Is(s.tokens[i], "subordinate") {
			continue
		}
		for j := i + 1; j < hi; j++ {
			if s.breaks(s.tokens[j]) == 2 && !s.opaque[j] {
				return j + 1
			}
		}
	}
	return lo
}

// closes reports whether a comma ends, before token hi, the clause that the word
// at token i begins.
func (s *sentence) closes(i, hi int) bool {
	for j := i + 1; j < hi && j < len(s.tokens); j++ {
		if s.breaks(s.tokens[j]) == 2 && !s.opaque[j] {
			return true
		}
	}
	return false
}

// opens reports whether a date stands at the head of its sentence, so that it dates
// the whole: a few words in, or in a phrase that begins with a preposition, "For a
// period from late 2020 into 2022, …".
func (s *sentence) opens(m dates.Mention) bool {
	i := s.tokenAt(m.Start)
	if i < len(s.tokens) && s.tokens[max(0, i-1)].Kind == pattern.Han {
		return i <= 10 // a subject may stand before the date, and each character is a token
	}
	return i <= 3 || i <= 8 && s.r.cues.Is(s.tokens[0], "datelead") && !slices.ContainsFunc(s.cues, func(c cue) bool { return c.start < m.Start })
}

// leads reports whether a date stands at the head of a clause that "and", "but"
// or a mark joins to the one before, with its subject behind it: "…, and in July
// 2021 the agency granted it".
func (s *sentence) leads(m dates.Mention) bool {
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "datelead") {
		i--
	}
	if i == 0 || j >= len(s.tokens) || s.tokens[i].Kind == pattern.Han {
		return false
	}
	before := s.tokens[i-1]
	if !s.r.cues.Is(before, "and") && !s.r.cues.Is(before, "conjunction") && s.breaks(before) < 2 || s.text(before) == "—" {
		return false
	}
	if s.breaks(s.tokens[j]) == 2 {
		j++
	}
	for k := j; k < len(s.tokens) && k < j+14; k++ {
		if s.opaque[k] || s.breaks(s.tokens[k]) > 1 && k > j {
			return false
		}
		for _, c := range s.cues {
			if c.lo == k {
				return k > j && !c.Noun
			}
		}
	}
	return false
}

// breaks says how strongly a mark parts clauses.
func (s *sentence) breaks(t pattern.Token) int {
	switch s.text(t) {
	case ",", "，", "、":
		return 2
	case ";", "；":
		return 8
	case "—", "–":
		if slices.Contains(s.dashed, t.Start) {
			return 2
		}
		return 5
	case ":", "：", "。", "|":
		return 5
	case "(", ")", "（", "）", "“", "”", "\"":
		return 1
	}
	return 0
}

// pairDashes marks the dashes that set off an insertion, as commas do: "The agency –
// the country's main regulator – imposed a fine". One behind the date with which a
// sentence begins only parts the two.
func (s *sentence) pairDashes() {
	open := -1
	for i := s.headDate(); i < len(s.tokens); i++ {
		t := s.tokens[i]
		if x := s.text(t); x != "—" && x != "–" || t.Gap == pattern.Glued && x == "–" {
			continue
		}
		if open >= 0 && i-open <= maxInsertion {
			s.dashed = append(s.dashed, s.tokens[open].Start, t.Start)
			open = -1
			continue
		}
		open = i
	}
}

// maxInsertion is how many tokens an insertion between dashes may have.
const maxInsertion = 40

// headDate returns the first token behind the date with which a sentence begins, and
// behind the mark that parts the two; 0 where it begins with none.
func (s *sentence) headDate() int {
	i := 0
	for i < len(s.tokens) && s.opaque[i] {
		i++
	}
	if i > 0 && i < len(s.tokens) && s.breaks(s.tokens[i]) > 0 {
		i++
	}
	return i
}

// tokenAt returns the first token that begins at or after a byte offset.
func (s *sentence) tokenAt(offset int) int {
	return sort.Search(len(s.tokens), func(i int) bool { return s.tokens[i].Start >= offset })
}
