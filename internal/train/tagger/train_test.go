package tagger

import (
	"reflect"
	"strings"
	"testing"

	"github.com/factline/factline/pipeline/conllu"
)

// sentences returns a treebank of sentences written as "word/UPOS/XPOS ...";
// each is a document.
func sentences(t testing.TB, lines ...string) (bank []conllu.Sentence) {
	t.Helper()
	for _, line := range lines {
		s := conllu.Sentence{NewDoc: true, ID: line}
		for field := range strings.FieldsSeq(line) {
			parts := strings.Split(field, "/")
			if len(parts) != 3 {
				t.Fatalf("%q is no word/UPOS/XPOS", field)
			}
			s.Words = append(s.Words, conllu.Word{Form: parts[0], UPOS: parts[1], XPOS: parts[2]})
		}
		bank = append(bank, s)
	}
	return bank
}

var small = []string{
	"the/DET/DT dog/NOUN/NN barks/VERB/VBZ",
	"a/DET/DT dog/NOUN/NN sleeps/VERB/VBZ",
	"the/DET/DT cat/NOUN/NN sleeps/VERB/VBZ",
	"dogs/NOUN/NNS bark/VERB/VBP",
	"the/DET/DT bark/NOUN/NN falls/VERB/VBZ",
	"the/DET/DT cat/NOUN/NN barks/VERB/VBZ",
}

func TestJackknife(t *testing.T) {
	bank := sentences(t, small...)
	o := Options{Seed: 1, Rounds: 10, Margin: 5}
	classes, err := Jackknife(bank, 3, o)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range bank {
		if len(classes[i]) != len(s.Words) {
			t.Fatalf("sentence %d: %d classes for %d words", i, len(classes[i]), len(s.Words))
		}
	}
	if got := classes[5][2]; got.POS.String() != "VERB" || got.Penn.String() != "VBZ" {
		t.Errorf("barks is %v", got)
	}
	again, err := Jackknife(bank, 3, o)
	if err != nil || !reflect.DeepEqual(classes, again) {
		t.Errorf("two runs differ (error %v)", err)
	}
}

func TestBadTags(t *testing.T) {
	for _, line := range []string{"the/THE/DT", "the/DET/THE"} {
		if _, err := train(sentences(t, line), Options{Seed: 1, Rounds: 1}); err == nil {
			t.Errorf("%s is taken for a treebank", line)
		}
	}
}
