package arceager

import (
	"fmt"
	"math/bits"

	"github.com/factline/factline/internal/model"
)

// Kind and Version of the files of parser models.
const (
	Kind    = "parser"
	Version = 2
)

// Model is the weights of a trained parser, as a Scorer. It is immutable.
//
// The weights of the action features are a dense table of hashes, without any
// key: features that share a slot did so in training, too. A slot holds four
// lanes of 16 bits, one for each action, so that one addition adds all four.
//
// The features of relations have keys, since few relations have a weight for
// each. The bucket of a feature is found by its first bits.
type Model struct {
	actions []uint64

	buckets   []bucket // one more than there are
	features  []keyed  // of the buckets
	relations []uint8  // of the weights
	weights   []int16
}

// keyed is a feature in its bucket.
type keyed struct {
	key   uint16
	count uint8 // of its weights
}

// bucket says where the features of a bucket and their weights start.
type bucket struct{ feature, weight uint32 }

// Sizes of the tables, as logarithms.
const (
	actionBits = 20
	bucketBits = 18
)

// largestRelation is what relation numbers are cut to, so that no file can
// make the parser read outside of its sums.
const largestRelation = 63

// relationKey is what tells the features of a bucket apart.
func relationKey(f uint64) uint16 { return uint16(f>>(64-bucketBits-16)) | 1 }

// Actions implements Scorer.
func (m *Model) Actions(features []uint64, sums *Sums) {
	total := uint64(0)
	table := m.actions
	for _, f := range features {
		total += table[f>>(64-actionBits)]
	}
	for a := range sums {
		lane := int16(total)
		sums[a] += int32(lane)
		total = (total - uint64(lane)) >> 16
	}
}

// Relation implements Scorer. It asks for the buckets of all features, and then
// for what they begin with, before it looks into the first: memory fetches them
// side by side, and waiting for memory is what parsing spends its time on.
func (m *Model) Relation(features []uint64) uint8 {
	var sums [largestRelation + 1]int32
	var found [mostRelationFeatures]struct {
		bucket, end bucket
		head        keyed
	}
	features = features[:min(len(features), mostRelationFeatures)]
	for i, f := range features {
		b := f >> (64 - bucketBits)
		found[i].bucket, found[i].end = m.buckets[b], m.buckets[b+1]
	}
	for i := range features {
		found[i].head = m.features[found[i].bucket.feature]
	}
	for i, f := range features {
		b := &found[i]
		key, at, head := relationKey(f), b.bucket.weight, b.head
		for next := b.bucket.feature; next < b.end.feature; {
			if head.key == key {
				m.add(at, uint32(head.count), &sums)
				break
			}
			at += uint32(head.count)
			next++
			head = m.features[next]
		}
	}
	best := 0
	for r, sum := range sums {
		if sum > sums[best] {
			best = r
		}
	}
	return uint8(best)
}

// mostRelationFeatures bounds the features of an arc.
const mostRelationFeatures = 80

// add adds the weights of one feature.
func (m *Model) add(at, count uint32, sums *[largestRelation + 1]int32) {
	weights := m.weights[at : at+count]
	for k, r := range m.relations[at : at+count] {
		sums[r&largestRelation] += int32(weights[k])
	}
}

// Load reads a model file.
func Load(data []byte) (*Model, error) {
	file, err := model.Read(data, Kind, Version)
	if err != nil {
		return nil, err
	}
	masks, codes, law := model.Section[uint8](file, "action-masks"), model.Section[int8](file, "actions"), model.Section[int16](file, "action-law")
	m := &Model{relations: model.Section[uint8](file, "relations")}
	sizes, keys, counts := model.Section[uint8](file, "buckets"), model.Section[uint16](file, "keys"), model.Section[uint8](file, "counts")
	weights, weightLaw := model.Section[int8](file, "weights"), model.Section[int16](file, "relation-law")
	if err := file.Err(); err != nil {
		return nil, err
	}
	if len(masks) != 1<<actionBits/2 || len(codes) != ones(masks) || len(law) != 256 || len(weightLaw) != 256 || len(sizes) != 1<<bucketBits ||
		len(keys) != len(counts) || len(m.relations) != len(weights) {
		return nil, fmt.Errorf("model %s: the sections do not fit each other", Kind)
	}
	m.actions = pack(masks, codes, law)
	m.weights = make([]int16, len(weights))
	for i, c := range weights {
		m.weights[i] = weightLaw[uint8(c)]
	}
	m.features = make([]keyed, len(keys)+1) // one more, so that there is one where the last bucket ends
	for i, key := range keys {
		m.features[i] = keyed{key, counts[i]}
	}
	return m, m.index(sizes)
}

// pack returns the table of the actions' weights. The masks have four bits for
// each slot, the first one's lowest, and a code stands for each bit that is 1. A
// lane that is negative borrows from the next one; the sums of lanes are
// unpacked the same way.
func pack(masks []uint8, codes []int8, law []int16) []uint64 {
	table := make([]uint64, 2*len(masks))
	for slot := range table {
		mask := masks[slot/2] >> (slot % 2 * 4) & 15
		for ; mask != 0; mask &= mask - 1 {
			table[slot] += uint64(law[uint8(codes[0])]) << (16 * bits.TrailingZeros8(mask))
			codes = codes[1:]
		}
	}
	return table
}

func ones(masks []uint8) int {
	n := 0
	for _, mask := range masks {
		n += bits.OnesCount8(mask)
	}
	return n
}

// index makes the buckets from the numbers of features in each.
func (m *Model) index(sizes []uint8) error {
	m.buckets = make([]bucket, len(sizes)+1)
	feature, weight, features := 0, 0, len(m.features)-1
	for i, size := range sizes {
		m.buckets[i] = bucket{uint32(feature), uint32(weight)}
		for range size {
			if feature == features {
				return fmt.Errorf("model %s: more features in buckets than keys", Kind)
			}
			weight += int(m.features[feature].count)
			feature++
		}
	}
	m.buckets[len(sizes)] = bucket{uint32(feature), uint32(weight)}
	if feature != features || weight != len(m.weights) {
		return fmt.Errorf("model %s: %d features with %d weights in buckets, want %d with %d", Kind, feature, weight, features, len(m.weights))
	}
	return nil
}
