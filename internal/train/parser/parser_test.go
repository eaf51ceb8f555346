package parser

import (
	"bytes"
	"strings"
	"testing"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/arceager"
	"github.com/factline/factline/internal/tagger"
	"github.com/factline/factline/pipeline/conllu"
)

const bank = `1	She	she	PRON	PRP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_

1	India	India	PROPN	NNP	_	2	nsubj	_	_
2	banned	ban	VERB	VBD	_	0	root	_	_
3	apps	app	NOUN	NNS	_	2	obj	_	_

`

func read(t *testing.T, text string) ([]conllu.Sentence, [][]tagger.Class) {
	t.Helper()
	sentences, err := conllu.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var classes [][]tagger.Class
	for _, s := range sentences {
		classes = append(classes, make([]tagger.Class, len(s.Words)))
	}
	return sentences, classes
}

// TestTrain: the model is the same each time, though models are trained side by
// side, and knows what it has learned.
func TestTrain(t *testing.T) {
	sentences, classes := read(t, bank)
	o := Options{Seed: 1, Models: 3, Greedy: 5, Beam: 2, Width: 2}
	var files [2]bytes.Buffer
	for i := range files {
		file, err := Train(sentences, classes, o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.WriteTo(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings give two files")
	}
	model, err := arceager.Load(files[0].Bytes())
	if err != nil {
		t.Fatal(err)
	}
	samples, err := Samples(sentences, classes)
	if err != nil {
		t.Fatal(err)
	}
	var tree arceager.Tree
	search := arceager.Search{Width: 2}
	search.Parse(&samples[1].Input, model, &tree)
	if tree.Heads[1] != 2 || tree.Heads[3] != 2 || extract.Relation(tree.Relations[3]) != extract.RelObj {
		t.Errorf("heads %v, relations %v", tree.Heads, tree.Relations)
	}
}

func TestSamplesErrors(t *testing.T) {
	for _, line := range []string{"1	x	x	X	X	_	_	_	_	_", "1	x	x	X	X	_	0	nonsense	_	_"} {
		sentences, classes := read(t, line+"\n\n")
		if _, err := Samples(sentences, classes); err == nil {
			t.Errorf("%q: no error", line)
		}
	}
}
