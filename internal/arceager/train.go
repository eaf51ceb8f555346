package arceager

import "slices"

// Sentence is a sentence with its tree, to learn from.
type Sentence struct {
	Input Input
	Tree  Tree // the root's head is 0
}

// heads returns the gold heads as the search has them, with the root last.
func (s *Sentence) heads(buf []int32) []int32 {
	buf = append(buf[:0], s.Tree.Heads...)
	for i := 1; i < len(buf); i++ {
		if buf[i] == 0 {
			buf[i] = s.Input.Len() + 1
		}
	}
	return buf
}

// random is a generator of the same numbers everywhere (xorshift, Marsaglia
// 2003).
type random uint64

func (r *random) next() uint64 {
	*r ^= *r << 13
	*r ^= *r >> 7
	*r ^= *r << 17
	return uint64(*r)
}

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

// Trainer learns weights from sentences.
type Trainer struct {
	Weights   *Weights
	sentences []Sentence
	search    Search
	random    random
	heads     []int32
	features  []uint64
}

// NewTrainer returns a Trainer that knows nothing yet.
func NewTrainer(sentences []Sentence, relations int, seed uint64) *Trainer {
	return &Trainer{Weights: NewWeights(relations), sentences: sentences, random: random(seed)}
}

// Greedy goes through the sentences once, each action judged by itself against
// the dynamic oracle of Goldberg and Nivre (2012). With explore the parser
// mostly does what it thinks best, right or wrong, to learn from its errors.
func (t *Trainer) Greedy(explore bool) {
	t.search.Width = 1
	for _, i := range t.random.order(len(t.sentences)) {
		t.greedy(&t.sentences[i], explore)
	}
}

func (t *Trainer) greedy(sentence *Sentence, explore bool) {
	search := &t.search
	search.start(&sentence.Input, t.Weights)
	t.heads = sentence.heads(t.heads)
	s := search.beam[0]
	for range 2 * sentence.Input.Len() {
		legal := search.arena.legal(&s)
		costs := t.costs(&s)
		t.features = t.allFeatures(&s)
		var sums Sums
		t.Weights.Actions(t.features, &sums)
		guess, right := choose(legal, &sums, nil), choose(legal, &sums, &costs)
		t.Weights.time++
		if guess != right {
			t.Weights.update(t.features, right, 1)
			t.Weights.update(t.features, guess, -1)
		}
		if explore && t.random.next()%10 != 0 {
			right = guess
		}
		s = t.do(sentence, s, right)
	}
}

// choose returns the legal action with the best sum; among those of least cost
// when costs are given.
func choose(legal Legal, sums *Sums, costs *[actions]int32) Action {
	best := actions
	for a := range actions {
		if !legal.Has(a) {
			continue
		}
		switch {
		case best == actions, costs == nil && sums[a] > sums[best]:
			best = a
		case costs != nil && (costs[a] < costs[best] || costs[a] == costs[best] && sums[a] > sums[best]):
			best = a
		}
	}
	return best
}

// do applies an action. The relation of an arc that is right is learned.
func (t *Trainer) do(sentence *Sentence, s state, a Action) state {
	if a != Left && a != Right {
		return t.search.arena.apply(s, a, 0)
	}
	h, d := t.search.arena.ends(&s, a == Left)
	t.features = relationFeatures(t.search.in, h, d, t.features[:0])
	relation := t.Weights.Relation(t.features)
	if t.heads[d.word] == h.word {
		t.Weights.relations.learn(t.features, sentence.Tree.Relations[d.word], relation)
	}
	return t.search.arena.apply(s, a, relation)
}

func (t *Trainer) allFeatures(s *state) []uint64 {
	arena := &t.search.arena
	top, front := &arena.nodes[s.top], arena.nodes[s.front].word
	headed := uint32(0)
	if top.relation != 0 {
		headed = 1
	}
	fs := frontFeatures(t.search.in, front, t.features[:0])
	fs = pairFeatures(t.search.in, top.word, front, headed, fs)
	return arena.arcFeatures(t.search.in, s, fs)
}

// costs counts, for each legal action, the gold arcs that it makes impossible.
func (t *Trainer) costs(s *state) [actions]int32 {
	arena, heads := &t.search.arena, t.heads
	top, front := &arena.nodes[s.top], arena.nodes[s.front].word
	var costs [actions]int32
	dependents := int32(0) // of the top that are still to come
	for k := front; k < arena.root && s.top != 0; k++ {
		if heads[k] == top.word {
			dependents++
		}
	}
	costs[Left], costs[Reduce] = dependents, dependents
	if s.top != 0 && heads[top.word] > front {
		costs[Left]++
	}
	if front == arena.root {
		return costs
	}
	headOnStack := int32(0)
	for i := s.top; i != 0; i = arena.nodes[i].under {
		n := &arena.nodes[i]
		if n.word == heads[front] {
			headOnStack = 1
		}
		if heads[n.word] == front && n.relation == 0 {
			costs[Shift]++
			costs[Right]++
		}
	}
	costs[Shift] += headOnStack
	if s.top != 0 && heads[front] != top.word && (headOnStack == 1 || heads[front] > front) {
		costs[Right]++
	}
	return costs
}

// Forget starts the average of the action weights anew.
func (t *Trainer) Forget() { t.Weights.forget() }

// Beam goes through the sentences once with whole paths judged against each
// other, at the point where the best wrong one is most ahead of the right one
// (max-violation perceptron, Huang et al. 2012).
func (t *Trainer) Beam(width int) {
	t.search.Width = width
	for _, i := range t.random.order(len(t.sentences)) {
		t.beam(&t.sentences[i])
	}
}

func (t *Trainer) beam(sentence *Sentence) {
	gold := t.oracle(sentence)
	search := &t.search
	search.start(&sentence.Input, t.Weights)
	t.Weights.time += int64(len(gold))
	right := search.beam[0]
	worst, at := int32(0), -1
	var rightStep, wrongStep int32
	for i, a := range gold {
		sums := search.sums(&right)
		score := right.score + sums[a]
		right = search.do(right, a)
		right.score = score
		search.advance()
		inBeam := t.mark(a)
		if inBeam && (i < len(gold)-1 || search.beam[0].correct) {
			continue
		}
		if ahead := search.beam[0].score - right.score; at < 0 || ahead > worst {
			worst, at, rightStep, wrongStep = ahead, i, right.step, search.beam[0].step
		}
		if !inBeam && i-at > 20 {
			break
		}
	}
	if at >= 0 {
		t.correct(rightStep, wrongStep)
	}
}

// mark tells whether the right path is still in the beam, after all states
// took a step and the right one was a.
func (t *Trainer) mark(a Action) bool {
	found := false
	for i := range t.search.beam {
		s := &t.search.beam[i]
		s.correct = s.correct && t.search.arena.steps[s.step].action == a
		found = found || s.correct
	}
	return found
}

// correct moves the weights from the wrong path to the right one, from where
// the two part.
func (t *Trainer) correct(rightStep, wrongStep int32) {
	right, wrong := t.path(rightStep), t.path(wrongStep)
	same := 0
	for right[same].action == wrong[same].action {
		same++
	}
	t.walk(right, same, 1)
	t.walk(wrong, same, -1)
}

// path returns the steps that end with the given one.
func (t *Trainer) path(last int32) []step {
	var path []step
	for i := last; i != 0; i = t.search.arena.steps[i].before {
		path = append(path, t.search.arena.steps[i])
	}
	slices.Reverse(path)
	return path
}

// walk goes a path from the start and adds a number to the weights of its
// actions from a place on.
func (t *Trainer) walk(path []step, from int, by int32) {
	s := state{front: 1}
	for i, p := range path {
		if i >= from {
			t.features = t.allFeatures(&s)
			t.Weights.update(t.features, p.action, by)
		}
		s = t.search.arena.apply(s, p.action, p.relation)
	}
}

// oracle returns a sequence of actions that gives as much of the gold tree as
// the system can.
func (t *Trainer) oracle(sentence *Sentence) []Action {
	search := &t.search
	search.start(&sentence.Input, t.Weights)
	t.heads = sentence.heads(t.heads)
	s := search.beam[0]
	var path []Action
	for range 2 * sentence.Input.Len() {
		legal := search.arena.legal(&s)
		costs := t.costs(&s)
		a := actions
		for _, b := range [...]Action{Left, Right, Reduce, Shift} {
			if legal.Has(b) && (a == actions || costs[b] < costs[a]) {
				a = b
			}
		}
		path = append(path, a)
		s = search.arena.apply(s, a, 0)
	}
	return path
}
