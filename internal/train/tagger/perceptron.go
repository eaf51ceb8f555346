package tagger

import (
	"math"

	"github.com/factline/factline/internal/tagger"
)

// perceptron is an averaged perceptron of many classes (Freund & Schapire 1999;
// Collins 2002) over sparse features.
type perceptron struct {
	slots []int32 // open addressing: a row's number and 1, 0 for none
	rows  []row
	step  int64 // words seen
}

type row struct {
	feature tagger.Feature
	cells   []cell
}

// cell is the weight of a feature for a class. Its sum over the steps is
// brought up to date when the weight changes.
type cell struct {
	class  uint8
	weight int32
	since  int64
	sum    int64
}

func newPerceptron() *perceptron {
	return &perceptron{slots: make([]int32, 1<<16)}
}

// find returns the slot of a feature, or the empty one where it belongs.
func (p *perceptron) find(f tagger.Feature) int {
	mask := len(p.slots) - 1
	for i := int(f^f>>32) & mask; ; i = (i + 1) & mask {
		if s := p.slots[i]; s == 0 || p.rows[s-1].feature == f {
			return i
		}
	}
}

// row returns the row of a feature, made when there is none.
func (p *perceptron) row(f tagger.Feature) *row {
	i := p.find(f)
	if p.slots[i] == 0 {
		if 2*len(p.rows) > len(p.slots) {
			p.slots = make([]int32, 2*len(p.slots))
			for n, row := range p.rows {
				p.slots[p.find(row.feature)] = int32(n) + 1
			}
			i = p.find(f)
		}
		p.rows = append(p.rows, row{feature: f})
		p.slots[i] = int32(len(p.rows))
	}
	return &p.rows[p.slots[i]-1]
}

// score sets the scores of all classes.
func (p *perceptron) score(fs []tagger.Feature, scores []int32) {
	clear(scores)
	for _, f := range fs {
		s := p.slots[p.find(f)]
		if s == 0 {
			continue
		}
		for _, c := range p.rows[s-1].cells {
			scores[c.class] += c.weight
		}
	}
}

// update adds to the weights of the features for a class.
func (p *perceptron) update(fs []tagger.Feature, class uint8, by int32) {
	for _, f := range fs {
		p.row(f).add(class, by, p.step)
	}
}

func (r *row) add(class uint8, by int32, step int64) {
	for i := range r.cells {
		if c := &r.cells[i]; c.class == class {
			c.sum += int64(c.weight) * (step - c.since)
			c.weight += by
			c.since = step
			return
		}
	}
	r.cells = append(r.cells, cell{class: class, weight: by, since: step})
}

// average returns the mean of a weight over all steps, in units of 2^-16.
func (p *perceptron) average(c cell) int64 {
	sum := c.sum + int64(c.weight)*(p.step-c.since)
	return int64(math.Round(float64(sum) / float64(p.step) * (1 << 16)))
}

// random is a xorshift generator: the same numbers everywhere.
type random uint64

func (r *random) next() uint64 {
	x := uint64(*r)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*r = random(x)
	return x
}

// order returns the numbers below n in random order.
func (r *random) order(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(r.next() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
