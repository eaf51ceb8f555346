package ner

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/ner"
)

// Options are the settings of the training.
type Options struct {
	Seed    uint64
	Epochs  int     // with all features
	Again   int     // more of them with the weights that are kept
	Rate    float64 // of learning
	Decay   float64 // of weights (L2)
	Hide    float64 // share of the tokens whose lexical features are hidden
	Drop    float64 // share of all features that are hidden
	Least   int     // tokens that a feature needs
	Keep    int     // weights that are kept
	Recall  float64 // taken off the weight of no name: annotations lack many
	Shouted int     // every how manieth text is copied in capitals
	Titled  int     // every how manieth text is copied with a headline

	Read  func(text string) *extract.Document    // runs the stages before
	Words func(doc *extract.Document) []ner.Word // what tokens are told
	Log   func(format string, values ...any)     // tells of the progress
}

// Defaults are the settings of the model in the repository.
var Defaults = Options{
	Seed: 1, Epochs: 8, Again: 3, Rate: 0.1, Decay: 0.0005, Hide: 0.3, Drop: 0.4, Least: 2, Keep: 720_000, Recall: 0.3, Shouted: 10, Titled: 7,
}

// Train returns the model that texts teach.
func Train(texts []Text, options Options) *model.File {
	t := newTrainer(texts, options)
	f := newField(len(t.features), options)
	t.train(f, options.Epochs)
	f.prune(options.Keep)
	t.train(f, options.Again)
	f.weights[slices.Index(t.features, ner.Always)*ner.Tags+int(ner.Outside)] -= float32(options.Recall)
	return t.file(f)
}

func (t *trainer) train(f *field, epochs int) {
	for e := range epochs {
		t.options.Log("epoch %d: %.0f", e+1, f.epoch(t.sentences))
	}
}

// trainer holds the training data.
type trainer struct {
	options   Options
	features  []ner.Feature // by row
	sentences []*sentence
}

func newTrainer(texts []Text, options Options) *trainer {
	t := &trainer{options: options}
	texts = slices.Clone(texts)
	for i, text := range texts {
		if options.Shouted > 0 && i%options.Shouted == 0 {
			if copied, ok := Shout(text); ok {
				texts = append(texts, copied)
			}
		}
		if options.Titled > 0 && i%options.Titled == 1 {
			if copied, ok := Headline(text); ok {
				texts = append(texts, copied)
			}
		}
	}
	read := t.read(texts)
	counts := map[ner.Feature]int32{}
	each(read, func(s *ner.Sentence, n int, _ []tagSet) {
		for i := range n {
			fs, _ := s.Features(i)
			for _, f := range fs {
				counts[f]++
			}
		}
	})
	rows := map[ner.Feature]int32{}
	each(read, func(s *ner.Sentence, n int, sets []tagSet) {
		made := &sentence{features: make([][]int32, n), allowed: sets, weight: 1}
		for i := range n {
			fs, lexical := s.Features(i)
			for k, f := range fs {
				if counts[f] < int32(options.Least) {
					continue
				}
				row, ok := rows[f]
				if !ok {
					row = int32(len(t.features))
					rows[f] = row
					t.features = append(t.features, f)
				}
				if k < lexical {
					row = ^row
				}
				made.features[i] = append(made.features[i], row)
			}
		}
		t.sentences = append(t.sentences, made)
	})
	options.Log("%d sentences, %d features", len(t.sentences), len(t.features))
	return t
}

// longest bounds the sentences that are learned from.
const longest = 300

// labelled is a sentence as it is read.
type labelled struct {
	words []ner.Word
	sets  []tagSet
}

func (t *trainer) read(texts []Text) (all []labelled) {
	for i := range texts {
		doc := t.options.Read(texts[i].Text)
		words := t.options.Words(doc)
		sets := Label(&texts[i], doc, words)
		for _, at := range doc.Sentences {
			if !at.Empty() && at.Len() <= longest {
				all = append(all, labelled{words[at.Start:at.End], sets[at.Start:at.End]})
			}
		}
	}
	return all
}

// each calls do with every sentence.
func each(all []labelled, do func(s *ner.Sentence, n int, sets []tagSet)) {
	var s ner.Sentence
	for _, l := range all {
		s.Look(l.words)
		do(&s, len(l.words), l.sets)
	}
}

// prune sets all but the n largest weights to 0, for good.
func (f *field) prune(n int) {
	sizes := make([]float32, 0, len(f.weights))
	for _, w := range f.weights {
		if w != 0 {
			sizes = append(sizes, max(w, -w))
		}
	}
	least := float32(0)
	if len(sizes) > n {
		slices.SortFunc(sizes, func(a, b float32) int { return cmp.Compare(b, a) })
		least = sizes[n]
	}
	for i, w := range f.weights {
		if max(w, -w) <= least {
			f.weights[i], f.squares[i] = 0, float32(math.Inf(1))
		}
	}
}

// unit is the weight 1 in a model file.
const unit = 200

func level(w float64) int16 {
	return int16(max(-ner.Largest, min(ner.Largest, math.Round(w*unit))))
}

// file returns the model file.
func (t *trainer) file(f *field) *model.File {
	var rows []ner.Row
	cells := 0
	for i, feature := range t.features {
		var row ner.Row
		for tag, w := range f.weights[i*ner.Tags:][:ner.Tags] {
			if v := level(float64(w)); v != 0 {
				row.Cells = append(row.Cells, ner.Cell{Tag: ner.Tag(tag), Weight: v})
			}
		}
		if row.Feature = feature; row.Cells != nil {
			rows = append(rows, row)
			cells += len(row.Cells)
		}
	}
	packed := ner.Pack(rows)
	steps := make([]int16, 0, ner.Tags*ner.Tags)
	for _, row := range f.steps {
		for _, w := range row {
			steps = append(steps, level(w))
		}
	}
	t.options.Log("%d rows, %d of them full, %d weights", len(rows), len(packed.Keys), cells)
	file := model.New(ner.Kind, ner.Version)
	o := t.options
	file.Note("seed", fmt.Sprint(o.Seed))
	file.Note("options", fmt.Sprintf("epochs %d+%d rate %g decay %g hide %g drop %g least %d keep %d recall %g shouted %d titled %d",
		o.Epochs, o.Again, o.Rate, o.Decay, o.Hide, o.Drop, o.Least, o.Keep, o.Recall, o.Shouted, o.Titled))
	model.Add(file, "steps", steps)
	packed.AddTo(file)
	return file
}
