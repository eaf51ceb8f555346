// Package tagger gives the words of a sentence their part of speech, their
// lemma and their features. The part of speech, UPOS and Penn tag as one class,
// is chosen from left to right by the weights of features that an averaged
// perceptron learned (Collins 2002); lemma and features follow from word and
// class by learned rules. internal/train/tagger learns all of them.
package tagger

import (
	"strings"

	"github.com/factline/factline/extract"
)

// Class is a part of speech with its Penn tag.
type Class struct {
	POS  extract.POS
	Penn extract.Penn
}

// MaxClasses bounds the classes of a model.
const MaxClasses = 128

// Model is a trained tagger. It is immutable.
type Model struct {
	classes  []Class
	ids      map[Class]uint8
	lexicon  *Lexicon
	weights  *Weights
	lemmas   *Lemmas
	features *wordFeatures
}

// Tag sets the class of each word. The memory of s is used again for the next
// sentence; it belongs to one goroutine.
func (m *Model) Tag(words []Word, s *Sentence, classes []Class) {
	s.Look(words, m.lexicon)
	before, before2 := uint8(Start), uint8(Start)
	for i := range words {
		class, ok := s.Only(i)
		if !ok {
			class = m.best(s, s.Features(i, before, before2))
		}
		classes[i] = m.classes[class]
		before, before2 = class, before
	}
}

func (m *Model) best(s *Sentence, fs []Feature) uint8 {
	scores := &s.scores
	*scores = [MaxClasses]int32{}
	m.weights.Score(fs, scores)
	best, most := 0, scores[0]
	for i, score := range scores[:len(m.classes)] {
		if score > most {
			best, most = i, score
		}
	}
	return uint8(best)
}

// Lemma returns the lemma of a word of the class. Where it is neither part of
// the word nor of the model, it is written to made.
func (m *Model) Lemma(word string, class Class, casing Casing, s *Sentence, made *strings.Builder) string {
	s.seer.fold(word)
	id, ok := m.ids[class]
	if !ok {
		return word
	}
	return m.lemmas.lemma(class, id, casing, word, s.seer.folded, made)
}

// Features returns the features of a word of the class, as far as they do not
// depend on other words.
func (m *Model) Features(word string, class Class, s *Sentence) extract.Features {
	id, ok := m.ids[class]
	if !ok {
		return 0
	}
	s.seer.fold(word)
	return m.features.of(id, s.seer.folded)
}

// wordFeatures are features by class, and those of words that have others.
type wordFeatures struct {
	classes []extract.Features
	words   *table
	sets    []extract.Features
}

func (f *wordFeatures) of(class uint8, folded []byte) extract.Features {
	if set, ok := f.words.get(RuleKey(FeatureKey, class, 0, folded)); ok {
		return f.sets[set]
	}
	return f.classes[class]
}
