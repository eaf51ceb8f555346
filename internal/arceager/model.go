package arceager

import (
	"fmt"

	"github.com/factline/factline/internal/model"
)

// Kind and Version of the files of parser models.
const (
	Kind    = "parser"
	Version = 1
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

// Relation implements Scorer.
func (m *Model) Relation(features []uint64) uint8 {
	var sums [largestRelation + 1]int32
	for _, f := range features {
		i := f >> (64 - bucketBits)
		first, end := m.buckets[i], m.buckets[i+1]
		key, at := relationKey(f), first.weight
		for _, feature := range m.features[first.feature:end.feature] {
			count := uint32(feature.count)
			if feature.key == key {
				weights := m.weights[at : at+count]
				for k, r := range m.relations[at : at+count] {
					sums[r&largestRelation] += int32(weights[k])
				}
				break
			}
			at += count
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

// Load reads a model file.
func Load(data []byte) (*Model, error) {
	file, err := model.Read(data, Kind, Version)
	if err != nil {
		return nil, err
	}
	codes, law := model.Section[int8](file, "actions"), model.Section[int16](file, "action-law")
	m := &Model{relations: model.Section[uint8](file, "relations")}
	sizes, keys, counts := model.Section[uint8](file, "buckets"), model.Section[uint16](file, "keys"), model.Section[uint8](file, "counts")
	weights, weightLaw := model.Section[int8](file, "weights"), model.Section[int16](file, "relation-law")
	if err := file.Err(); err != nil {
		return nil, err
	}
	if len(codes) != int(actions)<<actionBits || len(law) != 256 || len(weightLaw) != 256 || len(sizes) != 1<<bucketBits ||
		len(keys) != len(counts) || len(m.relations) != len(weights) {
		return nil, fmt.Errorf("model %s: the sections do not fit each other", Kind)
	}
	m.actions = pack(codes, law)
	m.weights = make([]int16, len(weights))
	for i, c := range weights {
		m.weights[i] = weightLaw[uint8(c)]
	}
	m.features = make([]keyed, len(keys))
	for i, key := range keys {
		m.features[i] = keyed{key, counts[i]}
	}
	return m, m.index(sizes)
}

// pack returns the table of the actions' weights. A lane that is negative
// borrows from the next one; the sums of lanes are unpacked the same way.
func pack(codes []int8, law []int16) []uint64 {
	table := make([]uint64, len(codes)/int(actions))
	for slot := range table {
		c := codes[slot*4 : slot*4+4 : slot*4+4]
		if c[0]|c[1]|c[2]|c[3] != 0 {
			table[slot] = uint64(law[uint8(c[0])]) + uint64(law[uint8(c[1])])<<16 + uint64(law[uint8(c[2])])<<32 + uint64(law[uint8(c[3])])<<48
		}
	}
	return table
}

// index makes the buckets from the numbers of features in each.
func (m *Model) index(sizes []uint8) error {
	m.buckets = make([]bucket, len(sizes)+1)
	feature, weight := 0, 0
	for i, size := range sizes {
		m.buckets[i] = bucket{uint32(feature), uint32(weight)}
		for range size {
			if feature == len(m.features) {
				return fmt.Errorf("model %s: more features in buckets than keys", Kind)
			}
			weight += int(m.features[feature].count)
			feature++
		}
	}
	m.buckets[len(sizes)] = bucket{uint32(feature), uint32(weight)}
	if feature != len(m.features) || weight != len(m.weights) {
		return fmt.Errorf("model %s: %d features with %d weights in buckets, want %d with %d", Kind, feature, weight, len(m.features), len(m.weights))
	}
	return nil
}
