package arceager

// Scorer knows the weights of features.
type Scorer interface {
	// Actions adds the weights of the features to the sums of the actions.
	Actions(features []uint64, sums *Sums)
	// Relation returns the relation with the greatest sum of weights.
	Relation(features []uint64) uint8
}

// Sums are the scores of the actions.
type Sums [actions]int32

// Search finds the tree of a sentence. It may be used again and again, by one
// goroutine at a time.
type Search struct {
	// Width is the number of partial parses that are kept at each step; 1 is
	// greedy parsing.
	Width int
	// Margin is how far the score of a partial parse may lie under the best
	// one of the same step; 0 sets no limit.
	Margin int32
	// ExtraRoot is the relation of what would be a second root to the first.
	ExtraRoot uint8

	scorer     Scorer
	in         *Input
	arena      arena
	beam, next []state
	candidates []candidate
	features   []uint64
	total      Sums // of the state that is looked at
	fronts     [frontCache]cached
	pairs      [pairCache]cached
	relations  [1 << relationCacheBits]cachedRelation
}

// Sizes of the caches, powers of two: the states of a beam have few fronts and
// few pairs of top and front.
const (
	frontCache = 16
	pairCache  = 64
)

// relationCacheBits is the logarithm of the number of arcs whose relation is
// remembered: the states of a beam make the same arcs.
const relationCacheBits = 8

type cachedRelation struct {
	key      uint64
	relation uint8
}

// cached are the sums of features that several states share.
type cached struct {
	key  uint64
	sums Sums
}

// candidate is a state with an action to follow.
type candidate struct {
	from   int32
	score  int32
	action Action
}

// Parse writes the tree of a sentence: the best one that the search finds. It
// has one root, or none when there are no words.
func (s *Search) Parse(in *Input, scorer Scorer, t *Tree) {
	s.start(in, scorer)
	for range 2 * in.Len() {
		s.advance()
	}
	s.arena.tree(s.beam[0], t)
	s.oneRoot(t)
}

// start turns to a sentence.
func (s *Search) start(in *Input, scorer Scorer) {
	s.in, s.scorer = in, scorer
	s.beam = append(s.beam[:0], s.arena.start(in.Len()))
	for i := range s.fronts {
		s.fronts[i].key = 0
	}
	for i := range s.pairs {
		s.pairs[i].key = 0
	}
	clear(s.relations[:])
}

// advance takes all states of the beam one step further and keeps the best.
func (s *Search) advance() {
	s.candidates = s.candidates[:0]
	for i := range s.beam {
		s.expand(int32(i))
	}
	s.next = s.next[:0]
	for _, c := range s.candidates {
		if s.Margin > 0 && c.score < s.candidates[0].score-s.Margin {
			break
		}
		after := s.do(s.beam[c.from], c.action)
		after.score = c.score
		s.next = append(s.next, after)
	}
	s.beam, s.next = s.next, s.beam
}

// expand adds the candidates of one state. The candidates are sorted by score,
// and at most Width of them are kept; of equals the first.
func (s *Search) expand(i int32) {
	from := &s.beam[i]
	legal := s.arena.legal(from)
	sums := s.sums(from)
	for a := range actions {
		if !legal.Has(a) {
			continue
		}
		s.insert(candidate{i, from.score + sums[a], a})
	}
}

func (s *Search) insert(c candidate) {
	n := len(s.candidates)
	if n == s.Width {
		if s.candidates[n-1].score >= c.score {
			return
		}
		n--
	} else {
		s.candidates = append(s.candidates, c)
	}
	for n > 0 && s.candidates[n-1].score < c.score {
		s.candidates[n] = s.candidates[n-1]
		n--
	}
	s.candidates[n] = c
}

// do applies an action with the best relation.
func (s *Search) do(from state, a Action) state {
	relation := uint8(0)
	if a == Left || a == Right {
		relation = s.relation(&from, a == Left)
	}
	return s.arena.apply(from, a, relation)
}

// relation returns the best relation of the arc between top and front.
func (s *Search) relation(from *state, toFront bool) uint8 {
	h, d := s.arena.ends(from, toFront)
	key := relationKeyOf(h, d)
	c := &s.relations[key>>(64-relationCacheBits)]
	if c.key != key {
		s.features = relationFeatures(s.in, h, d, s.features[:0])
		*c = cachedRelation{key, s.scorer.Relation(s.features)}
	}
	return c.relation
}

// relationKeyOf is a hash of all that relationFeatures reads of two nodes.
func relationKeyOf(h, d *node) uint64 {
	key := mix(k0, uint64(h.word)|uint64(d.word)<<32)
	key = mix(key, uint64(d.left)|uint64(d.left2)<<32)
	key = mix(key, uint64(d.right)|uint64(h.left)<<32)
	key = mix(key, uint64(d.leftSet)|uint64(h.leftSet)<<32)
	key = mix(key, uint64(h.rightSet)|uint64(d.leftRelation)<<32|uint64(d.rightRelation)<<40|uint64(h.leftRelation)<<48|uint64(h.rightRelation)<<56)
	return mix(key, uint64(h.lefts)|uint64(h.rights)<<8)
}

func mix(key, x uint64) uint64 {
	key = (key ^ x) * k1
	return key ^ key>>29
}

// sums returns the scores of the actions in a state.
func (s *Search) sums(from *state) Sums {
	top, front := &s.arena.nodes[from.top], s.arena.nodes[from.front].word
	headed := uint32(0)
	if top.relation != 0 {
		headed = 1
	}
	s.total = *s.frontSums(front)
	for a, sum := range s.pairSums(top.word, front, headed) {
		s.total[a] += sum
	}
	s.features = s.arena.arcFeatures(s.in, from, s.features[:0])
	s.scorer.Actions(s.features, &s.total)
	return s.total
}

func (s *Search) frontSums(front int32) *Sums {
	c := &s.fronts[front&(frontCache-1)]
	if key := uint64(front); c.key != key {
		*c = cached{key: key}
		s.features = frontFeatures(s.in, front, s.features[:0])
		s.scorer.Actions(s.features, &c.sums)
	}
	return &c.sums
}

func (s *Search) pairSums(top, front int32, headed uint32) *Sums {
	key := uint64(top)<<33 | uint64(front)<<1 | uint64(headed)
	c := &s.pairs[(key^key>>31)&(pairCache-1)]
	if c.key != key {
		*c = cached{key: key}
		s.features = pairFeatures(s.in, top, front, headed, s.features[:0])
		s.scorer.Actions(s.features, &c.sums)
	}
	return &c.sums
}

// oneRoot hangs every further child of the root under the first one.
func (s *Search) oneRoot(t *Tree) {
	first := int32(0)
	for i := int32(1); i < s.arena.root; i++ {
		switch {
		case t.Heads[i] != s.arena.root:
		case first == 0:
			first = i
			t.Heads[i] = 0
		default:
			t.Heads[i] = first
			t.Relations[i] = s.ExtraRoot
		}
	}
}
