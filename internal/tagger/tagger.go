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
	finite   []uint8 // the classes of finite verbs with a form of their own
	slack    int32   // by how much a missed verb may have lost
}

// Tag sets the class of each word. The memory of s is used again for the next
// sentence; it belongs to one goroutine.
func (m *Model) Tag(words []Word, s *Sentence, classes []Class) {
	s.Look(words, m.lexicon)
	classes = classes[:len(words)]
	m.tag(s, 0, Start, Start, classes)
	if i, verb, ok := m.missingVerb(s, classes); ok {
		classes[i] = m.classes[verb]
		before := uint8(Start)
		if i > 0 {
			before = m.ids[classes[i-1]]
		}
		m.tag(s, i+1, verb, before, classes)
	}
}

// tag sets the classes of the words from start on, given those of the two words
// before.
func (m *Model) tag(s *Sentence, start int, before, before2 uint8, classes []Class) {
	for i := start; i < len(classes); i++ {
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

// Sentences of so many words are searched for a verb that was missed, and a
// word is taken for it when it lost by no more than so much.
const (
	verblessLeast   = 4
	verblessLongest = 60
)

// missingVerb returns the word of a sentence without any finite verb that is
// most probably one after all, and its class as a verb. Titles and fragments,
// which have none, do not end in a full stop.
func (m *Model) missingVerb(s *Sentence, classes []Class) (at int, verb uint8, ok bool) {
	n := len(classes)
	if n < verblessLeast || n > verblessLongest || classes[n-1].Penn != extract.PennPeriod {
		return 0, 0, false
	}
	for _, c := range classes {
		if c.Penn.IsFinite() || c.Penn == extract.PennVB {
			return 0, 0, false
		}
	}
	least := m.slack
	before, before2 := uint8(Start), uint8(Start)
	for i, class := range classes {
		id := m.ids[class]
		if _, only := s.Only(i); !only && i > 0 {
			m.best(s, s.Features(i, before, before2))
			for _, v := range m.finite {
				if loss := s.scores[id] - s.scores[v]; loss < least {
					least, at, verb, ok = loss, i, v, true
				}
			}
		}
		before, before2 = id, before
	}
	return at, verb, ok
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
