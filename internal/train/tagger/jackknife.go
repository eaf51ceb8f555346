package tagger

import (
	"github.com/factline/factline/internal/tagger"
	"github.com/factline/factline/pipeline/conllu"
)

// Jackknife returns for each sentence the classes of its words as a tagger gives
// them that has not seen the sentence's document: the tags with which a parser
// should be trained. The documents are dealt out to so many folds, and each fold
// is tagged by a model of all others.
func Jackknife(sentences []conllu.Sentence, folds int, o Options) ([][]tagger.Class, error) {
	fold := make([]int, len(sentences))
	document := -1
	for i, s := range sentences {
		if s.NewDoc || i == 0 {
			document++
		}
		fold[i] = document % folds
	}
	o.Models = 1 // more cost time and change few tags
	classes := make([][]tagger.Class, len(sentences))
	for f := range folds {
		var rest []conllu.Sentence
		for i, s := range sentences {
			if fold[i] != f {
				rest = append(rest, s)
			}
		}
		t, err := train(rest, o)
		if err != nil {
			return nil, err
		}
		m, err := t.model(o)
		if err != nil {
			return nil, err
		}
		var scratch tagger.Sentence
		for i, s := range sentences {
			if fold[i] == f {
				classes[i] = make([]tagger.Class, len(s.Words))
				m.Tag(Words(s), &scratch, classes[i])
			}
		}
	}
	return classes, nil
}
