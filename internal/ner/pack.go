package ner

import (
	"cmp"
	"errors"
	"slices"

	"github.com/factline/factline/internal/model"
)

// Row is what one feature says.
type Row struct {
	Feature Feature
	Cells   []Cell
}

// Cell is the weight of one tag.
type Cell struct {
	Tag    Tag
	Weight int16 // from -Largest to Largest
}

// Packed is the sections of a model file that hold rows.
type Packed struct {
	Keys  []uint32 // of the features with full rows
	Full  []int16  // their weights, one for each tag
	Sizes []uint16 // of buckets
	Rows  []uint16 // in buckets
}

// Pack packs rows. Of two features with one slot, that with more tags has the
// full row.
func Pack(rows []Row) *Packed {
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Feature, b.Feature) })
	full := map[uint32]int{} // by slot
	for i, row := range rows {
		slot := slotOf(row.Feature.key())
		if other, taken := full[slot]; len(row.Cells) >= leastFull && (!taken || len(row.Cells) > len(rows[other].Cells)) {
			full[slot] = i
		}
	}
	p := &Packed{Sizes: make([]uint16, 1<<bucketBits)}
	for i, row := range rows {
		if at, ok := full[slotOf(row.Feature.key())]; ok && at == i {
			p.addFull(row)
			continue
		}
		for cells := range slices.Chunk(row.Cells, longestRow) {
			p.Rows = append(p.Rows, row.Feature.mark()|uint16(len(cells)))
			for _, cell := range cells {
				p.Rows = append(p.Rows, uint16(cell.Weight)<<(16-weightBits)|uint16(cell.Tag))
			}
			p.Sizes[row.Feature.bucket()] += uint16(1 + len(cells))
		}
	}
	return p
}

func (p *Packed) addFull(row Row) {
	var full [Tags]int16
	for _, cell := range row.Cells {
		full[cell.Tag] = cell.Weight
	}
	p.Keys = append(p.Keys, row.Feature.key())
	p.Full = append(p.Full, full[:]...)
}

// AddTo adds the sections to a model file.
func (p *Packed) AddTo(file *model.File) {
	model.Add(file, "full-keys", p.Keys)
	model.Add(file, "full-rows", p.Full)
	model.Add(file, "bucket-sizes", p.Sizes)
	model.Add(file, "rows", p.Rows)
}

// unpack returns the weights in a model file.
func unpack(file *model.File) (weights, error) {
	p := Packed{
		Keys:  model.Section[uint32](file, "full-keys"),
		Full:  model.Section[int16](file, "full-rows"),
		Sizes: model.Section[uint16](file, "bucket-sizes"),
		Rows:  model.Section[uint16](file, "rows"),
	}
	if err := file.Err(); err != nil {
		return weights{}, err
	}
	size := 0
	for _, n := range p.Sizes {
		size += int(n)
	}
	if len(p.Sizes) != 1<<bucketBits || size != len(p.Rows) || len(p.Keys) >= 1<<slotBits || len(p.Full) != len(p.Keys)*Tags {
		return weights{}, errors.New("model names: the numbers of weights do not fit")
	}
	return newWeights(&p), nil
}
