package arceager

// Action is a transition. Left and Right carry a relation.
type Action uint8

const (
	Shift  Action = iota // push the front of the buffer
	Left                 // the front becomes the head of the top, which is popped
	Right                // the top becomes the head of the front, which is pushed
	Reduce               // pop the top, which has a head
	actions
)

// Legal is the set of actions that are possible in a state, bit 1<<action.
type Legal uint8

// Has tells whether the action is in the set.
func (l Legal) Has(a Action) bool { return l>>a&1 != 0 }

// node is a word on the stack, or the front of the buffer, with the arcs it
// has so far. A node never changes once another state can see it, and the
// stack is a linked list of nodes: so states share what they have in common
// and a new state costs the same whatever the length of the sentence.
//
// In this system the head of a word on the stack is always the word right
// under it, so a node needs no more than the relation.
type node struct {
	word  int32
	under int32 // the node under it on the stack; 0 for none

	left, left2   int32 // leftmost dependents
	right, right2 int32 // rightmost dependents

	relation                      uint8 // to its head, plus 1; 0 while it has none
	leftRelation, left2Relation   uint8
	rightRelation, right2Relation uint8
	lefts, rights                 uint8  // numbers of dependents, at most 255
	leftSet, rightSet             uint32 // relations to dependents, hashed to 32 bits
}

// state is a partial parse.
type state struct {
	top     int32 // node on top of the stack; 0 for none
	front   int32 // node of the front of the buffer
	step    int32 // the last step in steps; 0 at the start
	score   int32
	correct bool // all steps are those of the oracle; only in training
}

// step is a transition with the steps before it.
type step struct {
	before   int32
	action   Action
	relation uint8
}

// arena holds the nodes and steps of all states of one sentence.
type arena struct {
	nodes []node
	steps []step
	root  int32 // number of the root

	// Scratch of tree.
	path  []step
	stack []int32
}

// start returns the state with an empty stack and word 1 at the front.
func (m *arena) start(words int32) state {
	m.root = words + 1
	m.nodes = append(m.nodes[:0], node{}, node{word: 1})
	m.steps = append(m.steps[:0], step{})
	return state{front: 1, correct: true}
}

func (m *arena) add(n node) int32 {
	m.nodes = append(m.nodes, n)
	return int32(len(m.nodes) - 1)
}

// legal returns the actions that are possible; none when the parse is done.
func (m *arena) legal(s *state) Legal {
	var legal Legal
	inside := m.nodes[s.front].word < m.root
	if inside {
		legal |= 1 << Shift
	}
	if s.top != 0 {
		if m.nodes[s.top].relation == 0 {
			legal |= 1 << Left
		} else {
			legal |= 1 << Reduce
		}
		if inside {
			legal |= 1 << Right
		}
	}
	return legal
}

// apply returns the state after an action.
func (m *arena) apply(s state, a Action, relation uint8) state {
	switch a {
	case Shift:
		m.push(&s, s.top, 0)
	case Left:
		front := m.nodes[s.front]
		top := &m.nodes[s.top]
		front.addLeft(top.word, relation)
		s.top = top.under
		s.front = m.add(front)
	case Right:
		top := m.nodes[s.top]
		top.addRight(m.nodes[s.front].word, relation)
		m.push(&s, m.add(top), relation+1)
	case Reduce:
		s.top = m.nodes[s.top].under
	}
	m.steps = append(m.steps, step{s.step, a, relation})
	s.step = int32(len(m.steps) - 1)
	return s
}

// push moves the front of the buffer onto the stack.
func (m *arena) push(s *state, under int32, relation uint8) {
	front := m.nodes[s.front]
	front.under, front.relation = under, relation
	s.top = m.add(front)
	s.front = m.add(node{word: front.word + 1})
}

func (n *node) addLeft(word int32, relation uint8) {
	if n.left == 0 || word < n.left {
		n.left2, n.left2Relation = n.left, n.leftRelation
		n.left, n.leftRelation = word, relation+1
	} else {
		n.left2, n.left2Relation = word, relation+1
	}
	n.lefts = min(n.lefts, 254) + 1
	n.leftSet |= 1 << (relation & 31)
}

func (n *node) addRight(word int32, relation uint8) {
	n.right2, n.right2Relation = n.right, n.rightRelation
	n.right, n.rightRelation = word, relation+1
	n.rights = min(n.rights, 254) + 1
	n.rightSet |= 1 << (relation & 31)
}

// Tree is a parse: Heads[i] and Relations[i] are those of word i, from 1 on.
type Tree struct {
	Heads     []int32
	Relations []uint8
}

func (t *Tree) reset(words int32) {
	if int32(cap(t.Heads)) < words+1 {
		t.Heads, t.Relations = make([]int32, 2*words+1), make([]uint8, 2*words+1)
	}
	t.Heads, t.Relations = t.Heads[:words+1], t.Relations[:words+1]
}

// tree writes the arcs of a state that is done, by doing its steps again.
func (m *arena) tree(s state, t *Tree) {
	t.reset(m.root - 1)
	m.path = m.path[:0]
	for i := s.step; i != 0; i = m.steps[i].before {
		m.path = append(m.path, m.steps[i])
	}
	stack, front := m.stack[:0], int32(1)
	for i := len(m.path) - 1; i >= 0; i-- {
		p := m.path[i]
		last := len(stack) - 1
		switch p.action {
		case Left:
			t.Heads[stack[last]], t.Relations[stack[last]] = front, p.relation
			stack = stack[:last]
		case Reduce:
			stack = stack[:last]
		case Right:
			t.Heads[front], t.Relations[front] = stack[last], p.relation
			fallthrough
		case Shift:
			stack = append(stack, front)
			front++
		}
	}
	m.stack = stack
}
