package arceager

import (
	"cmp"
	"math"
	"slices"

	"github.com/factline/factline/internal/model"
)

// Prune says which averaged weights are too small to be kept.
type Prune struct{ Actions, Relations float64 }

// The scores of a frozen model in units of the perceptron's. A sum of action
// weights must stay within 16 bits.
const (
	actionScale   = 16
	relationScale = 64
)

// File returns the mean of several trained models as one: the average of each
// over its training, and that over the models. Models that differ in the order
// of their sentences alone differ in their errors, too, and the mean is better
// than each of them.
func File(prune Prune, models ...*Weights) *model.File {
	file := model.New(Kind, Version)
	fileActions(file, models, prune.Actions)
	fileRelations(file, models, prune.Relations)
	return file
}

func fileActions(file *model.File, models []*Weights, prune float64) {
	averages := make([]float64, int(actions)<<actionBits)
	for _, w := range models {
		for slot := range w.now {
			for a, now := range w.now[slot] {
				x := float64(now) - float64(w.past[slot][a])/float64(max(w.time, 1))
				averages[slot*int(actions)+a] += x / float64(len(models))
			}
		}
	}
	law := newMuLaw(averages)
	masks, codes := make([]uint8, len(averages)/8), []int8(nil)
	for i, x := range averages {
		if c := law.code(x); c != 0 && math.Abs(x) >= prune {
			masks[i/8] |= 1 << (i % 8)
			codes = append(codes, c)
		}
	}
	model.Add(file, "action-law", law.table(actionScale))
	model.Add(file, "action-masks", masks)
	model.Add(file, "actions", codes)
}

// relationAverage is the weight of a feature for a relation.
type relationAverage struct {
	feature  uint64
	relation uint8
	weight   float64
}

// relationAverages returns the means of the weights, sorted by bucket, key and
// relation. Of two features that bucket and key do not tell apart the weights
// are added.
func relationAverages(models []*Weights) []relationAverage {
	type place struct {
		slot     uint64
		relation uint8
	}
	means := map[place]float64{}
	for _, w := range models {
		for f, slot := range w.relations.slots {
			for _, e := range w.relations.entries[slot] {
				x := float64(e.past+int64(e.now)*(w.relations.time-e.last)) / float64(max(w.relations.time, 1))
				means[place{f>>(64-bucketBits-16) | 1, e.relation}] += x / float64(len(models))
			}
		}
	}
	all := make([]relationAverage, 0, len(means))
	for p, x := range means {
		all = append(all, relationAverage{p.slot << (64 - bucketBits - 16), p.relation, x})
	}
	slices.SortFunc(all, func(a, b relationAverage) int {
		return cmp.Or(cmp.Compare(a.feature, b.feature), cmp.Compare(a.relation, b.relation))
	})
	return all
}

func fileRelations(file *model.File, models []*Weights, prune float64) {
	all := relationAverages(models)
	values := make([]float64, len(all))
	for i, a := range all {
		values[i] = a.weight
	}
	law := newMuLaw(values)
	var (
		sizes     = make([]uint8, 1<<bucketBits)
		keys      []uint16
		counts    []uint8
		relations []uint8
		codes     []int8
	)
	last := uint64(0) // no feature: all are odd
	for _, a := range all {
		c := law.code(a.weight)
		if c == 0 || math.Abs(a.weight) < prune {
			continue
		}
		if a.feature != last {
			last = a.feature
			sizes[last>>(64-bucketBits)]++
			keys, counts = append(keys, relationKey(last)), append(counts, 0)
		}
		counts[len(counts)-1]++
		relations, codes = append(relations, a.relation), append(codes, c)
	}
	model.Add(file, "relation-law", law.table(relationScale))
	model.Add(file, "buckets", sizes)
	model.Add(file, "keys", keys)
	model.Add(file, "counts", counts)
	model.Add(file, "relations", relations)
	model.Add(file, "weights", codes)
}

// muLaw is a code of 8 bits for weights that is finer near 0 (as in ITU-T
// G.711). Codes of even steps, clipped, cost ten times as much accuracy.
type muLaw struct{ scale float64 }

const muLawUnit = 0.05

func newMuLaw(values []float64) muLaw {
	largest := muLawUnit
	for _, x := range values {
		largest = max(largest, math.Abs(x))
	}
	return muLaw{127 / math.Log1p(largest/muLawUnit)}
}

func (l muLaw) code(x float64) int8 {
	c := min(math.Round(l.scale*math.Log1p(math.Abs(x)/muLawUnit)), 127)
	return int8(math.Copysign(c, x))
}

// table returns what each code stands for; codes below 0 are in the upper half.
func (l muLaw) table(scale float64) []int16 {
	table := make([]int16, 256)
	for c := -127; c <= 127; c++ {
		x := math.Copysign(muLawUnit*math.Expm1(math.Abs(float64(c))/l.scale), float64(c))
		table[uint8(int8(c))] = int16(math.Round(x * scale))
	}
	return table
}
