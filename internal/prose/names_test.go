package prose

import (
	"fmt"
	"testing"

	upstream "github.com/jdkato/prose/v2"

	"github.com/factline/factline/extract"
)

// TestLabelsAgreeWithProse gives our classifier prose's own words and tags.
func TestLabelsAgreeWithProse(t *testing.T) {
	texts := append([]string{
		"Officials in Kenya met Angela Merkel on Monday .",
		"Lebron James plays basketball in Los Angeles for 12 years .",
		"The Ford Motor Company left Dearborn , Michigan , in 1998 .",
	}, plain...)
	for _, text := range texts {
		doc, err := upstream.NewDocument(text, upstream.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		var words, want []string
		var tags []extract.Penn
		for _, token := range doc.Tokens() {
			words, tags, want = append(words, token.Text), append(tags, pennOf(token.Tag)), append(want, token.Label)
		}
		if got := LoadNames().classify(words, tags); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	words := []string{"Officials", "in", "Kenya", "met", "Angela", "Merkel", "."}
	tags := []extract.Penn{extract.PennNNS, extract.PennIN, extract.PennNNP, extract.PennVBD, extract.PennNNP, extract.PennNNP, extract.PennPeriod}
	want := []Entity{{2, 3, extract.Place}, {4, 6, extract.Person}}
	if got := LoadNames().Names(words, tags); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := LoadNames().Names(nil, nil); got != nil {
		t.Errorf("no words: got %v", got)
	}
}
