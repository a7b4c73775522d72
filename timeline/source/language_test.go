package source

import "testing"

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The Act entered into force on 4 July 2019.": "en",
		"It was adopted by the council.":             "en",
		"本办法自2019年7月4日起施行。":                          "zh",
		"本办法（Harbour Fee Measures）自2019年7月4日起施行，旧办法同时废止，请各单位遵照执行。":               "zh",
		"The Harbour Fee Measures (港口收费管理办法) apply to all ships in the harbour.": "en",
		"この法律は公布の日から施行する。":                                                       "ja",
		"이 법은 공포한 날부터 시행한다.":                                                     "ko",
		"Закон вступил в силу.":                                                  "ru",
		"Ο νόμος τέθηκε σε ισχύ.":                                                "el",
		"دخل القانون حيز التنفيذ.":                                               "ar",
		"Die Verordnung tritt am Tag ihrer Verkündung in Kraft.":                 "",
		"La loi est entrée en vigueur le lendemain de sa publication.":           "fr",
		"2019-07-04": "",
		"":           "",
	} {
		if got := language(text); got != want {
			t.Errorf("language(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestPrimaryLanguage(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "en-GB": "en", "zh_Hans_CN": "zh", " DE ": "de", "": "", "english": "", "e1": "", "yue": "yue"} {
		if got := primaryLanguage(tag); got != want {
			t.Errorf("primaryLanguage(%q) = %q, want %q", tag, got, want)
		}
	}
}
