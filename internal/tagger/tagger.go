// Package tagger gives the words of a sentence their part of speech: UPOS and
// Penn tag as one class, chosen from left to right by the weights of features
// that an averaged perceptron learned (Collins 2002; internal/train/tagger).
package tagger

import "github.com/factline/factline/extract"

// Class is a part of speech with its Penn tag.
type Class struct {
	POS  extract.POS
	Penn extract.Penn
}

// MaxClasses bounds the classes of a model.
const MaxClasses = 128

// Model is a trained tagger. It is immutable.
type Model struct {
	classes []Class
	lexicon *Lexicon
	weights *Weights
}

// New returns a model of its parts.
func New(classes []Class, lexicon *Lexicon, weights *Weights) *Model {
	return &Model{classes, lexicon, weights}
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
