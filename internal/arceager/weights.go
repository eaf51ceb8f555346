package arceager

// Weights are the weights of a model while it is being trained: those of the
// averaged perceptron (Collins 2002).
type Weights struct {
	now  []Sums           // of the hashed features
	past [][actions]int64 // sum of each update times the time it was made
	time int64

	relations *relationWeights
}

// NewWeights returns weights that are all 0, for a number of relations.
func NewWeights(relations int) *Weights {
	return &Weights{
		now: make([]Sums, 1<<actionBits), past: make([][actions]int64, 1<<actionBits),
		relations: newRelationWeights(relations),
	}
}

// Actions implements Scorer.
func (w *Weights) Actions(features []uint64, sums *Sums) {
	for _, f := range features {
		for a, x := range &w.now[f>>(64-actionBits)] {
			sums[a] += x
		}
	}
}

// Relation implements Scorer.
func (w *Weights) Relation(features []uint64) uint8 { return w.relations.best(features) }

// update adds a number to the weights of features for an action.
func (w *Weights) update(features []uint64, a Action, by int32) {
	for _, f := range features {
		w.now[f>>(64-actionBits)][a] += by
		w.past[f>>(64-actionBits)][a] += int64(by) * w.time
	}
}

// forget makes the average start again.
func (w *Weights) forget() {
	clear(w.past)
	w.time = 0
}

// relationWeights is a multi-class averaged perceptron with few weights per
// feature.
type relationWeights struct {
	slots   map[uint64]int32
	entries [][]relationWeight
	time    int64
	sums    []int32
}

type relationWeight struct {
	relation uint8
	now      int32
	last     int64 // when it was changed
	past     int64 // sum of its values over the times until then
}

func newRelationWeights(relations int) *relationWeights {
	return &relationWeights{slots: map[uint64]int32{}, sums: make([]int32, relations)}
}

func (w *relationWeights) best(features []uint64) uint8 {
	clear(w.sums)
	for _, f := range features {
		if slot, ok := w.slots[f]; ok {
			for _, e := range w.entries[slot] {
				w.sums[e.relation] += e.now
			}
		}
	}
	best := 0
	for r, sum := range w.sums {
		if sum > w.sums[best] {
			best = r
		}
	}
	return uint8(best)
}

func (w *relationWeights) learn(features []uint64, right, wrong uint8) {
	w.time++
	if right == wrong {
		return
	}
	for _, f := range features {
		slot, ok := w.slots[f]
		if !ok {
			slot = int32(len(w.entries))
			w.slots[f] = slot
			w.entries = append(w.entries, nil)
		}
		w.update(slot, right, 1)
		w.update(slot, wrong, -1)
	}
}

func (w *relationWeights) update(slot int32, relation uint8, by int32) {
	for i := range w.entries[slot] {
		if e := &w.entries[slot][i]; e.relation == relation {
			e.past += int64(e.now) * (w.time - e.last)
			e.last = w.time
			e.now += by
			return
		}
	}
	w.entries[slot] = append(w.entries[slot], relationWeight{relation, by, w.time, 0})
}
