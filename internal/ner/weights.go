package ner

import (
	"cmp"
	"slices"
)

// weights are the weights of features for tags, as rows in buckets: the high
// bits of a feature choose its bucket; a row begins with other bits of the
// feature and its length, and goes on with cells of a tag and its weight. A
// feature that is not there meets a row by chance once in some thousand times,
// which changes no figure.
type weights struct {
	starts []uint32 // where buckets start in rows
	rows   []uint16
}

const (
	bucketBits = 17
	lengthBits = 4
	longestRow = 1<<lengthBits - 1 // more tags take another row
	weightBits = 11
)

// Largest is the largest weight of a cell; -Largest is the smallest.
const Largest = 1<<(weightBits-1) - 1

func (f Feature) bucket() uint32 { return uint32(f >> (64 - bucketBits)) }
func (f Feature) mark() uint16   { return uint16(f) &^ longestRow }

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

// Pack returns the sections of a model file that hold rows: the sizes of the
// buckets, and the rows.
func Pack(rows []Row) (sizes []uint16, packed []uint16) {
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Feature, b.Feature) })
	sizes = make([]uint16, 1<<bucketBits)
	for _, row := range rows {
		for cells := range slices.Chunk(row.Cells, longestRow) {
			packed = append(packed, row.Feature.mark()|uint16(len(cells)))
			for _, cell := range cells {
				packed = append(packed, uint16(cell.Weight)<<(16-weightBits)|uint16(cell.Tag))
			}
			sizes[row.Feature.bucket()] += uint16(1 + len(cells))
		}
	}
	return sizes, packed
}

func newWeights(sizes []uint16, rows []uint16) weights {
	w := weights{starts: make([]uint32, len(sizes)+1), rows: rows}
	for i, size := range sizes {
		w.starts[i+1] = w.starts[i] + uint32(size)
	}
	return w
}

// scores are the weights of the tags of one token. The length is a power of
// two so that no index has to be checked.
type scores [1 << (16 - weightBits)]int32

// mostFeatures bounds the features of a token.
const mostFeatures = 112

// add adds what the features say of each tag. It asks for all buckets before it
// reads the first, so that memory fetches them side by side: waiting for memory
// is what tagging spends its time on.
func (w *weights) add(fs []Feature, to *scores) {
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
					to[cell&(1<<(16-weightBits)-1)] += int32(int16(cell) >> (16 - weightBits))
				}
			}
			if at = next; at < end {
				head = w.rows[at]
			}
		}
	}
}
