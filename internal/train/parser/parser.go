// Package parser trains the parser's model on treebanks.
package parser

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/arceager"
	"github.com/factline/factline/internal/cluster"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
	"github.com/factline/factline/pipeline/conllu"
)

// Options of training.
type Options struct {
	Seed   uint64
	Models int // trained with different seeds and averaged
	Greedy int // rounds over the sentences that judge each action by itself
	Beam   int // rounds that judge whole paths
	Width  int // of the beam
	Prune  arceager.Prune
}

// Defaults are the options of the committed model.
var Defaults = Options{Seed: 1234567, Models: 6, Greedy: 6, Beam: 5, Width: 8, Prune: arceager.Prune{Actions: 1, Relations: 1}}

// Train returns the model file of the sentences. The classes are those that a
// tagger gives the words which has not seen them: gold ones would teach the
// parser to trust its input too much.
func Train(sentences []conllu.Sentence, classes [][]tagger.Class, o Options) (*model.File, error) {
	samples, err := Samples(sentences, classes)
	if err != nil {
		return nil, err
	}
	file := arceager.File(o.Prune, Models(samples, o)...)
	file.Note("seed", fmt.Sprint(o.Seed))
	return file, nil
}

// Models returns the weights of the models that are to be averaged.
func Models(samples []arceager.Sentence, o Options) []*arceager.Weights {
	models := make([]*arceager.Weights, o.Models)
	var wait sync.WaitGroup
	running := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range models {
		running <- struct{}{}
		wait.Go(func() {
			models[i] = one(samples, o, o.Seed+uint64(i)*7919)
			<-running
		})
	}
	wait.Wait()
	return models
}

func one(samples []arceager.Sentence, o Options, seed uint64) *arceager.Weights {
	t := arceager.NewTrainer(samples, extract.NumRelations, seed)
	for round := range o.Greedy {
		t.Greedy(round > 0)
	}
	t.Forget()
	for range o.Beam {
		t.Beam(o.Width)
	}
	return t.Weights
}

// Samples returns sentences as the parser learns from them and is measured by.
func Samples(sentences []conllu.Sentence, classes [][]tagger.Class) ([]arceager.Sentence, error) {
	samples := make([]arceager.Sentence, len(sentences))
	for i, s := range sentences {
		if err := fill(&samples[i], s, classes[i]); err != nil {
			return nil, fmt.Errorf("sentence %s: %w", s.ID, err)
		}
	}
	return samples, nil
}

func fill(sample *arceager.Sentence, s conllu.Sentence, classes []tagger.Class) error {
	sample.Input.Reset(len(s.Words))
	sample.Tree = arceager.Tree{Heads: make([]int32, len(s.Words)+1), Relations: make([]uint8, len(s.Words)+1)}
	for i, w := range s.Words {
		form := extract.FormOf(w.Form)
		c, _ := cluster.Of(w.Form, form)
		sample.Input.Set(int32(i+1), arceager.Word{Form: form, POS: classes[i].POS, Penn: classes[i].Penn, Cluster: c})
		relation, ok := extract.ParseRelation(w.Deprel)
		if !ok || w.Head == conllu.NoHead {
			return fmt.Errorf("word %d: no head or unknown relation %q", i+1, w.Deprel)
		}
		sample.Tree.Heads[i+1], sample.Tree.Relations[i+1] = int32(w.Head), uint8(relation)
	}
	return nil
}
