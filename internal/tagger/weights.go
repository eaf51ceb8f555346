package tagger

import (
	"cmp"
	"slices"
)

// Weights are the weights of features for classes, as rows in buckets: the high
// bits of a feature choose its bucket, a row begins with other bits of the
// feature and its length, and goes on with classes and their levels. A feature
// that is not there meets a row by chance once in some thousand times, which
// changes no figure.
type Weights struct {
	levels [256]int32 // weight of each level
	starts []uint32   // where buckets start in rows
	rows   []uint16
}

const (
	bucketBits = 17
	markBits   = 12
	longestRow = 1<<(16-markBits) - 1 // more classes take another row
)

func (f Feature) bucket() uint32 { return uint32(f >> (64 - bucketBits)) }
func (f Feature) mark() uint16   { return uint16(f) >> (16 - markBits) << (16 - markBits) }

// Row is what one feature says.
type Row struct {
	Feature Feature
	Cells   []Cell
}

// Cell is the weight of one class, as a level.
type Cell struct {
	Class uint8
	Level int8
}

// Pack returns the sections of a model file that hold rows: the sizes of the
// buckets, and the rows.
func Pack(rows []Row) (sizes []uint16, packed []uint16) {
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Feature, b.Feature) })
	sizes = make([]uint16, 1<<bucketBits)
	for _, row := range rows {
		for cells := range slices.Chunk(row.Cells, longestRow) {
			packed = append(packed, row.Feature.mark()|uint16(len(cells)))
			for _, cell := range cells {
				packed = append(packed, uint16(cell.Class)<<8|uint16(uint8(cell.Level)))
			}
			sizes[row.Feature.bucket()] += uint16(1 + len(cells))
		}
	}
	return sizes, packed
}

// NewWeights returns the weights of packed rows.
func NewWeights(levels []int16, sizes []uint16, rows []uint16) *Weights {
	w := &Weights{starts: make([]uint32, len(sizes)+1), rows: rows}
	for i, level := range levels {
		w.levels[i] = int32(level)
	}
	for i, size := range sizes {
		w.starts[i+1] = w.starts[i] + uint32(size)
	}
	return w
}

// Score adds what the features say of each class to scores. It asks for all
// buckets before it reads the first, so that memory fetches them side by side:
// waiting for memory is what tagging spends its time on.
func (w *Weights) Score(fs []Feature, scores *[MaxClasses]int32) {
	var buckets [mostFeatures]struct{ start, end uint32 }
	var first [mostFeatures]uint16
	fs = fs[:min(len(fs), mostFeatures)]
	for i, f := range fs {
		b := f.bucket()
		buckets[i].start, buckets[i].end = w.starts[b], w.starts[b+1]
	}
	for i := range fs {
		if b := buckets[i]; b.start < b.end {
			first[i] = w.rows[b.start]
		}
	}
	for i, f := range fs {
		at, end, head, mark := buckets[i].start, buckets[i].end, first[i], f.mark()
		for at < end {
			next := at + 1 + uint32(head&longestRow)
			if head&^longestRow == mark {
				for _, cell := range w.rows[at+1 : next] {
					scores[cell>>8&(MaxClasses-1)] += w.levels[uint8(cell)]
				}
			}
			if at = next; at < end {
				head = w.rows[at]
			}
		}
	}
}

// mostFeatures bounds the features of a word.
const mostFeatures = 64
