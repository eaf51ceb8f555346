package entity

import (
	"strings"

	"github.com/factline/factline/extract"
)

// role is how much a mention's place in its clause makes it the topic, after
// the centering theory of Grosz, Joshi and Weinstein 1995: a later pronoun more
// often means the subject than an object, and rarely what only describes another
// noun.
type role int32

const (
	modifier role = iota // "a [Velmex] spokesman"
	oblique              // "with [Oldroyd]", "[Oldroyd]'s plan"
	object               // "met [Oldroyd]"
	topic                // the first noun phrase of its sentence, whatever follows
	subject              // "[Oldroyd] said"
)

// maxClimb bounds the arcs that are followed upwards from a word.
const maxClimb = 6

// place returns the role of the phrase with the head h and the word that it
// depends on. What is coordinated or in apposition has the role of the phrase
// that it is tied to: "Oldroyd and [Velm] said", "the mayor, [Oldroyd], said".
func (r *resolver) place(h int32) (role, int32) {
	for range maxClimb {
		arc := r.doc.Arcs[h]
		if arc.Head == extract.None {
			break
		}
		switch arc.Relation {
		case extract.RelNsubj, extract.RelNsubjPass, extract.RelNsubjOuter:
			return subject, arc.Head
		case extract.RelObj, extract.RelIobj:
			return object, arc.Head
		case extract.RelCompound, extract.RelAmod, extract.RelNmodDesc:
			return modifier, arc.Head
		case extract.RelConj, extract.RelAppos, extract.RelFlat:
			if !r.isNominal(arc.Head) {
				return oblique, arc.Head
			}
			h = arc.Head
		default:
			return oblique, arc.Head
		}
	}
	return oblique, extract.None
}

// isNominal tells whether a token is a noun, name or pronoun.
func (r *resolver) isNominal(i int32) bool {
	switch r.doc.Tags[i].POS {
	case extract.NOUN, extract.PROPN, extract.PRON, extract.NUM:
		return true
	}
	return false
}

// headOf returns the word of a range that depends on a word outside of it.
func (g *grouper) headOf(at extract.TokenRange, head int32) int32 {
	for range maxClimb {
		next := g.doc.Arcs[head].Head
		if !at.Contains(next) {
			break
		}
		head = next
	}
	return head
}

// subjectOf returns the subject of the clause whose predicate is the word verb,
// which is that of the first verb in "came and saw" and "asked to see"; None
// for none.
func (r *resolver) subjectOf(verb int32) int32 {
	for range maxClimb {
		if verb == extract.None {
			break
		}
		if s := r.tree.Child(verb, extract.RelNsubj, extract.RelNsubjPass); s != extract.None {
			return s
		}
		switch r.doc.Arcs[verb].Relation {
		case extract.RelConj, extract.RelXcomp:
		default:
			return extract.None
		}
		verb = r.doc.Arcs[verb].Head
	}
	return extract.None
}

// besides are the prepositions before a pronoun that can mean the subject of
// its own clause: "she took it with her".
func (r *resolver) besides(pronoun int32) bool {
	for _, child := range r.tree.Children(pronoun) {
		if r.doc.Arcs[child].Relation != extract.RelCase {
			continue
		}
		switch r.doc.Tags[child].Lemma {
		case "with", "behind", "around", "near", "above", "before", "after":
			return true
		}
	}
	return false
}

// rival returns the head of the subject that a pronoun cannot mean because it
// is the object in the same clause: in "Oldroyd thanked him" he is somebody
// else. None for none.
func (r *resolver) rival(pronoun int32) int32 {
	if t := r.doc.Tags[pronoun]; t.Features.Poss() || t.Penn == extract.PennPRPS || r.isReflexive(pronoun) {
		return extract.None
	}
	switch r.doc.Arcs[pronoun].Relation {
	case extract.RelObj, extract.RelIobj:
	case extract.RelObl, extract.RelOblAgent:
		if r.besides(pronoun) {
			return extract.None
		}
	default:
		return extract.None
	}
	return r.subjectOf(r.doc.Arcs[pronoun].Head)
}

// isReflexive tells whether a pronoun means the subject of its own clause.
func (r *resolver) isReflexive(pronoun int32) bool {
	return strings.HasSuffix(r.doc.Word(pronoun), "self") || r.doc.Is(pronoun, "themselves")
}

// reflexive joins "himself" with the subject of its clause, and tells whether
// there is one that fits.
func (r *resolver) reflexive(i int32) bool {
	m := r.doc.Mentions[i]
	if !r.isReflexive(m.Start) {
		return false
	}
	switch r.doc.Arcs[m.Start].Relation {
	case extract.RelObj, extract.RelIobj, extract.RelObl:
	default:
		return false
	}
	s := r.rootAt(r.subjectOf(r.doc.Arcs[m.Start].Head))
	if s < 0 || m.Gender != extract.GenderUnknown && r.gender[s] != m.Gender && r.gender[s] != extract.GenderUnknown {
		return false
	}
	r.join(s, i)
	return true
}

// commander returns the entity of the nearest subject that stands before a
// pronoun and above it in the tree: "Oldroyd" for both pronouns of "Oldroyd said
// she liked her plan"; -1 for none.
func (r *resolver) commander(pronoun int32) int32 {
	at := pronoun
	for range 2 * maxClimb {
		head := r.doc.Arcs[at].Head
		if head == extract.None {
			break
		}
		if s := r.tree.Child(head, extract.RelNsubj, extract.RelNsubjPass); s != extract.None && s < pronoun && s != at {
			if root := r.rootAt(s); root >= 0 {
				return root
			}
			if root := r.rootAt(r.tree.Child(s, extract.RelAppos)); root >= 0 { // "the leader of the party, Oldroyd, said that she"
				return root
			}
		}
		at = head
	}
	return -1
}

// rootAt returns the entity whose mention has the head h; -1 for none.
func (r *resolver) rootAt(h int32) int32 {
	if h == extract.None || r.at[h] < 0 {
		return -1
	}
	return r.root(r.at[h])
}

// coming returns the entity that a pronoun looks forward to, the name that is
// the subject of the clause behind it: "In her speech, [Oldroyd] thanked them";
// -1 for none.
func (r *resolver) coming(pronoun extract.Mention) int32 {
	at := pronoun.Start
	for range 2 * maxClimb {
		head := r.doc.Arcs[at].Head
		if head == extract.None {
			break
		}
		s := r.tree.Child(head, extract.RelNsubj, extract.RelNsubjPass)
		if s > at && r.at[s] >= 0 && r.tree.Range(at).Contains(pronoun.Start) && at <= s {
			m := r.doc.Mentions[r.at[s]]
			root := r.rootAt(s)
			fits := m.Type != extract.Person && m.Type != extract.Norp
			if pronoun.Gender != extract.GenderUnknown {
				known := r.gender[root]
				fits = m.Type == extract.Person && (known == extract.GenderUnknown || known == pronoun.Gender)
			}
			if m.Kind == extract.Name && fits && r.doc.Is(r.tree.Range(s).Start-1, ",") {
				return root
			}
			return -1
		}
		at = head
	}
	return -1
}

// relative returns the subject that the relative clause with "who" around a
// pronoun is about: "investigator" for the pronoun of "An investigator, who left
// because he was tired, said"; None for none.
func (r *resolver) relative(pronoun int32) int32 {
	at := pronoun
	for range 2 * maxClimb {
		arc := r.doc.Arcs[at]
		if arc.Head == extract.None {
			break
		}
		s := r.tree.Child(at, extract.RelNsubj, extract.RelNsubjPass)
		if arc.Relation == extract.RelAclRelcl && s != extract.None && s < pronoun && r.doc.Is(s, "who") && r.isSubject(arc.Head) {
			return arc.Head
		}
		if arc.Relation == extract.RelAclRelcl || s < pronoun && r.rootAt(s) >= 0 { // another subject is nearer
			break
		}
		at = arc.Head
	}
	return extract.None
}

func (r *resolver) isSubject(i int32) bool {
	switch r.doc.Arcs[i].Relation {
	case extract.RelNsubj, extract.RelNsubjPass:
		return true
	}
	return false
}
