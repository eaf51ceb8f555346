// Package tag gives every token its part of speech, features and lemma.
//
//	The/DT/the company/NN/company revealed/VBD/reveal that/IN/that it/PRP/it
//	had/VBD/have removed/VBN/remove 49/CD/49 million/CD/million videos/NNS/video
//
// It reads tokens and sentences and writes tags. Everything comes from one model
// (model/english.bin, see the README beside it) that learned from the English
// treebanks EWT and GUM; what a word's neighbours tell of its features is added
// by rule (features.go). Prose returns another tagger for comparison.
//
// The standard is that of these treebanks: Universal Dependencies v2 (de
// Marneffe et al. 2021) for part of speech and features, the Penn Treebank tags
// with HYPH, ADD, NFP for the fine one.
package tag

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
)

//go:embed model/english.bin
var file []byte

// english is the model, read on first use.
var english = sync.OnceValue(func() *tagger.Model {
	f, err := model.Read(file, tagger.Kind, tagger.Version)
	if err != nil {
		panic(err) // the file is part of the program
	}
	m, err := tagger.Decode(f)
	if err != nil {
		panic(err)
	}
	return m
})

// Stage returns the stage "tag".
func Stage() extract.Stage {
	return stage(apply)
}

func stage(apply func(*extract.Document)) extract.Stage {
	return extract.Stage{
		Name:     "tag",
		Requires: extract.LayerTokens | extract.LayerSentences,
		Provides: extract.LayerTags,
		Apply:    apply,
	}
}

// worker tags the sentences of one document.
type worker struct {
	model    *tagger.Model
	words    []tagger.Word
	classes  []tagger.Class
	sentence tagger.Sentence
	made     strings.Builder // the document's lemmas that stand nowhere else
}

// workers holds the memory of workers that are done, for the next article.
var workers = sync.Pool{New: func() any { return &worker{model: english()} }}

func apply(doc *extract.Document) {
	doc.Tags = make([]extract.Tag, len(doc.Tokens))
	w := workers.Get().(*worker)
	defer workers.Put(w)
	for _, s := range doc.Sentences {
		w.tag(doc, s.TokenRange)
		setContext(doc, s.TokenRange)
	}
	w.made = strings.Builder{} // its lemmas belong to the document
}

// tag tags one sentence.
func (w *worker) tag(doc *extract.Document, s extract.TokenRange) {
	w.words = w.words[:0]
	for i := s.Start; i < s.End; i++ {
		w.words = append(w.words, tagger.Word{Text: doc.Word(i), Form: doc.Tokens[i].Form, Glued: i > s.Start && doc.Glued(i)})
	}
	if cap(w.classes) < len(w.words) {
		w.classes = make([]tagger.Class, 2*len(w.words))
	}
	w.classes = w.classes[:len(w.words)]
	w.model.Tag(w.words, &w.sentence, w.classes)
	headline := tagger.IsHeadline(w.words)
	for i, word := range w.words {
		class := correct(w.words, w.classes, i, headline)
		w.classes[i] = class
		casing := tagger.CasingOf(word.Text, i == 0, headline)
		lemma := withoutE(w.model.Lemma(word.Text, class, casing, &w.sentence, &w.made), class.Penn)
		doc.Tags[s.Start+int32(i)] = extract.Tag{
			POS: class.POS, Penn: class.Penn,
			Features: w.model.Features(word.Text, class, &w.sentence),
			Lemma:    withE(lemma, word.Text, class.Penn),
		}
	}
}
