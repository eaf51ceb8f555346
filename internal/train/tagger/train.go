// Package tagger trains the tagger's model on treebanks.
package tagger

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
	"github.com/factline/factline/pipeline/conllu"
)

// Options of training.
type Options struct {
	Seed   uint64
	Models int     // trained with different seeds and averaged
	Rounds int     // over the sentences
	Margin int32   // by how much the right class must win
	Slack  float64 // by how much a verb may have lost that a sentence needs
	Prune  float64 // weights below are left out
	// Irregular are words whose lemmas are known from elsewhere.
	Irregular []Irregular
}

// Defaults are the options of the committed model.
var Defaults = Options{Seed: 88172645463325252, Models: 3, Rounds: 8, Margin: 30, Prune: 1, Slack: 40}

// Words returns the words of a sentence of a treebank as the tagger wants them.
func Words(s conllu.Sentence) []tagger.Word {
	glued := Glued(s)
	words := make([]tagger.Word, len(s.Words))
	for i, w := range s.Words {
		words[i] = tagger.Word{Text: w.Form, Form: extract.FormOf(w.Form), Glued: glued[i]}
	}
	return words
}

// Glued tells for each word of a sentence whether it follows the one before it
// without a blank.
func Glued(s conllu.Sentence) []bool {
	glued := make([]bool, len(s.Words)+1)
	for i, w := range s.Words {
		glued[i+1] = strings.Contains(w.Misc, "SpaceAfter=No")
	}
	for _, m := range s.Multiwords {
		for i := m.Start + 1; i < m.End; i++ {
			glued[i] = true
		}
		glued[m.End] = strings.Contains(m.Misc, "SpaceAfter=No")
	}
	return glued[:len(s.Words)]
}

// Train returns the model file of the sentences.
func Train(sentences []conllu.Sentence, o Options) (*model.File, error) {
	t, err := train(sentences, o)
	if err != nil {
		return nil, err
	}
	return t.file(o), nil
}

// sample is a sentence to learn from.
type sample struct {
	words  []tagger.Word
	gold   []uint8
	own    []bool // the word occurs in this document alone
	lemmas []string
	feats  []extract.Features
}

// inventory numbers the classes.
type inventory struct {
	classes []tagger.Class
	ids     map[tagger.Class]uint8
}

func (v *inventory) samples(sentences []conllu.Sentence) ([]sample, error) {
	var samples []sample
	for _, s := range sentences {
		sample := sample{words: Words(s)}
		for _, w := range s.Words {
			class, err := classOf(w)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.ID, err)
			}
			id, ok := v.ids[class]
			if !ok {
				if len(v.classes) == tagger.MaxClasses {
					return nil, fmt.Errorf("%s: too many classes", s.ID)
				}
				id = uint8(len(v.classes))
				v.ids[class] = id
				v.classes = append(v.classes, class)
			}
			sample.gold = append(sample.gold, id)
			sample.lemmas = append(sample.lemmas, w.Lemma)
			sample.feats = append(sample.feats, extract.ParseFeatures(w.Feats))
		}
		samples = append(samples, sample)
	}
	markOwn(sentences, samples)
	return samples, nil
}

// markOwn finds the words that occur in one document alone.
func markOwn(sentences []conllu.Sentence, samples []sample) {
	document, documents := 0, map[uint32]int{}
	for i, s := range samples {
		if sentences[i].NewDoc {
			document++
		}
		for _, w := range s.words {
			if d, ok := documents[tagger.Key(w)]; ok && d != document {
				documents[tagger.Key(w)] = -1
			} else {
				documents[tagger.Key(w)] = document
			}
		}
	}
	for i := range samples {
		for _, w := range samples[i].words {
			samples[i].own = append(samples[i].own, documents[tagger.Key(w)] >= 0)
		}
	}
}

func classOf(w conllu.Word) (tagger.Class, error) {
	pos, ok := extract.ParsePOS(w.UPOS)
	if !ok {
		return tagger.Class{}, fmt.Errorf("%q is no part of speech", w.UPOS)
	}
	penn, ok := extract.ParsePenn(w.XPOS)
	if !ok && w.XPOS != "" && w.XPOS != "XX" {
		return tagger.Class{}, fmt.Errorf("%q is no Penn tag", w.XPOS)
	}
	return tagger.Class{POS: pos, Penn: penn}, nil
}

// Limits of the lexicon.
const (
	entryLeast = 2  // occurrences of a word with an entry
	onlyLeast  = 20 // and of one whose entry is its only class
	onlyShare  = 200
	classShare = 12 // a class counts for a word's entry from one in so many
)

// lexiconOf returns the lexicon of the samples, as keys and entries.
func lexiconOf(samples []sample) (keys []uint32, entries []uint16) {
	counts := map[uint32]map[uint8]int{}
	for _, s := range samples {
		for i, w := range s.words {
			key := tagger.Key(w)
			if counts[key] == nil {
				counts[key] = map[uint8]int{}
			}
			counts[key][s.gold[i]]++
		}
	}
	for key := range counts {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	sets := map[string]uint16{}
	keys = slices.DeleteFunc(keys, func(key uint32) bool {
		n := 0
		for _, times := range counts[key] {
			n += times
		}
		if n < entryLeast {
			return true
		}
		var set []byte
		for class := range counts[key] {
			if times := counts[key][class]; n >= onlyLeast && (n-times)*onlyShare <= n {
				entries = append(entries, uint16(class))
				return false
			} else if times*classShare > n {
				set = append(set, class)
			}
		}
		slices.Sort(set)
		id, ok := sets[string(set)]
		if !ok {
			id = uint16(tagger.MaxClasses + len(sets))
			sets[string(set)] = id
		}
		entries = append(entries, id)
		return false
	})
	return keys, entries
}

// trained is what training gives.
type trained struct {
	classes  []tagger.Class
	keys     []uint32
	entries  []uint16
	sums     map[tagger.Feature][]sum
	models   int64
	lemmas   *lemmaRules
	features featureRules
}

func train(sentences []conllu.Sentence, o Options) (*trained, error) {
	v := &inventory{ids: map[tagger.Class]uint8{}}
	samples, err := v.samples(sentences)
	if err != nil {
		return nil, err
	}
	t := &trained{}
	t.keys, t.entries = lexiconOf(samples)
	t.classes = v.classes
	t.lemmas = learnLemmas(len(v.classes), inflections(samples), v.inflectionsOf(o.Irregular))
	t.features = learnFeatures(len(v.classes), samples)
	lexicon := tagger.NewLexicon(t.keys, t.entries)
	for n := range max(1, o.Models) {
		l := learner{classes: len(v.classes), margin: o.Margin, weights: newPerceptron()}
		r := random(o.Seed + uint64(n)*seedStep)
		for range o.Rounds {
			for _, i := range r.order(len(samples)) {
				l.learn(headline(&samples[i], &r), lexicon)
			}
		}
		t.add(l.weights)
	}
	return t, nil
}

// seedStep is between the seeds of models that are averaged.
const seedStep = 77777

// add adds the averaged weights of a perceptron.
func (t *trained) add(p *perceptron) {
	if t.sums == nil {
		t.sums = map[tagger.Feature][]sum{}
	}
	for _, r := range p.rows {
		sums := t.sums[r.feature]
		for _, c := range r.cells {
			i := slices.IndexFunc(sums, func(s sum) bool { return s.class == c.class })
			if i < 0 {
				i = len(sums)
				sums = append(sums, sum{class: c.class})
			}
			sums[i].weight += p.average(c)
		}
		t.sums[r.feature] = sums
	}
	t.models++
}

// sum is the weight of a class, over all models, in units of 2^-16.
type sum struct {
	class  uint8
	weight int64
}

// learner goes through sentences.
type learner struct {
	classes  int
	margin   int32
	weights  *perceptron
	sentence tagger.Sentence
}

// learn goes through one sentence, with the classes that it gives the words by
// itself as those before.
func (l *learner) learn(from *sample, lexicon *tagger.Lexicon) {
	s := &l.sentence
	s.Look(from.words, lexicon)
	for i, own := range from.own {
		if own {
			s.Hide(i)
		}
	}
	var all [tagger.MaxClasses]int32
	scores := all[:l.classes]
	before, before2 := uint8(tagger.Start), uint8(tagger.Start)
	for i, right := range from.gold {
		class, ok := s.Only(i)
		if !ok {
			fs := s.Features(i, before, before2)
			l.weights.score(fs, scores)
			class = best(scores)
			l.weights.step++
			rival := class
			if class == right {
				scores[right] -= l.margin
				rival = best(scores)
			}
			if rival != right {
				l.weights.update(fs, right, 1)
				l.weights.update(fs, rival, -1)
			}
		}
		before, before2 = class, before
	}
}

func best(scores []int32) uint8 {
	b := 0
	for i, score := range scores {
		if score > scores[b] {
			b = i
		}
	}
	return uint8(b)
}
