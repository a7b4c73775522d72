package source

import (
	"slices"
	"sync"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// LanguageTag returns the language of the span as a BCP 47 tag, in Chinese with
// the script where its characters show it: "en", "zh-Hans", "zh-Hant". A span too
// short to tell has the language of its document.
func (s Span) LanguageTag() string {
	text := s.Text()
	tag := language(text)
	if tag == "" || len(text) < shortPassage && s.Doc.Language != "" && !hasOwnScript(tag) && !hasOwnScript(s.Doc.Language) {
		tag = s.Doc.Language
	}
	if tag == "zh" {
		return chineseTag(text)
	}
	return tag
}

// shortPassage is how many bytes of Latin letters it takes to tell one language in
// them from another.
const shortPassage = 200

// hasOwnScript reports whether a language is told by its script.
func hasOwnScript(tag string) bool {
	return slices.ContainsFunc(scripts, func(s script) bool { return s.language == tag })
}

// mixedShare is the share of a document, one in so many bytes, from which on a
// second language counts.
const mixedShare = 10

// LanguageTags returns the languages in which at least a tenth of the document is
// written, as BCP 47 tags, the one with most text first. A document with two is
// mixed; where none is known it returns nothing.
func (d *Document) LanguageTags() []string {
	sizes, total := map[string]int{}, 0
	for _, b := range d.Blocks {
		if b.Kind == Code || b.Kind == FrontMatter || b.Kind == Chrome {
			continue
		}
		tag := Span{d, b.Start, b.End}.LanguageTag()
		if tag == "zh" {
			tag = chineseTag(d.Text[:min(len(d.Text), languageSample)]) // too short to show its script
		}
		sizes[tag] += b.End - b.Start
		total += b.End - b.Start
	}
	var tags []string
	for tag, size := range sizes {
		if tag != "" && size*mixedShare >= total {
			tags = append(tags, tag)
		}
	}
	slices.SortFunc(tags, func(a, b string) int {
		if sizes[a] != sizes[b] {
			return sizes[b] - sizes[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	return tags
}

// chineseTag returns "zh-Hans" or "zh-Hant" by the characters that only simplified
// or only traditional texts have, and "zh" where there are none or both.
func chineseTag(text string) string {
	table := scriptCharacters()
	simplified, traditional := 0, 0
	for _, r := range text {
		switch table[r] {
		case 's':
			simplified++
		case 't':
			traditional++
		}
	}
	switch {
	case simplified > 4*traditional:
		return "zh-Hans"
	case traditional > 4*simplified:
		return "zh-Hant"
	}
	return "zh"
}

// scriptCharacters tells the characters that only one of the scripts has: those of
// GB 2312, the standard of simplified Chinese, that are not in Big5, that of
// traditional Chinese, and the other way round.
var scriptCharacters = sync.OnceValue(func() map[rune]byte {
	table := map[rune]byte{}
	simplified, _ := simplifiedchinese.GBK.NewDecoder().Bytes(twoBytes(0xB0, 0xF7, false))
	for _, r := range string(simplified) {
		table[r] = 's'
	}
	traditional, _ := traditionalchinese.Big5.NewDecoder().Bytes(twoBytes(0xA4, 0xF9, true))
	for _, r := range string(traditional) {
		if table[r] == 's' || table[r] == 'b' {
			table[r] = 'b'
		} else {
			table[r] = 't'
		}
	}
	delete(table, '\uFFFD')
	return table
})

// twoBytes returns the codes of the rows from one to another: the cells from A1 on,
// and low those from 40 to 7E.
func twoBytes(first, last byte, low bool) []byte {
	var codes []byte
	for row := int(first); row <= int(last); row++ {
		for cell := 0x40; cell <= 0xFE; cell++ {
			if cell >= 0xA1 || low && cell <= 0x7E {
				codes = append(codes, byte(row), byte(cell))
			}
		}
	}
	return codes
}
