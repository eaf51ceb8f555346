package entity

import "github.com/factline/factline/extract"

// deed is a verb and the entity that it is done to: the fining of Velmex.
type deed struct {
	verb   extract.Form
	object int32
}

// deedOf returns what mention i is said to do to the entity named right behind
// the verb, if there is one.
func (r *resolver) deedOf(i int32) (deed, bool) {
	m := r.doc.Mentions[i]
	arc := r.doc.Arcs[r.headOf(m.TokenRange, m.Head)]
	if arc.Relation != extract.RelNsubj || r.doc.Tags[arc.Head].POS != extract.VERB || int(i+1) >= len(r.doc.Mentions) {
		return deed{}, false
	}
	object := r.doc.Mentions[i+1]
	if object.Start != arc.Head+1 && !(object.Start == arc.Head+2 && r.doc.Is(arc.Head+1, "the")) {
		return deed{}, false
	}
	root := r.root(i + 1)
	return deed{extract.FormOf(r.doc.Tags[arc.Head].Lemma), root}, root >= 0
}

// remembers keeps what a named organisation does.
func (r *resolver) remembers(i int32) {
	if r.doc.Mentions[i].Type != extract.Org {
		return
	}
	if d, ok := r.deedOf(i); ok {
		if old, seen := r.deeds[d]; seen && old != r.root(i) {
			r.deeds[d] = ambiguous
			return
		}
		r.deeds[d] = r.root(i)
	}
}

// doer joins a nominal with the organisation that did the same to the same:
// "Velmat fines Arvex. The water regulator has fined Arvex". From then on the
// noun means it.
func (r *resolver) doer(i int32) bool {
	m := r.doc.Mentions[i]
	if m.Type != extract.Org || !r.isOne(m) || !r.doc.Is(m.Start, "the") || r.root(i) >= 0 {
		return false
	}
	d, ok := r.deedOf(i)
	root, seen := r.deeds[d]
	if !ok || !seen || root < 0 {
		return false
	}
	r.join(root, i)
	noun := r.doc.Tags[m.Head].Lemma
	r.described.add(noun, root)
	if senseNouns()[extract.FormOf(noun)] != company {
		r.offices[root] = true
	}
	return true
}
