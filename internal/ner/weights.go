package ner

// weights are the weights of features for tags. Most features say something of
// few tags: they are rows in buckets. The high bits of a feature choose its
// bucket; a row begins with other bits of the feature and its length, and goes on
// with cells of a tag and its weight. The few features that say something of many
// tags are met most; their weights are added many at a time (full.go). A feature
// that is not there meets another's weights by chance once in some thousand
// times, which changes no figure.
type weights struct {
	full   fullRows
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

func newWeights(p *Packed) weights {
	w := weights{full: newFullRows(p.Keys, p.Full), starts: make([]uint32, len(p.Sizes)+1), rows: p.Rows}
	for i, size := range p.Sizes {
		w.starts[i+1] = w.starts[i] + uint32(size)
	}
	return w
}

// scores are the weights of the tags of one token. The length is a power of
// two so that no index has to be checked.
type scores [1 << (16 - weightBits)]int32

// mostFeatures bounds the features of a token.
const mostFeatures = 112

// add adds what the features say of each tag.
func (w *weights) add(fs []Feature, to *scores) {
	var rest [mostFeatures]Feature // features without a full row
	n := w.full.add(fs[:min(len(fs), mostFeatures)], to, &rest)
	w.addRows(rest[:n], to)
}

// addRows adds the rows in buckets. It asks for all buckets before it reads the
// first, so that memory fetches them side by side.
func (w *weights) addRows(fs []Feature, to *scores) {
	var buckets [mostFeatures]struct{ start, end uint32 }
	var first [mostFeatures]uint16
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
