// Package tree answers questions about the dependency trees of a document: who
// hangs on whom, and which words belong to a phrase.
//
//	removed: Children are company (nsubj), had (aux), videos (obj), broke (advcl)
//	videos:  Range is "49 million videos"
package tree

import "github.com/factline/factline/extract"

// Tree is the trees of all sentences of a document, as of its layer Arcs.
type Tree struct {
	doc    *extract.Document
	first  []int32 // index in kids of the first child of each token
	kids   []int32
	order  []int32
	ranges []extract.TokenRange
}

// New reads the arcs of a document. It takes linear time.
func New(doc *extract.Document) *Tree {
	n := len(doc.Tokens)
	t := &Tree{doc: doc, first: make([]int32, n+2), kids: make([]int32, n), ranges: make([]extract.TokenRange, n)}
	for i := range n {
		if h := doc.Arcs[i].Head; h != extract.None {
			t.first[h+2]++
		}
	}
	for i := range n {
		t.first[i+2] += t.first[i+1]
	}
	for i := range int32(n) {
		t.ranges[i] = extract.TokenRange{Start: i, End: i + 1}
		if h := doc.Arcs[i].Head; h != extract.None {
			t.kids[t.first[h+1]] = i
			t.first[h+1]++
		}
	}
	t.spread()
	return t
}

// spread makes each range hold those of the token's children. Children are
// done before their heads: the tokens are taken in the order of their depth,
// deepest first.
func (t *Tree) spread() {
	order := make([]int32, 0, len(t.ranges))
	for i, arc := range t.doc.Arcs {
		if arc.Head == extract.None {
			order = append(order, int32(i))
		}
	}
	for next := 0; next < len(order); next++ {
		order = append(order, t.Children(order[next])...)
	}
	t.order = order
	for i := len(order) - 1; i >= 0; i-- {
		token := order[i]
		if h := t.doc.Arcs[token].Head; h != extract.None {
			r, part := &t.ranges[h], t.ranges[token]
			r.Start, r.End = min(r.Start, part.Start), max(r.End, part.End)
		}
	}
}

// Order returns the tokens with each head before all that hang on it. The slice
// must not be changed.
func (t *Tree) Order() []int32 { return t.order }

// Children returns the tokens whose head is token i, in the order of the text.
// The slice must not be changed.
func (t *Tree) Children(i int32) []int32 { return t.kids[t.first[i]:t.first[i+1]] }

// Child returns the first child of token i with one of the relations, or None.
func (t *Tree) Child(i int32, relations ...extract.Relation) int32 {
	for _, child := range t.Children(i) {
		for _, r := range relations {
			if t.doc.Arcs[child].Relation == r {
				return child
			}
		}
	}
	return extract.None
}

// Range returns the tokens from the first to the last that hang on token i, at
// any depth, itself included. Where arcs cross it holds others, too.
func (t *Tree) Range(i int32) extract.TokenRange { return t.ranges[i] }

// Relation returns the relation of token i to its head.
func (t *Tree) Relation(i int32) extract.Relation { return t.doc.Arcs[i].Relation }

// Head returns the head of token i; None for a root.
func (t *Tree) Head(i int32) int32 { return t.doc.Arcs[i].Head }
