package tree

import (
	"slices"
	"testing"

	"github.com/factline/factline/extract"
)

// document returns a document with arcs alone.
func document(heads ...int32) *extract.Document {
	doc := &extract.Document{Tokens: make([]extract.Token, len(heads))}
	for _, h := range heads {
		doc.Arcs = append(doc.Arcs, extract.Arc{Head: h, Relation: extract.RelDep})
	}
	return doc
}

func TestTree(t *testing.T) {
	// It had removed 49 million videos. | Yes
	doc := document(2, 2, extract.None, 4, 5, 2, extract.None)
	doc.Arcs[0].Relation, doc.Arcs[5].Relation = extract.RelNsubj, extract.RelObj
	tree := New(doc)
	if got := tree.Children(2); !slices.Equal(got, []int32{0, 1, 5}) {
		t.Errorf("children of removed: %v", got)
	}
	if got := tree.Range(5); got != (extract.TokenRange{Start: 3, End: 6}) {
		t.Errorf("range of videos: %v", got)
	}
	if got := tree.Range(2); got != (extract.TokenRange{Start: 0, End: 6}) {
		t.Errorf("range of removed: %v", got)
	}
	if got := tree.Child(2, extract.RelObj, extract.RelNsubj); got != 0 {
		t.Errorf("first subject or object of removed: %d", got)
	}
	if got := tree.Child(2, extract.RelCcomp); got != extract.None {
		t.Errorf("object clause of removed: %d", got)
	}
	if got := tree.Order(); !slices.Equal(got, []int32{2, 6, 0, 1, 5, 4, 3}) {
		t.Errorf("order %v", got)
	}
	if tree.Head(6) != extract.None || tree.Relation(5) != extract.RelObj {
		t.Errorf("head %d, relation %s", tree.Head(6), tree.Relation(5))
	}
}

func TestNoTokens(t *testing.T) {
	if tree := New(document()); len(tree.kids) != 0 {
		t.Errorf("children of nothing: %v", tree.kids)
	}
}

// TestCrossing: where arcs cross, a range holds what stands between.
func TestCrossing(t *testing.T) {
	tree := New(document(2, 3, extract.None, 2))
	if got := tree.Range(3); got != (extract.TokenRange{Start: 1, End: 4}) {
		t.Errorf("range %v", got)
	}
}
