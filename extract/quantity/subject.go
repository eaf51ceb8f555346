package quantity

import (
	"github.com/factline/factline/extract"
	"github.com/factline/factline/internal/lexicon"
)

// maxClimb bounds the way up to the subject.
const maxClimb = 8

// subjectOf returns the subject of the clause of token i; None where the token
// stands in the subject itself.
func (r reader) subjectOf(i int32) int32 {
	for at, n := i, 0; n < maxClimb; n++ {
		if s := r.tree.Child(at, extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter); s != extract.None && s != i {
			if relatives.HasToken(r.Document, s) && r.tree.Relation(at) == extract.RelAclRelcl {
				return r.tree.Head(at)
			}
			if r.resumes(s, at) { // "The firm said it has"
				i, at = s, r.tree.Head(at)
				continue
			}
			return s
		}
		head := r.tree.Head(at)
		switch r.tree.Relation(at) {
		case extract.RelNsubj, extract.RelNsubjPass, extract.RelCsubj, extract.RelRoot, extract.RelCcomp, extract.RelParataxis:
			return extract.None
		case extract.RelAcl, extract.RelAclRelcl:
			return head
		case extract.RelXcomp:
			if o := r.tree.Child(head, extract.RelObj); o != extract.None {
				return o
			}
		}
		if head == extract.None {
			return extract.None
		}
		at = head
	}
	return extract.None
}

// addLastSubject adds the last subject before the quantity where the tree tells
// nothing.
func (c *about) addLastSubject() {
	s := c.SentenceAt(c.q.Start)
	for k := c.q.Start - 1; len(c.found) == 0 && s >= 0 && k >= max(c.Sentences[s].Start, c.q.Start-maxLookBack); k-- {
		if rel := c.tree.Relation(k); (rel == extract.RelNsubj || rel == extract.RelNsubjPass) && c.governs(k) {
			c.add(k)
		}
	}
}

// governs tells whether the quantity stands in the clause of a subject, or in
// one that hangs on it and is not what somebody says: not the mayor of "The
// mayor said 40 people came".
func (c *about) governs(subject int32) bool {
	verb := c.tree.Head(subject)
	for at, n := c.q.End-1, 0; n < 2*maxClimb && at != extract.None && at != verb; n++ {
		switch c.tree.Relation(at) {
		case extract.RelCcomp, extract.RelParataxis:
			if c.tree.Head(at) == verb || !c.q.Counted.Empty() {
				return false
			}
		case extract.RelConj:
			if !c.q.Counted.Empty() && c.tree.Child(at, extract.RelNsubj, extract.RelNsubjPass) != extract.None {
				return false // a clause of its own
			}
		}
		at = c.tree.Head(at)
	}
	return c.q.Counted.Empty()
}

// resumes tells whether a pronoun that is the subject of the clause of token i
// probably means the subject of the clause around.
func (r reader) resumes(pronoun, i int32) bool {
	if !third.HasToken(r.Document, pronoun) {
		return false
	}
	if (r.Is(pronoun, "he") || r.Is(pronoun, "she")) && !r.isHuman(r.subjectAt(r.tree.Head(i))) {
		return false // the court of "The court heard that he"
	}
	switch r.tree.Relation(i) {
	case extract.RelCcomp, extract.RelXcomp, extract.RelAdvcl:
		return true
	}
	return false
}

// third are the pronouns that mean a person or thing named before.
var third = lexicon.NewSet("it", "he", "she", "they")

// relatives stand for the noun before them.
var relatives = lexicon.NewSet("who", "which", "that")
