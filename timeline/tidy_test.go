package timeline

import "testing"

func TestDropMarks(t *testing.T) {
	for name, want := range map[string]string{
		"The Act applies.¹²":              "The Act applies.",
		"It was published ¹":              "It was published ",
		"The fee [1] rises[2][3] again":   "The fee  rises again",
		"Ports of 5 km² and 10⁶ litres":   "Ports of 5 km² and 10⁶ litres",
		"《数据安全法》³施行":                      "《数据安全法》施行",
		"Article [a] and the [Draft] act": "Article [a] and the [Draft] act",
		"The ministry[iv] objects":        "The ministry objects",
	} {
		if got := dropMarks(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
