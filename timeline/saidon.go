package timeline

import "regtimeline/dates"

// saidOn reports whether a date stands right behind a verb of saying, or right before
// it, so that it may be the day of the report and not that of the act: "said on
// Tuesday that it had fined the company".
func (s *sentence) saidOn(m dates.Mention) bool {
	i, j := s.tokenAt(m.Start), s.tokenAt(m.End)
	for i > 0 && s.r.cues.Is(s.tokens[i-1], "datelead") {
		i--
	}
	return i > 0 && s.r.cues.Is(s.tokens[i-1], "reporting") || j < len(s.tokens) && s.r.cues.Is(s.tokens[j], "reporting")
}

// longestReport is how many days after an act its announcement may come for the two
// days to be taken for one act's.
const longestReport = 7

// reportOf reports whether the date of one event is only that of the announcement
// of the other, some days before.
func reportOf(said, act Event) bool {
	if !said.saidOn || act.saidOn || act.Date.Precision() != dates.PrecisionDay || said.Date.Precision() != dates.PrecisionDay {
		return false
	}
	a, r := act.Date.Earliest(), said.Date.Earliest()
	return a.Compare(r) < 0 && r.Compare(a.AddDays(longestReport)) <= 0
}
