package ner

import (
	"errors"

	"github.com/factline/factline/internal/model"
)

// Kind and Version of the model file.
const (
	Kind    = "names"
	Version = 2
)

// Model is a trained tagger. It is immutable.
type Model struct {
	weights weights
	steps   [Tags][Tags]int32 // weight of a tag after another
	spread  int32             // see spreadOf
}

// Decode returns the model in a file.
func Decode(file *model.File) (*Model, error) {
	weights, err := unpack(file)
	if err != nil {
		return nil, err
	}
	steps := model.Section[int16](file, "steps")
	if err := file.Err(); err != nil {
		return nil, err
	}
	if len(steps) != Tags*Tags {
		return nil, errors.New("model names: the number of steps does not fit")
	}
	m := &Model{weights: weights}
	for i, step := range steps {
		m.steps[i/Tags][i%Tags] = int32(step)
	}
	m.spread = m.spreadOf()
	return m, nil
}

// Tagger tags sentences, one after the other. Its memory is used again for the
// next sentence; it belongs to one goroutine.
type Tagger struct {
	model    *Model
	sentence Sentence
	back     [][Tags]Tag // the best tag before each tag
	tags     []Tag
}

// NewTagger returns a Tagger.
func NewTagger(m *Model) *Tagger { return &Tagger{model: m} }

// never is less than any sum of weights, and can be added to twice.
const never = -1 << 29

// Tag returns the tags of the words of one sentence (Viterbi). The slice is good
// until the next call.
func (t *Tagger) Tag(words []Word) []Tag {
	if len(words) == 0 {
		return nil
	}
	t.sentence.Look(words)
	if cap(t.tags) < len(words) {
		t.tags, t.back = make([]Tag, 2*len(words)), make([][Tags]Tag, 2*len(words))
	}
	tags := t.tags[:len(words)]
	var sums [Tags]int32
	for tag := range sums {
		if sums[tag] = 0; tag != int(Outside) {
			sums[tag] = never
		}
	}
	for i := range words {
		here := hopeless
		if !words[i].Never {
			here = scores{}
			fs, _ := t.sentence.Features(i)
			t.model.weights.add(fs, &here)
		}
		t.step(i, &sums, &here)
	}
	best := Outside
	for tag := Outside; int(tag) < Tags; tag++ {
		if tag.Closed() && sums[tag] > sums[best] {
			best = tag
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		tags[i] = best
		best = t.back[i][best]
	}
	return tags
}

// hopeless are the scores of a word that can be in no name.
var hopeless = func() (s scores) {
	for tag := 1; tag < Tags; tag++ {
		s[tag] = never
	}
	return s
}()

// step moves sums, the weights of the best tags up to the token before, to
// token i. All sums stay near 0, so that they never overflow.
func (t *Tagger) step(i int, sums *[Tags]int32, here *scores) {
	most, mostClosed := int32(2*never), int32(2*never)
	for _, sum := range sums {
		most = max(most, sum)
	}
	for _, before := range closed {
		mostClosed = max(mostClosed, sums[before])
	}
	var possible [len(closed)]Tag // closed tags that the best row may have had last
	n := 0
	for _, before := range closed {
		if sums[before] >= mostClosed-t.model.spread {
			possible[n] = before
			n++
		}
	}
	var next [Tags]int32
	back := &t.back[i]
	for tag := Outside; int(tag) < Tags; tag++ {
		best, from := int32(3*never), Outside
		if tag.Opens() {
			for _, before := range possible[:n] {
				if sum := sums[before] + t.model.steps[before][tag]; sum > best {
					best, from = sum, before
				}
			}
		} else {
			first := (tag-1)&^3 + 1
			for _, before := range [...]Tag{first + Tag(Begin), first + Tag(Inside)} {
				if sum := sums[before] + t.model.steps[before][tag]; sum > best {
					best, from = sum, before
				}
			}
		}
		back[tag] = from
		next[tag] = max(never, best-most+here[tag])
	}
	*sums = next
}

// spreadOf returns how much more a step from one closed tag can weigh than the
// step from another to the same tag.
func (m *Model) spreadOf() (spread int32) {
	for tag := Outside; int(tag) < Tags; tag++ {
		if !tag.Opens() {
			continue
		}
		least, most := m.steps[Outside][tag], m.steps[Outside][tag]
		for _, before := range closed {
			least, most = min(least, m.steps[before][tag]), max(most, m.steps[before][tag])
		}
		spread = max(spread, most-least)
	}
	return spread
}

// closed lists the tags that are Closed.
var closed = func() (tags [1 + 2*(Tags-1)/4]Tag) {
	n := 0
	for tag := Outside; int(tag) < Tags; tag++ {
		if tag.Closed() {
			tags[n] = tag
			n++
		}
	}
	return tags
}()
