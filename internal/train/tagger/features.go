package tagger

import (
	"maps"
	"slices"

	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
)

// featureRules are the morphological features of each class and of the words
// that have others.
type featureRules struct {
	classes []uint32
	words   map[uint32]extract.Features
}

// featureLeast is how often a word must occur to have features of its own.
const featureLeast = 2

func learnFeatures(classes int, samples []sample) featureRules {
	type counts map[extract.Features]int
	byClass, byWord := make([]counts, classes), map[uint32]counts{}
	wordClass := map[uint32]uint8{}
	for i := range byClass {
		byClass[i] = counts{}
	}
	for _, s := range samples {
		for i, w := range s.words {
			key := tagger.RuleKey(tagger.FeatureKey, s.gold[i], 0, tagger.Fold(w.Text))
			if byWord[key] == nil {
				byWord[key] = counts{}
			}
			byWord[key][s.feats[i]]++
			byClass[s.gold[i]][s.feats[i]]++
			wordClass[key] = s.gold[i]
		}
	}
	most := func(c counts) (most extract.Features, all int) {
		for _, f := range slices.Sorted(maps.Keys(c)) {
			if all += c[f]; c[f] > c[most] {
				most = f
			}
		}
		return most, all
	}
	r := featureRules{words: map[uint32]extract.Features{}}
	for _, c := range byClass {
		f, _ := most(c)
		r.classes = append(r.classes, uint32(f))
	}
	for key, c := range byWord {
		if f, all := most(c); all >= featureLeast && uint32(f) != r.classes[wordClass[key]] {
			r.words[key] = f
		}
	}
	return r
}

func (r featureRules) addTo(file *model.File) {
	keys := slices.Sorted(maps.Keys(r.words))
	sets := slices.Compact(slices.Sorted(maps.Values(r.words)))
	values := make([]uint16, len(keys))
	for i, key := range keys {
		at, _ := slices.BinarySearch(sets, r.words[key])
		values[i] = uint16(at)
	}
	bits := make([]uint32, len(sets))
	for i, set := range sets {
		bits[i] = uint32(set)
	}
	model.Add(file, "feature-classes", r.classes)
	model.Add(file, "feature-keys", keys)
	model.Add(file, "feature-values", values)
	model.Add(file, "feature-sets", bits)
}
