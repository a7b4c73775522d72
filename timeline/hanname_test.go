package timeline_test

import (
	"slices"
	"testing"

	"regtimeline/timeline"
	"regtimeline/timeline/source"
)

// TestHanFact holds what a chronology tells behind a date in Chinese numerals, where
// nothing shows of what kind it is.
func TestHanFact(t *testing.T) {
	doc, err := source.Read("a.txt", []byte("大事年表\n\n民国十七年　协会迁址上海，改选理事。\n\n二〇〇一年三月　协会迁回北京。\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range timeline.Build([]*source.Document{doc}).Events {
		got = append(got, e.Date.String()+" "+e.Name)
	}
	want := []string{"1928 协会迁址上海，改选理事", "2001-03 协会迁回北京"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
