package ner

import (
	"math"
	"math/rand/v2"

	"github.com/factline/factline/internal/ner"
)

// sentence is one sentence of the training data.
type sentence struct {
	features [][]int32 // by token: rows of the field's weights, lexical ones negative
	allowed  []tagSet
	weight   float64
}

// field is a conditional random field while it is trained.
type field struct {
	weights []float32 // row*Tags + tag
	squares []float32 // sums of squared gradients (AdaGrad)
	steps   [ner.Tags][ner.Tags]float64
	stepSq  [ner.Tags][ner.Tags]float64

	options Options
	random  *rand.Rand
	lattice
}

// lattice is the memory for one sentence.
type lattice struct {
	active                  [][]int32 // features of each token that are not hidden
	potentials              [][ner.Tags]float64
	free, freeBack          [][ner.Tags]float64 // forward and backward sums
	allowed, allowedBack    [][ner.Tags]float64 // the same over allowed tags only
	expSteps                [ner.Tags][ner.Tags]float64
	stepGradient, stepEdges [ner.Tags][ner.Tags]float64
}

func newField(rows int, options Options) *field {
	f := &field{
		weights: make([]float32, rows*ner.Tags), squares: make([]float32, rows*ner.Tags),
		options: options, random: rand.New(rand.NewPCG(options.Seed, 0)),
	}
	for i := range f.squares {
		f.squares[i] = 0.1
	}
	for a := range f.stepSq {
		for b := range f.stepSq[a] {
			f.stepSq[a][b] = 0.1
		}
	}
	return f
}

// epoch goes once through the sentences in a random order and returns the
// log-likelihood of their labels.
func (f *field) epoch(sentences []*sentence) (likelihood float64) {
	f.random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	for _, s := range sentences {
		likelihood += f.learn(s)
	}
	return likelihood
}

func (l *lattice) grow(n int) {
	for len(l.active) < n {
		l.active = append(l.active, nil)
	}
	for _, rows := range []*[][ner.Tags]float64{&l.potentials, &l.free, &l.freeBack, &l.allowed, &l.allowedBack} {
		if len(*rows) < n {
			*rows = make([][ner.Tags]float64, 2*n)
		}
	}
}

// learn moves the weights towards one sentence.
func (f *field) learn(s *sentence) float64 {
	n := len(s.features)
	f.grow(n)
	f.prepare(s)
	all := f.pass(n, nil, f.free, f.freeBack)
	right := f.pass(n, s.allowed, f.allowed, f.allowedBack)
	if math.IsInf(right, -1) || math.IsInf(all, -1) {
		return 0 // labels that no row of tags fits
	}
	if right-all > -1e-3 {
		return right - all
	}
	f.stepGradient = [ner.Tags][ner.Tags]float64{}
	for i := range n {
		f.learnToken(s, i)
	}
	rate := f.options.Rate
	for a := range f.steps {
		for b := range f.steps[a] {
			if g := f.stepGradient[a][b] * s.weight; g != 0 {
				f.stepSq[a][b] += g * g
				f.steps[a][b] += rate * g / math.Sqrt(f.stepSq[a][b])
			}
		}
	}
	return right - all
}

// prepare computes the potentials of each token and step.
func (f *field) prepare(s *sentence) {
	for i, rows := range s.features {
		hide := f.random.Float64() < f.options.Hide
		active := f.active[i][:0]
		var sum [ner.Tags]float32
		for _, row := range rows {
			if row < 0 {
				if hide {
					continue
				}
				row = ^row
			}
			if f.options.Drop > 0 && f.random.Float64() < f.options.Drop {
				continue
			}
			active = append(active, row)
			weights := f.weights[int(row)*ner.Tags:][:ner.Tags]
			for t, w := range weights {
				sum[t] += w
			}
		}
		f.active[i] = active
		most := sum[0]
		for _, x := range sum {
			most = max(most, x)
		}
		for t, x := range sum {
			f.potentials[i][t] = math.Exp(float64(x - most))
		}
	}
	for a := range f.steps {
		for b := range f.steps[a] {
			f.expSteps[a][b] = 0
			if follows[a][b] {
				f.expSteps[a][b] = math.Exp(f.steps[a][b])
			}
		}
	}
}

var follows = func() (table [ner.Tags][ner.Tags]bool) {
	for a := range table {
		for b := range table[a] {
			table[a][b] = ner.Tag(b).Follows(ner.Tag(a))
		}
	}
	return table
}()

// before and after list the tags that may stand before and after each tag.
var before, after = func() (before, after [ner.Tags][]uint8) {
	for a := range follows {
		for b, ok := range follows[a] {
			if ok {
				before[b] = append(before[b], uint8(a))
				after[a] = append(after[a], uint8(b))
			}
		}
	}
	return before, after
}()

// pass computes forward and backward sums over the tags that sets allow, all
// tags for nil, and returns the logarithm of the sum over all rows of tags.
func (f *field) pass(n int, sets []tagSet, forward, backward [][ner.Tags]float64) float64 {
	total := 0.0
	for i := range n {
		var v [ner.Tags]float64
		sum := 0.0
		allow := allTags
		if sets != nil {
			allow = sets[i]
		}
		for b := range ner.Tags {
			if allow>>b&1 == 0 || i == 0 && !ner.Tag(b).Opens() || i == n-1 && !ner.Tag(b).Closed() {
				continue
			}
			x := 1.0
			if i > 0 {
				x = 0
				last := &forward[i-1]
				for _, a := range before[b] {
					x += last[a] * f.expSteps[a][b]
				}
			}
			v[b] = x * f.potentials[i][b]
			sum += v[b]
		}
		if !(sum > 0) {
			return math.Inf(-1)
		}
		for b := range v {
			v[b] /= sum
		}
		total += math.Log(sum)
		forward[i] = v
	}
	for i := n - 1; i >= 0; i-- {
		f.passBack(n, i, sets, backward)
	}
	return total
}

func (f *field) passBack(n, i int, sets []tagSet, backward [][ner.Tags]float64) {
	var v [ner.Tags]float64
	if i == n-1 {
		for b := range v {
			v[b] = 1
		}
		backward[i] = v
		return
	}
	var next [ner.Tags]float64
	allow := allTags
	if sets != nil {
		allow = sets[i+1]
	}
	for b := range next {
		if allow>>b&1 != 0 && (i+1 < n-1 || ner.Tag(b).Closed()) {
			next[b] = f.potentials[i+1][b] * backward[i+1][b]
		}
	}
	sum := 0.0
	for a := range v {
		for _, b := range after[a] {
			v[a] += f.expSteps[a][b] * next[b]
		}
		sum += v[a]
	}
	if sum > 0 {
		for a := range v {
			v[a] /= sum
		}
	}
	backward[i] = v
}

func marginal(forward, backward *[ner.Tags]float64) (p [ner.Tags]float64) {
	sum := 0.0
	for t := range p {
		p[t] = forward[t] * backward[t]
		sum += p[t]
	}
	for t := range p {
		p[t] /= sum
	}
	return p
}

// learnToken adds the gradient of token i.
func (f *field) learnToken(s *sentence, i int) {
	p := marginal(&f.free[i], &f.freeBack[i])
	want := marginal(&f.allowed[i], &f.allowedBack[i])
	var tags [ner.Tags]int
	var gradient [ner.Tags]float32
	n := 0
	for t := range p {
		if g := (want[t] - p[t]) * s.weight; g > 1e-3 || g < -1e-3 {
			tags[n], gradient[n] = t, float32(g)
			n++
		}
	}
	if n == 0 {
		return
	}
	rate, decay := float32(f.options.Rate), float32(f.options.Decay)
	for _, row := range f.active[i] {
		base := int(row) * ner.Tags
		for k := range n {
			j := base + tags[k]
			g := gradient[k] - decay*f.weights[j]
			f.squares[j] += g * g
			f.weights[j] += rate * g / float32(math.Sqrt(float64(f.squares[j])))
		}
	}
	if i > 0 {
		f.addSteps(i, nil, f.free, f.freeBack, -1, len(s.features))
		f.addSteps(i, s.allowed, f.allowed, f.allowedBack, 1, len(s.features))
	}
}

// addSteps adds the expected steps from token i-1 to token i to the gradient.
func (f *field) addSteps(i int, sets []tagSet, forward, backward [][ner.Tags]float64, sign float64, n int) {
	sum := 0.0
	edges := &f.stepEdges
	allow := allTags
	if sets != nil {
		allow = sets[i]
	}
	for b := range ner.Tags {
		y := 0.0
		if allow>>b&1 != 0 && (i < n-1 || ner.Tag(b).Closed()) {
			y = f.potentials[i][b] * backward[i][b]
		}
		for _, a := range before[b] {
			edges[a][b] = forward[i-1][a] * f.expSteps[a][b] * y
			sum += edges[a][b]
		}
	}
	if !(sum > 0) {
		return
	}
	for b := range ner.Tags {
		for _, a := range before[b] {
			f.stepGradient[a][b] += sign * edges[a][b] / sum
		}
	}
}
