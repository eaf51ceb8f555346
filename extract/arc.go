package extract

import (
	"slices"
	"strings"
)

// Arc ties a token to its head in the dependency tree of its sentence:
// videos <-obj- removed.
type Arc struct {
	Head     int32 // token; None for the root of the sentence
	Relation Relation
}

// Relation is a relation of Universal Dependencies v2 (de Marneffe et al.
// 2021), with the subtypes of the English treebanks.
type Relation uint8

// The relations; RelNsubj is "nsubj". See universaldependencies.org/en/dep.
const (
	RelDep          Relation = iota // not known better
	RelAcl                          // clause that describes a noun: "the decision [to leave]"
	RelAclRelcl                     // relative clause: "the app [that it banned]"
	RelAdvcl                        // adverbial clause: "left [after it was banned]"
	RelAdvclRelcl                   // relative clause about a whole clause: ", [which hurt]"
	RelAdvmod                       // "[never] posted"
	RelAmod                         // "[verified] account"
	RelAppos                        // "Mike Pompeo, US [Secretary] of State"
	RelAux                          // "[has] removed"
	RelAuxPass                      // "[was] banned"
	RelCase                         // preposition or possessive: "[in] China", "Amazon['s]"
	RelCc                           // "[and] gained"
	RelCcPreconj                    // "[both] the app and ..."
	RelCcomp                        // clause as object: "said that it [left]"
	RelCompound                     // "video [sharing] app"
	RelCompoundPrt                  // "pass [on]"
	RelConj                         // "posted and [gained]"
	RelCop                          // "[was] a mistake"
	RelCsubj                        // clause as subject: "[leaving] was a mistake"
	RelCsubjOuter                   // the same where the predicate is itself a clause
	RelCsubjPass                    // clause as subject of a passive
	RelDet                          // "[the] app"
	RelDetPredet                    // "[all] the apps"
	RelDiscourse                    // "[well], ..."
	RelDislocated                   // "[the app], it ..."
	RelExpl                         // "[it] is known that"
	RelFixed                        // "because [of]"
	RelFlat                         // "Mike [Pompeo]"
	RelGoeswith                     // "an [other]"
	RelIobj                         // "gave [them] the app"
	RelList                         // items in a row
	RelMark                         // "[that] it left", "[to] delete"
	RelNmod                         // "millions of [Americans]"
	RelNmodDesc                     // "[Secretary] Pompeo"
	RelNmodPoss                     // "[its] employees"
	RelNmodUnmarked                 // "30 percent a [year]"
	RelNsubj                        // "[Amazon] said"
	RelNsubjOuter                   // subject of a predicate that is itself a clause
	RelNsubjPass                    // "[TikTok] was banned"
	RelNummod                       // "[58] apps"
	RelObj                          // "removed [videos]"
	RelObl                          // "left on [Monday]"
	RelOblAgent                     // "banned by [India]"
	RelOblUnmarked                  // "left [Monday]"
	RelOrphan                       // what is left of a clause without its verb
	RelParataxis                    // "..., Amazon [said]"
	RelPunct                        // signs
	RelReparandum                   // what a speaker takes back
	RelRoot                         // the root of the sentence
	RelVocative                     // "[Amazon], delete it"
	RelXcomp                        // "asked them to [delete]"
	relations
)

var relationNames = [relations]string{"dep", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux",
	"aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer",
	"csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
	"nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
	"obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

// String returns the name as the treebanks write it: "nsubj:pass".
func (r Relation) String() string { return relationNames[r] }

// ParseRelation returns the relation with the given name. An unknown subtype
// gives the relation without it ("nmod:npmod" is nmod), an unknown relation
// false.
func ParseRelation(name string) (Relation, bool) {
	if i := slices.Index(relationNames[:], name); i >= 0 {
		return Relation(i), true
	}
	if base, _, subtype := strings.Cut(name, ":"); subtype {
		return ParseRelation(base)
	}
	return RelDep, false
}

// NumRelations is the number of relations.
const NumRelations = int(relations)
