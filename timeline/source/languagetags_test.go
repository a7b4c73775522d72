package source

import (
	"strings"
	"testing"
)

func TestLanguageTags(t *testing.T) {
	const (
		english     = "The harbour office has raised the fees, and the owners of ferries will have to pay them from July on.\n\n"
		simplified  = "港务局公布收费办法，渡轮和海船都须在七月一日以前缴纳费用，逾期将被处以罚款。\n\n"
		traditional = "港務局公布收費辦法，渡輪和海船都須在七月一日以前繳納費用，逾期將被處以罰款。\n\n"
	)
	for _, c := range []struct{ text, want string }{
		{english, "en"},
		{simplified, "zh-Hans"},
		{traditional, "zh-Hant"},
		{simplified + simplified + traditional, "zh-Hans zh-Hant"},
		{english + english + simplified, "en zh-Hans"},
		{strings.Repeat(english, 9) + "The word for it is 罚款, they say, and nobody of us has ever heard of it before.\n", "en"},
		{"公告\n\n" + traditional, "zh-Hant"},
		{english + "Nota bene.\n", "en"},
		{"七月一日\n", "zh"},
		{"12345\n", ""},
	} {
		d := read(t, "a.txt", c.text)
		if got := strings.Join(d.LanguageTags(), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
