package tagger

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/factline/factline/internal/model"
	"github.com/factline/factline/internal/tagger"
)

// model returns the quantised model.
func (t *trained) model(o Options) (*tagger.Model, error) {
	return tagger.Decode(t.file(o))
}

// file returns the sections of the model file.
func (t *trained) file(o Options) *model.File {
	file := model.New(tagger.Kind, tagger.Version)
	file.Note("seed", fmt.Sprint(o.Seed))
	classes := make([]uint8, 0, 2*len(t.classes))
	for _, c := range t.classes {
		classes = append(classes, uint8(c.POS), uint8(c.Penn))
	}
	model.Add(file, "classes", classes)
	model.Add(file, "lexicon-keys", t.keys)
	model.Add(file, "lexicon-entries", t.entries)
	levels := t.levels()
	sizes, rows := tagger.Pack(t.rows(levels, o.Prune))
	model.Add(file, "levels", levels)
	slack := o.Slack / (float64(t.most()) / (1 << 16) / float64(t.models)) * top
	model.Add(file, "verb-slack", []uint32{uint32(slack)})
	model.Add(file, "bucket-sizes", sizes)
	model.Add(file, "rows", rows)
	t.lemmas.addTo(file)
	t.features.addTo(file)
	return file
}

// curve bends the levels: small weights get finer ones.
const curve = 0.05

// top is the weight of the highest level.
const top = 30000

// most returns the largest weight.
func (t *trained) most() int64 {
	most := int64(1)
	for _, sums := range t.sums {
		for _, s := range sums {
			most = max(most, s.weight, -s.weight)
		}
	}
	return most
}

// levels returns the weight of each level, which is an int8 turned into a byte.
func (t *trained) levels() []int16 {
	levels := make([]int16, 256)
	most := float64(t.most()) / (1 << 16) / float64(t.models)
	bend := math.Log1p(most/curve) / 127
	for level := 1; level < 128; level++ {
		x := curve * math.Expm1(float64(level)*bend)
		levels[level] = int16(math.Round(x / most * top))
		levels[256-level] = -levels[level]
	}
	levels[128] = levels[129]
	return levels
}

// rows returns the weights that matter as levels.
func (t *trained) rows(levels []int16, prune float64) (rows []tagger.Row) {
	most := t.most()
	least := int64(prune * float64(t.models) * (1 << 16))
	for feature, sums := range t.sums {
		row := tagger.Row{Feature: feature}
		for _, s := range sums {
			if max(s.weight, -s.weight) < least {
				continue
			}
			if level := nearest(levels, s.weight*top/most); level != 0 {
				row.Cells = append(row.Cells, tagger.Cell{Class: s.class, Level: level})
			}
		}
		if len(row.Cells) > 0 {
			slices.SortFunc(row.Cells, func(a, b tagger.Cell) int { return cmp.Compare(a.Class, b.Class) })
			rows = append(rows, row)
		}
	}
	return rows // in any order: Pack sorts them
}

// nearest returns the level whose weight is nearest to x.
func nearest(levels []int16, x int64) int8 {
	sign := int8(1)
	if x < 0 {
		x, sign = -x, -1
	}
	i, _ := slices.BinarySearch(levels[:128], int16(x))
	if i > 0 && (i == 128 || x-int64(levels[i-1]) < int64(levels[i])-x) {
		i--
	}
	return int8(i) * sign
}
